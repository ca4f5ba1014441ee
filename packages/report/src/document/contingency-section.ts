import type { Condition, Issue, Step } from "@demarche/core/brief";
import {
  asSentence,
  capitalise,
  conditionHead,
  conditionText,
  dayText,
  dueText,
  insideSentence,
  memo,
  placeText,
  quoted,
} from "../wording/index.ts";
import { type Block, cell, heading, type Inline, smallPrint, type Table } from "./document.ts";
import { type MemoContext, ourPosition } from "./memo-context.ts";
import { movesIn, stepsHead } from "./plan-steps.ts";

/** One contingency: what is watched for, what is then done, and who may do it by when. */
interface Contingency {
  readonly trigger: Inline;
  readonly move: string;
  readonly fallback: readonly string[];
  readonly authority: readonly string[];
  readonly due: readonly string[];
  readonly weight: number;
}

/** The last day on which any of the moves can be made. */
function lastDay({ index }: MemoContext, steps: readonly Step[]): string {
  const days = movesIn(steps).flatMap((move) => index.moves.get(move)?.dates?.to ?? []);
  return days.length === 0 ? "" : dayText(days.toSorted()[days.length - 1]!);
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

function forumDay({ index }: MemoContext): string {
  const from = index.forums.get(index.brief.head.forum ?? "")?.dates?.from;
  return from === undefined ? memo.dash : memo.forumStart(dayText(from));
}

/** Branches of the plan, at any depth. */
function branches(context: MemoContext, steps: readonly Step[]): readonly Contingency[] {
  return steps.flatMap((step): readonly Contingency[] => {
    if (step.step !== "if") return [];
    const asks = [...step.then, ...step.else].filter((inner) => inner.step === "ask");
    const own: Contingency = {
      trigger: [{ text: conditionHead(context.index, step.if) }, ...context.references.mark(step.path)],
      move: stepsHead(context, step.then),
      fallback: [stepsHead(context, step.else)],
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
  const itemDue = issue.due === undefined ? undefined : dueText(issue.due);
  const dues = ours.fallbacks.map(
    (rung) => (rung.due === undefined ? undefined : dueText(rung.due)) ?? itemDue ?? memo.dash,
  );
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
      move: memo.fallBack,
      fallback: [
        ...ours.fallbacks.map((rung, at) => `${at + 1}. ${index.optionName(issue.id, rung.option)}`),
        ...limit,
      ],
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
        move: memo.dropItem(index.numberOf(node.id) ?? "", quoted(index.nameOf(node.id))),
        fallback: [resolved === "" ? memo.dash : capitalise(resolved)],
        authority: [],
        due: [(assumption?.until === undefined ? undefined : dueText(assumption.until)) ?? memo.dash],
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
    const due = assumption.until === undefined ? undefined : dueText(assumption.until);
    if (!restedOn.has(assumption.id) || due === undefined) return [];
    const statement = insideSentence(assumption.statement ?? index.nameOf(assumption.id));
    return [
      {
        trigger: [{ text: memo.expired(statement) }, ...context.references.mark(assumption.path)],
        move: memo.planAfresh,
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
    ...issues.flatMap((issue) => ladder(context, issue)),
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
      { title: titles.trigger, width: 0.27 },
      { title: titles.move, width: 0.22 },
      { title: titles.fallback, width: 0.25 },
      { title: titles.authority, width: 0.13 },
      { title: titles.due, width: 0.13 },
    ],
    rows: shown.map((row) => [
      [row.trigger],
      cell(asSentence(row.move)),
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
