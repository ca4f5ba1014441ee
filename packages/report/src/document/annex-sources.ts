import type { Later, Source } from "@demarche/core/brief";
import type { TypedPayoff } from "@demarche/core/run";
import {
  asSentence,
  capitalise,
  citationsText,
  dateText,
  inputText,
  memo,
  messages,
  numberText,
  shareText,
  spreadText,
  typeset,
} from "../wording/index.ts";
import { type Block, bullets, cell, heading, paragraph, plain, smallPrint, type Table } from "./document.ts";
import type { MemoContext } from "./memo-context.ts";
import { isAgainst } from "./pays.ts";
import { isWorthKnowing, noneWorthKnowing, rankedUnknowns, swingText, worthOfKnowing } from "./unknowns-section.ts";

function sourcesTable(sources: readonly Source[], context: MemoContext): Table {
  const titles = memo.sourceColumns;
  const state = (source: Source): string =>
    [
      source.missing === true ? memo.notAtHand : source.reachedUs === "never" ? memo.neverReached : memo.atHand,
      ...(source.layer === "editorial" ? [memo.editorial] : []),
    ].join("; ");
  return {
    block: "table",
    columns: [
      { title: titles.name, width: 0.56 },
      { title: titles.date, width: 0.18 },
      { title: titles.grade, width: 0.12 },
      { title: titles.state, width: 0.14 },
    ],
    rows: sources.map((source) => [
      cell(context.index.nameOf(source.id)),
      cell(source.date === undefined ? memo.notGiven : dateText(source.date)),
      cell(source.grade ?? memo.ungraded),
      cell(state(source)),
    ]),
  };
}

/** Everything that the brief marks as known only afterwards. */
function laterLines(context: MemoContext): readonly string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const entry of value) visit(entry);
    else if (value !== null && typeof value === "object") {
      const later = (value as { readonly later?: readonly Later[] }).later;
      for (const entry of later ?? []) {
        if (entry.statement === undefined) continue;
        found.push(`${asSentence(entry.statement)} (${citationsText(context.index, entry.sources)})`);
      }
      for (const [key, entry] of Object.entries(value)) if (key !== "later") visit(entry);
    }
  };
  visit(context.index.brief);
  return [...new Set(found)];
}

function inputsBlocks({ findings }: MemoContext): readonly Block[] {
  const { cited, judged, judgedAfter } = findings.inputs;
  const total = cited + judged + judgedAfter;
  const share = (count: number): string => `${numberText((100 * count) / total, 0)} %`;
  const text = total === 0 ? memo.inputsNone : memo.inputShares(share(cited), share(judged), share(judgedAfter), total);
  return [
    heading(2, memo.inputs),
    paragraph(plain(text)),
    ...(judgedAfter > 0 ? [paragraph(plain(memo.test(share(judgedAfter))))] : []),
  ];
}

function methodBlocks({ findings, yardstick }: MemoContext): readonly Block[] {
  const { method, worlds, seed, outcomeModel, version, inputsHash } = findings;
  const write = outcomeModel === "compromise" ? memo.methodText : memo.methodOther;
  return [
    heading(2, memo.method),
    paragraph(plain(write(grouped(worlds), outcomeModel, seed))),
    paragraph(
      plain(
        memo.methodConstants(
          numberText(method.disagreementMean),
          numberText(method.shrinkage, 2),
          grouped(method.fewestWorlds),
        ),
      ),
    ),
    paragraph(
      plain(memo.methodKnobs(readable(method.carePremium), readable(method.gateShare), readable(method.carryOver))),
    ),
    paragraph(plain(memo.yardstick[yardstick])),
    smallPrint(plain(memo.trace(version, inputsHash))),
  ];
}

/** A count with its thousands apart: 10,000. */
function grouped(count: number): string {
  return `${count}`.replace(/\B(?=(\d{3})+$)/gu, ",");
}

/** A quantity in the brief's form as words: "uniform 0..1" → "anywhere from 0 to 1", "10..30" → "10–30". */
function readable(form: string): string {
  const [, uniform, low, high] = /^(uniform )?(\S+)\.\.(\S+)$/u.exec(form) ?? [];
  if (low === undefined || high === undefined) return form;
  return uniform === undefined ? `${low}–${high}` : messages.anywhere(low, high);
}

function otherModels(context: MemoContext): readonly Block[] {
  const models = [...new Set(context.items.flatMap((item) => Object.keys(item.otherModels)))];
  if (models.length === 0) return [];
  const width = 0.5 / models.length;
  const table: Table = {
    block: "table",
    columns: [
      { title: memo.glanceColumns.number, width: 0.08 },
      { title: memo.glanceColumns.item, width: 0.42 },
      ...models.map((title) => ({ title, width, align: "right" as const })),
    ],
    rows: context.items.map((item) => [
      cell(context.index.numberOf(item.id) ?? ""),
      cell(context.index.nameOf(item.id)),
      ...models.map((model) => {
        const found = item.otherModels[model];
        return cell(found === undefined ? memo.dash : shareText(found.ask));
      }),
    ]),
  };
  return [heading(2, memo.otherModels), table, smallPrint(plain(memo.otherModelsNote))];
}

/** Unknowns listed in print; data hold all. */
const mostUnknowns = 40;

function unknownsBlocks(context: MemoContext): readonly Block[] {
  const all = rankedUnknowns(context);
  if (all.length === 0) return [];
  const titles = memo.unknownColumns;
  const worth = all.some(isWorthKnowing);
  const table: Table = {
    block: "table",
    columns: [
      { title: titles.what, width: worth ? 0.66 : 0.8 },
      { title: titles.swing, width: worth ? 0.17 : 0.2, align: "right" },
      ...(worth ? [{ title: titles.worth, width: 0.17, align: "right" as const }] : []),
    ],
    rows: all
      .slice(0, mostUnknowns)
      .map((unknown) => [
        cell(capitalise(inputText(context.index, unknown.what))),
        cell(swingText(unknown)),
        ...(worth ? [cell(worthOfKnowing(unknown))] : []),
      ]),
  };
  const left = all.length - Math.min(mostUnknowns, all.length);
  return [
    heading(2, memo.unknowns),
    table,
    ...(noneWorthKnowing(context) ? [smallPrint(plain(memo.noneWorthKnowing))] : []),
    ...(left > 0 ? [smallPrint(plain(memo.unknownsBeyond(left)))] : []),
  ];
}

/** Worths and costs that the brief puts on acts themselves, with the factor at which the act would pay for nothing. */
function typedBlocks(context: MemoContext): readonly Block[] {
  const typed = context.findings.typedPayoffs.filter((payoff) => context.names(payoff.path));
  if (typed.length === 0) return [];
  const titles = memo.typedColumns;
  const pays = (payoff: TypedPayoff): string => {
    if (payoff.breakEven === undefined) return memo.dash;
    return (isAgainst(payoff) ? memo.paysUnder : memo.paysFrom)(numberText(payoff.breakEven));
  };
  const table: Table = {
    block: "table",
    columns: [
      { title: titles.what, width: 0.58 },
      { title: titles.points, width: 0.18, align: "right" },
      { title: titles.pays, width: 0.24 },
    ],
    rows: typed.map((payoff) => [
      cell(capitalise(inputText(context.index, payoff.what))),
      cell(spreadText(payoff.points)),
      cell(pays(payoff)),
    ]),
  };
  return [heading(2, memo.typed), table];
}

/** References by number, sources with grades, what stands behind the numbers, the method and its limits. Built last: it lists what the rest cited. */
export function sourcesAnnex(context: MemoContext): readonly Block[] {
  const { findings, index, references } = context;
  const listed = (title: string, lines: readonly string[]): readonly Block[] =>
    lines.length === 0 ? [] : [heading(2, title), bullets(lines.map((line) => plain(line)))];
  return [
    heading(1, memo.annexes.E),
    heading(2, memo.references),
    ...references.list().map((text, at) => smallPrint(plain(memo.reference(at + 1, text)))),
    heading(2, memo.sources),
    sourcesTable(index.brief.sources, context),
    smallPrint(plain(memo.gradeNote)),
    ...listed(memo.laterNote, laterLines(context)),
    ...inputsBlocks(context),
    ...methodBlocks(context),
    ...otherModels(context),
    ...unknownsBlocks(context),
    ...typedBlocks(context),
    ...listed(memo.notPriced, notPriced(context)),
    ...listed(
      memo.defaults,
      findings.defaults
        .filter((entry) => context.names(entry.path))
        .map((entry) => memo.defaultEntry(entry.what, entry.value)),
    ),
  ];
}

/** What has no price, gathered by the reason. */
function notPriced(context: MemoContext): readonly string[] {
  const byWhy = new Map<string, string[]>();
  for (const entry of context.findings.notPriced) {
    if (context.names(entry.path)) byWhy.set(entry.why, [...(byWhy.get(entry.why) ?? []), entry.what]);
  }
  return [...byWhy].map(([why, what]) => `${capitalise(typeset(what.join("; ")))}: ${typeset(why)}`);
}
