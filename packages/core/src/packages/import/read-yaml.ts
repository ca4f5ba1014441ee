/** YAML (NegMAS writes it) as the same tree as JSON: no anchors, aliases or tags, so that no small file can grow large. */
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { checkDepth, Fault, repeatedKey, tooDeep } from "./fault.ts";
import type { Entry, Node } from "./node.ts";
import type { Problems, SourceText } from "./problems.ts";

export function readYaml(source: SourceText, problems: Problems): Node | undefined {
  try {
    return convert(parse(source.text), 0);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    problems.add("bad-yaml", source, fault.at, fault.message, fault.hint);
    return undefined;
  }
}

function parse(text: string): unknown {
  const document = parseDocument(text, {
    schema: "failsafe",
    // The library looks through all keys at each: it is done below, by a set.
    uniqueKeys: false,
    lineCounter: new LineCounter(),
    logLevel: "silent",
    strict: true,
  });
  const [error] = document.errors;
  if (error) {
    const message = error.message.split("\n")[0]!.replace(/ at line \d+, column \d+:?$/, "");
    // What the library says where its own recursion ends.
    if (/call stack|too much recursion/i.test(message)) throw tooDeep(error.pos[0]);
    throw new Fault(error.pos[0], `This is not YAML: ${message}.`, "Check indentation, colons and quotation marks.");
  }
  if (document.contents === null)
    throw new Fault(0, "The file is empty.", "Give the domain or the utilities of a party.");
  return document.contents;
}

function convert(node: unknown, depth: number): Node {
  if (!isNode(node)) return { kind: "word", at: 0, text: "null" };
  const at = node.range?.[0] ?? 0;
  checkDepth(depth, at);
  // A tag is known only where one was written.
  if (isAlias(node) || node.anchor !== undefined || node.tag !== undefined)
    throw new Fault(at, "Anchors, aliases and tags are not read.", "Write the value out where it is needed.");
  if (isMap(node)) {
    const keys = new Set<string>();
    const entries = node.items.map(({ key, value }): Entry => {
      const { name, place } = readKey(key, at, depth);
      if (keys.has(name)) throw repeatedKey(name, place);
      keys.add(name);
      return {
        key: name,
        at: place,
        value: value === null ? { kind: "word", at: place, text: "null" } : convert(value, depth + 1),
      };
    });
    return { kind: "object", at, entries };
  }
  if (isSeq(node)) return { kind: "array", at, items: node.items.map((item) => convert(item, depth + 1)) };
  // Failsafe: a scalar is text, or nothing.
  const text = isScalar(node) && typeof node.value === "string" ? node.value : "";
  const plain = isScalar(node) && node.type === "PLAIN";
  if (plain && (text === "true" || text === "false" || text === "null" || text === "~" || text === ""))
    return { kind: "word", at, text: text === "true" || text === "false" ? text : "null" };
  return { kind: "text", at, text, plain };
}

/** A list or mapping as a key keeps its own text. */
function readKey(key: unknown, otherwise: number, depth: number): { readonly name: string; readonly place: number } {
  if (!isNode(key)) return { name: String(key), place: otherwise };
  const place = key.range?.[0] ?? otherwise;
  convert(key, depth + 1);
  return { name: isScalar(key) ? String(key.value) : String(key), place };
}
