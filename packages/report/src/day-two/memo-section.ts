/** Day two in the memo: a paragraph and a table of the items that changed most. */
import type { DayTwoFinding } from "@demarche/core/day-two";
import { type Block, cell, heading, paragraph, plain, type Table } from "../document/document.ts";
import type { MemoContext } from "../document/memo-context.ts";
import { dayTwoMessages } from "../messages/day-two.ts";
import { asSentence, conditionText, dayText, levelText, listText, numberText, pointsText } from "../wording/index.ts";
import { chanceChange, changedItems, ladderOf } from "./rows.ts";
import { learntTexts, moveNames, resolvedTexts } from "./sentences.ts";

const words = dayTwoMessages;
/** Assumptions and numbers named in the paragraph. */
const mostLearnt = 3;

/** No blocks where nothing has been observed. */
export function changedSection(context: MemoContext, rows: number): readonly Block[] {
  const found = context.findings.dayTwo;
  if (found === undefined) return [];
  const table = itemTable(context, found, rows);
  return [
    heading(2, words.memo.heading),
    paragraph(plain(whatWasSeen(context, found))),
    paragraph(plain(whatFollows(context, found))),
    ...(table === undefined ? [] : [table]),
  ];
}

/** Rows that it has: items whose chances changed. */
export function changedRows({ findings }: MemoContext): number {
  return findings.dayTwo === undefined ? 0 : changedItems(findings.dayTwo).length;
}

function whatWasSeen({ index }: MemoContext, found: DayTwoFinding): string {
  // What the plan compared with knew already stands in the report.
  const observed = index.brief.observed.slice(found.known);
  const facts = observed.map(({ fact }) => conditionText(index, fact));
  const day = found.today === "" ? undefined : dayText(found.today);
  return asSentence(words.memo.lead(day) + listText(facts));
}

function whatFollows(context: MemoContext, found: DayTwoFinding): string {
  const { index, findings } = context;
  const { asWritten } = found.plans;
  const learnt = learntTexts(index, found);
  const named = learnt.slice(0, mostLearnt);
  const more = learnt.length - named.length;
  const harm = moveNames(index, found, "harm");
  const over = moveNames(index, found, "over");
  const resolved = resolvedTexts(index, found);
  const level = (range: { readonly value: number }) => numberText(range.value);
  return [
    words.memo.worth(
      level(asWritten.before),
      levelText(asWritten.after),
      pointsText(findings.plans.asWritten.overNone),
    ),
    ...(named.length === 0
      ? []
      : [words.memo.learnt(listText(more > 0 ? [...named, words.memo.more(numberText(more))] : named))]),
    ...(harm.length === 0 ? [] : [words.memo.drop(listText(harm))]),
    ...(over.length === 0 ? [] : [words.memo.over(listText(over))]),
    ...(resolved.length === 0 ? [] : [words.memo.resolved(listText(resolved))]),
  ].join(" ");
}

function itemTable({ index }: MemoContext, found: DayTwoFinding, rows: number): Table | undefined {
  const changed = changedItems(found).slice(0, rows);
  if (changed.length === 0) return undefined;
  return {
    block: "table",
    columns: [
      { title: words.items.item, width: 0.4 },
      { title: words.items.ask, width: 0.2 },
      { title: words.items.ladder, width: 0.2 },
      { title: words.items.nothing, width: 0.2 },
    ],
    rows: changed.map((item) => [
      cell(index.nameOf(item.id)),
      cell(chanceChange(item.ask, item.decided)),
      cell(chanceChange(ladderOf(item), item.decided)),
      cell(chanceChange(item.none, item.decided)),
    ]),
  };
}
