/** The order in which items of one forum settle: agenda order, but what a rule's condition asks of comes before what it changes. */
import type { Rule } from "../brief/brief.ts";
import { factsIn } from "./compile-condition.ts";
import { itemsNamed, type Names } from "./names.ts";

/** Depth-first over precedents; rules with cycles are errors of the brief, so each item is placed once. */
export function orderItems(names: Names): number[] {
  const before = names.issues.map((): number[] => []);
  for (const rule of names.brief.rules) for (const [first, then] of precedents(names, rule)) before[then]!.push(first);
  const order: number[] = [];
  const seen = new Set<number>();
  const place = (item: number): void => {
    if (seen.has(item)) return;
    seen.add(item);
    for (const first of before[item]!) place(first);
    order.push(item);
  };
  for (const item of names.issues.keys()) place(item);
  return order;
}

function precedents(names: Names, rule: Rule): [number, number][] {
  const asked = factsIn(rule.if).flatMap((fact) =>
    fact.fact === "is" || fact.fact === "item" ? itemsNamed(names, fact.issue) : [],
  );
  if (asked.length === 0) return [];
  const changed = rule.then.flatMap((effect) => {
    if (effect.on === "position") return (effect.issues ?? []).flatMap((id) => itemsNamed(names, id));
    return effect.on === "admission" ? effect.issues.flatMap((id) => itemsNamed(names, id)) : [];
  });
  return asked.flatMap((first) =>
    changed.filter((then) => then !== first).map((then): [number, number] => [first, then]),
  );
}
