/** JSON and YAML alike as a tree that remembers where everything stood; keys keep the file's order, numbers their digits. */
import { parseExact } from "../exact.ts";
import type { Problems, SourceText } from "./problems.ts";

export type Node =
  | { readonly kind: "object"; readonly at: number; readonly entries: readonly Entry[] }
  | { readonly kind: "array"; readonly at: number; readonly items: readonly Node[] }
  /** `plain`: written without quotation marks (YAML), so that it may be meant as a number. */
  | { readonly kind: "text"; readonly at: number; readonly text: string; readonly plain: boolean }
  | { readonly kind: "number"; readonly at: number; readonly text: string }
  | { readonly kind: "word"; readonly at: number; readonly text: "true" | "false" | "null" };
export interface Entry {
  readonly key: string;
  readonly at: number;
  readonly value: Node;
}

const names = { object: "a mapping", array: "a list", text: "a text", number: "a number" } as const;
const describeNode = (node: Node): string => (node.kind === "word" ? node.text : names[node.kind]);

/** Typed access to a tree; what is not as expected is reported and comes back undefined. */
export interface NodeReader {
  readonly source: SourceText;
  object(node: Node, what: string): readonly Entry[] | undefined;
  array(node: Node, what: string): readonly Node[] | undefined;
  /** The digits of a number, as written. */
  number(node: Node, what: string): string | undefined;
  /** A name: a text, or a number or word written where a name belongs. */
  name(node: Node, what: string): string | undefined;
  child(node: Node, key: string): Node | undefined;
  fail(code: string, at: number, message: string, hint: string): void;
}

const tooLarge = ["is beyond measure", "Expected a number below 10^290."] as const;
/** As `parseExact` has it. */
const MOST_DECIMALS = 400;
const tooFine = [
  `has more than ${MOST_DECIMALS} decimals`,
  `Expected a number with at most ${MOST_DECIMALS}: what is smaller can stand as 0.`,
] as const;
/** Places behind the point once the exponent is written out. */
function countDecimals(text: string): number {
  const [digits = "", exponent = "0"] = text.split(/[eE]/);
  return (digits.split(".")[1] ?? "").length - Number(exponent);
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

export function createNodeReader(source: SourceText, problems: Problems): NodeReader {
  const wrong = (node: Node, what: string, expected: string): undefined => {
    problems.add("wrong-type", source, node.at, `${what} is ${describeNode(node)}.`, `Expected ${expected}.`);
    return undefined;
  };
  return {
    source,
    object: (node, what) => (node.kind === "object" ? node.entries : wrong(node, what, "a mapping")),
    array: (node, what) => (node.kind === "array" ? node.items : wrong(node, what, "a list")),
    number(node, what) {
      if (node.kind === "number" || (node.kind === "text" && node.plain && NUMBER.test(node.text))) {
        if (parseExact(node.text)) return node.text.replace(/^\+/, "");
        const [said, hint] = countDecimals(node.text) > MOST_DECIMALS ? tooFine : tooLarge;
        problems.add("not-a-number", source, node.at, `${what} ${said}.`, hint);
        return undefined;
      }
      return wrong(node, what, "a finite number");
    },
    name(node, what) {
      if (node.kind === "object" || node.kind === "array") return wrong(node, what, "a name");
      return node.text;
    },
    child: (node, key) => (node.kind === "object" ? findEntry(node.entries, key)?.value : undefined),
    fail: (code, at, message, hint) => problems.add(code, source, at, message, hint),
  };
}

/** Mappings longer than this are looked up by a table of their keys. */
const SHORT = 16;
const tables = new WeakMap<readonly Entry[], ReadonlyMap<string, Entry>>();

function findEntry(entries: readonly Entry[], key: string): Entry | undefined {
  if (entries.length <= SHORT) return entries.find((entry) => entry.key === key);
  const table = tables.get(entries) ?? new Map(entries.map((entry) => [entry.key, entry]));
  tables.set(entries, table);
  return table.get(key);
}
