import type { Block, Inline, Table } from "./document.ts";
import { layout } from "./layout.ts";
import { countLines } from "./text-lines.ts";

function rowHeight(cells: readonly (readonly Inline[])[], widths: readonly number[]): number {
  const { width, tableSize, cellPadding, rowSpace, lineHeight } = layout;
  const counts = cells.map((paragraphs, at) => {
    const inner = width * (widths[at] ?? 0) - 2 * cellPadding;
    return paragraphs.reduce((sum, runs) => sum + countLines(runs, inner, tableSize), 0);
  });
  return Math.max(1, ...counts) * tableSize * lineHeight + rowSpace;
}

/** A stretch that is not split over two pages; `again` is the height that a page which begins with it repeats above it. */
export interface Atom {
  readonly height: number;
  readonly keepsNext?: boolean;
  readonly again?: number;
}

function tableAtoms(table: Table): readonly Atom[] {
  const widths = table.columns.map((column) => column.width);
  const head = rowHeight(
    table.columns.map(({ title }) => [[{ text: title, bold: true }]]),
    widths,
  );
  return [
    { height: head, keepsNext: true },
    ...table.rows.map((cells) => ({ height: rowHeight(cells, widths), again: head, keepsNext: table.whole === true })),
    { height: layout.afterTable },
  ];
}

/** The stretches of a block, heights in points as the document's styles set them. */
function atomsOf(block: Block): readonly Atom[] {
  const { width, size, smallSize, tableSize, lineHeight } = layout;
  const textHeight = (runs: Inline, inner: number, own: number): number =>
    countLines(runs, inner, own) * own * lineHeight;
  switch (block.block) {
    case "heading":
      return [{ height: layout.headingHeight, keepsNext: true }];
    case "paragraph":
      return [
        {
          height: textHeight(block.runs, width, block.small === true ? smallSize : size) + layout.afterParagraph,
          keepsNext: block.keepsNext === true,
        },
      ];
    case "list":
      return block.items.map((item) => ({ height: textHeight(item, width - layout.indent, size) + 1 }));
    case "table":
      return tableAtoms(block);
    case "fields":
      return block.fields.map(({ value }) => ({
        height: textHeight(value, width * layout.fieldWidth, size) + layout.rowSpace,
      }));
    case "sheet":
      return block.rows.map(({ content }) => ({
        height: content.reduce<number>(
          (sum, runs) => sum + textHeight(runs, width * layout.sheetWidth, tableSize),
          layout.rowSpace,
        ),
      }));
    case "page break":
      return [];
  }
}

/** The stretches of several blocks, in their order. */
export function atomsIn(blocks: readonly Block[]): readonly Atom[] {
  return blocks.flatMap(atomsOf);
}

/** Pages that the stretches take, each kept whole and with its next where it says so; the first page begins with `used` points taken. */
export function pageCount(atoms: readonly Atom[], used: number): number {
  const room = layout.pageHeight - layout.footLoss;
  let pages = 1;
  let at = used;
  for (let first = 0; first < atoms.length; ) {
    let last = first;
    while (atoms[last]!.keepsNext === true && last + 1 < atoms.length) last += 1;
    const height = atoms.slice(first, last + 1).reduce((sum, atom) => sum + atom.height, 0);
    if (at + height > room) {
      pages += 1;
      at = atoms[first]!.again ?? 0;
    }
    at += height;
    first = last + 1;
  }
  return pages;
}
