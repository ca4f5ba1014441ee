import { Paragraph, TextRun } from "docx";
import type { Inline, Run } from "../document/document.ts";
import { halfPoints } from "./styles.ts";

/** Keeps a number and its per cent sign, and an item's number and its text, on one line. */
function tied(text: string): string {
  return text.replace(/(\d) %/gu, "$1\u00a0%").replace(/\b(No\.) /gu, "$1\u00a0");
}

export function textRun(run: Run, size?: number): TextRun {
  return new TextRun({
    text: tied(run.text),
    ...(run.bold === true ? { bold: true } : {}),
    ...(run.italic === true ? { italics: true } : {}),
    ...(run.raised === true ? { superScript: true } : {}),
    ...(size === undefined ? {} : { size: halfPoints(size) }),
  });
}

/** The paragraphs of a cell, without space between them. */
export function cellParagraphs(
  paragraphs: readonly Inline[],
  size: number,
  align?: "left" | "right",
  keepNext = false,
): Paragraph[] {
  const all = paragraphs.length === 0 ? [[]] : paragraphs;
  return all.map(
    (runs) =>
      new Paragraph({
        children: runs.map((run) => textRun(run, size)),
        spacing: { before: 0, after: 0 },
        keepNext,
        ...(align === "right" ? { alignment: "right" as const } : {}),
      }),
  );
}
