/** The plan as written without a move: the best that its branches can do knowing nothing of it. */
import type { Merged } from "./merged.ts";
import { differenceWithInterval } from "./value-range.ts";
import type { Variant } from "./variants.ts";

/**
 * The variant, by index, that stands for the plan without this move; -1 where there is none. Its branches take `else`; or, where that
 * is better by more than its interval, they all go as if the move had told one and the same thing: a test is worth what it
 * tells, not what is lost where nobody goes on without it.
 */
export function planWithout({ values }: Pick<Merged, "values">, variants: readonly Variant[], move: number): number {
  let best = -1;
  for (const [v, { kind, index }] of variants.entries()) {
    if (kind !== "without" || index !== move) continue;
    if (best < 0 || differenceWithInterval(values[v]!, values[best]!).low > 0) best = v;
  }
  return best;
}
