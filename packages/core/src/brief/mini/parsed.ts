/** What a mini-form's parser gives back: the value, or what is wrong with the text and where in it. */
import type { Code } from "../codes.ts";

export interface Problem {
  readonly code: Code;
  readonly message: string;
  readonly hint?: string;
  /** Offset and length in the text given to the parser; absent: all of it. */
  readonly at?: { readonly offset: number; readonly length: number };
}
export type Parsed<T> = { readonly value: T } | { readonly problem: Problem };

export function fail(code: Code, message: string, hint?: string, at?: Problem["at"]): { readonly problem: Problem } {
  return { problem: { code, message, ...(hint === undefined ? {} : { hint }), ...(at === undefined ? {} : { at }) } };
}
