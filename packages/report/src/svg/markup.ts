/**
 * Text that is safe to print: markup can only be made here, so that what a brief says can never become an element,
 * an attribute or a script of the paper.
 */

type Write = (out: string[]) => void;
/** How each piece made here writes itself; what is not in it was not made here. */
const writers = new WeakMap<object, Write>();

/** A piece of HTML or SVG that is already safe; made in this file only. Printed when it is read, once, from the outside in. */
export interface Markup {
  readonly text: string;
}
/** What may stand in a template: text is escaped, markup is taken as it is, nothing prints nothing. */
export type Piece = Markup | string | number | undefined | null | false | readonly Piece[];

function wrap(write: Write): Markup {
  const piece = {
    get text() {
      const out: string[] = [];
      write(out);
      return out.join("");
    },
  };
  writers.set(piece, write);
  return piece;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Characters that no text of a paper may hold: controls and noncharacters that XML forbids, and directional overrides,
 * with which a name could make the figures behind it read backwards.
 */
const forbidden = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Noncharacter_Code_Point}/gu;

/** Nothing in it to escape: most texts of a drawing. */
const plain = /^[\w .,;:()#/%=-]*$/;

/** Text as it may stand in an element or in a quoted attribute. Lone surrogates become U+FFFD. */
export function escapeText(text: string): string {
  if (plain.test(text)) return text;
  return text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(forbidden, "")
    .replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

/** A number as it stands in a paper's markup: at most two decimals, never `-0`. Throws a RangeError on NaN or infinity: that is a bug of ours. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`A paper cannot print ${value}: a finite number was expected`);
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? "0" : String(rounded);
}

function print(piece: Piece, out: string[]): void {
  if (piece === undefined || piece === null || piece === false) return;
  if (typeof piece === "string") out.push(escapeText(holdTogether(piece)));
  else if (typeof piece === "number") out.push(formatNumber(piece));
  else if (isList(piece)) for (const part of piece) print(part, out);
  else {
    const write = writers.get(piece);
    if (!write) throw new TypeError("A paper prints only markup that it has made itself");
    write(out);
  }
}
/** A figure and its sign of per cent stay on one line. */
function holdTogether(text: string): string {
  return text.replace(/(\d) %/gu, "$1\u00a0%");
}
function isList(piece: Markup | readonly Piece[]): piece is readonly Piece[] {
  return Array.isArray(piece);
}

/** Template tag: markup`<p>${text}</p>`. Attribute values must stand in quotes. */
export function markup(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return wrap((out) => {
    strings.forEach((string, i) => {
      out.push(string);
      if (i < pieces.length) print(pieces[i], out);
    });
  });
}

/** The pieces one after the other, with a separator between those that print something. */
export function join(pieces: readonly Piece[], separator = ""): Markup {
  if (separator === "") return wrap((out) => print(pieces, out));
  return wrap((out) => {
    let before = false;
    for (const piece of pieces) {
      const own: string[] = [];
      print(piece, own);
      if (own.every((text) => text === "")) continue;
      if (before) out.push(escapeText(separator));
      for (const text of own) out.push(text);
      before = true;
    }
  });
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its attributes (undefined ones left out) and children; without children it closes itself, as SVG does. */
export function element(name: string, attributes: Attributes, ...children: readonly Piece[]): Markup {
  return wrap((out) => {
    out.push("<", name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === undefined) continue;
      out.push(" ", key, '="', typeof value === "number" ? formatNumber(value) : escapeText(value), '"');
    }
    if (children.length === 0) {
      out.push("/>");
      return;
    }
    out.push(">");
    print(children, out);
    out.push("</", name, ">");
  });
}

/** Markup that is worked out only when it is printed, so that what counts (notes) counts in the order of the page. */
export function deferred(write: () => Markup): Markup {
  return wrap((out) => print(write(), out));
}

/** A style element. The sheet is ours; one with a `<` in it could end the element and is refused. */
export function styleElement(sheet: string): Markup {
  if (sheet.includes("<")) throw new RangeError("A style sheet must not hold '<'");
  return wrap((out) => out.push(`<style>${sheet}</style>`));
}
