/**
 * Statements over options: `strike and not (withdraw or talks)`, `tariff is high if strike`, `1 iff not 2`.
 *
 * not binds tightest, then and, or, if, iff. `A if B` holds unless B without A; `A iff B` where both or neither hold. Names may
 * hold blanks: the longest known name that fits is taken; in quotation marks any name is. A number is an option by its place, from 1.
 */
import type { CompiledOption } from "./graph.ts";
import { cutShort, failOnce, type ModelPath, type Result, succeed } from "./problem.ts";

export type Statement =
  | { readonly op: "is"; readonly option: number; readonly value: number }
  | { readonly op: "not"; readonly part: Statement }
  | { readonly op: "and" | "or" | "if" | "iff"; readonly left: Statement; readonly right: Statement };

interface Token {
  readonly kind: "word" | "open" | "close" | "option";
  readonly text: string;
  readonly option: number;
  readonly at: number;
}
/** Binding of the two-place words, loosest first. */
const LEVELS = ["iff", "if", "or", "and"] as const;
/** Deeper nesting than anybody writes, shallow enough for the call stack. */
const DEEPEST = 200;
/** Words of one statement: a chain of so many joined by `and` still fits the call stack. */
const LONGEST = 2000;

class StatementError {
  readonly message: string;
  readonly at: number;
  constructor(message: string, at: number) {
    this.message = message;
    this.at = at;
  }
}

export function readStatement(text: string, options: readonly CompiledOption[], path: ModelPath): Result<Statement> {
  const tokens = splitStatement(text, options);
  if (!(tokens instanceof StatementError) && tokens.length > LONGEST)
    return failOnce(
      "conflict-bad-statement",
      path,
      `The statement "${cutShort(text)}" has ${tokens.length.toLocaleString("en-GB")} words; ${LONGEST.toLocaleString("en-GB")} are the most that are read.`,
      "Split it into several statements, or say the same more shortly.",
    );
  const parsed = tokens instanceof StatementError ? tokens : parseTokens(tokens, text, options);
  if (!(parsed instanceof StatementError)) return succeed(parsed);
  return failOnce(
    "conflict-bad-statement",
    path,
    `The statement "${cutShort(text)}" cannot be read: ${parsed.message} (at character ${parsed.at + 1}).`,
    `Use the options' names (${options
      .slice(0, 4)
      .map((option) => option.name)
      .join(", ")}${options.length > 4 ? ", …" : ""}) with not, and, or, if, iff and brackets.`,
  );
}

function splitStatement(text: string, options: readonly CompiledOption[]): readonly Token[] | StatementError {
  const tokens: Token[] = [];
  const longestFirst = options
    .map((option, index) => ({ name: option.name, index }))
    .sort((a, b) => b.name.length - a.name.length);
  let at = 0;
  while (at < text.length) {
    const letter = text[at]!;
    if (letter === " ") {
      at++;
      continue;
    }
    if (letter === "(" || letter === ")") {
      tokens.push({ kind: letter === "(" ? "open" : "close", text: letter, option: -1, at });
      at++;
      continue;
    }
    if (letter === "'" || letter === '"') {
      const end = text.indexOf(letter, at + 1);
      if (end < 0) return new StatementError("a quotation mark is not closed", at);
      const name = text.slice(at + 1, end);
      const index = options.findIndex((option) => option.name === name);
      tokens.push({ kind: index >= 0 ? "option" : "word", text: name, option: index, at });
      at = end + 1;
      continue;
    }
    const named = longestFirst.find(({ name }) => text.startsWith(name, at) && isEnd(text, at + name.length));
    if (named !== undefined) {
      tokens.push({ kind: "option", text: named.name, option: named.index, at });
      at += named.name.length;
      continue;
    }
    let end = at;
    while (end < text.length && !isEnd(text, end)) end++;
    const word = text.slice(at, end);
    const place = /^[1-9][0-9]*$/.test(word) ? Number(word) - 1 : -1;
    const isPlace = place >= 0 && place < options.length && tokens.at(-1)?.text !== "is";
    tokens.push({ kind: isPlace ? "option" : "word", text: word, option: isPlace ? place : -1, at });
    at = end;
  }
  return tokens;
}

function isEnd(text: string, at: number): boolean {
  return at >= text.length || text[at] === " " || text[at] === "(" || text[at] === ")";
}

function parseTokens(
  tokens: readonly Token[],
  text: string,
  options: readonly CompiledOption[],
): Statement | StatementError {
  let next = 0;
  const endAt = text.length;
  const peek = (): Token | undefined => tokens[next];

  const readLevel = (level: number, depth: number): Statement | StatementError => {
    if (depth > DEEPEST) return new StatementError("the brackets are nested too deeply", peek()?.at ?? endAt);
    const word = LEVELS[level];
    if (word === undefined) return readPart(depth);
    let left = readLevel(level + 1, depth);
    while (!(left instanceof StatementError) && peek()?.kind === "word" && peek()?.text === word) {
      next++;
      const right = readLevel(level + 1, depth);
      if (right instanceof StatementError) return right;
      left = { op: word, left, right };
    }
    return left;
  };

  const readPart = (depth: number): Statement | StatementError => {
    const token = peek();
    if (token === undefined) return new StatementError("it ends where an option was expected", endAt);
    next++;
    if (token.kind === "word" && token.text === "not") {
      if (depth > DEEPEST) return new StatementError("it is nested too deeply", token.at);
      const part = readPart(depth + 1);
      return part instanceof StatementError ? part : { op: "not", part };
    }
    if (token.kind === "open") {
      const inner = readLevel(0, depth + 1);
      if (inner instanceof StatementError) return inner;
      if (peek()?.kind !== "close") return new StatementError("a bracket is not closed", token.at);
      next++;
      return inner;
    }
    if (token.kind !== "option") return new StatementError(`no option is called "${token.text}"`, token.at);
    return readValue(token);
  };

  const readValue = (token: Token): Statement | StatementError => {
    const option = options[token.option]!;
    const is = peek();
    if (is?.kind !== "word" || is.text !== "is") {
      if (option.plain) return { op: "is", option: token.option, value: 1 };
      return new StatementError(
        `${option.name} has several values: write "${option.name} is ${option.values[0]}"`,
        token.at,
      );
    }
    next++;
    const negated = peek()?.text === "not" && peek()?.kind === "word";
    if (negated) next++;
    const from = peek();
    if (from === undefined) return new StatementError(`a value of ${option.name} was expected`, endAt);
    const value = option.values
      .map((name, index) => ({ name, index }))
      .sort((a, b) => b.name.length - a.name.length)
      .find(({ name }) => text.startsWith(name, from.at) && isEnd(text, from.at + name.length));
    if (value === undefined) {
      return new StatementError(
        `${option.name} has no value "${from.text}" (it has ${option.values.join(", ")})`,
        from.at,
      );
    }
    while (peek() !== undefined && peek()!.at < from.at + value.name.length) next++;
    const found: Statement = { op: "is", option: token.option, value: value.index };
    return negated ? { op: "not", part: found } : found;
  };

  const statement = readLevel(0, 0);
  if (statement instanceof StatementError) return statement;
  const left = peek();
  return left === undefined ? statement : new StatementError(`"${left.text}" was not expected here`, left.at);
}
