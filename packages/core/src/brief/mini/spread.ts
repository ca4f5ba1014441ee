/** `quantity = "unknown" | b | b..b | b..b..b | "uniform" b..b`, over any kind of bound: numbers, options, signed changes. */
import type { Quantity, Spread } from "../brief.ts";
import { hintNumber, parseNumber, printNumber } from "./number.ts";
import type { Parsed, Problem } from "./parsed.ts";
import { fail } from "./parsed.ts";

export function parseSpread<B>(text: string, bound: (text: string) => Parsed<B>): Parsed<Spread<B>> {
  if (text === "unknown") return { value: { kind: "unknown" } };
  const uniform = /^uniform\s+/u.exec(text);
  const start = uniform === null ? 0 : uniform[0].length;
  const pieces = text.slice(start).split("..");
  const bounds: B[] = [];
  let offset = start;
  for (const piece of pieces) {
    const parsed = bound(piece);
    if ("problem" in parsed) return pieces.length === 1 ? parsed : { problem: shift(parsed.problem, piece, offset) };
    bounds.push(parsed.value);
    offset += piece.length + 2;
  }
  const [a, b, c, more] = bounds as [B, B?, B?, B?];
  if (uniform !== null)
    return b !== undefined && c === undefined
      ? { value: { kind: "uniform", low: a, high: b } }
      : fail("not-a-quantity", `\`${text}\`: behind \`uniform\` stands one range.`, "Write `uniform 10..35`.");
  if (more !== undefined)
    return fail(
      "not-a-quantity",
      `\`${text}\` has more than three numbers.`,
      "At most least..likeliest..most: `10..20..35`.",
    );
  if (b === undefined) return { value: { kind: "exact", value: a } };
  if (c === undefined) return { value: { kind: "range", low: a, high: b } };
  return { value: { kind: "triple", least: a, likeliest: b, most: c } };
}

function shift(problem: Problem, piece: string, offset: number): Problem {
  const at = problem.at ?? { offset: 0, length: piece.length };
  return { ...problem, at: { offset: offset + at.offset, length: Math.max(1, at.length) } };
}

export function parseQuantity(text: string): Parsed<Quantity> {
  return parseSpread(text, (piece) => {
    const parsed = parseNumber(piece);
    if ("value" in parsed || parsed.problem.code === "out-of-range") return parsed;
    if (piece === "")
      return fail(
        "not-a-quantity",
        `\`${text}\`: a number is missing beside \`..\`.`,
        "Write `10..35`, without blanks.",
      );
    if (/^[0-9.]+\s*(-|–|to)\s*[0-9.]+$/u.test(piece))
      return fail("not-a-quantity", `\`${piece}\` is not a quantity.`, "A range has two points: `10..35`.");
    if (/\s/u.test(piece.trim()) || piece !== piece.trim())
      return fail(
        "not-a-quantity",
        `\`${text}\` is not a quantity.`,
        "A number, `10..35`, `10..20..35`, `uniform 10..35` or `unknown`, without blanks beside the points.",
      );
    return fail(
      "not-a-quantity",
      `\`${piece}\` is not a quantity.`,
      /[0-9]/u.test(piece) ? hintNumber(piece) : "A number, `10..35`, `10..20..35`, `uniform 10..35` or `unknown`.",
    );
  });
}

/** The numbers of a spread, from low to high as written. */
export function boundsOf<B>(spread: Spread<B>): readonly B[] {
  switch (spread.kind) {
    case "unknown":
      return [];
    case "exact":
      return [spread.value];
    case "triple":
      return [spread.least, spread.likeliest, spread.most];
    default:
      return [spread.low, spread.high];
  }
}

export function printSpread<B>(spread: Spread<B>, bound: (value: B) => string): string {
  if (spread.kind === "unknown") return "unknown";
  const text = boundsOf(spread).map(bound).join("..");
  return spread.kind === "uniform" ? `uniform ${text}` : text;
}

export function printQuantity(quantity: Quantity): string {
  return printSpread(quantity, printNumber);
}
