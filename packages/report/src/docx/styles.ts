import { LevelFormat } from "docx";
import { layout } from "../document/layout.ts";

/** Twentieths of a point. */
export function twips(points: number): number {
  return Math.round(points * 20);
}
/** Half points. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

export const ink = "1A1A1A";
export const rule = "7A7A7A";
/** Ground of what is not to be disclosed. */
export const closedGround = "E4E4E4";
export const headGround = "F0F0F0";

const headingRun = { font: layout.font, bold: true, color: ink };

/** A ministry's sober serif: black, bold small headings, nothing coloured. */
export const styles = {
  default: {
    document: {
      run: { font: layout.font, size: halfPoints(layout.size), color: ink, language: { value: "en-GB" } },
      paragraph: { spacing: { after: twips(layout.afterParagraph), line: 240, lineRule: "auto" as const } },
    },
    heading1: {
      run: { ...headingRun, size: halfPoints(13) },
      paragraph: { spacing: { before: twips(4), after: twips(6) }, keepNext: true },
    },
    heading2: {
      run: { ...headingRun, size: halfPoints(10.5) },
      paragraph: { spacing: { before: twips(7), after: twips(2.5) }, keepNext: true },
    },
    heading3: {
      run: { ...headingRun, size: halfPoints(9.5), italics: true },
      paragraph: { spacing: { before: twips(5), after: twips(2) }, keepNext: true },
    },
  },
} as const;

function listLevel(format: "bullet" | "decimal", text: string) {
  return {
    level: 0,
    format: format === "bullet" ? LevelFormat.BULLET : LevelFormat.DECIMAL,
    text,
    style: { paragraph: { indent: { left: twips(layout.indent), hanging: twips(layout.indent - 2) } } },
  };
}

export const numbering = {
  config: [
    { reference: "bullets", levels: [listLevel("bullet", "–")] },
    { reference: "numbers", levels: [listLevel("decimal", "%1.")] },
  ],
};
