/** Text as a YAML scalar: bare wherever it reads back as itself, else in the shorter pair of quotes. */
import { isMap, isScalar, isSeq, type ParsedNode, parseDocument } from "yaml";

export type ScalarContext = "block" | "flow" | "key" | "flow key";

/** Line breaks, other control characters, and what editors show as nothing: never written bare. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF\uFFFE\uFFFF]/u;
const ESCAPE_TOO = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;

type Trial = readonly [yaml: string, pick: (root: ParsedNode | null) => unknown];
/** Every place of a kind in which the text must read back. */
const TRIALS: Readonly<Record<ScalarContext, (text: string) => readonly Trial[]>> = {
  block: (text) => [
    [`k: ${text}\n`, mapValue],
    [`- ${text}\n`, firstItem],
  ],
  flow: (text) => [
    [`k: { a: ${text}, b: c }\n`, (root) => mapValue(asNode(mapEntry(root)))],
    [`k: [${text}, b]\n`, (root) => firstItem(asNode(mapEntry(root)))],
  ],
  key: (text) => [[`${text}: v\n`, mapKey]],
  "flow key": (text) => [[`{ ${text}: v, w: x }\n`, mapKey]],
};

/** Asks YAML itself whether the bare text is one scalar of the same value in every place of that kind. */
function readsBackBare(text: string, context: ScalarContext): boolean {
  if (text === "" || UNPRINTABLE.test(text)) return false;
  return TRIALS[context](text).every(([trial, pick]) => {
    const read = parseDocument(trial, { schema: "failsafe", merge: false });
    return read.errors.length === 0 && read.warnings.length === 0 && pick(read.contents) === text;
  });
}

export function writeScalar(text: string, context: ScalarContext): string {
  if (readsBackBare(text, context)) return text;
  const single = `'${text.replaceAll("'", "''")}'`;
  const double = JSON.stringify(text).replace(
    ESCAPE_TOO,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return UNPRINTABLE.test(text) || double.length <= single.length ? double : single;
}

function asNode(value: unknown): ParsedNode | null {
  return isMap(value) || isSeq(value) || isScalar(value) ? (value as ParsedNode) : null;
}
function mapEntry(root: ParsedNode | null): unknown {
  return isMap(root) ? root.items[0]?.value : undefined;
}
function mapValue(root: ParsedNode | null): unknown {
  const value = mapEntry(root);
  return isScalar(value) ? value.value : undefined;
}
function mapKey(root: ParsedNode | null): unknown {
  const key = isMap(root) ? root.items[0]?.key : undefined;
  return isScalar(key) && mapValue(root) === "v" ? key.value : undefined;
}
function firstItem(root: ParsedNode | null): unknown {
  const item = isSeq(root) ? root.items[0] : undefined;
  return isScalar(item) ? item.value : undefined;
}
