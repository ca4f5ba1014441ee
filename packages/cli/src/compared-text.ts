/** Things compared, one a column, as many side by side as fit. */
import type { ComparedText } from "@demarche/report";
import { fitted, wrapped } from "./lines.ts";
import type { Terminal } from "./terminal.ts";

type Screen = Pick<Terminal, "columns" | "unicode">;
const fewestCells = 14;

export function tellCompared({ title, table, lines }: ComparedText, screen: Screen): readonly string[] {
  return [
    ...wrapped(title, screen.columns),
    ...tellTable(table, screen),
    ...lines.flatMap((line) =>
      wrapped(line, screen.columns - 4).map((part, at) => (at === 0 ? `  ${part}` : `    ${part}`)),
    ),
  ];
}

function tellTable({ head, rows }: ComparedText["table"], { columns, unicode }: Screen): string[] {
  const [, ...measures] = head;
  const label = Math.max(...measures.map((text) => text.length)) + 1;
  const longest = Math.max(...rows.flat().map((text) => text.length));
  const width = Math.max(fewestCells, Math.min(longest, Math.floor((columns - 2 - label) / rows.length) - 1));
  const together = Math.max(1, Math.floor((columns - 2 - label) / (width + 1)));
  const found: string[] = [];
  for (let from = 0; from < rows.length; from += together) {
    const shown = rows.slice(from, from + together);
    const names = shown.map(([name]) => wrapped(name!, width).map((part) => fitted(part, width, unicode)));
    const deepest = Math.max(...names.map((parts) => parts.length));
    const line = (first: string, cells: readonly string[]) =>
      `  ${first.padEnd(label)}${cells.map((cell) => ` ${cell.padStart(width)}`).join("")}`.trimEnd();
    if (from > 0) found.push("");
    for (let k = 0; k < deepest; k++)
      found.push(
        line(
          "",
          names.map((parts) => (parts[k - deepest + parts.length] ?? "").trimEnd()),
        ),
      );
    for (const [m, measure] of measures.entries())
      found.push(
        line(
          measure,
          shown.map((row) => row[m + 1]!),
        ),
      );
  }
  return found;
}
