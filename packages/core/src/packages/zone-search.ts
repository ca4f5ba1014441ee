/**
 * Counting by search: a partial package that no rest can spoil counts with everything below it, one that no rest can
 * save counts nothing, and only those between are opened.
 */
import { orderElimination } from "./elimination-order.ts";
import type { Space } from "./space.ts";
import { countCells, listFactors, maximaOf, minimaOf, strideOf } from "./tables.ts";

const MAX_TABLE = 5_000_000;

/** Undefined: more than `maxSettings` had to be opened. */
export function countBySearch(space: Space, maxSettings: number): bigint | undefined {
  const P = space.parties.length;
  const { sizes } = space;
  if (space.boxes.some((box) => countCells(sizes, box.scope) * P > MAX_TABLE)) return undefined;
  const factors = listFactors(space);
  const { order } = orderElimination(
    sizes,
    factors.map((factor) => factor.scope),
  );
  const N = order.length;
  const settled = [...order].reverse();
  const depthOf = new Int32Array(N);
  settled.forEach((issue, depth) => {
    depthOf[issue] = depth;
  });
  // A factor is paid at the depth at which its last issue is settled.
  const paid = settled.map((_, depth) =>
    factors.filter((factor) => Math.max(...factor.scope.map((i) => depthOf[i]!)) === depth),
  );
  const strides = paid.map((list) =>
    list.map((factor) => Float64Array.from(factor.scope, (i) => strideOf(sizes, factor.scope, i))),
  );
  const most = new Float64Array((N + 1) * P);
  const least = new Float64Array((N + 1) * P);
  const below: bigint[] = Array.from<bigint>({ length: N + 1 }).fill(1n);
  for (let depth = N - 1; depth >= 0; depth--) {
    below[depth] = below[depth + 1]! * space.issues[settled[depth]!]!.copies.reduce((sum, c) => sum + BigInt(c), 0n);
    for (let p = 0; p < P; p++) {
      most[depth * P + p] = most[(depth + 1) * P + p]! + paid[depth]!.reduce((sum, f) => sum + maximaOf(f, P)[p]!, 0);
      least[depth * P + p] = least[(depth + 1) * P + p]! + paid[depth]!.reduce((sum, f) => sum + minimaOf(f, P)[p]!, 0);
    }
  }
  // Where the doubles are roundings of longer integers, what lies within rounding of a reservation is settled exactly.
  const blur = Float64Array.from({ length: P }, (_, p) => {
    const span =
      Math.abs(most[p]!) +
      Math.abs(least[p]!) +
      (space.reservation[p] === -Infinity ? 0 : Math.abs(space.reservation[p]!));
    return space.exact ? span * N * 1e-15 : 0;
  });
  const sums = new Float64Array((N + 1) * P);
  const chosen = new Int32Array(N);
  let left = maxSettings;
  let total = 0n;
  /** Counts are gathered in a double and moved over before it could lose a unit. */
  let pending = 0;

  function descend(depth: number, copies: number): boolean {
    let sure = true;
    for (let p = 0; p < P; p++) {
      const need = space.reservation[p]!;
      const sum = sums[depth * P + p]!;
      if (sum + most[depth * P + p]! < need - blur[p]!) return true;
      if (sum + least[depth * P + p]! < need + blur[p]!)
        sure = sure && sum + least[depth * P + p]! >= need && blur[p] === 0;
    }
    if (sure || depth === N) {
      if (!sure && !isAcceptedExactly(space, chosen)) return true;
      if (depth === N) pending += copies;
      else total += below[depth]! * BigInt(copies);
      if (pending > 4_503_599_627_370_496) {
        total += BigInt(pending);
        pending = 0;
      }
      return true;
    }
    const issue = settled[depth]!;
    for (let option = 0; option < sizes[issue]!; option++) {
      if (--left < 0) return false;
      chosen[issue] = option;
      for (let p = 0; p < P; p++) sums[(depth + 1) * P + p] = sums[depth * P + p]!;
      const list = paid[depth]!;
      for (let f = 0; f < list.length; f++) {
        const { scope, values } = list[f]!;
        let at = 0;
        for (let k = 0; k < scope.length; k++) at += strides[depth]![f]![k]! * chosen[scope[k]!]!;
        at *= P;
        for (let p = 0; p < P; p++) sums[(depth + 1) * P + p]! += values[at + p]!;
      }
      if (!descend(depth + 1, copies * space.issues[issue]!.copies[option]!)) return false;
    }
    return true;
  }
  return descend(0, 1) ? total + BigInt(pending) : undefined;
}

/** In the true integers of a wide space; elsewhere the doubles were exact and this is not asked. */
function isAcceptedExactly(space: Space, chosen: Int32Array): boolean {
  const P = space.parties.length;
  if (!space.exact) return false;
  const sums = Array.from<bigint>({ length: P }).fill(0n);
  for (const { scope, values } of space.exact.factors) {
    const at = scope.reduce((cell, i) => cell * space.sizes[i]! + chosen[i]!, 0) * P;
    for (let p = 0; p < P; p++) sums[p] = sums[p]! + values[at + p]!;
  }
  return space.exact.reservation.every((need, p) => need === undefined || sums[p]! >= need);
}
