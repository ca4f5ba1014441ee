import { buildMemo } from "../document/memo.ts";
import type { PaperInput } from "../wording/index.ts";
import { renderDocx } from "./render-paper.ts";

/** The memo to the principal as a DOCX file: two sides and annexes. */
export function writeMemo(input: PaperInput): Promise<Uint8Array> {
  return renderDocx(buildMemo(input));
}
