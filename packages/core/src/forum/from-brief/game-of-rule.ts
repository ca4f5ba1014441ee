/** A brief's compiled decision rule as a game: the same sets win as in `settle/voting`. */

import type { VotingRule } from "../../model/model.ts";
import { type Fraction, fraction } from "../fraction.ts";
import type { Requirement, VotesGame } from "../game.ts";
import { exactly, toWhole } from "../read/whole-weights.ts";

/** How far a sum of weights may fall short of the quota for it still to count as reached; as in `settle/voting`. */
const TOLERANCE = 1e-9;

/** Undefined where weights are too fine to be counted exactly. */
export function gameOfRule(rule: VotingRule): VotesGame | undefined {
  const requirements: Requirement[] = [];
  const vetoes = new Set<number>();
  for (let each: VotingRule | undefined = rule; each !== undefined; each = each.and) {
    const requirement = requirementOf(each);
    if (requirement === undefined) return undefined;
    requirements.push(requirement);
    for (const k of each.vetoes) vetoes.add(k);
  }
  return {
    kind: "votes",
    size: rule.weights.length,
    requirements,
    vetoes: [...vetoes].sort((a, b) => a - b),
    fewestToBlock: 0,
  };
}

function requirementOf({ weights, quota, strict }: VotingRule): Requirement | undefined {
  const read: Fraction[] = [];
  for (const weight of weights) read.push(exactly(weight) ?? fraction(-1n, 1n));
  if (read.some(({ numerator }) => numerator < 0n)) return undefined;
  const whole = toWhole(read);
  if (whole === undefined) return undefined;
  const factor = Number(whole.factor);
  return {
    weights: whole.weights,
    quota: strict ? Math.floor((quota + TOLERANCE) * factor) + 1 : Math.ceil((quota - TOLERANCE) * factor),
  };
}
