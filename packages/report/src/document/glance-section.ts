import type { ChanceRange, ItemFinding } from "@demarche/core/run";
import { glanceUnderBest } from "../best-plan/memo-annex.ts";
import { chanceText, memo } from "../wording/index.ts";
import { type Block, bold, cell, heading, type Inline, smallPrint, type Table } from "./document.ts";
import { chiefReason } from "./ladder-text.ts";
import type { MemoContext } from "./memo-context.ts";

/** One line of the agenda: the item, or several of its instances that print alike. */
interface Line {
  readonly number: string;
  readonly title: string;
  readonly weight: number;
  readonly ask: readonly Inline[];
  readonly fallback: readonly Inline[];
  readonly worse: string;
  readonly nothing: string;
  /** Ask and nothing alone, for the run of lighter items. */
  readonly figures: string;
}

/** Items named in the run behind the table; what is beyond is counted. */
const mostNamed = 15;

function chanceOf(context: MemoContext, chance: ChanceRange): string {
  const { short, range } = chanceText(chance, context.yardstick);
  return range === short ? short : `${short} (${range.replace(/ %$/u, "")})`;
}

/** The figure before its option: figures then stand beneath one another. */
function chanceFirst(context: MemoContext, chance: ChanceRange, option: string): Inline {
  return [bold(chanceOf(context, chance)), { text: ` ${option}` }];
}

function lineOf(context: MemoContext, item: ItemFinding): Line {
  const { index } = context;
  const rungs = item.rungs.map((rung) => chanceFirst(context, rung, index.optionName(item.id, rung.id)));
  return {
    number: index.numberOf(item.id) ?? "",
    title: index.nameOf(item.id),
    weight: item.weight,
    ask: [chanceFirst(context, item.ask, index.optionName(item.id, item.ask.option))],
    fallback: rungs.length === 0 ? cell(memo.noFallback) : rungs,
    worse: chanceText(item.worse, context.yardstick).short,
    figures: memo.askAndNothing(
      chanceText(item.ask, context.yardstick).short,
      chanceText(item.none, context.yardstick).short,
    ),
    nothing: `${chanceOf(context, item.none)}, ${chiefReason(index, item, index.shortName)}`,
  };
}

function sameFigures(a: Line, b: Line): boolean {
  const figures = ({ ask, fallback, worse, nothing }: Line): string => JSON.stringify([ask, fallback, worse, nothing]);
  return figures(a) === figures(b);
}

/** Instances of one issue that print the same figures share a line. */
function joinInstances(context: MemoContext, items: readonly ItemFinding[]): readonly Line[] {
  const lines: { line: Line; issue: string }[] = [];
  for (const item of items) {
    const line = lineOf(context, item);
    const issue = item.id.split("/")[0]!;
    const at = item.id.includes("/")
      ? lines.findIndex((other) => other.issue === issue && sameFigures(other.line, line))
      : -1;
    const twin = lines[at];
    if (twin === undefined) {
      lines.push({ line, issue });
      continue;
    }
    const own = line.title.split(": ").slice(1).join(": ");
    const number = `${twin.line.number}, ${line.number.slice((context.index.numberOf(issue) ?? "").length)}`;
    lines[at] = {
      issue,
      line: { ...twin.line, number, title: `${twin.line.title}, ${own}`, weight: twin.line.weight + line.weight },
    };
  }
  return lines.map(({ line }) => line);
}

/** The lighter items in one run: number, name, chance of the ask and of nothing. */
function remaining(lines: readonly Line[]): readonly Block[] {
  if (lines.length === 0) return [];
  const named = lines
    .slice(0, mostNamed)
    .flatMap((line, at) => [
      { text: `${at === 0 ? "" : "; "}${line.number} ` },
      bold(line.title),
      { text: ` (${line.figures})` },
    ]);
  const unnamed = lines.length - Math.min(mostNamed, lines.length);
  const more = unnamed > 0 ? `; ${memo.more(unnamed, "A")}` : ".";
  return [smallPrint([{ text: memo.lighterItems }, ...named, { text: more }])];
}

/** Item, ask, fallback, worse, nothing and why, of at most `rows` items; where not all fit, the weightiest in the order of the agenda. */
export function glanceSection(context: MemoContext, rows: number): readonly Block[] {
  const lines = joinInstances(context, context.items);
  const weights = lines.map((line) => line.weight).toSorted((a, b) => b - a);
  const least = lines.length > rows ? (weights[rows - 1] ?? 0) : Number.NEGATIVE_INFINITY;
  const shown = lines.filter((line) => line.weight >= least).slice(0, rows);
  const titles = memo.glanceColumns;
  const table: Table = {
    block: "table",
    columns: [
      { title: titles.number, width: 0.065 },
      { title: titles.item, width: 0.165 },
      { title: titles.ask, width: 0.225 },
      { title: titles.fallback, width: 0.245 },
      { title: titles.worse, width: 0.065 },
      { title: titles.nothing, width: 0.235 },
    ],
    rows: shown.map((line) => [
      cell(line.number),
      cell(line.title),
      line.ask,
      line.fallback,
      cell(line.worse),
      cell(line.nothing),
    ]),
  };
  const left = lines.filter((line) => !shown.includes(line));
  return [
    heading(2, memo.glance),
    table,
    ...remaining(left),
    ...glanceUnderBest(context),
    smallPrint([{ text: memo.glanceNote }]),
  ];
}
