/** Bodies within a body: a member swings the whole where it swings its body and its body swings the rest. SPEC.md [C2]. */

import { binomials } from "./count/problem.ts";
import type { VotesGame } from "./game.ts";
import type { Profile } from "./profile.ts";

/** Numbers of coalitions by size, as the coefficients of a polynomial. */
type Sizes = readonly bigint[];
/** Coalitions of some bodies, by what they bring together: weight in each requirement, vetoes, number of bodies. */
type States = ReadonlyMap<string, { readonly sum: readonly number[]; readonly sizes: Sizes }>;

export function compoundProfile(outer: VotesGame, parts: readonly Profile[]): Profile {
  const brings = parts.map((_, p) => [
    ...outer.requirements.map(({ weights }) => weights[p]!),
    outer.vetoes.includes(p) ? 1 : 0,
    1,
  ]);
  const adopts = parts.map((part) => part.winning);
  const fails = parts.map((part) => binomials(part.size).map((all, s) => all - part.winning[s]!));
  const start: States = new Map([["", { sum: brings.length === 0 ? [] : brings[0]!.map(() => 0), sizes: [1n] }]]);
  const add = (states: States, p: number): States => {
    const next = new Map<string, { readonly sum: readonly number[]; readonly sizes: Sizes }>();
    const put = (sum: readonly number[], sizes: Sizes): void => {
      const key = sum.join(" ");
      const there = next.get(key);
      next.set(key, { sum, sizes: there === undefined ? sizes : plus(there.sizes, sizes) });
    };
    for (const { sum, sizes } of states.values()) {
      put(sum, times(sizes, fails[p]!));
      put(
        sum.map((have, d) => have + brings[p]![d]!),
        times(sizes, adopts[p]!),
      );
    }
    return next;
  };
  const winsWith = (sum: readonly number[]): boolean => {
    const bodies = sum.at(-1)!;
    if (sum.at(-2)! < outer.vetoes.length) return false;
    if (outer.fewestToBlock > 0 && parts.length - bodies < outer.fewestToBlock) return true;
    return outer.requirements.every(({ quota }, d) => sum[d]! >= quota);
  };
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  let whole = start;
  parts.forEach((_, p) => {
    whole = add(whole, p);
  });
  let winning: Sizes = [0n];
  for (const { sum, sizes } of whole.values()) if (winsWith(sum)) winning = plus(winning, sizes);
  const swings = parts.flatMap((part, p) => {
    let others = start;
    parts.forEach((_, other) => {
      if (other !== p) others = add(others, other);
    });
    let swung: Sizes = [0n];
    for (const { sum, sizes } of others.values()) {
      const joined = sum.map((have, d) => have + brings[p]![d]!);
      if (!winsWith(sum) && winsWith(joined)) swung = plus(swung, sizes);
    }
    const known = new Map<Sizes, Sizes>();
    return part.swings.map((own) => {
      const found = known.get(own) ?? filled(times(own, swung), size);
      known.set(own, found);
      return found;
    });
  });
  return { size, winning: filled(winning, size + 1), swings };
}

function plus(a: Sizes, b: Sizes): Sizes {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, s) => (a[s] ?? 0n) + (b[s] ?? 0n));
}

function times(a: Sizes, b: Sizes): Sizes {
  const product = Array.from({ length: a.length + b.length - 1 }, () => 0n);
  a.forEach((x, s) => {
    if (x !== 0n) {
      b.forEach((y, t) => {
        product[s + t]! += x * y;
      });
    }
  });
  return product;
}

function filled(sizes: Sizes, length: number): Sizes {
  return Array.from({ length }, (_, s) => sizes[s] ?? 0n);
}
