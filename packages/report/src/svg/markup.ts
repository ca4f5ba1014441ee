/**
 * Text that is safe to print: markup can only be made here, so that what a brief says can never become an element,
 * an attribute or a script of the paper.
 */

const made = new WeakSet<object>();

/** A piece of HTML or SVG that is already safe; made in this file only. Printed when it is read, once, from the outside in. */
export interface Markup {
  readonly text: string;
}
/** What may stand in a template: text is escaped, markup is taken as it is, nothing prints nothing. */
export type Piece = Markup | string | number | undefined | null | false | readonly Piece[];

function wrap(write: () => string): Markup {
  const piece = {
    get text() {
      return write();
    },
  };
  made.add(piece);
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

/** Text as it may stand in an element or in a quoted attribute. Lone surrogates become U+FFFD. */
export function escapeText(text: string): string {
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

function print(piece: Piece): string {
  if (piece === undefined || piece === null || piece === false) return "";
  if (typeof piece === "string") return escapeText(holdTogether(piece));
  if (typeof piece === "number") return formatNumber(piece);
  if (isList(piece)) return piece.map(print).join("");
  if (!made.has(piece)) throw new TypeError("A paper prints only markup that it has made itself");
  return piece.text;
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
  return wrap(() => strings.map((string, i) => string + (i < pieces.length ? print(pieces[i]) : "")).join(""));
}

/** The pieces one after the other, with a separator between those that print something. */
export function join(pieces: readonly Piece[], separator = ""): Markup {
  return wrap(() =>
    pieces
      .map(print)
      .filter((text) => text !== "")
      .join(escapeText(separator)),
  );
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its attributes (undefined ones left out) and children; without children it closes itself, as SVG does. */
export function element(name: string, attributes: Attributes, ...children: readonly Piece[]): Markup {
  return wrap(() => {
    let text = `<${name}`;
    for (const [key, value] of Object.entries(attributes)) {
      if (value === undefined) continue;
      text += ` ${key}="${typeof value === "number" ? formatNumber(value) : escapeText(value)}"`;
    }
    return children.length === 0 ? `${text}/>` : `${text}>${children.map(print).join("")}</${name}>`;
  });
}

/** Markup that is worked out only when it is printed, so that what counts (notes) counts in the order of the page. */
export function deferred(write: () => Markup): Markup {
  return wrap(() => write().text);
}

/** A style element. The sheet is ours; one with a `<` in it could end the element and is refused. */
export function styleElement(sheet: string): Markup {
  if (sheet.includes("<")) throw new RangeError("A style sheet must not hold '<'");
  return wrap(() => `<style>${sheet}</style>`);
}
