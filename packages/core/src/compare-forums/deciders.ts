/** Who decides before a forum: weights against thresholds, power, coalitions, and who stood in the way how often. */
import type { Brief } from "../brief/brief.ts";
import { type OneForum, studyItem } from "../forum/from-brief/study-forums.ts";
import type { Model, VotingRule } from "../model/model.ts";
import { gatekeepersOf } from "../settle/admission.ts";
import { needsOf } from "../settle/settle-item.ts";
import type { Candidate } from "./candidates.ts";
import type { Deciders, Threshold } from "./findings.ts";
import { type ForumTally, sums } from "./tally.ts";

/** `studied` is the forum's rule. Seats of all members at the item are taken for granted. */
export function decidersOf(
  brief: Brief,
  model: Model,
  { item, forum }: Candidate,
  studied: Extract<OneForum, { ok: true }>,
  tally: ForumTally,
): Deciders {
  const entry = model.items[item]!;
  const { members, rule } = model.forums[forum]!;
  const n = tally.values.length;
  const known = studied.rule;
  const sharesOf = (party: number) => {
    const seat = entry.seatOf[party]!;
    return {
      party: model.parties[party]!.id,
      acceptsAsk: tally.takesAsk[seat]! / n,
      refusesAlone: tally.item.refusesAlone[seat]! / n,
      keepsOff: tally.item.keepsOff[seat]! / n,
    };
  };
  const outside = [...needsOf(model.forums[forum]!, item), ...gatekeepersOf(model, entry, model.forums[forum]!)];
  const others = [...new Set(outside)].filter((party) => !members.includes(party)).sort((a, b) => a - b);
  const vetoes = vetoesOf(rule);
  const { pivots, winSet } = entry.ordered ? studyItem(brief, model, entry, forum, studied.game) : {};
  return {
    thresholds: thresholdsOf(rule),
    members: members.map((party, k) => {
      const shares = sharesOf(party);
      return {
        ...shares,
        veto: vetoes.has(k),
        blocksAlone: known.blockAlone.includes(shares.party),
        shapleyShubik: known.shapleyShubik[shares.party]!,
        banzhaf: known.banzhaf[shares.party]!,
      };
    }),
    others: others.map(sharesOf),
    enoughForAsk: tally.sums[sums.enoughForAsk]! / n,
    easeOfAdoption: known.easeOfAdoption,
    minimalWinning: known.minimalWinning,
    minimalBlocking: known.minimalBlocking,
    ...(pivots === undefined ? {} : { scale: { pivots, ...(winSet === undefined ? {} : { winSet }) } }),
  };
}

function thresholdsOf(rule: VotingRule): Threshold[] {
  const { weights, quota, strict, and } = rule;
  return [{ weights, quota, strict }, ...(and === undefined ? [] : thresholdsOf(and))];
}

function vetoesOf(rule: VotingRule): ReadonlySet<number> {
  return new Set([...rule.vetoes, ...(rule.and === undefined ? [] : vetoesOf(rule.and))]);
}
