import type { Id } from "@demarche/core/brief";
import type { ItemFinding } from "@demarche/core/run";
import { type BriefIndex, memo } from "../wording/index.ts";

/** A cause of "nothing" and its share of all worlds. */
export interface Cause {
  readonly text: string;
  readonly share: number;
}

/** The party that keeps the item off most often, where one does. */
function gatekeeper(index: BriefIndex, item: ItemFinding): Id | undefined {
  const known = item.parties.filter((party) => party.keepsOff > 0 && index.parties.has(party.party));
  return known.reduce<(typeof known)[number] | undefined>(
    (most, party) => (most === undefined || party.keepsOff > most.keepsOff ? party : most),
    undefined,
  )?.party;
}

/** Why nothing comes of the item: causes that occur, the commonest first. */
export function causesOfNothing(
  index: BriefIndex,
  item: ItemFinding,
  nameOf: (party: Id) => string = index.inProse,
): readonly Cause[] {
  const { notAdmitted, noCompetence, brokeDown, refused, notReached } = item.none.because;
  const keeper = gatekeeper(index, item);
  const name = (party: Id): string => (party === index.brief.head.us ? memo.us : nameOf(party));
  const refusals = Object.entries(refused).map(([party, share]) => ({
    text: party === "jointly" ? memo.reason.jointly : memo.reason.refused(name(party)),
    share,
  }));
  const causes: readonly Cause[] = [
    {
      text: keeper === undefined ? memo.reason.notAdmitted : memo.reason.keptOff(name(keeper)),
      share: notAdmitted,
    },
    { text: memo.reason.noCompetence, share: noCompetence },
    { text: memo.reason.brokeDown, share: brokeDown },
    ...refusals,
    { text: memo.reason.notReached, share: notReached },
  ];
  // a stable sort: equal shares keep the order of the procedure
  return causes.filter((cause) => cause.share > 0).toSorted((a, b) => b.share - a.share);
}

/** The commonest cause, in words; parties as `nameOf` says. */
export function chiefReason(index: BriefIndex, item: ItemFinding, nameOf: (party: Id) => string): string {
  return causesOfNothing(index, item, nameOf)[0]?.text ?? memo.reason.none;
}
