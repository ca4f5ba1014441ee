/** Forms of quantities, chances, counts and dates, with their limits. */
import type { Chance, DateSpan, LikelihoodWord, Path, Quantity, Stated } from "../brief.ts";
import { ICD203_WORDS, PHIA_WORDS, parseChance } from "../mini/chance.ts";
import { parseDate, parseDates } from "../mini/date.ts";
import { NUMBER, parseNumber, printNumber } from "../mini/number.ts";
import type { Parsed } from "../mini/parsed.ts";
import { fail } from "../mini/parsed.ts";
import { boundsOf, parseQuantity } from "../mini/spread.ts";
import type { Node } from "../tree/node.ts";
import type { Form, Reader } from "./form.ts";
import { shaped, shared } from "./form.ts";
import { scalar } from "./scalar.ts";
import { stated } from "./stated.ts";

/** Limits of a quantity; absent: none on that side. */
export interface Limits {
  readonly least?: number;
  readonly most?: number;
  /** What the limits mean: `salience is 0..100`. */
  readonly why: string;
}
const POINTS: Limits = {
  least: -10_000,
  most: 10_000,
  why: "points are hundredths of a party's whole agenda, and no act is worth a hundred agendas",
};
const CHANCE_LIMITS: Limits = { least: 0, most: 100, why: "a chance is 0..100 %" };

/** Names a number, and the text it stands in unless that is all of it. */
export function inText(text: string, value: number): string {
  const printed = printNumber(value);
  return text === printed ? `\`${text}\`` : `${printed} in \`${text}\``;
}

/** Order of a quantity's numbers: from low to high. */
export function checkOrder<T extends Quantity | { readonly kind: "word" }>(text: string, value: T): Parsed<T> {
  if (value.kind === "word") return { value };
  const bounds = boundsOf(value);
  for (let k = 1; k < bounds.length; k += 1)
    if (bounds[k - 1]! > bounds[k]!)
      return fail(
        "impossible-range",
        `\`${text}\`: ${printNumber(bounds[k - 1]!)} stands before the smaller ${printNumber(bounds[k]!)}.`,
        "Numbers run from low to high: `10..35`, `10..20..35`.",
      );
  if (bounds.length > 1 && bounds[0] === bounds.at(-1))
    return fail("impossible-range", `\`${text}\` begins where it ends.`, `Write \`${printNumber(bounds[0]!)}\` alone.`);
  return { value };
}

/** Order and limits of a quantity's numbers. */
export function checkQuantity<T extends Quantity | { readonly kind: "word" }>(
  text: string,
  value: T,
  limits: Limits,
): Parsed<T> {
  const ordered = checkOrder(text, value);
  if ("problem" in ordered || value.kind === "word") return ordered;
  const { least, most, why } = limits;
  const outside = boundsOf(value).find(
    (bound) => (least !== undefined && bound < least) || (most !== undefined && bound > most),
  );
  if (outside !== undefined) return fail("out-of-range", `${inText(text, outside)} cannot be: ${why}.`);
  return { value };
}

const QUANTITY_PATTERN = `^(?:unknown|(?:uniform )?${NUMBER}(?:\\.\\.${NUMBER}){0,2})$`;
const QUANTITY_SCHEMA = { type: ["string", "number"], pattern: QUANTITY_PATTERN };

/** A quantity without a long form. */
export function plainQuantity(limits: Limits): Form<Quantity> {
  return scalar(`a quantity such as \`35\`, \`10..35\` or \`unknown\``, QUANTITY_SCHEMA, (text) => {
    const parsed = parseQuantity(text);
    return "problem" in parsed ? parsed : checkQuantity(text, parsed.value, limits);
  });
}

/** A quantity, short or long. */
export function quantity(limits: Limits): Form<Stated<Quantity>> {
  const form = stated(plainQuantity(limits));
  const schema = shared("quantity", () => form);
  return { ...form, schema: (definitions) => schema.schema(definitions) };
}
/** Salience, influence, cost of disagreement, values: 0..100 on one issue. */
export function hundred(what: string): Form<Stated<Quantity>> {
  return quantity({ least: 0, most: 100, why: `${what} is 0..100` });
}
export const points: Form<Stated<Quantity>> = quantity(POINTS);

const CHANCE_SCHEMA = { type: "string", pattern: "^(?:unknown|[a-z][a-z ]+|.+%)$" };
/** Reports a word that belongs to the other yardstick than the brief's. */
export function checkYardstick(
  value: { readonly kind: string; readonly word?: LikelihoodWord },
  at: Path,
  { desk, yardstick }: Reader,
  node: Node,
): boolean {
  const words = yardstick === "phia" ? PHIA_WORDS : ICD203_WORDS;
  if (value.word === undefined || words.includes(value.word)) return true;
  desk.report(
    "other-yardstick",
    node.span,
    `\`${value.word}\` is not a word of the yardstick \`${yardstick}\`.`,
    `Its words: ${words.join(", ")}. Another yardstick is set by \`method: { yardstick: … }\`.`,
    { path: at },
  );
  return false;
}
const plainChance: Form<Chance> = shaped(
  scalar("a chance such as `20%`, `10..30%` or `likely`", CHANCE_SCHEMA, readChance),
  (value, at, reader, node) => (checkYardstick(value, at, reader, node) ? value : undefined),
);

export function readChance(text: string): Parsed<Chance> {
  const parsed = parseChance(text);
  return "problem" in parsed ? parsed : checkQuantity(text, parsed.value, CHANCE_LIMITS);
}
/** A chance, short or long. */
export const chance: Form<Stated<Chance>> = shared("chance", () => statedChance);
const statedChance = stated(plainChance);

/** A number within limits. */
export function number(limits: Limits): Form<number> {
  return scalar("a number", { type: ["string", "number"], pattern: `^${NUMBER}$` }, (text) => {
    const parsed = parseNumber(text);
    if ("problem" in parsed) return parsed;
    const checked = checkQuantity(text, { kind: "exact", value: parsed.value }, limits);
    return "problem" in checked ? checked : parsed;
  });
}
/** A whole number of at least `least`. */
export function count(least: number, most = Number.MAX_SAFE_INTEGER): Form<number> {
  return scalar("a whole number", { type: ["string", "number"], pattern: "^[0-9]+$" }, (text) => {
    const parsed = parseNumber(text);
    if ("problem" in parsed) return parsed;
    if (!/^[0-9]+$/u.test(text) || parsed.value < least || parsed.value > most) {
      const upTo = most === Number.MAX_SAFE_INTEGER ? "" : ` and at most ${most.toLocaleString("en")}`;
      return fail("out-of-range", `\`${text}\` is not a whole number of at least ${least}${upTo}.`);
    }
    return parsed;
  });
}

const DAY = "[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?";
const DATE_SCHEMA = { type: ["string", "number"], pattern: `^${DAY}$` };
export const date: Form<DateSpan> = scalar("a date such as `1945-11-29`", DATE_SCHEMA, parseDate);
export const dates: Form<DateSpan> = scalar(
  "a date or dates such as `1945-12-05..1945-12-10`",
  { type: ["string", "number"], pattern: `^(?:${DAY})?(?:\\.\\.)?(?:${DAY})?$` },
  parseDates,
);
export const reachedUs: Form<DateSpan | "never"> = scalar(
  "a date, or `never`",
  { anyOf: [DATE_SCHEMA, { enum: ["never"] }] },
  (text): Parsed<DateSpan | "never"> => (text === "never" ? { value: "never" } : parseDate(text)),
);
