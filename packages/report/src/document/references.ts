import type { Citation, Path } from "@demarche/core/brief";
import { type BriefIndex, citationText } from "../wording/index.ts";
import type { Run } from "./document.ts";

/** Numbers each source passage at its first mention, so that every sentence can carry its mark. */
export interface References {
  /** Marks for what covers a path of the brief: raised "[1]", "[1,4]"; nothing where no source is given. */
  readonly mark: (path: Path) => readonly Run[];
  readonly markAll: (citations: readonly Citation[]) => readonly Run[];
  /** Texts in the order of their numbers, as far as cited by now. */
  readonly list: () => readonly string[];
}

/** Starts an empty register for one paper. */
export function startReferences(index: BriefIndex): References {
  const numbers = new Map<string, number>();
  const markAll = (citations: readonly Citation[]): readonly Run[] => {
    const marks = citations
      .filter((citation) => citation.kind !== "source" || index.sources.has(citation.source))
      .map((citation) => {
        const text = citationText(index, citation);
        const number = numbers.get(text) ?? numbers.size + 1;
        numbers.set(text, number);
        return number;
      });
    return marks.length === 0 ? [] : [{ text: `[${[...new Set(marks)].join(",")}]`, raised: true }];
  };
  return { mark: (path) => markAll(index.sourcesFor(path)), markAll, list: () => [...numbers.keys()] };
}
