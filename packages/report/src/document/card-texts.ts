import type { Basis, HistoryEntry, Id, Issue } from "@demarche/core/brief";
import {
  asSentence,
  capitalise,
  dateText,
  dueText,
  listText,
  memo,
  placeText,
  quantityText,
  quoted,
} from "../wording/index.ts";
import type { Inline, Run } from "./document.ts";
import { type MemoContext, ourPosition } from "./memo-context.ts";

/** Lines for one box of a card; `composed` where the brief gives no text and they were put together from its parts. */
export interface CardText {
  readonly lines: readonly Inline[];
  readonly composed: boolean;
}

const line = (text: string, marks: readonly Run[] = []): Inline => [{ text: asSentence(text) }, ...marks];

function basisText({ index }: MemoContext, issue: Issue, basis: Basis): string {
  const { citation, supports, strength } = basis;
  if (citation.kind !== "source") return "";
  const source = index.nameOf(citation.source) + (citation.passage === undefined ? "" : `, § ${citation.passage}`);
  const support =
    supports === undefined
      ? memo.basisBare(source)
      : memo.basis(source, quoted(index.optionName(issue.id, supports)), memo.strength[strength ?? "fair"]);
  const unsigned = notSigned(index, issue, citation.source);
  const whole = basis.because === undefined ? support : `${support}: ${basis.because}`;
  return unsigned.length === 0 ? whole : `${asSentence(whole)} ${capitalise(memo.notSigned(listText(unsigned)))}`;
}

/** Parties with a stake in the issue that are not among the signatories, where the brief gives these. */
function notSigned(index: MemoContext["index"], issue: Issue, source: Id): readonly string[] {
  const signed = index.sources.get(source)?.signed;
  if (signed === undefined) return [];
  const parties = issue.positions.map((position) => position.party).filter((party) => !signed.includes(party));
  return [...new Set(parties)].map((party) => index.inProse(party));
}

/** Provisions of earlier agreements that support an option of ours. */
export function basisLines(context: MemoContext, issue: Issue): readonly Inline[] {
  const known = (issue.inherited.basis ?? []).filter(
    ({ citation }) => citation.kind === "source" && context.index.sources.has(citation.source),
  );
  return known.map((basis) => line(basisText(context, issue, basis), context.references.markAll([basis.citation])));
}

function historyText({ index }: MemoContext, issue: Issue, entry: HistoryEntry): string {
  const option =
    entry.option === undefined ? quoted(index.nameOf(issue.id)) : quoted(index.optionName(issue.id, entry.option));
  const date = entry.dates === undefined ? "" : memo.inDate(dateText(entry.dates));
  const refused = entry.refusedBy?.filter((party) => index.parties.has(party)).map((party) => index.inProse(party));
  const result =
    (entry.result === undefined ? memo.open : memo.result[entry.result]) +
    (refused === undefined || refused.length === 0 ? "" : memo.by(listText(refused)));
  return entry.by === undefined || entry.by.length === 0
    ? memo.proposedBare(option, date, result)
    : memo.proposed(listText(entry.by.map((party) => index.inProse(party))), option, date, result);
}

/** What was proposed before and what became of it. */
export function historyLines(context: MemoContext, issue: Issue): readonly Inline[] {
  return (issue.history ?? []).map((entry) =>
    line(historyText(context, issue, entry), context.references.mark(entry.path)),
  );
}

function given(texts: readonly string[] | undefined): CardText | undefined {
  return texts === undefined || texts.length === 0
    ? undefined
    : { lines: texts.map((text) => line(text)), composed: false };
}

/** The aim on the item: the brief's words, else our ask and why. */
export function objectiveText(context: MemoContext, issue: Issue): CardText {
  const text = aim(context, issue);
  if (issue.instrument === undefined) return text;
  const due = issue.due === undefined ? "" : (dueText(issue.due) ?? "");
  return { ...text, lines: [...text.lines, line(memo.form(issue.instrument, due))] };
}

function aim(context: MemoContext, issue: Issue): CardText {
  const card = issue.inherited.card;
  const text = given(card?.objective === undefined ? undefined : [card.objective]);
  if (text !== undefined) return text;
  const ours = ourPosition(context, issue);
  const ask =
    ours?.ask ?? context.item(issue.id)?.ask.option ?? context.item(issue.instances?.[0]?.id ?? "")?.ask.option;
  if (ask === undefined) return { lines: [], composed: true };
  const obtain = memo.obtain(quoted(context.index.optionName(issue.id, ask)), ours?.interest ?? "");
  return { lines: [line(obtain, ours === undefined ? [] : context.references.mark(ours.path))], composed: true };
}

/** Arguments: the brief's, else the bases and what has changed since. */
export function pointsToMake(context: MemoContext, issue: Issue): CardText {
  const text = given(issue.inherited.card?.pointsToMake);
  if (text !== undefined) return text;
  const changed = (issue.changed ?? []).map((entry) => line(entry.value, context.references.mark(entry.path)));
  const supporting = (issue.inherited.basis ?? []).some((basis) => basis.supports !== undefined)
    ? basisLines(context, issue)
    : [];
  return { lines: [...supporting, ...changed], composed: true };
}

/** What may be used freely: the brief's background, else history and what has changed. */
export function freeBackground(context: MemoContext, issue: Issue): CardText {
  const text = given(issue.inherited.card?.background);
  if (text !== undefined) return text;
  return { lines: historyLines(context, issue), composed: true };
}

/** What must not be shown: the brief's words and, always, bottom line, fallbacks and what we let be believed, our red lines and what is only hinted at. */
export function closedBackground(context: MemoContext, issue: Issue): CardText {
  const { index, references } = context;
  const text = given(issue.inherited.card?.notToBeDisclosed);
  const ours = ourPosition(context, issue);
  const secrets: Inline[] = [];
  if (ours?.fallbacks !== undefined && ours.fallbacks.length > 0) {
    const rungs = ours.fallbacks.map((rung) => quoted(index.optionName(issue.id, rung.option)));
    secrets.push(
      line(
        rungs.length === 1 ? memo.fallbackIs(rungs[0]!) : memo.fallbacksAre(rungs),
        references.mark(ours.fallbacks[0]!.path),
      ),
    );
  }
  if (ours?.bottomLine !== undefined) {
    const place = placeText(index, issue.id, ours.bottomLine.value);
    secrets.push(line(memo.bottomLine(place), references.mark(ours.bottomLine.path)));
  }
  if (ours?.shownAs !== undefined) {
    const { ideal, salience, to } = ours.shownAs;
    const shown = [
      ideal === undefined ? undefined : memo.shownIdeal(placeText(index, issue.id, ideal.value)),
      salience === undefined ? undefined : memo.shownSalience(quantityText(salience.value)),
    ].filter((part) => part !== undefined);
    const by =
      to === undefined || to.length === 0 ? "" : memo.shownTo(listText(to.map((party) => index.inProse(party))));
    secrets.push(line(memo.shown(listText(shown), by), references.mark(ours.shownAs.path)));
  }
  for (const { option, why } of ours?.redLines ?? []) {
    secrets.push(
      line(memo.redLine(quoted(index.optionName(issue.id, option)), why ?? ""), references.mark(ours!.path)),
    );
  }
  for (const link of index.brief.links) {
    if (link.kind !== "offer" || link.hinted !== true || link.offer[issue.id] === undefined) continue;
    secrets.push(line(memo.hint(quoted(index.nameOf(link.id))), references.mark(link.path)));
  }
  return { lines: [...(text?.lines ?? []), ...secrets], composed: text === undefined };
}
