/** Mappings of the language's words, defined by a table; and mappings by name. */
import type { Annotations, Id, Path } from "../brief.ts";
import { NAME } from "../mini/name.ts";
import { hintNearest } from "../suggest.ts";
import type { Entry, Node } from "../tree/node.ts";
import { annotationWords, settleAnnotations } from "./annotations.ts";
import type { Form, Reader, Schema } from "./form.ts";
import { reportShape, shaped } from "./form.ts";

export interface Word<T> {
  readonly form: Form<T>;
  /** What it says, with the default in brackets; goes into the JSON Schema. */
  readonly doc: string;
  readonly required?: boolean;
}
/** `cost of disagreement` → `costOfDisagreement`. */
type Camel<S> = S extends `${infer A}${" " | "-"}${infer B}` ? `${A}${Capitalize<Camel<B> & string>}` : S;
type ValueOf<W> = W extends Word<infer T> ? T : never;
type ReadWords<W> = {
  readonly [K in keyof W as W[K] extends { readonly required: true } ? Camel<K> : never]: ValueOf<W[K]>;
} & {
  readonly [K in keyof W as W[K] extends { readonly required: true } ? never : Camel<K>]?: ValueOf<W[K]>;
};
/** The type that a table of words reads into. */
export type Mapped<W> = ReadWords<W> & Annotations;

export function word<T>(form: Form<T>, doc: string): Word<T> {
  return { form, doc };
}
export function must<T>(form: Form<T>, doc: string): Word<T> & { readonly required: true } {
  return { form, doc, required: true };
}

/** A place below another; the brief itself has the empty path. */
function below(path: Path, key: string): Path {
  return path === "" ? key : `${path}/${key}`;
}

function toCamel(key: string): string {
  return key.replace(/[ -]([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}

type Words = Readonly<Record<string, Word<unknown>>>;

export interface MappingOptions<W> {
  /** What the mapping describes, with its article: `a move`. */
  readonly what: string;
  /** The word that a scalar alone stands for. */
  readonly main?: keyof W & string;
  /** The word that a list alone stands for. */
  readonly list?: keyof W & string;
  /** Where this mapping's values stand, if not under `at` (agenda items are known by their ids). */
  readonly pathOf?: (node: Node, at: Path) => Path;
}

/** A mapping of words, and its short forms. */
export function mapping<const W extends Words>(table: W, options: MappingOptions<W>): Form<Mapped<W>> {
  // The words of the thing itself come first, in messages and in editors.
  const words: Words = {
    ...table,
    ...Object.fromEntries(Object.entries(annotationWords()).filter(([key]) => !(key in table))),
  };
  const { what, main, list } = options;
  const short = [
    main === undefined ? [] : [words[main]!.form.expects],
    list === undefined ? [] : [words[list]!.form.expects],
  ].flat();
  const expects = [...short, `a mapping that describes ${what}`].join(", or ");
  return {
    expects,
    read(node, at, reader) {
      const path = options.pathOf?.(node, at) ?? at;
      const entries = entriesOf(node, main, list);
      if (entries === undefined) return reportShape(reader, node, path, expects);
      const read = readEntries(words, entries, node, path, reader, what);
      // The table's keys, camel-cased, are exactly the keys of Mapped<W>: `readEntries` read each with its own form.
      return read as Mapped<W> | undefined;
    },
    schema: (definitions) => {
      const full = wordsSchema(words, definitions);
      const forms: Schema[] = [full];
      if (list !== undefined) forms.unshift(words[list]!.form.schema(definitions));
      if (main !== undefined) forms.unshift(words[main]!.form.schema(definitions));
      return forms.length === 1 ? full : { anyOf: forms };
    },
  };
}

/** The entries that a mapping has, or that its short form stands for. */
function entriesOf(node: Node, main: string | undefined, list: string | undefined): readonly Entry[] | undefined {
  if (node.kind === "map") return node.entries;
  const key = node.kind === "scalar" ? main : node.kind === "list" ? list : undefined;
  return key === undefined ? undefined : [{ key, keySpan: node.span, value: node }];
}

function readEntries(
  words: Words,
  entries: readonly Entry[],
  node: Node,
  path: Path,
  reader: Reader,
  what: string,
): object | undefined {
  reader.desk.mark(path, node.kind === "map" ? (entries[0]?.keySpan ?? node.span) : node.span);
  const read: Record<string, unknown> = {};
  for (const { key, keySpan, value } of entries) {
    const known = Object.hasOwn(words, key) ? words[key] : undefined;
    if (known === undefined) {
      reader.desk.report(
        "unknown-key",
        keySpan,
        `\`${key}\` is not a word that describes ${what}.`,
        hintNearest(key, Object.keys(words), "words"),
        { path },
      );
      continue;
    }
    reader.desk.mark(below(path, key), value.kind === "scalar" ? value.span : keySpan);
    const result = known.form.read(value, below(path, key), reader);
    if (result !== undefined) read[toCamel(key)] = result;
  }
  let complete = true;
  for (const [key, { required, doc }] of Object.entries(words)) {
    if (required !== true || read[toCamel(key)] !== undefined) continue;
    complete = false;
    if (entries.some((entry) => entry.key === key)) continue;
    const span = reader.desk.spanOf(path) ?? node.span;
    reader.desk.report(
      "missing-word",
      span,
      `\`${key}\` is missing in the description of ${what}.`,
      `\`${key}\`: ${doc}.`,
      { path },
    );
  }
  return complete ? settleAnnotations(read, path) : undefined;
}

/** The shared words of any long form say in their own definition what they mean. */
function describe(doc: string, schema: Schema): Schema {
  return typeof schema["$ref"] === "string" && schema["$ref"].startsWith("#/$defs/word-")
    ? schema
    : { description: doc, ...schema };
}

function wordsSchema(words: Words, definitions: Parameters<Form<unknown>["schema"]>[0]): Schema {
  const properties: Record<string, Schema> = {};
  for (const [key, { form, doc }] of Object.entries(words)) properties[key] = describe(doc, form.schema(definitions));
  const required = Object.keys(words).filter((key) => words[key]!.required === true);
  return { type: "object", properties, ...(required.length > 0 ? { required } : {}), additionalProperties: false };
}

const GIVEN_NAME: Schema = { type: "string", pattern: `^${NAME}$` };

export interface ByNameOptions {
  readonly what: string;
  /** Checks a key and gives what it stands for; absent: the key is a name given here, checked when names were collected. */
  readonly keyForm?: Form<Id>;
  readonly itemReader?: (id: Id, reader: Reader) => Reader;
}

/** A mapping whose keys are names: its values in the order of the file. */
export function byName<T>(
  form: Form<T>,
  options: ByNameOptions,
): Form<readonly { readonly id: Id; readonly value: T; readonly path: Path }[]> {
  const expects = `a mapping from names to ${options.what}`;
  return {
    expects,
    read(node, at, reader) {
      if (node.kind !== "map") return reportShape(reader, node, at, expects);
      const read: { id: Id; value: T; path: Path }[] = [];
      for (const { key, keySpan, value } of node.entries) {
        const path = below(at, key);
        reader.desk.mark(path, keySpan);
        const id =
          options.keyForm === undefined
            ? key
            : options.keyForm.read({ kind: "scalar", text: key, span: keySpan }, path, reader);
        if (id === undefined) continue;
        const result = form.read(value, path, options.itemReader?.(id, reader) ?? reader);
        if (result !== undefined) read.push({ id, value: result, path });
      }
      return read;
    },
    schema: (definitions) => ({
      type: "object",
      propertyNames: options.keyForm?.schema(definitions) ?? GIVEN_NAME,
      additionalProperties: form.schema(definitions),
    }),
  };
}

/** A mapping by name, as a record. */
export function record<T>(form: Form<T>, options: ByNameOptions): Form<Readonly<Record<Id, T>>> {
  return shaped(byName(form, options), (rows) => Object.fromEntries(rows.map(({ id, value }) => [id, value])));
}
