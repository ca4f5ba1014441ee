import type { Condition, DateSpan, Issue, Step } from "@demarche/core/brief";
import { isDecided } from "../day-two/rows.ts";
import {
  asSentence,
  capitalise,
  conditionHead,
  conditionText,
  insideSentence,
  memo,
  placeText,
  quoted,
  shortDayText,
} from "../wording/index.ts";
import { type Block, cell, heading, type Inline, smallPrint, type Table } from "./document.ts";
import { type MemoContext, ourPosition } from "./memo-context.ts";
import { movesIn, stepsHead, stepsText } from "./plan-steps.ts";

/** One contingency: what is watched for, what is then done, and who may do it by when. */
interface Contingency {
  readonly trigger: Inline;
  readonly move: readonly string[];
  readonly fallback: readonly string[];
  readonly authority: readonly string[];
  readonly due: readonly string[];
  readonly weight: number;
}

/** A day by which something is due; the year of the brief goes without saying. */
function dayBy({ index }: MemoContext, iso: string): string {
  return shortDayText(iso, index.brief.head.date?.to?.slice(0, 4));
}

/** The last day of a span in the same way; of one open at its end none. */
function dueBy(context: MemoContext, span: DateSpan | undefined): string | undefined {
  return span?.to === undefined ? undefined : dayBy(context, span.to);
}

/** The last day on which any of the moves can be made. */
function lastDay(context: MemoContext, steps: readonly Step[]): string {
  const days = movesIn(steps).flatMap((move) => context.index.moves.get(move)?.dates?.to ?? []);
  return days.length === 0 ? "" : dayBy(context, days.toSorted()[days.length - 1]!);
}

function authoritiesIn(context: MemoContext, steps: readonly Step[]): readonly string[] {
  return steps.flatMap((step) => {
    if (step.step === "if") return [...authoritiesIn(context, step.then), ...authoritiesIn(context, step.else)];
    if (step.step === "do") return [];
    const issue = context.index.issues.get(step.issue);
    const rung =
      issue === undefined
        ? undefined
        : ourPosition(context, issue)?.fallbacks?.find((entry) => entry.option === step.option);
    return rung?.authority === undefined ? [] : [rung.authority];
  });
}

function forumDay(context: MemoContext): string {
  const { index } = context;
  const from = index.forums.get(index.brief.head.forum ?? "")?.dates?.from;
  return from === undefined ? memo.dash : memo.forumStart(dayBy(context, from));
}

/** Branches of the plan, at any depth. */
function branches(context: MemoContext, steps: readonly Step[]): readonly Contingency[] {
  return steps.flatMap((step): readonly Contingency[] => {
    if (step.step !== "if") return [];
    const asks = [...step.then, ...step.else].filter((inner) => inner.step === "ask");
    const own: Contingency = {
      trigger: [{ text: conditionHead(context.index, step.if) }, ...context.references.mark(step.path)],
      move: [
        stepsHead(context, step.then),
        ...(step.else.length === 0 ? [] : [memo.else(stepsText(context, step.else))]),
      ],
      fallback: [memo.dash],
      authority: authoritiesIn(context, [step]),
      due: [lastDay(context, [step]) || (asks.length > 0 ? forumDay(context) : memo.dash)],
      weight: 2,
    };
    return [own, ...branches(context, step.then), ...branches(context, step.else)];
  });
}

/** One text where all rungs have the same, else each by the number of its rung. */
function byRung(texts: readonly string[]): readonly string[] {
  return new Set(texts).size === 1 ? texts.slice(0, 1) : texts.map((text, at) => `${at + 1}. ${text}`);
}

/** What to settle for where an ask cannot be had. */
function ladder(context: MemoContext, issue: Issue): readonly Contingency[] {
  const { index } = context;
  const ours = ourPosition(context, issue);
  const finding = context.item(issue.id) ?? context.item(issue.instances?.[0]?.id ?? "");
  if (ours?.fallbacks === undefined || ours.fallbacks.length === 0) return [];
  const ask = ours.ask ?? finding?.ask.option;
  const limit =
    ours.bottomLine === undefined ? [] : [capitalise(memo.notBelow(placeText(index, issue.id, ours.bottomLine.value)))];
  const itemDue = dueBy(context, issue.due);
  const dues = ours.fallbacks.map((rung) => dueBy(context, rung.due) ?? itemDue ?? memo.dash);
  return [
    {
      trigger: [
        {
          text: memo.refusedAsk(
            index.numberOf(issue.id) ?? "",
            ask === undefined ? quoted(index.nameOf(issue.id)) : quoted(index.optionName(issue.id, ask)),
          ),
        },
        ...context.references.mark(ours.fallbacks[0]!.path),
      ],
      move: [ours.fallbacks.length === 1 ? memo.fallBackOne : memo.fallBack],
      fallback: [...byRung(ours.fallbacks.map((rung) => index.optionName(issue.id, rung.option))), ...limit],
      authority: byRung(ours.fallbacks.map((rung) => rung.authority ?? memo.authorityMissing)),
      due: byRung(dues),
      weight: 1 + (finding?.weight ?? 0),
    },
  ];
}

/** Items that fall away where their `unless` holds. */
function drops(context: MemoContext): readonly Contingency[] {
  const { index } = context;
  const nodes = [...index.headings.values(), ...index.ownIssues.filter((issue) => !issue.id.includes("/"))];
  return nodes.flatMap((node): readonly Contingency[] => {
    if (node.unless === undefined) return [];
    const unless: Condition = node.unless;
    const assumption =
      unless.op === "fact" && unless.fact === "assumption" ? index.assumptions.get(unless.assumption) : undefined;
    const resolved =
      node.type === "issue" && node.resolvedAs !== undefined
        ? memo.resolvedAs(quoted(index.optionName(node.id, node.resolvedAs)))
        : "";
    return [
      {
        trigger: [{ text: capitalise(conditionText(index, unless)) }, ...context.references.mark(node.path)],
        move: [memo.dropItem(index.numberOf(node.id) ?? "", quoted(index.nameOf(node.id)))],
        fallback: [resolved === "" ? memo.dash : capitalise(resolved)],
        authority: [],
        due: [dueBy(context, assumption?.until) ?? memo.dash],
        weight: 0.9,
      },
    ];
  });
}

/** Names of the assumptions that any condition in the value rests on. */
function assumptionsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(assumptionsIn);
  if (value === null || typeof value !== "object") return [];
  const fact = value as { readonly fact?: unknown; readonly assumption?: unknown };
  const own = fact.fact === "assumption" && typeof fact.assumption === "string" ? [fact.assumption] : [];
  return [...own, ...Object.values(value).flatMap(assumptionsIn)];
}

/** Assumptions on which goals, rules, moves or the plan rest: when one no longer holds, the plan is made anew. */
function lapses(context: MemoContext): readonly Contingency[] {
  const { index } = context;
  const { assumptions, goals, rules, moves } = index.brief;
  // a signal speaks of an assumption without resting on it
  const restedOn = new Set(assumptionsIn([goals, rules, moves.map((move) => move.if ?? null), context.plan]));
  return assumptions.flatMap((assumption): readonly Contingency[] => {
    const due = dueBy(context, assumption.until);
    if (!restedOn.has(assumption.id) || due === undefined) return [];
    const statement = insideSentence(assumption.statement ?? index.nameOf(assumption.id));
    return [
      {
        trigger: [{ text: memo.expired(statement) }, ...context.references.mark(assumption.path)],
        move: [memo.planAfresh],
        fallback: [memo.dash],
        authority: [],
        due: [due],
        weight: 0.5,
      },
    ];
  });
}

function contingencies(context: MemoContext): readonly Contingency[] {
  const { index } = context;
  const issues = index.ownIssues.filter((issue) => !issue.id.includes("/"));
  return [
    ...branches(context, context.plan),
    ...issues.filter((issue) => !isDecided(context.findings.dayTwo, issue)).flatMap((issue) => ladder(context, issue)),
    ...drops(context),
    ...lapses(context),
  ];
}

/** Trigger, move, fallback, authority, by when; at most `rows`, the weightiest, in their order. */
export function contingencySection(context: MemoContext, rows: number, level: 2 | 3 = 2): readonly Block[] {
  const all = contingencies(context);
  const kept = new Set(all.toSorted((a, b) => b.weight - a.weight).slice(0, rows));
  const shown = all.filter((row) => kept.has(row));
  const titles = memo.contingencyColumns;
  const table: Table = {
    block: "table",
    columns: [
      { title: titles.trigger, width: 0.24 },
      { title: titles.move, width: 0.21 },
      { title: titles.fallback, width: 0.23 },
      { title: titles.authority, width: 0.17 },
      { title: titles.due, width: 0.15 },
    ],
    rows: shown.map((row) => [
      [row.trigger],
      row.move.map((text) => [{ text: asSentence(text) }]),
      row.fallback.map((text) => [{ text }]),
      row.authority.length === 0 ? cell(memo.dash) : row.authority.map((text) => [{ text }]),
      row.due.map((text) => [{ text }]),
    ]),
  };
  const left = all.length - shown.length;
  return [
    heading(level, left > 0 ? memo.moreInHeading(memo.contingency, left, "B") : memo.contingency),
    ...(shown.length === 0 ? [smallPrint([{ text: memo.none }])] : [table]),
  ];
}
