/** JSON with the place of every value, so that a message can say where in the file something is wrong. */
import type { ModelPath } from "./problem.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export interface JsonSource {
  readonly value: Json;
  /** Offset of the value at each path, keyed by JSON.stringify of the path. */
  readonly offsets: ReadonlyMap<string, number>;
}
export interface JsonSyntaxError {
  readonly message: string;
  readonly offset: number;
}

const DEEPEST = 64;

class Stop {
  readonly message: string;
  readonly offset: number;
  constructor(message: string, offset: number) {
    this.message = message;
    this.offset = offset;
  }
}

/** Reads strict JSON (RFC 8259); a key given twice is an error here, since one of the two would silently be lost. */
export function readJson(text: string): JsonSource | JsonSyntaxError {
  const offsets = new Map<string, number>();
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  const skip = (): void => {
    while (at < text.length && " \t\r\n".includes(text[at]!)) at++;
  };
  const readText = (): string => {
    const start = at;
    at++;
    while (at < text.length && text[at] !== '"') {
      if (text[at] === "\n") break;
      at += text[at] === "\\" ? 2 : 1;
    }
    if (text[at] !== '"') throw new Stop("A text is not closed with a quotation mark.", start);
    at++;
    try {
      return JSON.parse(text.slice(start, at)) as string;
    } catch {
      throw new Stop("This text has a character or escape that JSON does not allow.", start);
    }
  };
  const readPlain = (): Json => {
    const found = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/.exec(
      text.slice(at, at + 400),
    );
    if (found === null) {
      const shown = /^[^\s,\]}]{1,20}/.exec(text.slice(at))?.[0];
      throw new Stop(shown === undefined ? "A value is missing here." : `"${shown}" is not a JSON value.`, at);
    }
    const value = JSON.parse(found[0]) as Json;
    // JSON knows no largest number; a program does, and what lies beyond would stand there as infinite.
    if (typeof value === "number" && !Number.isFinite(value))
      throw new Stop(`"${found[0].slice(0, 20)}" is too large: numbers end at about 1.8e308.`, at);
    at += found[0].length;
    return value;
  };
  const expect = (letter: string, after: string): void => {
    skip();
    if (text[at] !== letter) throw new Stop(`"${letter}" was expected ${after}.`, at);
    at++;
  };
  /** Items up to the closing letter; a comma between any two. */
  const readItems = (close: string, what: string, readItem: () => void): void => {
    at++;
    skip();
    if (text[at] === close) {
      at++;
      return;
    }
    for (;;) {
      readItem();
      skip();
      if (text[at] === close) {
        at++;
        return;
      }
      expect(",", `or "${close}" after an entry of ${what}`);
      skip();
    }
  };
  const readValue = (path: ModelPath): Json => {
    skip();
    if (path.length > DEEPEST) throw new Stop("This is nested too deeply.", at);
    offsets.set(JSON.stringify(path), at);
    const letter = text[at];
    if (letter === '"') return readText();
    if (letter === "[") {
      const list: Json[] = [];
      readItems("]", "a list", () => {
        list.push(readValue([...path, list.length]));
      });
      return list;
    }
    if (letter !== "{") return readPlain();
    const entries = new Map<string, Json>();
    readItems("}", "an object", () => {
      if (text[at] !== '"') throw new Stop("A key in quotation marks was expected.", at);
      const keyAt = at;
      const key = readText();
      if (entries.has(key)) throw new Stop(`The key "${key}" is given twice.`, keyAt);
      expect(":", `after the key "${key}"`);
      entries.set(key, readValue([...path, key]));
    });
    return Object.fromEntries(entries);
  };

  try {
    const value = readValue([]);
    skip();
    if (at < text.length) throw new Stop("Nothing more was expected after the end of the document.", at);
    return { value, offsets };
  } catch (error) {
    if (error instanceof Stop) return { message: error.message, offset: Math.min(error.offset, text.length) };
    throw error;
  }
}

/** Offset of the value at the path, or of its nearest ancestor that is there. */
export function offsetOf(source: JsonSource, path: ModelPath): number {
  for (let length = path.length; length >= 0; length--) {
    const found = source.offsets.get(JSON.stringify(path.slice(0, length)));
    if (found !== undefined) return found;
  }
  return 0;
}

/** 1-based line and column of an offset. */
export function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf("\n");
  return { line: before.split("\n").length, column: offset - lastBreak };
}
