import type { Citation, Path } from "@demarche/core/brief";
import { noteMessages } from "../messages/notes.ts";
import { deferred, element, join, type Markup, markup } from "../svg/markup.ts";
import { type BriefIndex, citationText, messages as shared } from "../wording/index.ts";

/**
 * The paper's notes: each sentence has one, which says where in plan.json its figure stands (a JSON pointer,
 * RFC 6901) or which source its claim is taken from. Equal notes share a number.
 */
export interface Notes {
  /** A mark that leads to where the figure stands in plan.json. */
  readonly computed: (pointer: string) => Markup;
  /** A mark that leads to what covers the value at a path of the brief. */
  readonly sourced: (path: Path) => Markup;
  readonly cited: (citations: readonly Citation[]) => Markup;
  /** All notes, in order of their first mark; stands behind the text. */
  readonly list: () => Markup;
}

export function startNotes(index: BriefIndex): Notes {
  const numbers = new Map<string, number>();
  const entries: Markup[] = [];
  const mark = (key: string, write: () => Markup): Markup =>
    deferred(() => {
      const known = numbers.get(key);
      const number = known ?? entries.length + 1;
      if (known === undefined) {
        numbers.set(key, number);
        entries.push(write());
      }
      const link = {
        href: `#note-${number}`,
        id: known === undefined ? `mark-${number}` : undefined,
        "aria-label": noteMessages.mark(number),
      };
      return element("sup", { class: "note" }, element("a", link, String(number)));
    });
  const cited = (citations: readonly Citation[]): Markup => {
    const key = `cited ${JSON.stringify(citations)}`;
    return mark(key, () => writeCitations(index, citations));
  };
  return {
    computed: (pointer) =>
      mark(`computed ${pointer}`, () => markup`${noteMessages.computed} <code>plan.json ${pointer}</code>`),
    sourced: (path) => cited(index.sourcesFor(path)),
    cited,
    list: () =>
      deferred(() =>
        element(
          "ol",
          { class: "notes" },
          entries.map(
            (entry, i) =>
              markup`<li id="${`note-${i + 1}`}">${entry} <a href="${`#mark-${i + 1}`}" class="back" aria-label="${noteMessages.back(i + 1)}">↩</a></li>`,
          ),
        ),
      ),
  };
}

function writeCitations(index: BriefIndex, citations: readonly Citation[]): Markup {
  if (citations.length === 0) return markup`${noteMessages.unsourced}`;
  return join(
    citations.map((citation) => {
      if (citation.kind !== "source") return citationText(index, citation);
      const source = index.sources.get(citation.source);
      const grade = source?.grade === undefined ? noteMessages.ungraded : shared.grade(source.grade);
      const missing = source?.missing === true ? `, ${shared.missing}` : "";
      return markup`<a href="#sources">${citationText(index, citation)}</a> (${grade}${missing})`;
    }),
    "; ",
  );
}
