/** Why a zone is empty, issue by issue: on which issue one party's giving in would open it ([P21]). */
import { computeFrontier } from "./frontier.ts";
import type { Factor, Space } from "./space.ts";
import { maximaOf } from "./tables.ts";

export interface ClosingIssue {
  readonly party: string;
  /** Were the party as well off on this issue whatever comes out as with its best there, the zone would hold a package. */
  readonly issue: string;
}
export interface ClosingLimits {
  /** Parties × issues (400): each is a question of its own. */
  readonly questions: number;
  /** Vectors looked at in one (2 million). */
  readonly work: number;
}
const LIMITS: ClosingLimits = { questions: 400, work: 2_000_000 };

/** Undefined: integers pass 2^53, there are too many questions, or one of them was too large. Links play no part. */
export function findClosingIssues(space: Space, limits = LIMITS): readonly ClosingIssue[] | undefined {
  const P = space.parties.length;
  if (space.exact || P * space.issues.length > limits.questions) return undefined;
  const closing: ClosingIssue[] = [];
  for (let p = 0; p < P; p++) {
    if (space.reservation[p] === -Infinity) continue;
    for (let i = 0; i < space.issues.length; i++) {
      const factors = space.factors.map((factor) =>
        factor.scope.length === 1 && factor.scope[0] === i ? content(factor, p, P) : factor,
      );
      const zone = computeFrontier({ ...space, factors }, "zone", { work: limits.work });
      if ("failed" in zone) return undefined;
      if (zone.size > 0) closing.push({ party: space.parties[p]!, issue: space.issues[i]!.id });
    }
  }
  return closing;
}

/** The same table with one party at its best everywhere. */
function content(factor: Factor, party: number, P: number): Factor {
  const values = factor.values.slice();
  const best = maximaOf(factor, P)[party]!;
  for (let k = party; k < values.length; k += P) values[k] = best;
  return { scope: factor.scope, values };
}
