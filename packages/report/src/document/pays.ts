import type { TypedPayoff } from "@demarche/core/run";

/** Does it count against the act: a cost, or a worth below nought? Then the act pays while this is small, else once it is large. */
export function isAgainst({ path, points }: Pick<TypedPayoff, "path" | "points">): boolean {
  return path.endsWith("/cost") ? points.median > 0 : points.median < 0;
}
