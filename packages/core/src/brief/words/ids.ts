/** Things given by name get their id: a mapping by name becomes a list of things. */
import type { Id } from "../brief.ts";
import type { Form } from "../forms/form.ts";
import { shaped } from "../forms/form.ts";
import { byName } from "../forms/mapping.ts";

/** A mapping by name whose values carry their own id. */
export function things<T extends object>(form: Form<T>, what: string): Form<readonly (T & { readonly id: Id })[]> {
  return shaped(byName(form, { what }), (rows) => rows.map(({ id, value }) => ({ ...value, id })));
}
