/** Approval: every voter names all it can live with; most named first. Source: SPEC.md [A1]. */
import type { Fraction } from "../../forum/fraction.ts";
import { type Ballot, type Contest, canFill, canFillWith, openState, standing } from "./contest.ts";
import { compare, nothing, plus } from "./exact.ts";

export interface ApprovalCount {
  readonly approvals: readonly Fraction[];
  readonly elected: readonly number[];
  readonly tied: boolean;
}

/** All names on a ballot are approved. Undefined where the seats cannot be filled within the bounds. */
export function countApprovals(contest: Contest, ballots: readonly Ballot[]): ApprovalCount | undefined {
  const state = openState(contest);
  if (!canFill(contest, state)) return undefined;
  const approvals: Fraction[] = Array.from({ length: contest.names }, () => nothing);
  for (const { ranking, weight } of ballots)
    for (const name of ranking) if (state[name] === standing.hopeful) approvals[name] = plus(approvals[name]!, weight);
  const elected: number[] = [];
  let tied = false;
  while (elected.length < contest.seats) {
    const able = Array.from(state.keys()).filter(
      (name) => state[name] === standing.hopeful && canFillWith(contest, state, name, standing.elected),
    );
    const best = able.reduce((a, b) => (compare(approvals[b]!, approvals[a]!) > 0 ? b : a));
    elected.push(best);
    state[best] = standing.elected;
  }
  // A tie that matters: somebody left out has as many, and could have had the seat instead.
  for (const name of elected)
    for (let other = 0; other < contest.names; other++) {
      if (state[other] !== standing.hopeful || compare(approvals[other]!, approvals[name]!) !== 0) continue;
      state[name] = standing.out;
      if (canFillWith(contest, state, other, standing.elected)) tied = true;
      state[name] = standing.elected;
    }
  return { approvals, elected, tied };
}
