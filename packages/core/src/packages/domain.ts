/**
 * A package domain as data: issues with their options, and each party's utility as a sum of tables and boxes.
 * Whatever a file or a brief says arrives here; `compileSpace` turns it into integers.
 */
import type { Exact } from "./exact.ts";

export interface PackageIssue {
  readonly id: string;
  readonly options: readonly string[];
}
/** One summand over the issues in `issues` (indices, each once); values row-major, the last issue fastest. */
export interface UtilityTable {
  readonly issues: readonly number[];
  readonly values: readonly Exact[];
}
/** A summand paid where every named issue comes out between `from` and `to`, inclusive option indices. */
export interface UtilityBox {
  readonly ranges: readonly { readonly issue: number; readonly from: number; readonly to: number }[];
  readonly value: Exact;
}
export interface PartyUtility {
  readonly id: string;
  readonly tables: readonly UtilityTable[];
  readonly boxes?: readonly UtilityBox[];
  /** What the party has without agreement, in its own units. Absent: it accepts every package ([P6]). */
  readonly noAgreement?: Exact;
}
export interface PackageDomain {
  readonly issues: readonly PackageIssue[];
  /** In the file's order, which every result keeps. */
  readonly parties: readonly PartyUtility[];
}
/** A package as data: issue id → option. */
export type NamedPackage = Readonly<Record<string, string>>;
