import { element, join, type Markup, type Piece } from "./markup.ts";
import { textWidth, wrapText } from "./text-fit.ts";

/** What every chart needs to stand on a page. */
export interface Place {
  /** Prefix for ids within the drawing; unique on the page; `[a-z][a-z0-9-]*`. */
  readonly id: string;
  /** Width in CSS pixels; the drawing is laid out anew for it, never scaled down. */
  readonly width: number;
}
/** A drawing: pixels from the upper left. */
export interface Drawing {
  readonly height: number;
  readonly body: Piece;
  /** Short name and what is to be seen, for those who do not see it. */
  readonly title: string;
  readonly description: string;
}

/** The narrow lay-out is for telephones, the wide one for screens and paper. */
export const widths = { wide: 720, narrow: 340 } as const;
export function isNarrow(width: number): boolean {
  return width < 520;
}

/** One drawing as an SVG element with its text alternative. */
export function drawChart(place: Place, drawing: Drawing, attributes: Readonly<Record<string, string>> = {}): Markup {
  const title = `${place.id}-title`;
  const description = `${place.id}-desc`;
  return element(
    "svg",
    {
      viewBox: `0 0 ${place.width} ${Math.ceil(drawing.height)}`,
      width: place.width,
      height: Math.ceil(drawing.height),
      role: "img",
      "aria-labelledby": `${title} ${description}`,
      class: "chart",
      ...attributes,
    },
    element("title", { id: title }, drawing.title),
    element("desc", { id: description }, drawing.description),
    drawing.body,
  );
}

export interface TextStyle {
  readonly size?: number;
  readonly anchor?: "start" | "middle" | "end";
  /** Class names of the chart sheet: `muted`, `strong`, `ours`, `red`, `inverse`. */
  readonly look?: string;
  /** Full text, shown by the browser where the printed one is cut. */
  readonly full?: string;
}
export const textSize = 12;

/** One line of text with its baseline at y. */
export function drawText(x: number, y: number, text: string, style: TextStyle = {}): Markup {
  const { size = textSize, anchor, look, full } = style;
  return element(
    "text",
    {
      x,
      y,
      "font-size": size === textSize ? undefined : size,
      "text-anchor": anchor === "start" ? undefined : anchor,
      class: look === "" ? undefined : look,
    },
    full !== undefined && full !== text && element("title", {}, full),
    text,
  );
}

export const lineHeight = (size = textSize) => Math.round(size * 1.25);

/** Lines one under the other; `y` is the first baseline. */
export function drawLines(x: number, y: number, lines: readonly string[], style: TextStyle = {}): Markup {
  return join(lines.map((line, i) => drawText(x, y + i * lineHeight(style.size), line, style)));
}

/** A name on one line about a middle, or on two in smaller letters; cut beyond that. */
export function drawName(x: number, middle: number, name: string, width: number, style: TextStyle = {}): Markup {
  if (textWidth(name, textSize) <= width) return drawText(x, middle + 4, name, style);
  const { lines } = wrapText(name, width, 11, 2);
  return drawLines(x, middle + 4 - (lines.length - 1) * 7, lines, { ...style, size: 11, full: style.full ?? name });
}

/** A straight line. */
export function drawRule(x1: number, y1: number, x2: number, y2: number, look: string): Markup {
  return element("line", { x1, y1, x2, y2, class: look });
}
