import type { FullSettings } from "./settings.ts";
import type { SpatialTable } from "./spatial-table.ts";

/** A proposal: where two actors would come to stand; other actors stay. */
export interface Bargain {
  readonly initiator: number;
  readonly receiver: number;
  readonly initiatorAt: Float64Array;
  readonly receiverAt: Float64Array;
}

/** To a ten-thousandth of the scale, as the released program does: without it places creep on for ever. */
const rounded = (x: number) => Math.trunc(0.5 + 10_000 * x) / 10_000;
const base = 1e-6;

/** Both move towards each other on each dimension, less where they care and are strong. `chance` is i's, 0..1. */
export function bargainBetween(
  table: SpatialTable,
  weighing: FullSettings["weighing"],
  i: number,
  j: number,
  chance: number,
): Bargain {
  const chanceOfJ = 1 - chance;
  const { dimensions, position, salience } = table;
  const initiatorAt = new Float64Array(dimensions);
  const receiverAt = new Float64Array(dimensions);
  for (let k = 0; k < dimensions; k++) {
    const ti = position[i * dimensions + k]!;
    const tj = position[j * dimensions + k]!;
    const si = salience[i * dimensions + k]!;
    const sj = salience[j * dimensions + k]!;
    if (weighing === "S2PMax") {
      initiatorAt[k] = rounded(ti + conceded(si, sj, chanceOfJ - chance) * (tj - ti));
      receiverAt[k] = rounded(tj + conceded(sj, si, chance - chanceOfJ) * (ti - tj));
      continue;
    }
    const twice = weighing === "S2P2";
    const wi = twice ? si * si * chance * chance : si * chance;
    const wj = twice ? sj * sj * chanceOfJ * chanceOfJ : sj * chanceOfJ;
    const all = wi + base + wj;
    initiatorAt[k] = rounded(((wi + base) * ti + wj * tj) / all);
    receiverAt[k] = rounded((wi * ti + (base + wj) * tj) / all);
  }
  return { initiator: i, receiver: j, initiatorAt, receiverAt };
}

/** Share of the way that an actor goes, by how much likelier the other is to win. */
function conceded(own: number, other: number, lead: number): number {
  const by = Math.max(0, lead);
  const pull = by * other * other;
  return pull / (pull + base + (1 - by) * own * own);
}

/** A bargain between two versions of it, by their weights. */
export function between(first: Bargain, second: Bargain, weight: number, other: number): Bargain {
  const mix = (a: Float64Array, b: Float64Array) =>
    a.map((x, k) => rounded((weight * x + other * b[k]!) / (weight + other)));
  return {
    initiator: first.initiator,
    receiver: first.receiver,
    initiatorAt: mix(first.initiatorAt, second.initiatorAt),
    receiverAt: mix(first.receiverAt, second.receiverAt),
  };
}
