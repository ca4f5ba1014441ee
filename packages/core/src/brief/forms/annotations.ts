/** The words that any long form may carry, and citations. */
import type { Annotations, Citation, Later, Path } from "../brief.ts";
import { PASSAGE, parseCitation } from "../mini/citation.ts";
import { NAME } from "../mini/name.ts";
import { hintNearest } from "../suggest.ts";
import type { Form } from "./form.ts";
import { reportShape, shaped, shared } from "./form.ts";
import { byShape, oneOrMore } from "./list.ts";
import type { Word } from "./mapping.ts";
import { checkReference, reference } from "./reference.ts";
import { oneOf, scalar, text } from "./scalar.ts";

const CITATION_SCHEMA = { type: "string", pattern: `^(?:judgement|hindsight|${NAME}(?:#${PASSAGE})?)$` };
const written = scalar("a citation such as `note#3c`, `judgement` or `hindsight`", CITATION_SCHEMA, parseCitation);

/** One citation; its source must be given, and its passage too where the source lists passages. */
export const citation: Form<Citation> = shaped(
  shared("citation", () => written),
  (value, at, reader, node) => {
    if (value.kind !== "source") return value;
    const { span } = node;
    if (checkReference(reader, value.source, span, ["source"], at) === undefined) return undefined;
    const passages = reader.names.passages.get(value.source);
    if (value.passage !== undefined && passages !== undefined && !passages.has(value.passage)) {
      const hint = hintNearest(value.passage, [...passages], `passages of \`${value.source}\``);
      reader.desk.report("unknown-passage", span, `\`${value.source}\` lists no passage \`${value.passage}\`.`, hint, {
        path: at,
      });
      return undefined;
    }
    reader.citations.push({
      source: value.source,
      ...(value.passage === undefined ? {} : { passage: value.passage }),
      span,
      path: at,
      feeds: reader.feeds,
    });
    return value;
  },
);

const citations: Form<readonly Citation[]> = oneOrMore(citation, "citations");

const laterMapping: Form<Later> = {
  expects: "a mapping of `statement` and `source`",
  read(node, at, reader) {
    if (node.kind !== "map") return reportShape(reader, node, at, laterMapping.expects);
    let statement: string | undefined;
    let sources: readonly Citation[] = [];
    for (const { key, keySpan, value } of node.entries) {
      if (key === "statement") statement = text.read(value, `${at}/statement`, reader);
      else if (key === "source") sources = citations.read(value, `${at}/source`, reader) ?? [];
      else
        reader.desk.report(
          "unknown-key",
          keySpan,
          `\`${key}\` is not a word of \`later\`.`,
          hintNearest(key, ["statement", "source"], "words"),
          { path: at },
        );
    }
    return { ...(statement === undefined ? {} : { statement }), sources };
  },
  schema: (definitions) => ({
    type: "object",
    properties: { statement: text.schema(definitions), source: citations.schema(definitions) },
    additionalProperties: false,
  }),
};
const laterOne = byShape(`${written.expects}, or ${laterMapping.expects}`, {
  scalar: shaped(citation, (value): Later => ({ sources: [value] })),
  map: laterMapping,
});
const laterAny = shared("later", () => oneOrMore(laterOne, "such"));
/** What was known only afterwards feeds nothing, so its dates are not checked. */
const later: Form<readonly Later[]> = {
  expects: laterAny.expects,
  read: (node, at, reader) => laterAny.read(node, at, { ...reader, feeds: false }),
  schema: (definitions) => laterAny.schema(definitions),
};

const ANNOTATION_WORDS = {
  name: { form: text, doc: "What is printed for it (the id, hyphens as blanks)" },
  words: { form: text, doc: "The verbatim words, spelling kept" },
  modality: { form: text, doc: "How strongly the author puts it, in the author's own words" },
  source: {
    form: citations,
    doc: "Citation, or a list: covers the statements and numbers beside it (as `unsourced` says)",
  },
  confidence: { form: oneOf("low", "moderate", "high"), doc: "Confidence in what is said here, apart from its chance" },
  because: { form: text, doc: "Why it is so" },
  note: { form: text, doc: "A remark; not computed" },
  later: { form: later, doc: "Known only afterwards: printed in the annex, feeds nothing" },
  "only for": {
    form: oneOrMore(reference("reader"), "groups of `readers`"),
    doc: "Hides this mapping, with all it holds, from everybody else",
  },
} satisfies Readonly<Record<string, Word<unknown>>>;

/** Each is kept once in the JSON Schema, with what it says. */
const SHARED_WORDS: Readonly<Record<string, Word<unknown>>> = Object.fromEntries(
  Object.entries(ANNOTATION_WORDS as Readonly<Record<string, Word<unknown>>>).map(([key, { form, doc }]) => [
    key,
    {
      doc,
      form: {
        ...form,
        schema: shared(`word-${key.replace(" ", "-")}`, () => ({
          ...form,
          schema: (definitions) => ({ description: doc, ...form.schema(definitions) }),
        })).schema,
      },
    },
  ]),
);

export function annotationWords(): Readonly<Record<string, Word<unknown>>> {
  return SHARED_WORDS;
}

/** A mapping's words as read become `Annotations`: its place added, `source` under its name in the data. */
export function settleAnnotations(read: Readonly<Record<string, unknown>>, path: Path): Annotations {
  const { source, ...rest } = read;
  return { path, ...rest, ...(source === undefined ? {} : { sources: source as readonly Citation[] }) };
}
