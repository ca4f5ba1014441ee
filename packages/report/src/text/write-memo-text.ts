import { buildMemo } from "../document/memo.ts";
import type { PaperInput } from "../wording/index.ts";
import { renderText } from "./render-text.ts";

/** The memo as plain Markdown (`memo.md`): same content, same bytes for the same input. */
export function writeMemoText(input: PaperInput): string {
  return renderText(buildMemo(input));
}
