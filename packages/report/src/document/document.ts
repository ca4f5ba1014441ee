/**
 * A paper as a tree, before it is a file: what stands where, without fonts or syntax.
 * Renderers (docx/, text/) walk it; builders (this folder) write it. Plain readonly data.
 */

/** A stretch of text in one hand. `raised` is a reference mark. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly raised?: boolean;
}
export type Inline = readonly Run[];

export interface Column {
  readonly title: string;
  /** Share of the text width; the columns of a table sum to 1. */
  readonly width: number;
  readonly align?: "left" | "right";
}
export interface Table {
  readonly block: "table";
  readonly columns: readonly Column[];
  /** Short enough to stay on one page, with what follows it. */
  readonly whole?: boolean;
  /** Cells in the order of the columns; a cell is paragraphs. */
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}
export interface Field {
  readonly label: string;
  readonly value: Inline;
}
export type Block =
  | { readonly block: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly block: "paragraph"; readonly runs: Inline; readonly small?: boolean; readonly keepsNext?: boolean }
  | { readonly block: "list"; readonly ordered: boolean; readonly items: readonly Inline[] }
  | Table
  /** Labelled lines: to, from, date, subject. */
  | { readonly block: "fields"; readonly fields: readonly Field[] }
  /** A sheet of labelled boxes; a `closed` row is shaded: not to be disclosed. */
  | { readonly block: "sheet"; readonly rows: readonly SheetRow[] }
  | { readonly block: "page break" };
export interface SheetRow {
  readonly label: string;
  readonly content: readonly Inline[];
  readonly closed?: boolean;
}

export interface Paper {
  /** Printed at the top and foot of each page; empty where the brief gives none. */
  readonly marking: string;
  /** Printed at the head of each page. */
  readonly copy: string;
  readonly title: string;
  /** At most two sides of A4. */
  readonly main: readonly Block[];
  readonly annexes: readonly Block[];
}

export const plain = (text: string): Inline => [{ text }];
export const bold = (text: string): Run => ({ text, bold: true });
export const italic = (text: string): Run => ({ text, italic: true });
export const heading = (level: 1 | 2 | 3, text: string): Block => ({ block: "heading", level, text });
export const paragraph = (runs: Inline): Block => ({ block: "paragraph", runs });
/** A line that stays on the page of what follows it. */
export const lead = (runs: Inline): Block => ({ block: "paragraph", runs, keepsNext: true });
export const smallPrint = (runs: Inline): Block => ({ block: "paragraph", runs, small: true });
export const bullets = (items: readonly Inline[]): Block => ({ block: "list", ordered: false, items });
export const pageBreak: Block = { block: "page break" };

/** A cell of one paragraph. */
export const cell = (...runs: readonly (Run | string)[]): readonly Inline[] => [
  runs.map((run) => (typeof run === "string" ? { text: run } : run)),
];
