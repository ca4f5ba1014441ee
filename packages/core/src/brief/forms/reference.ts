/** Forms that name something given elsewhere in the brief: each reference is checked where it stands. */
import type { Id, Path } from "../brief.ts";
import { NAME } from "../mini/name.ts";
import type { NameKind } from "../names/names.ts";
import { itemsOf, namesOfKinds, withArticle } from "../names/names.ts";
import { hintNearest, nearestOf } from "../suggest.ts";
import type { Node, Span } from "../tree/node.ts";
import type { Form, Reader } from "./form.ts";
import { reportShape, shaped, shared } from "./form.ts";
import { oneOrMore } from "./list.ts";

export const NAME_SCHEMA = { type: "string", pattern: `^${NAME}$` };
const ITEM_SCHEMA = { type: "string", pattern: `^${NAME}(?:/${NAME})?$` };

/** The kind of what `name` names if it is one of `kinds`; else reports what was expected. */
export function checkReference(
  reader: Reader,
  name: string,
  span: Span,
  kinds: readonly NameKind[],
  path: Path,
): NameKind | undefined {
  const thing = reader.names.things.get(name);
  if (thing !== undefined && kinds.includes(thing.kind)) return thing.kind;
  const wanted = kinds.map(withArticle).join(" or ");
  const candidates = namesOfKinds(reader.names, kinds);
  if (thing === undefined) {
    const elsewhere =
      nearestOf(name, candidates) === undefined ? nearestOf(name, reader.names.things.keys()) : undefined;
    const hint =
      elsewhere === undefined
        ? hintNearest(name, candidates, "names")
        : `Nothing near it is ${wanted}; \`${elsewhere}\` is ${withArticle(reader.names.things.get(elsewhere)!.kind)}.`;
    reader.desk.report("unknown-name", span, `\`${name}\` names nothing in this brief; expected ${wanted}.`, hint, {
      path,
    });
  } else {
    reader.desk.report(
      "wrong-kind",
      span,
      `\`${name}\` is ${withArticle(thing.kind)}; expected ${wanted}.`,
      hintNearest(name, candidates, "names"),
      { path, other: thing.span },
    );
  }
  return undefined;
}

/** The name of one thing of these kinds. */
export function reference(...kinds: readonly NameKind[]): Form<Id> {
  const expects = `the name of ${kinds.map(withArticle).join(" or ")}`;
  return {
    expects,
    read(node, at, reader) {
      if (node.kind !== "scalar") return reportShape(reader, node, at, expects);
      reader.desk.mark(at, node.span);
      return checkReference(reader, node.text, node.span, kinds, at) === undefined ? undefined : node.text;
    },
    schema: () => NAME_SCHEMA,
  };
}

/** Flat, in order, without repeats. */
function flat(lists: readonly (readonly Id[])[]): readonly Id[] {
  return [...new Set(lists.flat())];
}

const partiesNamed: Form<readonly Id[]> = {
  expects: "the name of a party, a bloc or a term",
  read(node, at, reader) {
    if (node.kind !== "scalar") return reportShape(reader, node, at, partiesNamed.expects);
    reader.desk.mark(at, node.span);
    const kind = checkReference(reader, node.text, node.span, ["party", "bloc", "term"], at);
    if (kind === undefined) return undefined;
    const members = kind === "party" ? [node.text] : (reader.names.sets.get(node.text) ?? []);
    const stranger =
      members.length === 0 ? node.text : members.find((member) => reader.names.things.get(member)?.kind !== "party");
    if (stranger === undefined) return members;
    // What a bloc holds is reported where the bloc gives it, and so is a member that is no name at all.
    const thing = reader.names.things.get(stranger);
    if (kind === "bloc" || thing === undefined) return undefined;
    const message =
      stranger === node.text
        ? `\`${node.text}\` is a term, and no party; parties are expected here.`
        : `\`${node.text}\` holds \`${stranger}\`, which is ${withArticle(thing.kind)}; parties are expected here.`;
    const hint = "Name parties, blocs of parties, or terms whose members are parties.";
    reader.desk.report("not-a-party", node.span, message, hint, { path: at });
    return undefined;
  },
  schema: () => NAME_SCHEMA,
};
/** SET of parties: names of parties, blocs and terms, expanded to parties. */
export const parties: Form<readonly Id[]> = shaped(
  shared("names", () => oneOrMore(partiesNamed, "such names")),
  flat,
);

/** SET as written: names of parties, blocs and terms, not expanded. */
const scopeNamed = oneOrMore(reference("party", "bloc", "term"), "such names");
export const scope: Form<readonly Id[]> = shared("names", () => scopeNamed);

/** One such name, expanded to single items. */
export const itemsNamed: Form<readonly Id[]> = {
  expects: "the name of an issue, a heading or an instance",
  read(node, at, reader) {
    if (node.kind !== "scalar") return reportShape(reader, node, at, itemsNamed.expects);
    reader.desk.mark(at, node.span);
    return itemsOf(reader.names, node.text) ?? reportItem(reader, node.text, node.span, at, true);
  },
  schema: () => ITEM_SCHEMA,
};
/** ISSUES: names of issues, headings and instances, expanded to single items (`ISSUE/INSTANCE` where an issue has instances). */
export const issues: Form<readonly Id[]> = shaped(
  shared("issues", () => oneOrMore(itemsNamed, "such names")),
  flat,
);

/** Reports a name that is no issue, or not a single one. */
function reportItem(reader: Reader, name: string, span: Span, path: Path, headingsToo: boolean): undefined {
  const slash = name.indexOf("/");
  const base = slash === -1 ? undefined : reader.names.issues.get(name.slice(0, slash));
  if (base !== undefined) {
    const hint = hintNearest(name, base.instances, "instances");
    reader.desk.report(
      "unknown-instance",
      span,
      `\`${name.slice(0, slash)}\` has no instance \`${name.slice(slash + 1)}\`.`,
      hint,
      { path },
    );
  } else checkReference(reader, name, span, headingsToo ? ["issue", "heading"] : ["issue"], path);
  return undefined;
}

/** One single item by its name: an issue without instances, or an instance. Else reports, and gives undefined. */
export function checkItem(reader: Reader, name: string, span: Span, path: Path): Id | undefined {
  const issue = reader.names.issues.get(name);
  if (issue === undefined) return reportItem(reader, name, span, path, false);
  if (issue.instances.length === 0) return name;
  reader.desk.report(
    "instance-needed",
    span,
    `\`${name}\` has instances; one of them is meant here.`,
    `Name one: ${issue.instances.map((id) => `\`${id}\``).join(", ")}.`,
    { path },
  );
  return undefined;
}

/** ISSUE: one single item. */
export const item: Form<Id> = {
  expects: "the name of an issue or an instance",
  read(node, at, reader) {
    if (node.kind !== "scalar") return reportShape(reader, node, at, item.expects);
    reader.desk.mark(at, node.span);
    return checkItem(reader, node.text, node.span, at);
  },
  schema: () => ITEM_SCHEMA,
};

/**
 * True if the option can be meant: of every one of these items, or, with `any`, of at least one. Else reports it.
 * Items that could not be read, or have no options of their own, are not asked.
 */
export function checkOption(
  reader: Reader,
  name: string,
  span: Span,
  path: Path,
  items: readonly Id[] | undefined,
  any = false,
): boolean {
  if (items === undefined) return true;
  if (items.length === 0) {
    const hint = "Say `issue: …` in the same mapping.";
    reader.desk.report("issue-needed", span, `\`${name}\` is an option, but nothing says of which issue.`, hint, {
      path,
    });
    return false;
  }
  const lacks = (id: Id) => {
    const options = reader.names.issues.get(id)?.options;
    return options !== undefined && options.size > 0 && !options.has(name);
  };
  const lacking = any && !items.every(lacks) ? undefined : items.find(lacks);
  if (lacking === undefined) return true;
  const options = [...reader.names.issues.get(lacking)!.options.keys()];
  const hint = hintNearest(name, options, `options of \`${lacking}\``);
  reader.desk.report("unknown-option", span, `\`${name}\` is not an option of \`${lacking}\`.`, hint, { path });
  return false;
}

/** OPTION of one of the items in reach. */
export const option: Form<Id> = {
  expects: "the name of an option",
  read(node, at, reader) {
    if (node.kind !== "scalar") return reportShape(reader, node, at, option.expects);
    reader.desk.mark(at, node.span);
    return checkOption(reader, node.text, node.span, at, reader.issues, true) ? node.text : undefined;
  },
  schema: () => NAME_SCHEMA,
};

/** The items that a mapping's `issue` word names (none without the word), silently: the word itself is read, and reported on, in its turn. */
export function issuesNamedBy(node: Node | undefined, reader: Reader): readonly Id[] | undefined {
  if (node === undefined) return [];
  const nodes = node.kind === "list" ? node.items : [node];
  const found = nodes.flatMap((each) => (each.kind === "scalar" ? (itemsOf(reader.names, each.text) ?? []) : []));
  return found.length === 0 ? undefined : found;
}
