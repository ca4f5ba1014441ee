/**
 * Conditions, read before any name is known:
 *   condition = part {"and" part} | part {"or" part}          "and" with "or" only in brackets
 *   part      = ["not"] ( "(" condition ")" | fact )
 * The text splits at blanks and brackets; `or better` takes one word of lookahead.
 */
import type { DateSpan } from "../brief.ts";
import { parseDate } from "./date.ts";
import { isNameLike } from "./name.ts";
import type { Parsed, Problem } from "./parsed.ts";
import { fail } from "./parsed.ts";

export interface Word {
  readonly text: string;
  readonly offset: number;
}
/** A fact as written: of a bare name it is not yet known what it names. */
export type WrittenFact =
  | { readonly fact: "holds"; readonly name: Word }
  | {
      readonly fact: "is";
      readonly name: Word;
      readonly value: Word;
      readonly negated: boolean;
      readonly orBetter: boolean;
    }
  | {
      readonly fact: "state";
      readonly name: Word;
      readonly state: "admitted" | "settled" | "refused" | "done" | "worked" | "failed";
    }
  | { readonly fact: "accepts"; readonly party: Word; readonly option: Word; readonly issue: Word }
  | { readonly fact: "broke down"; readonly forum: Word }
  | { readonly fact: "date"; readonly when: "before" | "after"; readonly date: DateSpan };
export type WrittenCondition =
  | { readonly op: "and" | "or"; readonly parts: readonly WrittenCondition[] }
  | { readonly op: "not"; readonly part: WrittenCondition }
  | { readonly op: "fact"; readonly fact: WrittenFact };

const STATES: ReadonlySet<string> = new Set(["admitted", "settled", "refused", "done", "worked", "failed"]);
/** Brackets within brackets: more than this is no condition a person wrote. */
const MAX_DEPTH = 32;

class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

interface Cursor {
  readonly words: readonly Word[];
  readonly end: number;
  at: number;
}

export function parseWrittenCondition(text: string): Parsed<WrittenCondition> {
  const words = [...text.matchAll(/[()]|[^\s()]+/gu)].map((match) => ({ text: match[0], offset: match.index }));
  const cursor: Cursor = { words, end: text.length, at: 0 };
  try {
    const condition = readCondition(cursor, 0);
    const rest = cursor.words[cursor.at];
    if (rest !== undefined)
      refuse(
        rest,
        rest.text === ")" ? "A bracket is closed that was not opened." : `\`${rest.text}\` is one word too many.`,
        "Join facts with `and` or `or`.",
      );
    return { value: condition };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem };
    throw error;
  }
}

function refuse(word: Word, message: string, hint?: string): never {
  const { problem } = fail("not-a-condition", message, hint, {
    offset: word.offset,
    length: Math.max(1, word.text.length),
  });
  throw new Refusal(problem);
}

function take(cursor: Cursor, wanted: string): Word {
  const word = cursor.words[cursor.at];
  if (word === undefined)
    refuse({ text: "", offset: Math.max(0, cursor.end - 1) }, `The condition ends where ${wanted} was expected.`);
  cursor.at += 1;
  return word;
}

function takeName(cursor: Cursor, wanted: string): Word {
  const word = take(cursor, wanted);
  if (!word.text.split("/").every(isNameLike))
    refuse(
      word,
      `\`${word.text}\` stands where ${wanted} was expected.`,
      "For example `ruhr is clause or better`, `sounding is warm`, `line-holds and not ruhr refused`.",
    );
  return word;
}

function takeWord(cursor: Cursor, expected: string): void {
  const word = take(cursor, `\`${expected}\``);
  if (word.text !== expected) refuse(word, `\`${word.text}\` stands where \`${expected}\` was expected.`);
}

function nextIs(cursor: Cursor, text: string, ahead = 0): boolean {
  return cursor.words[cursor.at + ahead]?.text === text;
}

function readCondition(cursor: Cursor, depth: number): WrittenCondition {
  const first = readPart(cursor, depth);
  const parts = [first];
  let op: "and" | "or" | undefined;
  while (nextIs(cursor, "and") || nextIs(cursor, "or")) {
    const joint = take(cursor, "`and`");
    if (op !== undefined && joint.text !== op)
      refuse(
        joint,
        "`and` and `or` stand beside each other.",
        "Put brackets round what belongs together: `a and (b or c)`.",
      );
    op = joint.text === "and" ? "and" : "or";
    parts.push(readPart(cursor, depth));
  }
  return op === undefined ? first : { op, parts };
}

function readPart(cursor: Cursor, depth: number): WrittenCondition {
  if (nextIs(cursor, "not")) {
    cursor.at += 1;
    return { op: "not", part: readBare(cursor, depth) };
  }
  return readBare(cursor, depth);
}

function readBare(cursor: Cursor, depth: number): WrittenCondition {
  if (!nextIs(cursor, "(")) return { op: "fact", fact: readFact(cursor) };
  const bracket = take(cursor, "`(`");
  if (depth >= MAX_DEPTH) refuse(bracket, "Brackets stand too deep within each other.");
  const inner = readCondition(cursor, depth + 1);
  if (cursor.words[cursor.at] === undefined) refuse(bracket, "This bracket is not closed.");
  takeWord(cursor, ")");
  return inner;
}

function readFact(cursor: Cursor): WrittenFact {
  if (nextIs(cursor, "before") || nextIs(cursor, "after")) {
    const when = take(cursor, "`before`").text === "before" ? "before" : "after";
    const word = take(cursor, "a date");
    const date = parseDate(word.text);
    if ("problem" in date)
      throw new Refusal({ ...date.problem, at: { offset: word.offset, length: word.text.length } });
    return { fact: "date", when, date: date.value };
  }
  const name = takeName(cursor, "a name");
  const next = cursor.words[cursor.at]?.text;
  if (next === "is") return readIs(cursor, name);
  if (next === "accepts") {
    cursor.at += 1;
    const option = takeName(cursor, "an option");
    takeWord(cursor, "on");
    return { fact: "accepts", party: name, option, issue: takeName(cursor, "an issue") };
  }
  if (next === "broke") {
    cursor.at += 1;
    takeWord(cursor, "down");
    return { fact: "broke down", forum: name };
  }
  if (next !== undefined && STATES.has(next)) {
    cursor.at += 1;
    return { fact: "state", name, state: next as "done" };
  }
  return { fact: "holds", name };
}

function readIs(cursor: Cursor, name: Word): WrittenFact {
  cursor.at += 1;
  const negated = nextIs(cursor, "not");
  if (negated) cursor.at += 1;
  const value = takeName(cursor, "an option or a signal");
  const orBetter = nextIs(cursor, "or") && nextIs(cursor, "better", 1);
  if (orBetter) cursor.at += 2;
  return { fact: "is", name, value, negated, orBetter };
}
