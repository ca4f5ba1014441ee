/** What a reader is told about a brief: one finding, at one place. */
import type { Path } from "./brief.ts";

export type Severity = "error" | "warning" | "note";
/** 1-based, in characters; `length` of the marked text. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}
export interface Diagnostic {
  /** Stable, kebab-case; a row in docs/errors.md. */
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly path?: Path;
  /** What is wrong, in words. */
  readonly message: string;
  /** What was expected, or how to mend it. */
  readonly hint?: string;
  /** A second place that the message speaks of. */
  readonly other?: Place;
}
/** Finds where a path stands in the text; a path that is not there gives its nearest ancestor. */
export type Locate = (path: Path) => Place;
