/** What has been observed: no day, nothing that contradicts itself or the agenda adopted, and nothing read before it was written. */
import type { Brief, Condition, Id, Issue, Observation } from "../brief.ts";
import { conditionFacts } from "../condition-facts.ts";
import type { Desk } from "../desk.ts";
import type { CitedAt } from "../forms/form.ts";
import { printCondition } from "../mini/print-condition.ts";
import { whenText } from "../when-text.ts";
import { issuesOf } from "./asked-for.ts";
import { asGoodTo } from "./observed-better.ts";
import { conflictOf, type Items, isAgreed, itemOf, type SeenFact } from "./observed-conflict.ts";
import { checkObservedDay } from "./observed-day.ts";
import { ruledOut } from "./observed-ruled-out.ts";
import { canAllHold, clashOf } from "./observed-together.ts";

interface Seen extends SeenFact {
  readonly text: string;
  readonly entry: Observation;
}

export function checkObserved(brief: Brief, citations: readonly CitedAt[], desk: Desk): void {
  if (brief.observed.length === 0) return;
  for (const entry of brief.observed) {
    checkDay(entry, desk);
    const told = factsOf(entry.fact, true, entry).flatMap(({ fact, holds }) => (holds ? [fact] : []));
    checkObservedDay(entry, told, brief, desk);
    checkSources(entry, citations, brief, desk);
  }
  const seen = brief.observed.flatMap((entry) => factsOf(entry.fact, true, entry));
  const issues = issuesOf([...brief.agenda, ...brief.othersWillTable]);
  const itemNamed = (id: Id) => issues.find((issue) => issue.id === id);
  const items: Items = { named: itemNamed, asGood: asGoodTo(brief.head.us) };
  const contradicting = new Set<Observation>();
  for (const [k, later] of seen.entries()) {
    const before = seen.slice(0, k);
    if (checkAgainst(before, later, items, desk)) contradicting.add(later.entry);
    checkTwice(before, later, desk);
    checkAfterBreakdown(seen, later, items, brief, desk);
    checkRuledOut(later, itemNamed, brief, desk);
    checkAdopted(later, itemNamed, brief, desk);
  }
  checkTogether(
    brief.observed.filter((entry) => !contradicting.has(entry)),
    items,
    desk,
  );
}

/** What no two facts tell, but several observations, or one whose parts are joined by "or". */
function checkTogether(entries: readonly Observation[], items: Items, desk: Desk): void {
  const all = entries.map(({ fact }) => fact);
  if (canAllHold(all, items)) return;
  const before: Observation[] = [];
  for (const later of entries) {
    const clash = clashOf(
      before.map(({ fact }) => fact),
      later.fact,
      items,
    );
    if (clash === undefined) {
      before.push(later);
      continue;
    }
    const others = before.filter(({ fact }) => clash.includes(fact));
    const said = others.map(({ fact }) => `\`${printCondition(fact)}\``);
    const text = `\`${printCondition(later.fact)}\``;
    const first = others[0];
    desk.report(
      "observed-contradiction",
      at(later, desk),
      first === undefined
        ? `${text} cannot be observed: it contradicts itself.`
        : `${text} cannot have been observed beside ${listed(said)}.${said.length > 1 ? " Not all of them can be so." : ""}`,
      "Keep what is so: what has been observed stands for good.",
      { path: later.path, ...(first === undefined ? {} : { other: at(first, desk) }) },
    );
  }
}

const listed = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join() : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;

/** Whether anything was found. */
function checkAgainst(before: readonly Seen[], later: Seen, items: Items, desk: Desk): boolean {
  for (const earlier of before) {
    const conflict = conflictOf(earlier, later, items);
    if (conflict === undefined) continue;
    const isOne = earlier.text === later.text || earlier.entry === later.entry;
    const said = isOne
      ? `\`${later.text}\` cannot be observed: it contradicts itself.`
      : `\`${later.text}\` cannot have been observed beside \`${earlier.text}\`.`;
    desk.report(
      "observed-contradiction",
      at(later.entry, desk),
      conflict.why === "" ? said : `${said} ${conflict.why}`,
      "Keep the one that is so: what has been observed stands for good.",
      { path: later.entry.path, other: at(earlier.entry, desk) },
    );
    return true;
  }
  return false;
}

function checkTwice(before: readonly Seen[], later: Seen, desk: Desk): void {
  const first = before.find(({ text, entry }) => text === later.text && entry !== later.entry);
  if (first === undefined) return;
  desk.report(
    "observed-twice",
    at(later.entry, desk),
    `\`${later.text}\` has been recorded already${first.entry.date === undefined ? "" : `, ${whenText(first.entry.date)}`}.`,
    "Once is enough: a second time changes nothing but the last day observed.",
    { path: later.entry.path, other: at(first.entry, desk) },
  );
}

/** Where talks broke down nothing more was agreed there; what was agreed before them stands. */
function checkAfterBreakdown(
  seen: readonly Seen[],
  { fact, holds, text, entry }: Seen,
  items: Items,
  brief: Brief,
  desk: Desk,
): void {
  const item = itemOf(fact);
  const issue = item === undefined ? undefined : items.named(item);
  if (issue === undefined || entry.date?.from === undefined) return;
  if (!isAgreed({ fact, holds }, issue, items.asGood)) return;
  const forum = forumOf(issue, brief);
  const broken = seen.find(
    (each) => each.holds && each.fact.fact === "broke down" && each.fact.forum === forum && isBefore(each.entry, entry),
  );
  if (broken === undefined) return;
  desk.report(
    "observed-at-odd-time",
    desk.spanOf(`${entry.path}/date`) ?? at(entry, desk),
    `\`${text}\` was observed ${whenText(entry.date)}, after \`${forum}\` had broken down (${broken.entry.date!.text}).`,
    "If it was agreed before, give it that day; if elsewhere, say where the item lies (`forum`). It is held to, and nothing is learnt from it.",
    { path: entry.path, other: at(broken.entry, desk) },
  );
}

const isBefore = (one: Observation, other: Observation): boolean =>
  one.date?.to !== undefined && other.date?.from !== undefined && one.date.to < other.date.from;

const forumOf = (issue: Issue, brief: Brief): Id | undefined =>
  issue.inherited.forum ?? brief.head.forum ?? brief.forums[0]?.id;

function checkRuledOut(seen: Seen, itemNamed: (id: Id) => Issue | undefined, brief: Brief, desk: Desk): void {
  const found = ruledOut(seen, brief, itemNamed);
  if (found === undefined) return;
  desk.report(
    "observed-ruled-out",
    at(seen.entry, desk),
    `\`${seen.text}\` was observed, and the brief ${found.why}.`,
    "It is held to, but nothing can be learnt from it. Mend the chance: what has happened was possible.",
    { path: seen.entry.path, other: desk.spanOf(found.path) },
  );
}

const at = (entry: Observation, desk: Desk) => desk.spanOf(`${entry.path}/fact`) ?? desk.spanOf(entry.path)!;

/** Facts that are joined by "and"; of "or" neither by itself has been observed. */
function factsOf(condition: Condition, holds: boolean, entry: Observation): Seen[] {
  if (condition.op === "not") return factsOf(condition.part, !holds, entry);
  if (condition.op !== "fact") {
    return (condition.op === "and") === holds ? condition.parts.flatMap((part) => factsOf(part, holds, entry)) : [];
  }
  const { op: _, ...fact } = condition;
  return [{ fact, holds, text: printCondition(holds ? condition : { op: "not", part: condition }), entry }];
}

function checkDay(entry: Observation, desk: Desk): void {
  const day = conditionFacts(entry.fact).find((fact) => fact.fact === "date");
  if (day === undefined) return;
  desk.report(
    "observed-date",
    at(entry, desk),
    `\`${printCondition({ op: "fact", ...day })}\` is no observation: it says what day it is.`,
    "The day on which something was observed stands beside it, as `date`.",
    { path: entry.path },
  );
}

function checkAdopted(
  { fact, holds, text, entry }: Seen,
  itemNamed: (id: Id) => Issue | undefined,
  brief: Brief,
  desk: Desk,
): void {
  if (fact.fact !== "item" || fact.state !== "admitted") return;
  const issue = itemNamed(fact.issue);
  if (issue === undefined) return;
  const id = forumOf(issue, brief);
  const forum = brief.forums.find((each) => each.id === id);
  if (forum?.adopted === undefined) return;
  const listed = forum.adopted.some((name) => issue.id === name || issue.id.startsWith(`${name}/`));
  if (listed === holds) return;
  desk.report(
    "observed-contradiction",
    at(entry, desk),
    `\`${text}\` cannot have been observed: \`${issue.id}\` is ${listed ? "" : "not "}on the agenda that \`${forum.id}\` has adopted.`,
    "Mend the one or the other.",
    { path: entry.path, other: desk.spanOf(`${forum.path}/adopted`) },
  );
}

/** What is read in a source of the 8th was not observed on the 7th. What stands under `later` is later by its nature. */
function checkSources(entry: Observation, citations: readonly CitedAt[], brief: Brief, desk: Desk): void {
  for (const { source: id, passage: label, span, path } of citations) {
    if (path !== entry.path && !path.startsWith(`${entry.path}/source`)) continue;
    const source = brief.sources.find((each) => each.id === id);
    if (source === undefined) continue;
    const passage = source.passages?.find((each) => each.label === label);
    const reached = passage?.reachedUs ?? source.reachedUs;
    const more = { path: entry.path, other: desk.spanOf(passage?.path ?? source.path) };
    if (reached === "never") {
      desk.report(
        "never-reached-us",
        span,
        `\`${source.id}\` never reached us, so nothing was observed in it.`,
        "Cite what did reach us, or put it under `later`.",
        more,
      );
      continue;
    }
    const came = reached ?? passage?.date ?? source.date;
    const end = entry.date?.to ?? entry.date?.from;
    if (came?.from === undefined || end === undefined || came.from <= end) continue;
    desk.report(
      "observed-before-source",
      span,
      `\`${source.id}\` came ${whenText(came)}; what it tells cannot have been observed ${whenText(entry.date!)}.`,
      "The date of an observation is the day on which we learnt it.",
      more,
    );
  }
}
