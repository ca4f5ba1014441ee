import type { Unknown } from "@demarche/core/run";
import { asSentence, capitalise, listText, memo, messages, numberText, signedText, typeset } from "../wording/index.ts";
import { type Block, bullets, heading, paragraph, plain } from "./document.ts";
import type { MemoContext } from "./memo-context.ts";

function points(value: number, signed: boolean): string {
  const text = signed ? signedText(value) : numberText(value);
  return messages.points(text, text.replace(/^[+−]/u, "") === "1");
}

/** Worth of knowing it in tenths of a point; nothing where its interval does not tell it from nothing. */
function tenths(unknown: Unknown): number {
  return unknown.low > 0 ? Math.round(unknown.worth * 10) : 0;
}

/** Unknowns that the brief names: first those that are worth knowing, of equal ones those that swing the plan more. */
export function rankedUnknowns(context: MemoContext): readonly Unknown[] {
  return context.findings.unknowns
    .filter((unknown) => context.names(unknown.path))
    .toSorted((a, b) => tenths(b) - tenths(a) || Math.abs(b.swing) - Math.abs(a.swing));
}

/** How far the plan's value moves between its lower and its upper third. */
export function swingText(unknown: Unknown): string {
  return points(Math.abs(unknown.swing), false);
}

/** What knowing it is worth, in words. */
export function worthOfKnowing(unknown: Unknown): string {
  return tenths(unknown) === 0 ? memo.worthNothing : points(unknown.worth, true);
}

function unknownText(unknown: Unknown): string {
  return asSentence(memo.unknownEntry(capitalise(typeset(unknown.what)), swingText(unknown), worthOfKnowing(unknown)));
}

/** Members without a position, by party, each with at most `most` items by number: "Ostia on 1, 2(a)". */
function withoutPosition({ items, index }: MemoContext, most: number): readonly string[] {
  const byParty = new Map<string, string[]>();
  for (const item of items) {
    for (const party of item.parties) {
      if (party.known || party.role !== "member" || !index.parties.has(party.party)) continue;
      byParty.set(party.party, [...(byParty.get(party.party) ?? []), index.numberOf(item.id) ?? item.id]);
    }
  }
  return [...byParty].map(([party, numbers]) => {
    const named = numbers.slice(0, most);
    const left = numbers.length - named.length;
    return memo.partyOn(index.inProse(party), listText(left > 0 ? [...named, memo.otherItems(left)] : named));
  });
}

/** What we do not know, the dearest first; and, where numbers were judged after the event, that this is no test of skill. */
export function unknownsSection(context: MemoContext, most: number): readonly Block[] {
  const { cited, judged, judgedAfter } = context.findings.inputs;
  const lines = rankedUnknowns(context)
    .slice(0, most)
    .map((unknown) => plain(unknownText(unknown)));
  const silent = withoutPosition(context, 8);
  const left = rankedUnknowns(context).length - lines.length;
  const total = cited + judged + judgedAfter;
  return [
    heading(2, left > 0 ? memo.moreInHeading(memo.unknowns, left, "E") : memo.unknowns),
    ...(lines.length === 0 ? [] : [bullets(lines)]),
    ...(silent.length === 0 ? [] : [paragraph(plain(memo.unknownPositions(listText(silent))))]),
    ...(judgedAfter > 0 ? [paragraph(plain(memo.test(`${numberText((100 * judgedAfter) / total, 0)} %`)))] : []),
  ];
}
