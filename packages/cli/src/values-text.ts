/** What things are worth, as tables of the terminal's width. */
import type { ValueBlock } from "@demarche/report";
import { fitted, wrapped } from "./lines.ts";
import type { Terminal } from "./terminal.ts";

const widestCell = 30;
const narrowestCell = 10;

/** Each block: its title, its heads, its rows; long cells go on below. */
export function tellValues(
  blocks: readonly ValueBlock[],
  { columns, unicode }: Pick<Terminal, "columns" | "unicode">,
): readonly string[] {
  return blocks.flatMap(({ title, head, rows }) => {
    const cells = [head, ...rows];
    const longest = (k: number) => Math.max(...cells.map((row) => row[k]!.length));
    const others = head.slice(1).map((_, k) => Math.min(widestCell, Math.max(narrowestCell, longest(k + 1))));
    const room = columns - others.reduce((sum, width) => sum + width + 2, 0);
    const shrink = Math.min(1, (columns * 0.62) / (columns - room));
    const widths = others.map((width) => Math.max(narrowestCell, Math.floor(width * shrink)));
    const first = Math.max(16, columns - widths.reduce((sum, width) => sum + width + 2, 0));
    const row = (texts: readonly string[]): string[] => {
      const parts = texts.map((text, k) => wrapped(text, k === 0 ? first : widths[k - 1]!));
      const deepest = Math.max(...parts.map((lines) => lines.length));
      return Array.from({ length: deepest }, (_, line) =>
        parts
          .map((lines, k) =>
            k === 0 ? fitted(lines[line] ?? "", first, unicode) : (lines[line] ?? "").padStart(widths[k - 1]!),
          )
          .join("  ")
          .trimEnd(),
      );
    };
    return ["", title, ...row(head), ...rows.flatMap(row)];
  });
}
