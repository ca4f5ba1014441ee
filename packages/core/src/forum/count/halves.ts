/**
 * Counting by halves: the sets of each half of the members are listed, and pairs of them that keep within the limits are
 * counted, so that 2^n sets are never gone through where one limit is all there is. For few members with weights too fine for
 * a table, such as populations in persons. SPEC.md [G5].
 */
import type { LimitCounts, LimitProblem } from "./problem.ts";

/** All sets of some members, by their weight in the first dimension, lightest first. */
interface Half {
  readonly members: readonly number[];
  /** By dimension. */
  readonly sums: readonly Float64Array[];
  readonly sizes: Uint8Array;
  readonly masks: Uint32Array;
}
/** Numbers of pairs that keep within the limits, by size and, for the members of one half, by who is in. */
interface Tally {
  readonly all: Float64Array;
  readonly having: readonly Float64Array[];
}

/** Most members whose halves are listed, by the number of limits: memory for one, time for several. */
export function mostMembersByHalves(dimensions: number): number {
  return dimensions === 1 ? 44 : 30;
}

/** Steps, roughly. */
export function halvesCost({ count, limits }: LimitProblem): number {
  const half = Math.ceil(count / 2);
  const sets = 1 << half;
  const sweeps = sets * half * half;
  return limits.length === 1 ? sweeps : sweeps + sets * (1 << (count - half));
}

export function countByHalves({ count, weights, limits, largest }: LimitProblem): LimitCounts {
  const middle = Math.ceil(count / 2);
  const members = Array.from({ length: count }, (_, i) => i);
  const a = listSets(weights, members.slice(0, middle));
  const b = listSets(weights, members.slice(middle));
  const [fromA, fromB] =
    limits.length === 1
      ? [sweep(a, b, limits[0]!, count), sweep(b, a, limits[0]!, count)]
      : comparePairs(a, b, limits, count);
  const within = (value: number, size: number): bigint => (size <= largest ? BigInt(value) : 0n);
  return {
    all: Array.from(fromA.all, within),
    without: [...fromA.having, ...fromB.having].map((having) =>
      Array.from(having, (value, size) => within(fromA.all[size]! - value, size)),
    ),
  };
}

/** Members are added one by one; what has them and what has them not are two sorted lists, which are merged. */
function listSets(weights: readonly (readonly number[])[], members: readonly number[]): Half {
  let half: Half = {
    members,
    sums: weights.map(() => new Float64Array(1)),
    sizes: new Uint8Array(1),
    masks: new Uint32Array(1),
  };
  members.forEach((member, bit) => {
    const added = weights.map((list) => list[member]!);
    const { sums, sizes, masks } = half;
    const [first] = sums;
    const length = masks.length;
    const next: Half = {
      members,
      sums: sums.map(() => new Float64Array(2 * length)),
      sizes: new Uint8Array(2 * length),
      masks: new Uint32Array(2 * length),
    };
    let [old, fresh] = [0, 0];
    for (let at = 0; at < 2 * length; at++) {
      const takeOld = fresh === length || (old < length && first![old]! <= first![fresh]! + added[0]!);
      const from = takeOld ? old++ : fresh++;
      for (let d = 0; d < sums.length; d++) next.sums[d]![at] = sums[d]![from]! + (takeOld ? 0 : added[d]!);
      next.sizes[at] = sizes[from]! + (takeOld ? 0 : 1);
      next.masks[at] = masks[from]! | (takeOld ? 0 : 1 << bit);
    }
    half = next;
  });
  return half;
}

function emptyTally(count: number, { members }: Half): Tally {
  return { all: new Float64Array(count + 1), having: members.map(() => new Float64Array(count + 1)) };
}

/** Adds pairs of one set with others of these numbers by size. */
function book(tally: Tally, size: number, mask: number, others: ArrayLike<number>, offset: number, most: number): void {
  for (let other = 0; other <= most; other++) tally.all[size + other]! += others[offset + other]!;
  for (let rest = mask; rest !== 0; rest &= rest - 1) {
    const having = tally.having[31 - Math.clz32(rest & -rest)]!;
    for (let other = 0; other <= most; other++) having[size + other]! += others[offset + other]!;
  }
}

/** Goes through one half from its heaviest set down; ever more sets of the other half fit beside it. */
function sweep(own: Half, other: Half, limit: number, count: number): Tally {
  const tally = emptyTally(count, own);
  const most = other.members.length;
  const fitting = new Float64Array(most + 1);
  const [ownSums, otherSums] = [own.sums[0]!, other.sums[0]!];
  let next = 0;
  for (let at = ownSums.length - 1; at >= 0; at--) {
    const room = limit - ownSums[at]!;
    while (next < otherSums.length && otherSums[next]! <= room) {
      fitting[other.sizes[next]!]!++;
      next++;
    }
    book(tally, own.sizes[at]!, own.masks[at]!, fitting, 0, most);
  }
  return tally;
}

function comparePairs(a: Half, b: Half, limits: readonly number[], count: number): readonly [Tally, Tally] {
  const tallies = [emptyTally(count, a), emptyTally(count, b)] as const;
  const [mostA, mostB] = [a.members.length, b.members.length];
  const besideB = new Float64Array(b.masks.length * (mostA + 1));
  for (let i = 0; i < a.masks.length; i++) {
    const besideA = new Float64Array(mostB + 1);
    const room = limits.map((limit, d) => limit - a.sums[d]![i]!);
    for (let j = 0; j < b.masks.length && b.sums[0]![j]! <= room[0]!; j++) {
      let fits = true;
      for (let d = 1; d < room.length && fits; d++) fits = b.sums[d]![j]! <= room[d]!;
      if (!fits) continue;
      besideA[b.sizes[j]!]!++;
      besideB[j * (mostA + 1) + a.sizes[i]!]!++;
    }
    book(tallies[0], a.sizes[i]!, a.masks[i]!, besideA, 0, mostB);
  }
  for (let j = 0; j < b.masks.length; j++) book(tallies[1], b.sizes[j]!, b.masks[j]!, besideB, j * (mostA + 1), mostA);
  return tallies;
}
