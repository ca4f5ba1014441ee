import type { Unknown } from "@demarche/core/run";
import {
  asSentence,
  capitalise,
  inputText,
  listText,
  memo,
  messages,
  numberText,
  signedText,
} from "../wording/index.ts";
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

/** Is knowing it beforehand worth anything that prints? */
export function isWorthKnowing(unknown: Unknown): boolean {
  return tenths(unknown) > 0;
}

/** Is that to be said of all? Where values were asked for, what is worth asking is told by itself. */
export function noneWorthKnowing(context: MemoContext): boolean {
  return context.findings.values === undefined && !rankedUnknowns(context).some(isWorthKnowing);
}

function unknownText({ index }: MemoContext, unknown: Unknown): string {
  const what = capitalise(inputText(index, unknown.what));
  return asSentence(
    isWorthKnowing(unknown)
      ? memo.unknownWorth(what, swingText(unknown), worthOfKnowing(unknown))
      : memo.unknownEntry(what, swingText(unknown)),
  );
}

/** Members without a position, those together that lack it on the same items, of these at most `most` by number: "Ostia on 1, 2(a)". */
function withoutPosition({ items, index }: MemoContext, most: number): readonly string[] {
  const byParty = new Map<string, string[]>();
  for (const item of items) {
    for (const party of item.parties) {
      if (party.known || party.role !== "member" || !index.parties.has(party.party)) continue;
      byParty.set(party.party, [...(byParty.get(party.party) ?? []), index.numberOf(item.id) ?? item.id]);
    }
  }
  const byItems = new Map<string, string[]>();
  for (const [party, numbers] of byParty) {
    const named = numbers.slice(0, most);
    const left = numbers.length - named.length;
    const list = listText(left > 0 ? [...named, memo.otherItems(left)] : named);
    byItems.set(list, [...(byItems.get(list) ?? []), party]);
  }
  return [...byItems].map(([list, parties]) =>
    memo.partyOn(
      parties.length === 1 ? index.inProse(parties[0]!) : listText(parties.map((party) => index.shortName(party))),
      list,
    ),
  );
}

/** What we do not know, the dearest first; and, where numbers were judged after the event, that this is no test of skill. */
export function unknownsSection(context: MemoContext, most: number): readonly Block[] {
  const { cited, judged, judgedAfter } = context.findings.inputs;
  const lines = rankedUnknowns(context)
    .slice(0, most)
    .map((unknown) => plain(unknownText(context, unknown)));
  const silent = withoutPosition(context, 8);
  const left = rankedUnknowns(context).length - lines.length;
  const total = cited + judged + judgedAfter;
  return [
    heading(2, left > 0 ? memo.moreInHeading(memo.unknowns, left, "E") : memo.unknowns),
    ...(lines.length === 0 ? [] : [bullets(lines)]),
    ...(lines.length === 0 || !noneWorthKnowing(context) ? [] : [paragraph(plain(memo.noneWorthKnowing))]),
    ...(silent.length === 0 ? [] : [paragraph(plain(memo.unknownPositions(silent.join("; "))))]),
    ...(judgedAfter > 0 ? [paragraph(plain(memo.test(`${numberText((100 * judgedAfter) / total, 0)} %`)))] : []),
  ];
}
