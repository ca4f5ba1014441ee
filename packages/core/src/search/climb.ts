/** A good plan without branches, climbed to move by move: where there are too many traces to list, the search starts from it. */
import type { Model } from "../model/model.ts";
import type { Draws } from "../plan/draws.ts";
import type { Roll } from "../plan/roll.ts";
import type { Variation } from "../plan/rolled-world.ts";
import { inTurn } from "./tabulate.ts";

/** Worlds on which a step is judged: enough to tell a good direction, no more. */
const fewWorlds = 60;

/**
 * Adds or drops the move that brings most until none brings anything, from doing nothing and from each of `starts`; the best
 * of the ends, in the order of `moves` (in which they may be made). Cost O(moves² × 60 roll-outs) for each start.
 */
export function climb(
  roll: Roll,
  draws: Draws,
  model: Model,
  moves: readonly number[],
  starts: readonly (readonly number[])[],
  variation: Variation = {},
): number[] {
  draws.fill(0, fewWorlds);
  const worth = (chosen: ReadonlySet<number>): number => {
    const plan = inTurn(
      model,
      moves.filter((m) => chosen.has(m)),
    );
    let sum = 0;
    for (let w = 0; w < fewWorlds; w++) {
      roll.begin(draws.values, w * draws.width);
      roll.run(plan, variation);
      sum += roll.value;
    }
    return sum;
  };
  let best: { readonly chosen: ReadonlySet<number>; readonly value: number } | undefined;
  for (const start of [[], ...starts]) {
    let here = { chosen: new Set(start), value: worth(new Set(start)) };
    for (;;) {
      const steps = moves.map((m) => {
        const chosen = new Set(here.chosen);
        if (!chosen.delete(m)) chosen.add(m);
        return { chosen, value: worth(chosen) };
      });
      const next = steps.reduce((a, b) => (b.value > a.value ? b : a), here);
      if (next.value <= here.value + 1e-9 * fewWorlds) break;
      here = next;
    }
    if (best === undefined || here.value > best.value) best = here;
  }
  return moves.filter((m) => best!.chosen.has(m));
}
