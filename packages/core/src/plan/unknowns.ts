/** What is not known, ranked by what knowing it is worth (MODEL.md §2). */
import type { Model } from "../model/model.ts";
import type { InputGroup, Unknown } from "../run/findings.ts";
import { drawKey, fillUniforms } from "../worlds/index.ts";
import type { Merged } from "./merged.ts";
import { meanWithInterval } from "./value-range.ts";
import type { Variant } from "./variants.ts";

/** Cells by the unknown's draw: what is learnt is in which tenth it lies. */
const cells = 10;

/**
 * For each unknown: choosing the best of the compared plans in each tenth of its range, less the best plan over all. The
 * choice is made on even worlds and valued on odd ones, so that luck is not mistaken for knowledge: noise may make it
 * slightly negative. Cost O(unknowns × worlds × plans).
 */
export function rankUnknowns(
  model: Model,
  merged: Merged,
  variants: readonly Variant[],
  seed: number,
  kept?: Uint32Array,
): Unknown[] {
  const n = merged.worlds;
  const plans = variants.flatMap((variant, v) =>
    variant.variation.asIf === undefined &&
    (variant.kind === "asWritten" || variant.kind === "none" || variant.kind === "without" || variant.kind === "other")
      ? [merged.values[v]!]
      : [],
  );
  const even = interleave(plans, n);
  const uniform = new Float64Array(n);
  const cell = new Uint8Array(n);
  const unknowns = model.inputs.flatMap((input): Unknown[] => {
    if (!input.unknown || input.group === "events" || input.distribution.kind === "exact") return [];
    // A draw rises with its uniform, so the tenth of the range is the tenth of the uniform.
    fillUniforms(
      drawKey(seed, "input", input.bloc?.key ?? input.key),
      kept?.subarray(0, n) ?? { from: 0, count: n },
      uniform,
    );
    for (let w = 0; w < n; w++) cell[w] = Math.floor(uniform[w]! * cells);
    return [
      {
        path: input.path,
        what: input.what,
        group: input.group as InputGroup,
        ...worthOf(plans, even, cell),
        swing: swingOf(merged.values[0]!, uniform),
      },
    ];
  });
  return merge(unknowns).sort(
    (a, b) => told(b) - told(a) || Math.abs(b.swing) - Math.abs(a.swing) || (a.path < b.path ? -1 : 1),
  );
}

/** Its worth where that can be told from nothing: else unknowns are ranked by how far they move the plan. */
const told = (unknown: Unknown): number => (unknown.low > 0 ? unknown.worth : 0);

/** Several numbers of one place (a bloc's, say) are one thing to ask. */
function merge(unknowns: readonly Unknown[]): Unknown[] {
  const byPath = new Map<string, Unknown>();
  for (const unknown of unknowns) {
    const known = byPath.get(`${unknown.path} ${unknown.what}`);
    if (known === undefined) byPath.set(`${unknown.path} ${unknown.what}`, unknown);
  }
  return [...byPath.values()];
}

/** The plans' values in the even worlds, world by world: the sums of all plans then run abreast. */
function interleave(plans: readonly Float64Array[], worlds: number): Float64Array {
  const values = new Float64Array(((worlds + 1) >>> 1) * plans.length);
  for (const [p, list] of plans.entries())
    for (let w = 0, at = p; w < worlds; w += 2, at += plans.length) values[at] = list[w]!;
  return values;
}

function worthOf(
  plans: readonly Float64Array[],
  even: Float64Array,
  cell: Uint8Array,
): { worth: number; low: number; high: number } {
  const width = plans.length;
  /** By cell and plan. */
  const total = new Float64Array(cells * width);
  for (let w = 0, at = 0; w < cell.length; w += 2) {
    const row = cell[w]! * width;
    for (let p = 0; p < width; p++, at++) total[row + p] = total[row + p]! + even[at]!;
  }
  const all = new Float64Array(width);
  for (let c = 0, at = 0; c < cells; c++) for (let p = 0; p < width; p++, at++) all[p] = all[p]! + total[at]!;
  const overall = bestOf(all);
  const choice = Array.from({ length: cells }, (_, c) => bestOf(total.subarray(c * width, (c + 1) * width)));
  const gains = new Float64Array(cell.length >>> 1);
  for (let k = 0; k < gains.length; k++) {
    const w = 2 * k + 1;
    gains[k] = plans[choice[cell[w]!]!]![w]! - plans[overall]![w]!;
  }
  if (gains.length < 2) return { worth: 0, low: 0, high: 0 };
  const { value, low, high } = meanWithInterval(gains);
  return { worth: value, low, high };
}

/** Index of the greatest; ties to the first. */
function bestOf(values: Float64Array): number {
  let best = 0;
  for (let k = 1; k < values.length; k++) if (values[k]! > values[best]!) best = k;
  return best;
}

/** Mean value in the worlds of the unknown's upper third less that in its lower third. */
function swingOf(values: Float64Array, uniform: Float64Array): number {
  const sums = [0, 0];
  const counts = [0, 0];
  for (let w = 0; w < values.length; w++) {
    const third = uniform[w]! < 1 / 3 ? 0 : uniform[w]! > 2 / 3 ? 1 : -1;
    if (third < 0) continue;
    sums[third] = sums[third]! + values[w]!;
    counts[third] = counts[third]! + 1;
  }
  return counts[0] === 0 || counts[1] === 0 ? 0 : sums[1]! / counts[1]! - sums[0]! / counts[0]!;
}
