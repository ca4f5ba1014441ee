/** Which inputs move the compromise forecast: one at a time, the others drawn. */
import type { DrawnTable } from "./challenge/challenge-draws.ts";

/** One input: what the mean forecast is with it at its low and its high end, everything else as drawn. */
export interface Swing {
  readonly row: number;
  readonly what: "position" | "salience" | "capability";
  /** The ends it is set to: its 10th and 90th percentile, in its own unit. */
  readonly low: number;
  readonly high: number;
  /** Mean forecast at each end, in the units. */
  readonly atLow: number;
  readonly atHigh: number;
}

const parts = ["position", "salience", "capability"] as const;

/**
 * One-at-a-time sensitivity of the weighted mean for all inputs of one issue, the widest swing first. An input that does
 * not vary has none. Cost O(inputs × draws): sums are kept, and one term exchanged.
 */
export function swingsOf(drawn: DrawnTable): Swing[] {
  const { actors, count, position, salience, capability } = drawn;
  const weight = salience.map((s, at) => s * capability[at]!);
  const total = new Float64Array(count);
  const sum = new Float64Array(count);
  for (let at = 0, i = 0; i < actors; i++)
    for (let k = 0; k < count; k++, at++) {
      total[k] = total[k]! + weight[at]!;
      sum[k] = sum[k]! + weight[at]! * position[at]!;
    }
  const swings: Swing[] = [];
  for (let row = 0; row < actors; row++)
    for (const what of parts) {
      const own = drawn[what].subarray(row * count, (row + 1) * count);
      const [low, high] = ends(own);
      if (!(high > low)) continue;
      const at = (value: number) => meanWith(drawn, weight, total, sum, row, what, value);
      swings.push({ row, what, low, high, atLow: at(low), atHigh: at(high) });
    }
  const width = (swing: Swing) => Math.abs(swing.atHigh - swing.atLow);
  return swings.sort((a, b) => width(b) - width(a) || a.row - b.row);
}

function meanWith(
  { count, position, salience, capability }: DrawnTable,
  weight: Float64Array,
  total: Float64Array,
  sum: Float64Array,
  row: number,
  what: Swing["what"],
  value: number,
): number {
  let all = 0;
  for (let k = 0, at = row * count; k < count; k++, at++) {
    const w = weight[at]!;
    const x = position[at]!;
    const nowX = what === "position" ? value : x;
    const nowW = what === "position" ? w : what === "salience" ? value * capability[at]! : salience[at]! * value;
    const weights = total[k]! - w + nowW;
    // Nobody has weight in this world: only a table of one actor, whose place it then is.
    all += weights > 1e-12 ? (sum[k]! - w * x + nowW * nowX) / weights : nowX;
  }
  return all / count;
}

/** 10th and 90th percentile: values with a tenth of the draws below and above. */
function ends(values: Float64Array): readonly [number, number] {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return [at(0.1), at(0.9)];
}
