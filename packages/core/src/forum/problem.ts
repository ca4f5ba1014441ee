/** What is wrong with a rule, as a value: bad input never throws. */

export type ForumProblemCode =
  | "forum-not-json"
  | "forum-shape"
  | "forum-unknown-word"
  | "forum-no-members"
  | "forum-name-twice"
  | "forum-unknown-member"
  | "forum-missing-number"
  | "forum-bad-number"
  | "forum-bad-quota"
  | "forum-no-quota"
  | "forum-quota-out-of-reach"
  | "forum-quota-too-low"
  | "forum-too-fine"
  | "forum-too-large"
  | "forum-word-missing";

/** Keys and list positions from the top of the document. */
export type RulePath = readonly (string | number)[];
export interface ForumProblem {
  readonly code: ForumProblemCode;
  readonly path: RulePath;
  readonly message: string;
  readonly hint: string;
}
export type ForumResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly ForumProblem[] };

/** Where problems are put down while the rest is read on. */
export type Report = (code: ForumProblemCode, path: RulePath, message: string, hint: string) => void;
