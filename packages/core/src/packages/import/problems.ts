/** Collecting what is wrong with an imported file, each finding at its place. */
import type { Diagnostic } from "../../brief/diagnostic.ts";

export interface SourceText {
  readonly file: string;
  readonly text: string;
}
export interface Problems {
  readonly list: Diagnostic[];
  /** `offset` in the file's text; `code` stable, kebab-case. */
  add(code: string, source: SourceText, offset: number, message: string, hint: string): void;
}

/** Beyond this many the first ones say enough. */
const MOST = 50;

export function createProblems(): Problems {
  const list: Diagnostic[] = [];
  return {
    list,
    add(code, source, offset, message, hint) {
      if (list.length >= MOST) return;
      list.push({
        code,
        severity: "error",
        place: { file: source.file, ...lineAndColumn(source.text, offset), length: 1 },
        message,
        hint,
      });
    },
  };
}

function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|\r|\n/);
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
