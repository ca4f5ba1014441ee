import { wrapped } from "./lines.ts";
import type { Terminal } from "./terminal.ts";

/** What changed on a screen: a heading, a sentence to a paragraph, where the papers are. */
export function printChanges(
  terminal: Terminal,
  [heading, ...sentences]: readonly string[],
  { folder, files }: { readonly folder: string; readonly files: readonly string[] },
): void {
  const { columns } = terminal;
  if (heading !== undefined) terminal.print(heading, "strong");
  for (const sentence of sentences) {
    // A number and its sign stay together.
    const lines = wrapped(sentence.replaceAll(" %", "\u00a0%"), columns - 2);
    for (const [k, line] of lines.entries())
      terminal.print(`${k === 0 ? "" : "  "}${line.replaceAll("\u00a0%", " %")}`);
  }
  terminal.print("");
  for (const line of wrapped(`Papers in ${folder}: ${files.join(", ")}`, columns)) terminal.print(line);
}
