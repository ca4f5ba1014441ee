/**
 * Counting by a table over "how much of its reservation has each party so far": cells of (reservation + 1) per party,
 * one pass per issue. For spaces without links whose points are few and whole.
 */

import type { Space } from "./space.ts";
import { maximaOf, minimaOf } from "./tables.ts";

const MAX_CELLS = 4_000_000;
const MAX_STEPS = 400_000_000;
/** Counts are kept in limbs of 40 bits, so that sums over thousands of options stay below 2^53. */
const LIMB = 1_099_511_627_776;

/** Undefined: the space has links, or the table would be too large. */
export function countByTable(space: Space): bigint | undefined {
  const P = space.parties.length;
  if (space.boxes.length > 0 || space.factors.some((factor) => factor.scope.length > 1)) return undefined;
  const needed: number[] = [];
  for (let p = 0; p < P; p++) if (space.reservation[p]! > -Infinity) needed.push(p);
  const least = space.factors.map((factor) => minimaOf(factor, P));
  const most = space.factors.map((factor) => maximaOf(factor, P));
  const need = needed.map((p) => space.reservation[p]! - least.reduce((sum, low) => sum + low[p]!, 0));
  if (need.some((n, k) => n > most.reduce((sum, high, f) => sum + high[needed[k]!]! - least[f]![needed[k]!]!, 0)))
    return 0n;
  const sizes = need.map((n) => Math.max(0, n) + 1);
  const cells = sizes.reduce((a, b) => a * b, 1);
  const bits = space.outcomes.toString(2).length;
  const limbs = Math.ceil(bits / 40);
  const options = space.sizes.reduce((a, b) => a + b, 0);
  if (cells * limbs > MAX_CELLS || cells * limbs * options > MAX_STEPS) return undefined;
  if (space.issues.some((issue) => issue.copies.reduce((a, b) => a + b, 0) > 8192)) return undefined;

  const strides = sizes.map((_, k) => sizes.slice(k + 1).reduce((a, b) => a * b, 1));
  let counts = new Float64Array(cells * limbs);
  let next = new Float64Array(cells * limbs);
  counts[0] = 1;
  const have = new Int32Array(sizes.length);
  const gain = new Float64Array(sizes.length);
  space.issues.forEach((issue, i) => {
    next.fill(0);
    const own = space.factors.flatMap((factor, f) => (factor.scope[0] === i ? [f] : []));
    for (let option = 0; option < space.sizes[i]!; option++) {
      const copies = issue.copies[option]!;
      for (let k = 0; k < needed.length; k++) {
        const p = needed[k]!;
        gain[k] = own.reduce((sum, f) => sum + space.factors[f]!.values[option * P + p]! - least[f]![p]!, 0);
      }
      have.fill(0);
      for (let cell = 0; cell < cells; cell++) {
        const from = cell * limbs;
        let any = false;
        for (let l = 0; l < limbs; l++) if (counts[from + l] !== 0) any = true;
        if (any) {
          let to = 0;
          for (let k = 0; k < sizes.length; k++) to += Math.min(sizes[k]! - 1, have[k]! + gain[k]!) * strides[k]!;
          to *= limbs;
          for (let l = 0; l < limbs; l++) next[to + l]! += copies * counts[from + l]!;
        }
        for (let k = sizes.length - 1; k >= 0; k--) {
          have[k]!++;
          if (have[k]! < sizes[k]!) break;
          have[k] = 0;
        }
      }
    }
    for (let at = 0; at < next.length; at += limbs)
      for (let l = 0; l < limbs - 1; l++) {
        const carry = Math.floor(next[at + l]! / LIMB);
        next[at + l]! -= carry * LIMB;
        next[at + l + 1]! += carry;
      }
    [counts, next] = [next, counts];
  });
  let total = 0n;
  for (let l = limbs - 1; l >= 0; l--) total = total * BigInt(LIMB) + BigInt(counts[(cells - 1) * limbs + l]!);
  return total;
}
