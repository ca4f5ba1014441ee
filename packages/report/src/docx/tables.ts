import {
  BorderStyle,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Block, Field, Inline, SheetRow, Table as TableBlock } from "../document/document.ts";
import { layout } from "../document/layout.ts";
import { cellParagraphs } from "./runs.ts";
import { closedGround, headGround, rule, twips } from "./styles.ts";

const line = { style: BorderStyle.SINGLE, size: 4, color: rule };
const noLine = { style: BorderStyle.NONE, size: 0, color: "auto" };
const ruled = { top: line, bottom: line, left: noLine, right: noLine, insideHorizontal: line, insideVertical: noLine };
const boxed = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
const bare = {
  top: noLine,
  bottom: noLine,
  left: noLine,
  right: noLine,
  insideHorizontal: noLine,
  insideVertical: noLine,
};

const padding = {
  top: twips(layout.rowSpace / 2),
  bottom: twips(layout.rowSpace / 2),
  left: twips(layout.cellPadding),
  right: twips(layout.cellPadding),
};

/** Column widths in twips that sum to the text width exactly: Word and LibreOffice then lay the table out alike. */
function columnWidths(shares: readonly number[]): number[] {
  const whole = twips(layout.width);
  const widths = shares.map((share) => Math.floor(share * whole));
  const rest = whole - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width));
}

interface CellLook {
  readonly align?: "left" | "right";
  readonly ground?: string;
  readonly size?: number;
  /** Keep with the next row: a card stays on one page. */
  readonly keepNext?: boolean;
}

function tableCell(content: readonly Inline[], width: number, look: CellLook = {}): TableCell {
  return new TableCell({
    children: cellParagraphs(content, look.size ?? layout.tableSize, look.align, look.keepNext),
    width: { size: width, type: WidthType.DXA },
    margins: padding,
    verticalAlign: VerticalAlignTable.TOP,
    ...(look.ground === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: "auto", fill: look.ground } }),
  });
}

function frame(rows: TableRow[], widths: number[], borders: typeof ruled | typeof boxed | typeof bare): Table {
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: twips(layout.width), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders,
  });
}

/** Ruled rows under a head that repeats on each page; no row is split over two pages. */
export function renderTable(block: TableBlock): Table {
  const widths = columnWidths(block.columns.map((column) => column.width));
  const keepNext = block.whole === true;
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map((column, at) =>
      tableCell([[{ text: column.title, bold: true }]], widths[at]!, {
        align: column.align ?? "left",
        ground: headGround,
        keepNext: true,
      }),
    ),
  });
  const rows = block.rows.map((cells) => {
    const look = (at: number): CellLook => ({ align: block.columns[at]?.align ?? "left", keepNext });
    return new TableRow({
      cantSplit: true,
      children: cells.map((content, at) => tableCell(content, widths[at]!, look(at))),
    });
  });
  return frame([head, ...rows], widths, ruled);
}

/** A card: labels left, boxes right; what is not to be disclosed on a grey ground. */
export function renderSheet(rows: readonly SheetRow[]): Table {
  const widths = columnWidths([1 - layout.sheetWidth, layout.sheetWidth]);
  // with the rest of its card, and the card with the ladder beneath it
  const keepNext = true;
  const rendered = rows.map((row) => {
    const ground = row.closed === true ? { ground: closedGround } : {};
    const label = row.closed === true ? row.label.toUpperCase() : row.label;
    return new TableRow({
      cantSplit: true,
      children: [
        tableCell([[{ text: label, bold: true }]], widths[0]!, { ground: headGround, ...ground, keepNext }),
        tableCell(row.content, widths[1]!, { ...ground, keepNext }),
      ],
    });
  });
  return frame(rendered, widths, boxed);
}

/** To, from, date, subject: labels in a narrow column, no lines. */
export function renderFields(fields: readonly Field[]): Table {
  const widths = columnWidths([1 - layout.fieldWidth, layout.fieldWidth]);
  const rows = fields.map(
    (field) =>
      new TableRow({
        cantSplit: true,
        children: [
          tableCell([[{ text: field.label, bold: true }]], widths[0]!, { size: layout.size }),
          tableCell([field.value], widths[1]!, { size: layout.size }),
        ],
      }),
  );
  return frame(rows, widths, bare);
}

/** Blocks that are drawn as tables. */
export type Tabular = Extract<Block, { readonly block: "table" | "sheet" | "fields" }>;

export function renderTabular(block: Tabular): Table {
  switch (block.block) {
    case "table":
      return renderTable(block);
    case "sheet":
      return renderSheet(block.rows);
    case "fields":
      return renderFields(block.fields);
  }
}
