/** Rules whose effects touch what their own conditions read, directly or through other rules. */
import type { Brief, Effect, Fact, Id, Rule } from "../brief.ts";
import { conditionFacts } from "../condition-facts.ts";
import type { Desk } from "../desk.ts";
import { describeCycle, findCycles } from "./cycles.ts";

const ALL_ITEMS = "item *";

/** What a condition reads, as keys that `touched` uses too. */
function read(fact: Fact): readonly string[] {
  switch (fact.fact) {
    case "is":
    case "item":
    case "accepts":
      return [`item ${fact.issue}`];
    case "assumption":
      return [`assumption ${fact.assumption}`];
    case "signal":
      return [`move ${fact.move}`];
    case "move":
      return fact.state === "done" ? [] : [`move ${fact.move}`];
    case "broke down":
      return [`forum ${fact.forum}`];
    default:
      return [];
  }
}

function touched(effect: Effect): readonly string[] {
  switch (effect.on) {
    case "position":
    case "admission":
      return effect.issues === undefined ? [ALL_ITEMS] : effect.issues.map((issue) => `item ${issue}`);
    case "breakdown":
      return [`forum ${effect.forum}`];
    case "assumption":
      return [`assumption ${effect.assumption}`];
    default:
      return [`move ${effect.move}`];
  }
}

/** Reports each cycle of rules at its first rule. */
export function checkRuleCycles(brief: Brief, desk: Desk): void {
  const readers = new Map<string, Id[]>();
  for (const rule of brief.rules)
    for (const key of new Set(conditionFacts(rule.if).flatMap(read)))
      readers.set(key, [...(readers.get(key) ?? []), rule.id]);
  const byId = new Map(brief.rules.map((rule) => [rule.id, rule]));
  const next = (id: Id) => followers(byId.get(id)!, readers);
  for (const cycle of findCycles([...byId.keys()], next)) {
    const first = byId.get(cycle[0]!)!;
    const second = byId.get(cycle[1] ?? "");
    const message =
      cycle.length === 1
        ? `The rule \`${first.id}\` changes what its own condition reads.`
        : `These rules change what each other's conditions read: ${describeCycle(cycle)}.`;
    desk.report(
      "rule-cycle",
      desk.spanOf(first.path)!,
      message,
      "Let one of them hang on a move, an assumption or a date instead of on an outcome that the others change.",
      {
        path: first.path,
        other: second === undefined ? undefined : desk.spanOf(second.path),
      },
    );
  }
}

function followers(rule: Rule, readers: ReadonlyMap<string, readonly Id[]>): readonly Id[] {
  const keys = new Set(rule.then.flatMap(touched));
  const found = keys.has(ALL_ITEMS)
    ? [...readers].filter(([key]) => key.startsWith("item ")).flatMap(([, ids]) => ids)
    : [];
  return [...new Set([...found, ...[...keys].flatMap((key) => readers.get(key) ?? [])])];
}
