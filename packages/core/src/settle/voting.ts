/** Decision rules: is a set of members winning? */
import type { VotingRule } from "../model/model.ts";

/** `accepts[k]` is 1 where member k (in the forum's order) accepts. */
export function isWinning(rule: VotingRule, accepts: Uint8Array): boolean {
  for (const k of rule.vetoes) if (accepts[k] !== 1) return false;
  let weight = 0;
  for (let k = 0; k < rule.weights.length; k++) if (accepts[k] === 1) weight += rule.weights[k]!;
  const reached = rule.strict ? weight > rule.quota + 1e-9 : weight >= rule.quota - 1e-9;
  return reached && (rule.and === undefined || isWinning(rule.and, accepts));
}
