/**
 * The compiled space: every party's utility as a sum of integer factors, scaled exactly ([P1]–[P3]).
 * Party p's utility in its own units is (integer sum) × unit[p]; no comparison is ever made in floats.
 */
import { type Rational, toNumber } from "./exact.ts";

/** A summand over `scope` (compiled issues, ascending), for all parties at once. */
export interface Factor {
  readonly scope: readonly number[];
  /** Row-major over the scope (last issue fastest), then party: `values[cell * parties + p]`, integers below 2^53. */
  readonly values: Float64Array;
}
/** Integers paid to the parties where every issue of `scope` takes an allowed option; kept apart from tables for wide graphs. */
export interface BoxFactor {
  readonly scope: readonly number[];
  /** Per issue of the scope: 1 for each compiled option that is allowed. */
  readonly allowed: readonly Uint8Array[];
  readonly values: Float64Array;
}
export interface SpaceIssue {
  readonly id: string;
  /** All options as given. */
  readonly options: readonly string[];
  /** Per compiled option: the first given option of its class, and how many given options no party can tell apart from it. */
  readonly representative: Int32Array;
  readonly copies: Float64Array;
  /** Per given option: its class. */
  readonly classOf: Int32Array;
}
export interface Space {
  readonly parties: readonly string[];
  readonly issues: readonly SpaceIssue[];
  /** Compiled options per issue. */
  readonly sizes: Int32Array;
  readonly factors: readonly Factor[];
  readonly boxes: readonly BoxFactor[];
  /** Per party: one integer step in its own units, in lowest terms. */
  readonly unit: readonly Rational[];
  /** Per party: no agreement as an integer of its scale; -Infinity where none was given. */
  readonly reservation: Float64Array;
  /** All packages as given, before options were merged into classes. */
  readonly outcomes: bigint;
  /**
   * Where integers would pass 2^53, the factors hold the nearest multiples of 2^k instead and `exact` the true integers:
   * only the functions of `wide` may then be used.
   */
  readonly exact: WideFactors | undefined;
}
export interface WideFactors {
  readonly factors: readonly { readonly scope: readonly number[]; readonly values: readonly bigint[] }[];
  readonly reservation: readonly (bigint | undefined)[];
}

/** Nothing is linked: what a package is worth is the sum of what its options are worth. */
export function isAdditive(space: Pick<Space, "factors" | "boxes">): boolean {
  return space.boxes.length === 0 && space.factors.every(({ scope }) => scope.length <= 1);
}

/** An integer of party p's scale in the party's own units, correctly rounded wherever it is a quotient of safe integers. */
export function toUnits(space: Space, party: number, integer: number | bigint): number {
  const { num, den } = space.unit[party]!;
  const top = Number(integer) * Number(num);
  // Both sides are integers below 2^53, so that one division rounds correctly. Adding 0 turns −0 into 0.
  if (Number.isSafeInteger(top) && den <= 9007199254740991n) return top / Number(den) + 0;
  return toNumber({ num: BigInt(integer) * num, den }) + 0;
}
