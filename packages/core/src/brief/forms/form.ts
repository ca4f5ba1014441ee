/**
 * A form is the one definition of what may stand in a place: it reads the place, says what it expects, and writes its
 * own piece of the JSON Schema. Reading never throws; what cannot be read is reported and left out.
 */
import type { Id, Path } from "../brief.ts";
import type { Desk } from "../desk.ts";
import type { Names } from "../names/names.ts";
import type { Node, Span } from "../tree/node.ts";

/** A citation and where it stands, gathered for the checks of dates. */
export interface CitedAt {
  readonly source: Id;
  readonly passage?: string;
  readonly span: Span;
  readonly path: Path;
  /** False under `later` and `observed`, which feed no run. */
  readonly feeds: boolean;
}
export interface Reader {
  readonly desk: Desk;
  readonly names: Names;
  /**
   * The items whose options may be named here, set by the mapping that says which; none where it names none.
   * Absent where options cannot be checked: the mapping has no such word, or its word could not be read.
   */
  readonly issues?: readonly Id[] | undefined;
  readonly citations: CitedAt[];
  readonly feeds: boolean;
  readonly yardstick: "icd203" | "phia";
}
export type Schema = { readonly [key: string]: unknown };
/** The shared definitions of the JSON Schema, by name. */
export type Definitions = Map<string, Schema>;

export interface Form<T> {
  /** Completes "expected …": `a quantity such as 10..35`. */
  readonly expects: string;
  read(node: Node, at: Path, reader: Reader): T | undefined;
  schema(definitions: Definitions): Schema;
}

const SHAPES = { scalar: "a single value", list: "a list", map: "a mapping", broken: "nothing" } as const;

/** Reports that a place has the wrong shape. */
export function reportShape(reader: Reader, node: Node, at: Path, expects: string): undefined {
  if (node.kind !== "broken") {
    const place = at.slice(at.lastIndexOf("/") + 1);
    const span = node.kind === "scalar" ? node.span : (reader.desk.spanOf(at) ?? node.span);
    reader.desk.report("wrong-form", span, `\`${place}\` holds ${SHAPES[node.kind]}; expected ${expects}.`, undefined, {
      path: at,
    });
  }
  return undefined;
}

/** The same form with its value put into another shape. */
export function shaped<A, B>(
  form: Form<A>,
  shape: (value: A, at: Path, reader: Reader, node: Node) => B | undefined,
): Form<B> {
  return {
    expects: form.expects,
    read(node, at, reader) {
      const value = form.read(node, at, reader);
      return value === undefined ? undefined : shape(value, at, reader, node);
    },
    schema: (definitions) => form.schema(definitions),
  };
}

/** The same form, its schema kept once under `#/$defs/NAME`; also what lets a form hold itself. */
export function shared<T>(name: string, form: () => Form<T>): Form<T> {
  return {
    get expects() {
      return form().expects;
    },
    read: (node, at, reader) => form().read(node, at, reader),
    schema(definitions) {
      if (!definitions.has(name)) {
        definitions.set(name, {});
        definitions.set(name, form().schema(definitions));
      }
      return { $ref: `#/$defs/${name}` };
    },
  };
}

/** The same form read with other options in reach. */
export function withIssues<T>(
  form: Form<T>,
  issuesOf: (node: Node, reader: Reader) => readonly Id[] | undefined,
): Form<T> {
  return {
    expects: form.expects,
    read(node, at, reader) {
      return form.read(node, at, { ...reader, issues: issuesOf(node, reader) });
    },
    schema: (definitions) => form.schema(definitions),
  };
}
