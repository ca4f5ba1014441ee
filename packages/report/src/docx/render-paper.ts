import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from "docx";
import type { Block, Paper } from "../document/document.ts";
import { layout } from "../document/layout.ts";
import { memo } from "../wording/index.ts";
import { cleanPackage } from "./clean-package.ts";
import { textRun } from "./runs.ts";
import { halfPoints, numbering, styles, twips } from "./styles.ts";
import { renderTabular } from "./tables.ts";

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** Space after a table: a paragraph of its own, as Word joins tables that touch. */
function gap(points: number, keepNext: boolean): Paragraph {
  return new Paragraph({
    children: [],
    keepNext,
    spacing: { before: 0, after: 0, line: twips(points), lineRule: "exact" },
  });
}

function renderBlock(block: Block): (Paragraph | Table)[] {
  switch (block.block) {
    case "heading":
      return [new Paragraph({ heading: levels[block.level], keepNext: true, children: [new TextRun(block.text)] })];
    case "paragraph":
      return [
        new Paragraph({
          widowControl: true,
          keepNext: block.keepsNext === true,
          children: block.runs.map((run) => textRun(run, block.small === true ? layout.smallSize : undefined)),
        }),
      ];
    case "list":
      return block.items.map(
        (item) =>
          new Paragraph({
            widowControl: true,
            numbering: { reference: block.ordered ? "numbers" : "bullets", level: 0 },
            spacing: { after: twips(1) },
            children: item.map((run) => textRun(run)),
          }),
      );
    case "page break":
      return [];
    default:
      return [
        renderTabular(block),
        gap(layout.afterTable, block.block === "sheet" || (block.block === "table" && block.whole === true)),
      ];
  }
}

/** Blocks in the order of the tree; a page break falls on the heading behind it, so that no page stays empty. */
function renderBlocks(blocks: readonly Block[]): (Paragraph | Table)[] {
  return blocks.flatMap((block, at) => {
    const previous = blocks[at - 1];
    if (block.block !== "heading" || previous?.block !== "page break") return renderBlock(block);
    return [
      new Paragraph({
        heading: levels[block.level],
        keepNext: true,
        pageBreakBefore: true,
        children: [new TextRun(block.text)],
      }),
    ];
  });
}

function markingRun(marking: string): TextRun {
  return new TextRun({ text: marking.toUpperCase(), bold: true, size: halfPoints(10) });
}

/** Marking in the middle, copy number at the right. */
function header(paper: Paper): Header {
  return new Header({
    children: [
      new Paragraph({
        tabStops: [
          { type: TabStopType.CENTER, position: twips(layout.width / 2) },
          { type: TabStopType.RIGHT, position: twips(layout.width) },
        ],
        children: [
          new TextRun({ children: [new Tab()] }),
          markingRun(paper.marking),
          new TextRun({ children: [new Tab(), paper.copy], size: halfPoints(layout.smallSize) }),
        ],
      }),
    ],
  });
}

/** Marking in the middle, page of pages at the right. */
function footer(paper: Paper): Footer {
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [
          { type: TabStopType.CENTER, position: twips(layout.width / 2) },
          { type: TabStopType.RIGHT, position: twips(layout.width) },
        ],
        children: [
          new TextRun({ children: [new Tab()] }),
          markingRun(paper.marking),
          new TextRun({
            children: [new Tab(), `${memo.page} `, PageNumber.CURRENT, ` ${memo.of} `, PageNumber.TOTAL_PAGES],
            size: halfPoints(layout.smallSize),
          }),
        ],
      }),
    ],
  });
}

/** A paper as the bytes of a DOCX file: the same for the same paper, and nothing in it but the paper. */
export async function renderDocx(paper: Paper): Promise<Uint8Array> {
  const { page, margin } = layout;
  const document = new Document({
    title: paper.title,
    styles,
    numbering,
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(page.width), height: twips(page.height) },
            margin: {
              top: twips(margin.top),
              bottom: twips(margin.bottom),
              left: twips(margin.side),
              right: twips(margin.side),
              header: twips(margin.header),
              footer: twips(margin.footer),
            },
          },
        },
        headers: { default: header(paper) },
        footers: { default: footer(paper) },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: twips(4) },
            children: [new TextRun({ text: memo.title.toUpperCase(), bold: true, size: halfPoints(13) })],
          }),
          ...renderBlocks(paper.main),
          ...renderBlocks([{ block: "page break" }, ...paper.annexes]),
        ],
      },
    ],
  });
  return cleanPackage(new Uint8Array(await Packer.toArrayBuffer(document)), paper.title);
}
