/** Figures of an agreement space for people: as many decimals as its scale calls for (0..1 or 0..100, say). */
import type { PackageFindings } from "@demarche/core/packages";

export interface PointsText {
  points(value: number): string;
  /** With its sign. */
  signed(value: number): string;
}

export function pointsTextOf({ ideal, utilitarian, frontier }: PackageFindings): PointsText {
  const seen = ideal ?? utilitarian?.utilities ?? frontier.points[0]?.utilities ?? [100];
  return createPointsText(Math.max(...seen.map(Math.abs)));
}

/** `largest`: the greatest size that will be told. */
export function createPointsText(largest: number): PointsText {
  const decimals = largest >= 20 ? 1 : largest >= 2 ? 2 : 3;
  const points = (value: number): string => {
    const text = String(Number(Math.abs(value).toFixed(decimals)));
    return value < 0 && text !== "0" ? `−${text}` : text;
  };
  return { points, signed: (value) => (value > 0 && points(value) !== "0" ? `+${points(value)}` : points(value)) };
}
