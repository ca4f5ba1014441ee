import type { Block, Inline, SheetRow, Table } from "./document.ts";
import { layout } from "./layout.ts";

/** How many rows each section of the main part may take. */
export interface Budget {
  readonly recommendations: number;
  /** Sentences in each "what would change it". */
  readonly changes: number;
  readonly items: number;
  readonly background: number;
  readonly contingencies: number;
  readonly others: number;
  readonly risks: number;
  readonly unknowns: number;
}

const full: Budget = {
  recommendations: 20,
  changes: 2,
  items: 20,
  background: 7,
  contingencies: 8,
  others: 10,
  risks: 6,
  unknowns: 6,
};

/** From the fullest to the barest; shortened first where the annexes say the same thing best. */
export const budgets: readonly Budget[] = [
  full,
  { ...full, background: 5, contingencies: 6, risks: 5, unknowns: 5 },
  { ...full, changes: 1, background: 5, contingencies: 5, risks: 4, unknowns: 4 },
  { ...full, changes: 1, background: 4, contingencies: 4, risks: 4, unknowns: 3 },
  { ...full, changes: 1, background: 3, contingencies: 3, others: 6, risks: 3, unknowns: 3 },
  {
    ...full,
    recommendations: 14,
    changes: 1,
    items: 14,
    background: 3,
    contingencies: 3,
    others: 5,
    risks: 3,
    unknowns: 3,
  },
  {
    ...full,
    recommendations: 12,
    changes: 1,
    items: 12,
    background: 3,
    contingencies: 3,
    others: 5,
    risks: 3,
    unknowns: 2,
  },
  { recommendations: 10, changes: 1, items: 10, background: 2, contingencies: 2, others: 5, risks: 2, unknowns: 2 },
  { recommendations: 8, changes: 1, items: 8, background: 2, contingencies: 2, others: 4, risks: 2, unknowns: 2 },
  { recommendations: 6, changes: 1, items: 6, background: 1, contingencies: 1, others: 3, risks: 1, unknowns: 1 },
  { recommendations: 4, changes: 1, items: 4, background: 1, contingencies: 1, others: 2, risks: 1, unknowns: 1 },
];

function letters(runs: Inline): number {
  return runs.reduce(
    (sum, run) => sum + run.text.length * (run.bold === true ? 1.08 : 1) * (run.raised === true ? 0.6 : 1),
    0,
  );
}

/** Lines that a text of this length takes in a width, both in points; words do not break, so a little is lost in each line. */
function lines(runs: Inline, width: number, size: number): number {
  const perLine = Math.max(4, width / (size * layout.letterWidth) - 2);
  return Math.max(1, Math.ceil(letters(runs) / perLine));
}

function tableHeight(table: Table): number {
  const { width, tableSize, cellPadding, rowSpace } = layout;
  const rowHeight = (cells: readonly (readonly Inline[])[]): number => {
    const counts = cells.map((paragraphs, at) => {
      const inner = width * (table.columns[at]?.width ?? 0) - 2 * cellPadding;
      return paragraphs.reduce((sum, runs) => sum + lines(runs, inner, tableSize), 0);
    });
    return Math.max(1, ...counts) * tableSize * layout.lineHeight + rowSpace;
  };
  const head = rowHeight(table.columns.map(({ title }) => [[{ text: title, bold: true }]]));
  return table.rows.reduce((sum, row) => sum + rowHeight(row), head) + layout.afterTable;
}

function sheetRowHeight(row: SheetRow): number {
  const { width, tableSize, lineHeight, rowSpace } = layout;
  const count = row.content.reduce((sum, runs) => sum + lines(runs, width * layout.sheetWidth, tableSize), 0);
  return count * tableSize * lineHeight + rowSpace;
}

/** Height of a block in points, as the document's styles set it. */
function height(block: Block): number {
  const { width, size, smallSize, lineHeight } = layout;
  switch (block.block) {
    case "heading":
      return layout.headingHeight;
    case "paragraph": {
      const own = block.small === true ? smallSize : size;
      return lines(block.runs, width, own) * own * lineHeight + layout.afterParagraph;
    }
    case "list":
      return (
        block.items.reduce((sum, item) => sum + lines(item, width - layout.indent, size) * size * lineHeight + 1, 0) +
        layout.afterParagraph
      );
    case "table":
      return tableHeight(block);
    case "fields":
      return (
        block.fields.reduce(
          (sum, field) => sum + lines(field.value, width * layout.fieldWidth, size) * size * lineHeight + 2,
          0,
        ) + layout.afterTable
      );
    case "sheet":
      return block.rows.reduce<number>((sum, row) => sum + sheetRowHeight(row), layout.afterTable);
    case "page break":
      return 0;
  }
}

/** Whether the blocks fit on two sides, with what a row kept whole may leave empty at the foot of the first. */
export function fits(blocks: readonly Block[]): boolean {
  return blocks.reduce((sum, block) => sum + height(block), 0) <= 2 * layout.pageHeight - layout.footLoss;
}
