import type { Block, Inline, Paper, Run, Table } from "../document/document.ts";

/** Text that a reader of Markdown would take for a tag, or that would turn the line round, is shown as what it is. */
function plain(text: string): string {
  return text
    .replace(/&(?=[a-z#])/giu, "&amp;")
    .replace(/</gu, "&lt;")
    .replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/gu, "");
}

function runText(run: Run): string {
  if (run.text.trim() === "") return run.text;
  // emphasis must touch its text: blanks go outside
  const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/su.exec(plain(run.text)) ?? [];
  const mark = run.bold === true ? "**" : run.italic === true ? "*" : "";
  return `${before}${mark}${inner}${mark}${after}`;
}

function inlineText(runs: Inline): string {
  return runs
    .map((run, at) => (run.raised === true && at > 0 ? ` ${runText(run)}` : runText(run)))
    .join("")
    .replace(/\s+/gu, " ")
    .trim();
}

function cellText(paragraphs: readonly Inline[]): string {
  return paragraphs
    .map((runs) => inlineText(runs).replace(/\|/gu, "\\|"))
    .filter((text) => text !== "")
    .reduce((before, text) => (before === "" ? text : `${before}${/[.!?…:]$/u.test(before) ? " " : "; "}${text}`), "");
}

function tableText(table: Table): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    row(table.columns.map((column) => column.title)),
    row(table.columns.map((column) => (column.align === "right" ? "---:" : "---"))),
    ...table.rows.map((cells) => row(cells.map(cellText))),
  ].join("\n");
}

function blockText(block: Block): string {
  switch (block.block) {
    case "heading":
      return `${"#".repeat(block.level + 1)} ${plain(block.text)}`;
    case "paragraph":
      return inlineText(block.runs);
    case "list":
      return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : "-"} ${inlineText(item)}`).join("\n");
    case "table":
      return tableText(block);
    case "fields":
      return block.fields.map((field) => `- **${field.label}:** ${inlineText(field.value)}`).join("\n");
    case "sheet":
      return block.rows
        .map((row) => {
          const label = row.closed === true ? row.label.toUpperCase() : row.label;
          const lines = row.content.map((runs) => `  - ${inlineText(runs)}`);
          return [`- **${label}**`, ...lines].join("\n");
        })
        .join("\n");
    case "page break":
      return "---";
  }
}

/** A paper as Markdown: the same content as the printed one, marking at head and foot. */
export function renderText(paper: Paper): string {
  const marking = paper.marking === "" ? [] : [`**${paper.marking.toUpperCase()}**`];
  return `${[
    ...marking,
    `# ${plain(paper.title)}`,
    ...paper.main.map(blockText),
    "---",
    ...paper.annexes.map(blockText),
    ...marking,
  ].join("\n\n")}\n`;
}
