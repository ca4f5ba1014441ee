/** The best plan in an annex of the memo: beside the plan as written, choice by choice, and what it changes on the agenda. */
import type { BestPlan, PlanPartFinding } from "@demarche/core/search";
import {
  type Block,
  bold,
  cell,
  heading,
  type Inline,
  paragraph,
  plain,
  smallPrint,
  type Table,
} from "../document/document.ts";
import type { MemoContext } from "../document/memo-context.ts";
import { countText } from "../html/world-share.ts";
import { bestPlanMessages } from "../messages/best-plan.ts";
import { type BriefIndex, capitalise, listText, pointsCompact, shareText } from "../wording/index.ts";
import { type BesideMove, movesAsWritten, movesOfBest } from "./beside-moves.ts";
import { changedItems, type ItemChange, isChanged, type Pair } from "./chances.ts";
import { choiceVerdict, insteadText, seenText, turnTexts } from "./choice-texts.ts";
import { type Choice, choicesOf } from "./choices.ts";
import { bestPlanOf, isDifferent, leadSentences } from "./standing.ts";

const words = bestPlanMessages;
/** Items whose chances change that are named under the agenda; the annex has all. */
const mostItems = 4;

/** Nothing where the brief allows no move. */
export function bestPlanAnnex({ index, findings }: MemoContext): readonly Block[] {
  const best = bestPlanOf(index, findings);
  if (best === undefined) return [];
  const written = index.brief.plan.length > 0;
  const changed = changedItems(findings, best);
  const choices = choicesOf(index.brief, best);
  return [
    heading(2, written ? words.memo.annexBest : words.title),
    paragraph(plain(leadSentences(index, best).join(" "))),
    ...(written ? besideTable(index, best, findings.worlds) : []),
    ...(choices.length === 0 ? [] : [heading(2, words.memo.annexWhy), choiceTable(index, choices)]),
    ...(changed.length === 0 ? [] : [heading(2, words.memo.annexChances), chanceTable(index, changed)]),
    ...leftOut(index, best),
    smallPrint(plain(words.memo.annexText)),
  ];
}

function besideTable(index: BriefIndex, best: BestPlan, worlds: number): readonly Block[] {
  const shown = best.parts.filter(isDifferent);
  if (shown.length === 0) return [];
  const { beside } = words;
  return [
    {
      block: "table",
      columns: [
        { title: beside.concerns, width: 0.24 },
        { title: beside.written, width: 0.3 },
        { title: beside.best, width: 0.3 },
        { title: beside.difference, width: 0.16 },
      ],
      rows: shown.map((part) => [
        cell(concerns(index, part)),
        moveLines(index, movesAsWritten(index.brief.plan, part)),
        [
          ...moveLines(index, movesOfBest(index.brief.plan, best, part)),
          ...(part.added.length + part.dropped.length === 0 ? cell({ text: beside.otherwise, italic: true }) : []),
        ],
        cell(pointsCompact(part.overAsWritten)),
      ]),
    },
    smallPrint(plain(words.beside.worlds(countText(best.worlds.valued), countText(worlds)))),
  ];
}

function concerns(index: BriefIndex, { items, moves }: PlanPartFinding): string {
  if (items.length > 0) return items.map(index.nameOf).join("; ");
  return capitalise(moves.length === 1 ? words.beside.noItemOne : words.beside.noItem);
}

function moveLines(index: BriefIndex, moves: readonly BesideMove[]): readonly Inline[] {
  if (moves.length === 0) return cell({ text: words.beside.nothing, italic: true });
  return moves.map(({ id, alone, marks }) => [
    { text: index.nameOf(id), bold: alone },
    ...(marks.length === 0 ? [] : [{ text: words.beside.marks(marks) }]),
  ]);
}

function choiceTable(index: BriefIndex, choices: readonly Choice[]): Table {
  const { why } = words;
  const turns = choices.some((choice) => turnTexts(index, choice).length > 0);
  return {
    block: "table",
    columns: [
      { title: why.choice, width: turns ? 0.3 : 0.4 },
      { title: why.worth, width: turns ? 0.18 : 0.22 },
      { title: why.instead, width: turns ? 0.24 : 0.38 },
      ...(turns ? [{ title: why.change, width: 0.28 }] : []),
    ],
    rows: choices.map((choice) => {
      const turning = turnTexts(index, choice);
      const seen =
        choice.seen.length === 0 ? "" : ` ${why.after(seenText(index, choice.seen))} (${shareText(choice.share)})`;
      return [
        cell(bold(index.nameOf(choice.move)), seen),
        cell(`${pointsCompact(choice.why.worth)}; ${why.words[choiceVerdict(choice.why.worth)]}`),
        cell(capitalise(insteadText(index, choice.why.instead))),
        ...(turns ? [turning.length === 0 ? cell(why.none) : turning.map(plain)] : []),
      ];
    }),
  };
}

function chanceTable(index: BriefIndex, changed: readonly ItemChange[]): Table {
  const { chances } = words;
  const figure = (pair: Pair) => (isChanged(pair) ? bold(pairText(pair)) : { text: shareText(pair.before) });
  return {
    block: "table",
    columns: [
      { title: chances.item, width: 0.26 },
      { title: chances.ask, width: 0.16 },
      { title: chances.rungs, width: 0.3 },
      { title: chances.worse, width: 0.13 },
      { title: chances.none, width: 0.15 },
    ],
    rows: changed.map(({ item, ask, rungs, worse, none }) => [
      cell(`${index.numberOf(item.id) ?? ""} ${index.nameOf(item.id)}`.trim()),
      cell(figure(ask)),
      rungs.length === 0
        ? cell(chances.noRungs)
        : rungs.map((rung, r) => [{ text: `${r + 1}. ${index.optionName(item.id, rung.id)}: ` }, figure(rung)]),
      cell(figure(worse)),
      cell(figure(none)),
    ]),
  };
}

const changeText = ({ before, after }: Pair): string => words.memo.glanceChange(shareText(before), shareText(after));
const pairText = ({ before, after }: Pair): string => words.chances.to(shareText(before), shareText(after));

function leftOut(index: BriefIndex, { leftOut: moves }: BestPlan): readonly Block[] {
  if (moves.length === 0) return [];
  const names = listText(moves.map(({ move }) => index.nameOf(move)));
  return [smallPrint(plain(words.memo.leftOut(names)))];
}

/** Under the agenda at a glance: what the recommended plan changes there, the weightiest items first. */
export function glanceUnderBest({ index, findings, best }: MemoContext): readonly Block[] {
  if (best === undefined) return [];
  const changed = changedItems(findings, best).toSorted((a, b) => b.item.weight - a.item.weight);
  if (changed.length === 0) return [];
  const named = changed
    .slice(0, mostItems)
    .map(({ item, ask, rungs, worse, none }) =>
      words.memo.glanceItem(
        index.numberOf(item.id) ?? index.nameOf(item.id),
        [
          ...(isChanged(ask) ? [words.memo.glanceAsk(changeText(ask))] : []),
          ...rungs.flatMap((rung, r) =>
            isChanged(rung) ? [words.memo.glanceRung(r + 1, rungs.length, changeText(rung))] : [],
          ),
          ...(isChanged(worse) ? [words.memo.glanceWorse(changeText(worse))] : []),
          ...(isChanged(none) ? [words.memo.glanceNone(changeText(none))] : []),
        ].join(", "),
      ),
    );
  const more = changed.length - named.length;
  const list = [...named, ...(more > 0 ? [words.memo.glanceMore(more)] : [])].join("; ");
  return [smallPrint(plain(words.memo.glance(list)))];
}
