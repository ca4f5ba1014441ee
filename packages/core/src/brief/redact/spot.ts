/** A brief's text as a tree of spots: each entry with how it is keyed, so that need-to-know can climb and remove. */
import { isMap, isScalar, isSeq, type ParsedNode } from "yaml";
import type { YamlPath } from "../edit/edit.ts";
import { type Collection, entriesOf, type SourceText } from "../edit/source-text.ts";
import { isNameMap, PROSE_AT_THE_HEAD, PROSE_SHORT_FORM, PROSE_WORDS } from "./language.ts";

export interface Spot {
  readonly path: YamlPath;
  /** `word` of the language, `name` given in the brief, `item` of a list. */
  readonly form: "root" | "word" | "name" | "item";
  readonly parent: Spot | undefined;
  /** The nearest word at or above: what the text here is. */
  readonly word: string | undefined;
  readonly children: Spot[];
  readonly shape: "text" | "list" | "map";
  readonly text: string;
  readonly prose: boolean;
  /** Offsets: from the key or dash to the end of the value; and where the value alone begins. */
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
}

export function surveySpots(source: SourceText): Spot {
  const end = source.text.length;
  return survey(source, source.root, { path: [], form: "root", parent: undefined, word: undefined, start: 0, end });
}

type Head = Pick<Spot, "path" | "form" | "parent" | "word" | "start" | "end">;

function survey(source: SourceText, node: ParsedNode | null, head: Head): Spot {
  const shape = isMap(node) ? "map" : isSeq(node) ? "list" : "text";
  const text = isScalar(node) && typeof node.value === "string" ? node.value : "";
  const children: Spot[] = [];
  const prose = shape === "text" && isProse(head);
  const spot: Spot = { ...head, children, shape, text, prose, valueStart: node?.range[0] ?? head.start };
  if (!isMap<ParsedNode>(node) && !isSeq(node)) return spot;
  const named = isMap(node) && head.form === "word" && isNameMap(head.word, wordAbove(spot));
  for (const entry of entriesOf(source.text, node as Collection)) {
    const key = isMap<ParsedNode>(node) ? node.items[entry.index]?.key : undefined;
    const name = isScalar(key) && typeof key.value === "string" ? key.value : "";
    const form = isSeq(node) ? "item" : named ? "name" : "word";
    children.push(
      survey(source, entry.value, {
        path: [...head.path, form === "item" ? entry.index : name],
        form,
        parent: spot,
        word: form === "word" ? name : head.word,
        start: entry.start,
        end: entry.end,
      }),
    );
  }
  return spot;
}

function wordAbove(spot: Spot): string | undefined {
  for (let above = spot.parent; above; above = above.parent) {
    if (above.word !== spot.word) return above.word;
  }
  return undefined;
}

function isProse({ form, word, parent }: Head): boolean {
  if (word === undefined) return false;
  // `usa: United States`, and its list form under no such mapping: the names of a list are references.
  if (form === "name") return PROSE_SHORT_FORM.has(word);
  if (form === "item" && parent?.form === "name") return false;
  return PROSE_WORDS.has(word) || (PROSE_AT_THE_HEAD.has(word) && parent?.form === "root");
}

/** This spot and all within it, in the order of the text. */
export function* walk(spot: Spot): Generator<Spot> {
  yield spot;
  for (const child of spot.children) yield* walk(child);
}

export function childAt(spot: Spot | undefined, word: string): Spot | undefined {
  return spot?.children.find((child) => child.form === "word" && child.path.at(-1) === word);
}

/** The texts of a scalar or of a list of scalars. */
export function textsOf(spot: Spot | undefined): string[] {
  if (!spot) return [];
  return spot.shape === "text" ? [spot.text] : spot.children.filter((c) => c.shape === "text").map((c) => c.text);
}

/** The nearest named thing or list entry at or above; of what stands in neither, the entry at the top. */
export function thingAround(spot: Spot): Spot {
  let at = spot;
  while (at.form === "word" && at.parent && at.parent.form !== "root") at = at.parent;
  return at;
}
