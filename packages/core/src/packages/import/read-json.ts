/** A strict JSON reader that keeps places, the order of keys and the digits of numbers; the engine's own keeps none. */
import { checkDepth, Fault, repeatedKey } from "./fault.ts";
import type { Entry, Node } from "./node.ts";
import type { Problems, SourceText } from "./problems.ts";

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const TEXT = /"(?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const BLANK = /[ \t\r\n]*/y;
const WORD = /true|false|null/y;

/** Line ends and other control characters must be written as escapes. */
function holdsControl(text: string): boolean {
  for (let k = 0; k < text.length; k++) if (text.charCodeAt(k) < 32) return true;
  return false;
}

/** Undefined: it is no JSON, and `problems` says where. */
export function readJson(source: SourceText, problems: Problems): Node | undefined {
  const { text } = source;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const seen = (): string =>
    at >= text.length ? "the file ends" : `"${text.slice(at, at + 12).split(/\s/)[0] || text[at]!}" stands`;
  const expected = (what: string): Fault =>
    new Fault(
      Math.min(at, text.length),
      `Here ${seen()} where ${what} was expected.`,
      at >= text.length ? "The file seems to be cut off." : "Check commas, brackets and quotation marks.",
    );

  function value(depth: number): Node {
    match(BLANK);
    const start = at;
    checkDepth(depth, at);
    const sign = text[at];
    if (sign === "{") return object(depth);
    if (sign === "[") return array(depth);
    if (sign === '"') return { kind: "text", at: start, text: quoted(), plain: false };
    const word = match(WORD);
    if (word !== undefined) return { kind: "word", at: start, text: word as "true" | "false" | "null" };
    const digits = match(NUMBER);
    if (digits !== undefined) return { kind: "number", at: start, text: digits };
    throw expected("a value");
  }
  function quoted(): string {
    const found = match(TEXT);
    if (found === undefined || holdsControl(found))
      throw new Fault(
        at,
        "This text does not end, or holds a character that JSON does not allow.",
        "Close it with a quotation mark; write line ends in it as \\n.",
      );
    return JSON.parse(found) as string;
  }
  function object(depth: number): Node {
    const start = at++;
    const entries: Entry[] = [];
    const keys = new Set<string>();
    match(BLANK);
    if (text[at] === "}") {
      at++;
      return { kind: "object", at: start, entries };
    }
    for (;;) {
      match(BLANK);
      const place = at;
      if (text[at] !== '"') throw expected("a key in quotation marks");
      const key = quoted();
      if (keys.has(key)) throw repeatedKey(key, place);
      keys.add(key);
      match(BLANK);
      if (text[at] !== ":") throw expected('":"');
      at++;
      entries.push({ key, at: place, value: value(depth + 1) });
      match(BLANK);
      if (text[at] === "}") break;
      if (text[at] !== ",") throw expected('"," or "}"');
      at++;
    }
    at++;
    return { kind: "object", at: start, entries };
  }
  function array(depth: number): Node {
    const start = at++;
    const items: Node[] = [];
    match(BLANK);
    if (text[at] === "]") {
      at++;
      return { kind: "array", at: start, items };
    }
    for (;;) {
      items.push(value(depth + 1));
      match(BLANK);
      if (text[at] === "]") break;
      if (text[at] !== ",") throw expected('"," or "]"');
      at++;
    }
    at++;
    return { kind: "array", at: start, items };
  }

  try {
    const root = value(0);
    match(BLANK);
    if (at < text.length) throw expected("the end of the file");
    return root;
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    problems.add("bad-json", source, fault.at, fault.message, fault.hint);
    return undefined;
  }
}
