import type { Desk } from "../desk.ts";
import { parseName } from "../mini/name.ts";
import type { Span } from "../tree/node.ts";

/** Reports a name that is malformed or a word of the language. */
export function checkName(desk: Desk, name: string, at: Span): void {
  const parsed = parseName(name);
  if ("problem" in parsed) desk.report(parsed.problem.code, at, parsed.problem.message, parsed.problem.hint);
}
