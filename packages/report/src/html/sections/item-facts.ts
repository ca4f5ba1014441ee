import type { Issue, Otherwise } from "@demarche/core/brief";
import type { ItemFinding } from "@demarche/core/run";
import { itemMessages } from "../../messages/items.ts";
import type { Piece } from "../../svg/markup.ts";
import { markup } from "../../svg/markup.ts";
import {
  conditionText,
  dateText,
  dueText,
  listText,
  messages,
  modalityText,
  numberText,
  placeText,
  quantityText,
  quoted,
} from "../../wording/index.ts";
import { optionOf } from "../outcome.ts";
import type { Paper } from "../paper.ts";
import { definitions } from "../table.ts";

const words = itemMessages.facts;

/** What the item is: forum, weight, ask, what happens otherwise, limits, form, dates, the author's modality. */
export function writeItemFacts(paper: Paper, item: ItemFinding): Piece {
  const { index } = paper;
  const issue = index.issues.get(item.id);
  if (!issue) return undefined;
  const ours = issue.positions.find((position) => position.party === paper.us);
  const inherited = issue.inherited;
  const names = (ids: readonly string[] | undefined) =>
    ids === undefined || ids.length === 0 ? undefined : listText(ids.map(index.nameOf));
  const number = index.numberOf(item.id);
  return definitions([
    [words.number, number === undefined ? undefined : [number, under(paper, item)]],
    [words.forum, forumText(paper, item)],
    [words.nowBefore, inherited.nowBefore === undefined ? undefined : index.nameOf(inherited.nowBefore)],
    [words.confirmedIn, names(inherited.confirmedIn)],
    [words.ask, optionOf(paper, item, item.ask.option)],
    [words.otherwise, otherwiseText(paper, issue, issue.otherwise)],
    [words.bottomLine, ours?.bottomLine === undefined ? undefined : placeText(index, item.id, ours.bottomLine.value)],
    [
      words.redLines,
      ours?.redLines === undefined || ours.redLines.length === 0
        ? undefined
        : ours.redLines
            .map((line) => itemMessages.redLine(index.optionName(item.id, line.option), line.why))
            .join("; "),
    ],
    [
      words.weight,
      markup`${words.weightText(`${numberText(item.weight * 100)} %`)}${paper.notes.computed(`${paper.itemPointer(item.id)}/weight`)}`,
    ],
    [words.posture, inherited.posture === undefined ? undefined : messages.posture[inherited.posture]],
    [words.scope, names(inherited.scope)],
    [words.carried, carriedText(inherited.carried?.insteadOf, inherited.carried !== undefined)],
    [words.condition, inherited.unless === undefined ? undefined : conditionText(index, inherited.unless)],
    [words.instrument, issue.instrument],
    [words.due, issue.due === undefined ? undefined : (dueText(issue.due) ?? dateText(issue.due))],
    [words.modality, modalityText(issue) === undefined ? undefined : quoted(modalityText(issue) ?? "")],
  ]);
}

function under(paper: Paper, item: ItemFinding): string {
  return item.under.length === 0 ? "" : `, ${item.under.map(paper.index.nameOf).join(", ")}`;
}

function forumText(paper: Paper, item: ItemFinding): string {
  const forum = paper.index.forums.get(item.forum);
  const name = paper.index.nameOf(item.forum);
  return forum?.dates === undefined ? name : `${name}, ${dateText(forum.dates)}`;
}

function carriedText(instead: string | undefined, carried: boolean): string | undefined {
  if (!carried) return undefined;
  return instead === undefined ? itemMessages.facts.carriedYes : itemMessages.facts.carriedInstead(instead);
}

function otherwiseText(paper: Paper, issue: Issue, otherwise: Otherwise | undefined): string {
  if (otherwise === undefined || otherwise.kind === "unknown") return itemMessages.otherwiseUnknown;
  if (otherwise.kind === "option") return paper.index.optionName(issue.id, otherwise.option);
  const worths = Object.entries(otherwise.values).map(([party, value]) =>
    itemMessages.worthOf(paper.index.nameOf(party), quantityText(value.value)),
  );
  return itemMessages.otherwiseWorth(otherwise.name ?? itemMessages.otherwiseOff, worths.join(", "));
}
