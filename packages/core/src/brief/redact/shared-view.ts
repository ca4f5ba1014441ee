/** Need to know (BRIEF.md "How it is read" 7): the brief as one group may see it. */
import type { Diagnostic } from "../diagnostic.ts";
import { cutEntries } from "../edit/cut-entries.ts";
import { type Entry, entriesOf, findEntry, readSource, type SourceText } from "../edit/source-text.ts";
import { readBrief } from "../read-brief.ts";
import { indexLines } from "../text/line-index.ts";
import { type Comment, commentsOf, dropComments, findComments } from "./comments.ts";
import { findHidden } from "./hidden.ts";
import { layOut } from "./layout.ts";
import { findMention, type Spelling, spellingsOf, visibleProse } from "./mentions.ts";
import { childAt, type Spot, surveySpots, walk } from "./spot.ts";

/** Without `text` where `diagnostics` holds an error: then nothing may be handed out. */
export interface SharedView {
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The text of the brief that a group with these readers' ids may see. Mappings marked `only for` others are gone with
 * all that refers to them, and with the comments that stand by them or speak of them. Errors: text that cannot be
 * read, an unknown reader, a hidden name in visible prose, a brief hidden as a whole, and one that could no longer be read.
 */
export function sharedView(text: string, readers: readonly string[], file = "brief.yaml"): SharedView {
  const source = readSource(text);
  const lines = indexLines(text);
  const report = (code: string, at: number, length: number, message: string, hint: string): Diagnostic => {
    return { code, severity: "error", place: { file, ...lines.position(at), length }, message, hint };
  };
  if (!("root" in source)) return { diagnostics: [report("share-unreadable", 0, 1, source.message, source.hint)] };
  const root = surveySpots(source);
  const groups = childAt(root, "readers")?.children.map((group) => String(group.path.at(-1))) ?? [];
  const unknown = readers.filter((reader) => !groups.includes(reader));
  if (unknown.length > 0) {
    const hint = groups.length > 0 ? `Readers here: ${groups.join(", ")}.` : "The brief names no readers.";
    const message = `No group of readers is called "${unknown.join('", "')}".`;
    return { diagnostics: [report("share-unknown-reader", 0, 1, message, hint)] };
  }
  const hidden = findHidden(root, new Set(readers));
  if (hidden.spots.some((spot) => spot.form === "root")) {
    const message = "Nothing of this brief may be seen by that group.";
    return { diagnostics: [report("share-nothing", 0, 1, message, "Look at the `only for` at the top of the brief.")] };
  }
  const isGone = goneIn(hidden.spots);
  const spellings = spellingsOf(
    hidden.names,
    [...walk(root)].filter((spot) => !isGone(spot)),
  );
  const diagnostics = visibleProse(root, isGone).flatMap((spot) => {
    const mention = findMention(spot.text, spellings);
    return mention ? [leak(spot, mention)] : [];
  });
  if (diagnostics.length > 0) return { diagnostics };
  const view = withoutTrace(source, hidden.spots, spellings);
  const broken =
    readBrief(text, { file }).brief &&
    readBrief(view, { file }).diagnostics.find(({ severity }) => severity === "error");
  if (!broken) return { text: view, diagnostics };
  const { message: trouble, path } = broken;
  const message = `What is left would be no brief that can be read: ${trouble}${path ? ` (${path})` : ""}`;
  return {
    diagnostics: [
      report("share-incomplete", 0, 1, message, "Hide the whole of what cannot stand without its hidden part."),
    ],
  };

  function leak(spot: Spot, mention: Spelling): Diagnostic {
    const message = `This text speaks of "${mention.text}" (${mention.of.name}), which is hidden from the group.`;
    const hint = "Say it in other words, or mark what this text stands in with `only for`.";
    return report("share-hidden-name-in-prose", spot.valueStart, spot.end - spot.valueStart, message, hint);
  }
}

function goneIn(spots: readonly Spot[]): (spot: Spot) => boolean {
  const gone = new Set(spots);
  return (spot) => {
    for (let at: Spot | undefined = spot; at; at = at.parent) if (gone.has(at)) return true;
    return false;
  };
}

function withoutTrace(source: SourceText, spots: readonly Spot[], spellings: readonly Spelling[]): string {
  const comments = findComments(source.text);
  const told = new Set(comments.filter((one) => findMention(one.text, spellings)).map((one) => one.remark));
  const going = new Set<Comment>(comments.filter((one) => told.has(one.remark)));
  for (const spot of spots) {
    for (const comment of commentsOf(source.text, comments, spot.start, spot.end)) going.add(comment);
  }
  return layOut(withoutEntries(dropComments(source.text, [...going]), spots));
}

/** Takes the spots out of a text that holds them at the same paths; none holds another. */
function withoutEntries(text: string, spots: readonly Spot[]): string {
  const source = readSource(text);
  if (!("root" in source)) throw new Error(`comments were cut amiss: ${source.message}`);
  const byParent = new Map<Spot | undefined, Entry[]>();
  for (const { parent, path } of spots) {
    const entry = findEntry(source, path);
    if (entry) byParent.set(parent, [...(byParent.get(parent) ?? []), entry]);
  }
  const splices = [...byParent.values()].flatMap((entries) => {
    const [first] = entries;
    return first ? cutEntries(text, entriesOf(text, first.parent), new Set(entries.map(({ index }) => index))) : [];
  });
  return splices
    .sort((a, b) => b.at - a.at)
    .reduce((rest, { at, was }) => rest.slice(0, at) + rest.slice(at + was.length), text);
}
