/** YAML (NegMAS writes it) as the same tree as JSON: no anchors, aliases or tags, so that no small file can grow large. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import type { Entry, Node } from "./node.ts";
import type { Problems, SourceText } from "./problems.ts";

export function readYaml(source: SourceText, problems: Problems): Node | undefined {
  const document = parseDocument(source.text, {
    schema: "failsafe",
    uniqueKeys: true,
    lineCounter: new LineCounter(),
    logLevel: "silent",
    strict: true,
  });
  const [error] = document.errors;
  if (error) {
    const message = error.message.split("\n")[0]!.replace(/ at line \d+, column \d+:?$/, "");
    problems.add(
      "bad-yaml",
      source,
      error.pos[0],
      `This is not YAML: ${message}.`,
      "Check indentation, colons and quotation marks.",
    );
    return undefined;
  }
  let refused: number | undefined;
  visit(document, {
    Alias: (_, node) => {
      refused ??= node.range?.[0] ?? 0;
      return visit.BREAK;
    },
    Node: (_, node) => {
      if ("anchor" in node && node.anchor !== undefined) refused ??= node.range?.[0] ?? 0;
      if (node.tag?.startsWith("!")) refused ??= node.range?.[0] ?? 0;
    },
  });
  if (refused !== undefined) {
    problems.add(
      "bad-yaml",
      source,
      refused,
      "Anchors, aliases and tags are not read.",
      "Write the value out where it is needed.",
    );
    return undefined;
  }
  if (document.contents === null) {
    problems.add("bad-yaml", source, 0, "The file is empty.", "Give the domain or the utilities of a party.");
    return undefined;
  }
  return convert(document.contents);
}

function convert(node: unknown): Node {
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }): Entry => {
      const name = isScalar(key) ? String(key.value) : String(key);
      const at = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
      return { key: name, at, value: value === null ? { kind: "word", at, text: "null" } : convert(value) };
    });
    return { kind: "object", at: node.range?.[0] ?? 0, entries };
  }
  if (isSeq(node)) return { kind: "array", at: node.range?.[0] ?? 0, items: node.items.map(convert) };
  if (isScalar(node)) {
    const plain = node.type === "PLAIN";
    // Failsafe: a scalar is text, or nothing.
    const text = typeof node.value === "string" ? node.value : "";
    const at = node.range?.[0] ?? 0;
    if (plain && (text === "true" || text === "false" || text === "null" || text === "~" || text === ""))
      return { kind: "word", at, text: text === "true" || text === "false" ? text : "null" };
    return { kind: "text", at, text, plain };
  }
  return { kind: "word", at: 0, text: "null" };
}
