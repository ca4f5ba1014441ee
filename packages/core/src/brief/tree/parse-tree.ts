/** YAML 1.2 text to plain nodes with places: failsafe schema, so that every scalar stays the text it is. */
import type { Pair, ParsedNode, Node as YamlNode } from "yaml";
import { Composer, isMap, isScalar, isSeq, Parser } from "yaml";
import type { Desk } from "../desk.ts";
import type { Entry, Node, Span } from "./node.ts";
import { scanTokens } from "./scan-tokens.ts";
import { reportTrouble } from "./yaml-trouble.ts";

const FAILSAFE = { schema: "failsafe", version: "1.2", uniqueKeys: false, merge: false, prettyErrors: false } as const;

/** The root node; absent where the text is no YAML that could be a brief (reported). */
export function parseTree(desk: Desk): Node | undefined {
  if (!scanTokens(desk)) return undefined;
  const documents = [...new Composer(FAILSAFE).compose(new Parser().parse(desk.text), false, desk.text.length)];
  const errors = documents.flatMap((document) => document.errors);
  const first = errors[0];
  if (first !== undefined) {
    // One slip makes the parser complain many times over; only the first complaint on a line tells where it is.
    const lines = new Set<number>();
    for (const error of errors) {
      const line = desk.text.lastIndexOf("\n", error.pos[0]);
      if (!lines.has(line)) reportTrouble(desk, error);
      lines.add(line);
    }
    return undefined;
  }
  const [document, second] = documents;
  const root = document?.contents as ParsedNode | null | undefined;
  if (second !== undefined) {
    const start = second.range[0];
    desk.report(
      "several-documents",
      { start, end: start + 3 },
      "A second YAML document begins here.",
      "A brief is one document: remove the line `---`, or put the rest into a file of its own.",
    );
    return undefined;
  }
  if (root === undefined || root === null || (isScalar(root) && root.source === "")) {
    desk.report(
      "empty-file",
      { start: 0, end: 1 },
      "The file holds no brief.",
      "Begin with `demarche: 1`, or let `demarche new` write a first brief.",
    );
    return undefined;
  }
  return convert(desk, root);
}

function spanOf(node: YamlNode): Span {
  const range = node.range ?? [0, 0, 0];
  return { start: range[0], end: Math.max(range[1], range[0]) };
}

function convert(desk: Desk, node: YamlNode): Node {
  const span = spanOf(node);
  if (isMap(node))
    return {
      kind: "map",
      entries: convertEntries(desk, node.items as Pair<YamlNode, YamlNode | null>[], node.flow === true),
      span,
    };
  if (isSeq(node)) {
    const items = (node.items as YamlNode[]).map((item) => {
      if (isMap(item) && node.flow === true && desk.text[spanOf(item).start] !== "{") {
        desk.report(
          "colon-in-text",
          spanOf(item),
          "A colon and a blank in unquoted text make a mapping here.",
          "Put text with a colon between quotation marks; a mapping in a list goes in `{ }`.",
        );
        return broken(spanOf(item));
      }
      return convert(desk, item);
    });
    return { kind: "list", items, span };
  }
  const text = isScalar(node) ? String(node.value) : "";
  if (text === "") {
    desk.report(
      "empty-value",
      span,
      "A value is missing here.",
      "Say what belongs here, or remove the word; what is not known is `unknown`.",
    );
    return broken(span);
  }
  return { kind: "scalar", text, span };
}

function broken(span: Span): Node {
  return { kind: "broken", span };
}

function convertEntries(
  desk: Desk,
  pairs: readonly Pair<YamlNode, YamlNode | null>[],
  flow: boolean,
): readonly Entry[] {
  const seen = new Map<string, Span>();
  const entries: Entry[] = [];
  for (const { key, value } of pairs) {
    const keySpan = spanOf(key);
    if (!isScalar(key)) {
      desk.report("key-not-text", keySpan, "A key must be a word or a name, not a list or a mapping.");
      continue;
    }
    const text = String(key.value);
    if (text === "<<") {
      desk.report(
        "merge-key",
        keySpan,
        "`<<` is a YAML merge key; a brief has none.",
        "Say the words where they belong; a heading's words hold for its items.",
      );
      continue;
    }
    if (value === null) {
      const colon = /^[^:\s]+:[^:\s]/u.test(text);
      if (colon)
        desk.report(
          "colon-without-blank",
          keySpan,
          `\`${text}\` has no blank behind the colon, so YAML takes it for one word.`,
          `Write \`${text.replace(":", ": ")}\`.`,
        );
      else if (flow)
        desk.report(
          "comma-in-text",
          keySpan,
          `\`${text}\` stands alone: inside { } a comma ends an unquoted text.`,
          "Put text with a comma between quotation marks; numbers have no comma.",
        );
      else
        desk.report(
          "empty-value",
          keySpan,
          `\`${text}\` has no value.`,
          "Say what belongs here, or remove the word; what is not known is `unknown`.",
        );
      continue;
    }
    const before = seen.get(text);
    if (before !== undefined) {
      desk.report("duplicate-key", keySpan, `\`${text}\` stands twice in this mapping.`, "Keep one of them.", {
        other: before,
      });
      continue;
    }
    seen.set(text, keySpan);
    const empty = isScalar(value) && value.value === "";
    if (empty) {
      desk.report(
        "empty-value",
        keySpan,
        `\`${text}\` has no value.`,
        "Say what belongs here, or remove the word; what is not known is `unknown`.",
      );
      entries.push({ key: text, keySpan, value: broken(keySpan) });
    } else entries.push({ key: text, keySpan, value: convert(desk, value) });
  }
  return entries;
}
