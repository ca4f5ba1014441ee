/** What must be known of an issue before references to it are read: its options with their places, its scale, its instances. */
import type { Id } from "../brief.ts";
import type { Desk } from "../desk.ts";
import { parseNumber } from "../mini/number.ts";
import { parseSpread } from "../mini/spread.ts";
import type { Node } from "../tree/node.ts";
import { childOf, scalarsOf } from "../tree/node.ts";
import { checkName } from "./check-name.ts";
import type { IssueNamed, OptionNamed } from "./names.ts";

/** Adds the issue and its instances to `into`; names of options and instances are checked here. */
export function collectIssue(desk: Desk, id: Id, node: Node, others: boolean, into: Map<Id, IssueNamed>): void {
  const base = describe(desk, node, undefined, others);
  const given = childOf(node, "instances");
  const instances: Id[] = [];
  if (given?.kind === "map") {
    for (const { key, keySpan, value } of given.entries) {
      checkName(desk, key, keySpan);
      instances.push(`${id}/${key}`);
      into.set(`${id}/${key}`, value.kind === "map" ? describe(desk, value, base, others) : base);
    }
  } else {
    for (const { text, span } of scalarsOf(given)) {
      checkName(desk, text, span);
      instances.push(`${id}/${text}`);
      into.set(`${id}/${text}`, base);
    }
  }
  if (!into.has(id)) into.set(id, { ...base, instances });
}

function describe(desk: Desk, node: Node, base: IssueNamed | undefined, others: boolean): IssueNamed {
  const kindText = textOf(childOf(node, "kind"));
  const kind =
    kindText === "choice" || kindText === "slate" || kindText === "scale" ? kindText : (base?.kind ?? "scale");
  const scale = parseSpread(textOf(childOf(node, "scale")) ?? "", parseNumber);
  const ends = "value" in scale && scale.value.kind === "range" ? scale.value : undefined;
  const from = ends?.low ?? base?.from ?? 0;
  const to = ends?.high ?? base?.to ?? 100;
  const given = childOf(node, "options");
  const options = given === undefined && base !== undefined ? base.options : optionsOf(desk, given, kind, from, to);
  const open = textOf(childOf(node, "open")) === "yes" || (base?.open ?? false) || (others && options.size === 0);
  return { kind, from, to, open, options, instances: [] };
}

function textOf(node: Node | undefined): string | undefined {
  return node?.kind === "scalar" ? node.text : undefined;
}

/** The place of option number `index` of `count` in even steps. */
function evenStep(index: number, count: number, from: number, to: number): number {
  return count < 2 ? from : from + ((to - from) * index) / (count - 1);
}

function optionsOf(
  desk: Desk,
  node: Node | undefined,
  kind: IssueNamed["kind"],
  from: number,
  to: number,
): Map<Id, OptionNamed> {
  const options = new Map<Id, OptionNamed>();
  if (node?.kind === "map") {
    for (const { key, keySpan, value } of node.entries) {
      checkName(desk, key, keySpan);
      const at = textOf(value) ?? textOf(childOf(value, "at")) ?? textOf(childOf(childOf(value, "at"), "value"));
      const number = at === undefined ? undefined : parseNumber(at);
      options.set(key, { span: keySpan, ...(number !== undefined && "value" in number ? { at: number.value } : {}) });
    }
    return options;
  }
  const listed = scalarsOf(node);
  for (const [index, { text, span }] of listed.entries()) {
    checkName(desk, text, span);
    const before = options.get(text);
    if (before !== undefined)
      desk.report("duplicate-name", span, `The option \`${text}\` stands twice in this issue.`, "Keep one of them.", {
        other: before.span,
      });
    options.set(text, { span, ...(kind === "scale" ? { at: evenStep(index, listed.length, from, to) } : {}) });
  }
  return options;
}
