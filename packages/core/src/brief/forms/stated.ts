/** Values that may be written long: `{ value: 10..35, source: note#3c, confidence: low }`. */
import type { Path, Stated } from "../brief.ts";
import { hintNearest } from "../suggest.ts";
import type { MapNode } from "../tree/node.ts";
import { annotationWords, settleAnnotations } from "./annotations.ts";
import type { Form, Reader, Schema } from "./form.ts";

/** Long or short form of a value; its path is that of the place in both. */
export function stated<T>(inner: Form<T>): Form<Stated<T>> {
  const expects = inner.expects;
  return {
    expects,
    read(node, at, reader) {
      if (node.kind !== "map") {
        const value = inner.read(node, at, reader);
        return value === undefined ? undefined : { path: at, value };
      }
      return readLong(inner, node, at, reader);
    },
    schema(definitions) {
      const short = inner.schema(definitions);
      const properties: Record<string, Schema> = { value: short };
      for (const [key, { form }] of Object.entries(annotationWords())) properties[key] = form.schema(definitions);
      return { anyOf: [short, { type: "object", properties, required: ["value"], additionalProperties: false }] };
    },
  };
}

function readLong<T>(inner: Form<T>, node: MapNode, at: Path, reader: Reader): Stated<T> | undefined {
  const words = annotationWords();
  const read: Record<string, unknown> = {};
  let value: T | undefined;
  let given = false;
  for (const entry of node.entries) {
    if (entry.key === "value") {
      given = true;
      reader.desk.mark(`${at}/value`, entry.value.span);
      value = inner.read(entry.value, at, reader);
      continue;
    }
    const known = Object.hasOwn(words, entry.key) ? words[entry.key] : undefined;
    if (known === undefined) {
      reader.desk.report(
        "unknown-key",
        entry.keySpan,
        `\`${entry.key}\` is not a word that describes a value.`,
        hintNearest(entry.key, ["value", ...Object.keys(words)], "words"),
        { path: at },
      );
      continue;
    }
    reader.desk.mark(`${at}/${entry.key}`, entry.value.kind === "scalar" ? entry.value.span : entry.keySpan);
    const result = known.form.read(entry.value, `${at}/${entry.key}`, reader);
    if (result !== undefined) read[entry.key === "only for" ? "onlyFor" : entry.key] = result;
  }
  if (!given)
    reader.desk.report(
      "missing-word",
      reader.desk.spanOf(at) ?? node.span,
      "`value` is missing in a value written long.",
      `\`value\`: ${inner.expects}.`,
      { path: at },
    );
  return value === undefined ? undefined : { ...settleAnnotations(read, at), value };
}
