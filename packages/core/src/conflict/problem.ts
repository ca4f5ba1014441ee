/** What is wrong with a conflict, as a value: bad input never throws. */

export type ProblemCode =
  | "conflict-not-json"
  | "conflict-shape"
  | "conflict-unknown-word"
  | "conflict-unknown-owner"
  | "conflict-unknown-option"
  | "conflict-unknown-decision-maker"
  | "conflict-unknown-state"
  | "conflict-name-twice"
  | "conflict-bad-pattern"
  | "conflict-bad-statement"
  | "conflict-bad-move"
  | "conflict-no-states"
  | "conflict-too-large"
  | "conflict-no-preferences"
  | "conflict-ranking-misses-states"
  | "conflict-ranking-repeats-state"
  | "conflict-preference-cycle"
  | "conflict-needs-two"
  | "conflict-needs-options"
  | "conflict-needs-full-ranking"
  | "conflict-search-budget"
  | "conflict-brief-issue"
  | "conflict-brief-members";

/** Keys and list positions from the top of the model to what the problem speaks of. */
export type ModelPath = readonly (string | number)[];

export interface Problem {
  readonly code: ProblemCode;
  readonly path: ModelPath;
  readonly message: string;
  readonly hint?: string;
}
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}
export function fail(problems: readonly Problem[]): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems };
}
export function failOnce(
  code: ProblemCode,
  path: ModelPath,
  message: string,
  hint?: string,
): { readonly ok: false; readonly problems: readonly Problem[] } {
  return fail([hint === undefined ? { code, path, message } : { code, path, message, hint }]);
}

/** A text of the file as a message repeats it. */
export function cutShort(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Up to five things by name and how many more there are, for messages. */
export function listShort(things: readonly (string | number)[]): string {
  const shown = things.slice(0, 5).join(", ");
  return things.length > 5 ? `${shown} and ${things.length - 5} more` : shown;
}
