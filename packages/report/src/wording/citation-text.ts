import type { Citation, Id, Path } from "@demarche/core/brief";
import type { BriefIndex } from "./brief-index.ts";
import { dateText } from "./date-text.ts";
import { messages } from "./messages.ts";

/** A citation as a reader finds it: "Note of 29 November 1945, § 3c". */
export function citationText(index: BriefIndex, citation: Citation): string {
  if (citation.kind === "judgement") return messages.judgement;
  if (citation.kind === "hindsight") return messages.hindsight;
  const name = index.nameOf(citation.source);
  return citation.passage === undefined ? name : messages.passage(name, citation.passage);
}

/** Several citations, in their order: "Note of 29 November 1945, § 3c; judgement"; none: that there is none. */
export function citationsText(index: BriefIndex, citations: readonly Citation[]): string {
  return citations.length === 0
    ? messages.unsourced(messages[index.brief.head.unsourced ?? "judgement"])
    : citations.map((citation) => citationText(index, citation)).join("; ");
}

/** What covers the value at a path, in words. */
export function sourceText(index: BriefIndex, path: Path): string {
  return citationsText(index, index.sourcesFor(path));
}

/** A source with its date, grade and whether it is at hand: "Note of 29 November 1945 (29 November 1945, graded A2)". */
export function sourceEntryText(index: BriefIndex, id: Id): string {
  const source = index.sources.get(id);
  const marks = [
    source?.date === undefined ? undefined : dateText(source.date),
    source?.grade === undefined ? undefined : messages.grade(source.grade),
    source?.missing === true ? messages.missing : undefined,
  ].filter((mark) => mark !== undefined);
  return marks.length === 0 ? index.nameOf(id) : `${index.nameOf(id)} (${marks.join(", ")})`;
}
