/** What is not known, ranked by what knowing it is worth (MODEL.md §2). */
import type { Model } from "../model/model.ts";
import type { InputGroup, Unknown } from "../run/findings.ts";
import { drawKey, fillDraws } from "../worlds/index.ts";
import type { Merged } from "./merged.ts";
import type { Variant } from "./variants.ts";

/** Cells by the unknown's draw: what is learnt is in which tenth it lies. */
const cells = 10;

/**
 * For each unknown: choosing the best of the compared plans in each tenth of its range, less the best plan over all. The
 * choice is made on even worlds and valued on odd ones, so that luck is not mistaken for knowledge: noise may make it
 * slightly negative. Cost O(unknowns × worlds × plans).
 */
export function rankUnknowns(model: Model, merged: Merged, variants: readonly Variant[], seed: number): Unknown[] {
  const n = merged.worlds;
  const plans = variants.flatMap((variant, v) =>
    variant.kind === "asWritten" || variant.kind === "none" || variant.kind === "without" || variant.kind === "other" ? [merged.values[v]!] : [],
  );
  const draws = new Float64Array(n);
  const unknowns = model.inputs.flatMap((input): Unknown[] => {
    if (!input.unknown || input.group === "events" || input.distribution.kind === "exact") return [];
    fillDraws(input.distribution, drawKey(seed, "input", input.bloc?.key ?? input.key), { from: 0, count: n }, draws);
    const order = [...draws.keys()].sort((a, b) => draws[a]! - draws[b]! || a - b);
    const cell = new Uint8Array(n);
    order.forEach((world, rank) => {
      cell[world] = Math.min(cells - 1, Math.floor((rank * cells) / n));
    });
    return [{ path: input.path, what: input.what, group: input.group as InputGroup, worth: worthOf(plans, cell), swing: swingOf(merged.values[0]!, order) }];
  });
  return merge(unknowns).sort((a, b) => b.worth - a.worth || Math.abs(b.swing) - Math.abs(a.swing) || (a.path < b.path ? -1 : 1));
}

/** Several numbers of one place (a bloc's, say) are one thing to ask. */
function merge(unknowns: readonly Unknown[]): Unknown[] {
  const byPath = new Map<string, Unknown>();
  for (const unknown of unknowns) {
    const known = byPath.get(`${unknown.path} ${unknown.what}`);
    if (known === undefined) byPath.set(`${unknown.path} ${unknown.what}`, unknown);
  }
  return [...byPath.values()];
}

function worthOf(plans: readonly Float64Array[], cell: Uint8Array): number {
  const best = bestPlan(plans, cell, -1);
  let gain = 0;
  let count = 0;
  const choice = Array.from({ length: cells }, (_, c) => bestPlan(plans, cell, c));
  for (let w = 1; w < cell.length; w += 2) {
    gain += plans[choice[cell[w]!]!]![w]! - plans[best]![w]!;
    count++;
  }
  return count === 0 ? 0 : gain / count;
}

/** The plan of most value on the even worlds of a cell (all cells: -1); ties to the first. */
function bestPlan(plans: readonly Float64Array[], cell: Uint8Array, which: number): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [p, values] of plans.entries()) {
    let total = 0;
    for (let w = 0; w < cell.length; w += 2) if (which < 0 || cell[w] === which) total += values[w]!;
    if (total > most) {
      most = total;
      best = p;
    }
  }
  return best;
}

function swingOf(values: Float64Array, order: readonly number[]): number {
  const third = Math.floor(order.length / 3);
  if (third === 0) return 0;
  let low = 0;
  let high = 0;
  for (let k = 0; k < third; k++) {
    low += values[order[k]!]!;
    high += values[order[order.length - 1 - k]!]!;
  }
  return (high - low) / third;
}
