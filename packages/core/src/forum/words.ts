/** Rules in words. */
import { type Fraction, fractionText } from "./fraction.ts";
import type { Quota } from "./read/quota.ts";

/** `total` of the weights; undefined where members count one each. */
export function requirementWords(
  quota: Exclude<Quota, { kind: "consensus" }>,
  total: Fraction | undefined,
  members: number,
  name?: string,
): string {
  const ending = name === undefined ? "" : ` (${name})`;
  const of = total === undefined ? `the ${members} members` : `a total weight of ${plain(total)}`;
  if (quota.kind === "votes") return `At least ${plain(quota.votes)} of ${of}${ending}.`;
  return `${quota.more ? "More than" : "At least"} ${quota.text} of ${of}${ending}.`;
}

export interface BodyClauses {
  readonly vetoes: readonly string[];
  readonly fewestToBlock: number;
  readonly abstaining: readonly string[];
  readonly counted: boolean;
}

export function bodyWords(
  requirements: readonly string[],
  { vetoes, fewestToBlock, abstaining, counted }: BodyClauses,
): readonly string[] {
  const effect = counted ? "which counts as a vote against" : "which does not block";
  return [
    ...requirements,
    ...(vetoes.length === 0 ? [] : [`${vetoes.join(", ")} ${vetoes.length === 1 ? "has" : "have"} a veto.`]),
    ...(fewestToBlock === 0 ? [] : [`Fewer than ${fewestToBlock} against do not block, whatever their weight.`]),
    ...(abstaining.length === 0
      ? []
      : [`${abstaining.join(", ")} ${abstaining.length === 1 ? "abstains" : "abstain"}, ${effect}.`]),
  ];
}

/** Whole numbers with marks between thousands, decimals where they end, else the fraction. */
export function plain(value: Fraction): string {
  const { numerator, denominator } = value;
  if (denominator === 1n) return numerator.toLocaleString("en-GB");
  const decimals = Number(numerator) / Number(denominator);
  return String(decimals).length <= 12 ? String(decimals) : fractionText(value);
}
