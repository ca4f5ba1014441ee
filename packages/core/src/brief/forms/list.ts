/** Forms of lists, and of places that take one thing or several. */
import type { Path } from "../brief.ts";
import type { Node } from "../tree/node.ts";
import type { Form, Reader } from "./form.ts";
import { reportShape } from "./form.ts";

function readItems<T>(item: Form<T>, nodes: readonly Node[], at: Path, reader: Reader): readonly T[] {
  const values: T[] = [];
  for (const [index, node] of nodes.entries()) {
    reader.desk.mark(`${at}/${index}`, node.span);
    const value = item.read(node, `${at}/${index}`, reader);
    if (value !== undefined) values.push(value);
  }
  return values;
}

/** A list, which may be empty. */
export function listOf<T>(item: Form<T>, what: string): Form<readonly T[]> {
  const expects = `a list of ${what}`;
  return {
    expects,
    read: (node, at, reader) =>
      node.kind === "list" ? readItems(item, node.items, at, reader) : reportShape(reader, node, at, expects),
    schema: (definitions) => ({ type: "array", items: item.schema(definitions) }),
  };
}

/** One thing, or a list of at least one. */
export function oneOrMore<T>(item: Form<T>, what: string): Form<readonly T[]> {
  const expects = `${item.expects}, or a list of ${what}`;
  return {
    expects,
    read(node, at, reader) {
      if (node.kind !== "list") {
        const value = item.read(node, at, reader);
        return value === undefined ? undefined : [value];
      }
      if (node.items.length === 0) {
        reader.desk.report(
          "empty-list",
          node.span,
          `The list is empty; expected ${expects}.`,
          "Name somebody or something, or remove the word.",
          { path: at },
        );
        return undefined;
      }
      return readItems(item, node.items, at, reader);
    },
    schema(definitions) {
      const one = item.schema(definitions);
      return { anyOf: [one, { type: "array", items: one, minItems: 1 }] };
    },
  };
}

/** Form by the shape of what stands there; each shape has at most one form. */
export function byShape<S = never, L = never, M = never>(
  expects: string,
  forms: { readonly scalar?: Form<S>; readonly list?: Form<L>; readonly map?: Form<M> },
): Form<S | L | M> {
  return {
    expects,
    read(node, at, reader) {
      const form: Form<S | L | M> | undefined = node.kind === "broken" ? undefined : forms[node.kind];
      return form === undefined ? reportShape(reader, node, at, expects) : form.read(node, at, reader);
    },
    schema: (definitions) => ({
      anyOf: [forms.scalar, forms.list, forms.map]
        .filter((form) => form !== undefined)
        .map((form) => form.schema(definitions)),
    }),
  };
}
