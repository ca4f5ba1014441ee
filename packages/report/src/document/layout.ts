/** Measures of the printed memo, in points; the renderer and the estimate of its length use the same. */
export const layout = {
  /** A4, 595 × 842, less margins. */
  page: { width: 595.3, height: 841.9 },
  margin: { top: 62, bottom: 56, side: 57, header: 26, footer: 24 },
  /** Text width and height of a page. */
  width: 481.3,
  pageHeight: 723.9,
  font: "Times New Roman",
  size: 9.5,
  tableSize: 8.5,
  smallSize: 8,
  lineHeight: 1.16,
  /** Mean width of a letter of the serif face, in ems of its size. */
  letterWidth: 0.43,
  cellPadding: 3.5,
  rowSpace: 2.5,
  afterTable: 5,
  afterParagraph: 3,
  headingHeight: 22,
  indent: 12,
  /** Share of the text width that the content of a sheet takes; its labels take the rest. */
  sheetWidth: 0.78,
  /** Share that the values of the head's fields take. */
  fieldWidth: 0.87,
  footLoss: 40,
} as const;
