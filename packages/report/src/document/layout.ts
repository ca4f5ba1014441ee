/** Measures of the printed memo, in points; the renderer and the estimate of its length use the same. */
export const layout = {
  /** A4, 595 × 842, less margins. */
  page: { width: 595.3, height: 841.9 },
  margin: { top: 54, bottom: 50, side: 54, header: 24, footer: 22 },
  /** Text width and height of a page. */
  width: 487.3,
  pageHeight: 737.9,
  font: "Times New Roman",
  size: 9.5,
  tableSize: 8.5,
  smallSize: 8,
  lineHeight: 1.16,
  cellPadding: 3.5,
  rowSpace: 2.5,
  afterTable: 5,
  afterParagraph: 3,
  headingHeight: 22,
  /** The word that heads the first page. */
  titleHeight: 20,
  indent: 12,
  /** Share of the text width that the content of a sheet takes; its labels take the rest. */
  sheetWidth: 0.78,
  /** Share that the values of the head's fields take. */
  fieldWidth: 0.87,
  /** Kept free at the foot of each page, as the estimate is one. */
  footLoss: 7,
} as const;
