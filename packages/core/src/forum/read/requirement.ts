/** A quota over weights as a requirement of the game. */
import { type Fraction, fraction } from "../fraction.ts";
import type { Requirement } from "../game.ts";
import type { Report, RulePath } from "../problem.ts";
import { type Quota, threshold } from "./quota.ts";
import { toWhole } from "./whole-weights.ts";

export interface Seats {
  readonly names: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  /** Places of those who do not abstain. */
  readonly voting: readonly number[];
  /** Whether abstaining is as good as voting against. */
  readonly counted: boolean;
}

export function readRequirement(
  quota: Exclude<Quota, { kind: "consensus" }>,
  at: RulePath,
  weights: readonly Fraction[],
  { names, voting, counted }: Seats,
  report: Report,
): { readonly value: Requirement; readonly total: Fraction } | undefined {
  const negative = weights.findIndex(({ numerator }) => numerator < 0n);
  if (negative >= 0) {
    report("forum-bad-number", at, `The weight of ${names[negative]} is below 0.`, "Weights are 0 or more.");
    return undefined;
  }
  const whole = toWhole(weights);
  if (whole === undefined) {
    report(
      "forum-too-fine",
      at,
      "The weights are too fine or too large to be counted exactly.",
      "Round them: their sum, in their smallest unit, has to stay below 9·10¹⁵.",
    );
    return undefined;
  }
  const present = counted ? whole.weights : voting.map((k) => whole.weights[k]!);
  const total = BigInt(present.reduce((sum, weight) => sum + weight, 0));
  const all = BigInt(whole.weights.reduce((sum, weight) => sum + weight, 0));
  const least = threshold(quota, total, whole.factor);
  if (least > all) {
    report(
      "forum-quota-out-of-reach",
      at,
      "Not even all members together reach this quota; nothing could ever be adopted.",
      `Their weights come to ${decimal(fraction(all, whole.factor))}.`,
    );
    return undefined;
  }
  if (least <= 0n) {
    report(
      "forum-quota-too-low",
      at,
      "With this quota a proposal would be adopted by nobody.",
      "Give a quota above 0.",
    );
    return undefined;
  }
  return {
    value: { weights: voting.map((k) => whole.weights[k]!), quota: Number(least) },
    total: fraction(all, whole.factor),
  };
}

function decimal({ numerator, denominator }: Fraction): string {
  return String(Number(numerator) / Number(denominator));
}
