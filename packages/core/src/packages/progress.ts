/** How far a computation is, for whoever waits for it: it changes no result. */
import type { Progress } from "../run/engine.ts";

/** The part from `from` to `to` of a whole, each 0..1; undefined where nobody waits. */
export function partOf(whole: Progress | undefined, from: number, to: number): Progress | undefined {
  return whole && ((share) => whole(from + (to - from) * Math.min(1, share)));
}
