import { drawKey, uniformAt } from "../../worlds/index.ts";
import type { Bargain } from "./bargain.ts";
import type { OptionChances } from "./option-chances.ts";
import type { Outlook } from "./outlook.ts";
import type { FullSettings } from "./settings.ts";
import { distance, type SpatialTable, utility } from "./spatial-table.ts";

/**
 * Each actor with proposals takes its part of one of them, or stays; all actors weigh in on each queue. Returns the new
 * places. @param turn number of the turn, for the lots of `stochastic`
 */
export function resolve(
  table: SpatialTable,
  settings: FullSettings,
  outlook: Outlook,
  chances: OptionChances,
  bargains: readonly Bargain[],
  turn: number,
): Float64Array {
  const { actors: n, dimensions, position, capability } = table;
  const { apart, risk } = outlook;
  /** Worth to each actor of where everybody stands. */
  const now = new Float64Array(n);
  for (let a = 0; a < n; a++) {
    let sum = 0;
    for (let b = 0; b < n; b++) sum += utility(apart[a * n + b]!, risk[a]!);
    now[a] = sum / n;
  }
  const gained = bargains.map((bargain) => {
    const out = new Float64Array(n);
    for (let a = 0; a < n; a++) {
      const own = a * dimensions;
      const r = risk[a]!;
      const was = utility(apart[a * n + bargain.initiator]!, r) + utility(apart[a * n + bargain.receiver]!, r);
      const is =
        utility(distance(table, a, position, own, bargain.initiatorAt, 0), r) +
        utility(distance(table, a, position, own, bargain.receiverAt, 0), r);
      out[a] = now[a]! + (is - was) / n;
    }
    return out;
  });
  const next = Float64Array.from(position);
  const p = new Float64Array(bargains.length + 1);
  for (let k = 0; k < n; k++) {
    const queue = bargains.flatMap((bargain, b) => (bargain.initiator === k || bargain.receiver === k ? [b] : []));
    if (queue.length === 0) continue;
    const options = queue.length + 1;
    const worth = new Float64Array(n * options);
    for (let a = 0; a < n; a++) {
      worth[a * options] = now[a]!;
      for (let o = 1; o < options; o++) worth[a * options + o] = gained[queue[o - 1]!]![a]!;
    }
    chances.fill(worth, capability, n, options, p);
    const taken =
      settings.transitions === "stochastic" ? byLot(p, options, settings.seed, k, turn) : likeliest(p, options);
    if (taken === 0) continue;
    const bargain = bargains[queue[taken - 1]!]!;
    next.set(bargain.initiator === k ? bargain.initiatorAt : bargain.receiverAt, k * dimensions);
  }
  return next;
}

function likeliest(p: Float64Array, options: number): number {
  let best = 0;
  for (let o = 1; o < options; o++) if (p[o]! > p[best]!) best = o;
  return best;
}

function byLot(p: Float64Array, options: number, seed: number, actor: number, turn: number): number {
  let left = uniformAt(drawKey(seed, "spatial", `actor ${actor}`), turn);
  for (let o = 0; o < options; o++) {
    left -= p[o]!;
    if (left < 0) return o;
  }
  return options - 1;
}
