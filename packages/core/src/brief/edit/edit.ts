/** What may be asked of a brief's text, and what comes back. Errors are values: nothing here throws on bad input. */

/** Place in the YAML file: keys and list indices from the top, as they stand there. */
export type YamlPath = readonly (string | number)[];
/** A value to write. Every scalar is text, as the brief language reads it (BRIEF.md "How it is read"). */
export type EditValue = string | readonly EditValue[] | { readonly [key: string]: EditValue };

export type Edit =
  /** Puts another value where one stands. */
  | { readonly edit: "set"; readonly path: YamlPath; readonly value: EditValue }
  /** Takes out a mapping entry or a list entry with all it holds. */
  | { readonly edit: "remove"; readonly path: YamlPath }
  /**
   * Puts in a new entry. The last part of `path` is its key, or the index at which it will stand.
   * A mapping entry goes before the key `before`, else last.
   */
  | { readonly edit: "insert"; readonly path: YamlPath; readonly value: EditValue; readonly before?: string }
  | Splice;

/** Characters replaced: at offset `at` (UTF-16 units from the start of the file) `was` becomes `becomes`. What an undo is. */
export interface Splice {
  readonly edit: "splice";
  readonly at: number;
  readonly was: string;
  readonly becomes: string;
}

export interface EditError {
  /** A row in docs/errors.md. */
  readonly code:
    | "edit-text-unreadable"
    | "edit-path-missing"
    | "edit-already-there"
    | "edit-would-not-read-back"
    | "edit-out-of-date";
  readonly path: YamlPath;
  readonly message: string;
  readonly hint: string;
}

export type EditResult = { readonly text: string; readonly undo: Splice } | { readonly error: EditError };

export function editError(code: EditError["code"], path: YamlPath, message: string, hint: string): EditError {
  return { code, path, message, hint };
}

/** A path as people read it: `agenda › 0 › positions › ussr`. */
export function readPath(path: YamlPath): string {
  return path.length === 0 ? "the whole brief" : `"${path.join(" › ")}"`;
}
