import { type Bargain, bargainBetween, between } from "./bargain.ts";
import { Conflict } from "./conflict.ts";
import { type Outlook, worthSeenBy } from "./outlook.ts";
import type { FullSettings } from "./settings.ts";
import type { SpatialTable } from "./spatial-table.ts";

/** A challenge worth making: to whom, with what chance, and what the challenger expects of it. */
export interface Challenge {
  readonly from: number;
  readonly to: number;
  readonly chance: number;
  readonly expects: number;
}

/** Below this a challenge is not worth the trouble. */
const leastGain = 1e-5;

/** At most one proposal by each actor, to the one from whom it expects most (of equals the first). */
export function propose(
  table: SpatialTable,
  settings: FullSettings,
  outlook: Outlook,
): { readonly challenges: readonly Challenge[]; readonly bargains: readonly Bargain[] } {
  const n = table.actors;
  const conflict = new Conflict(table, settings);
  const worth = new Float64Array(n * n);
  const challenges: Challenge[] = [];
  const bargains: Bargain[] = [];
  for (let i = 0; i < n; i++) {
    worthSeenBy(i, n, outlook, worth);
    let most = leastGain;
    let to = -1;
    let chance = 0;
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const gain = conflict.weigh(worth, i, j, i);
      if (gain <= most) continue;
      most = gain;
      to = j;
      chance = conflict.chance;
    }
    if (to < 0) continue;
    challenges.push({ from: i, to, chance, expects: most });
    const own = bargainBetween(table, settings.weighing, i, to, chance);
    if (settings.bargain === "initiator") {
      bargains.push(own);
      continue;
    }
    const seen = new Float64Array(n * n);
    worthSeenBy(to, n, outlook, seen);
    const expected = conflict.weigh(seen, i, to, i);
    const theirs = bargainBetween(table, settings.weighing, i, to, settings.literal ? expected : conflict.chance);
    if (settings.bargain === "both") bargains.push(own, theirs);
    else {
      const power = (actor: number) => table.total[actor]! * table.capability[settings.literal ? i : actor]!;
      bargains.push(between(own, theirs, power(i), power(to)));
    }
  }
  return { challenges, bargains };
}
