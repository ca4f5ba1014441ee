import type { Issue } from "@demarche/core/brief";
import { leader } from "../forums/forums-body.ts";
import { standingOf } from "../forums/standing.ts";
import { forumsMessages } from "../messages/forums.ts";
import { slatesMessages } from "../messages/slates.ts";
import { slateLines } from "../slates/slates-text.ts";
import { type Block, plain, smallPrint } from "./document.ts";
import type { MemoContext } from "./memo-context.ts";

/** Refusals told on a card: the data and the report have the rest. */
const mostLines = 7;

/** Where an item could be taken instead, and of a slate who is acceptable and because of whom others are not. */
export function placesNotes({ findings, index }: MemoContext, issue: Issue): readonly Block[] {
  const compared = findings.forums.find((entry) => entry.issue === issue.id);
  const slate = findings.slates.find((entry) => entry.issue === issue.id);
  const [first = "", ...others] = slate === undefined ? [] : slateLines(slate, index, findings.us).slice(0, mostLines);
  const planned =
    compared?.forums.slice(1).flatMap((at) => standingOf(index.inProse(at.forum), at.planned?.over)) ?? [];
  const afresh = planned.length === 0 ? "" : ` ${forumsMessages.cardPlanned} ${planned.join("; ")}.`;
  return [
    ...(compared === undefined ? [] : [`${forumsMessages.card} ${leader(compared, index)}${afresh}`]),
    // one name a line: of several in a row nobody sees who refuses whom
    ...(slate === undefined ? [] : [`${slatesMessages.card} ${first}`, ...others]),
  ].map((text) => smallPrint(plain(text)));
}
