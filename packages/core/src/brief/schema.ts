/** The JSON Schema of a brief, from the same definition that reads it. */
import type { Definitions, Schema } from "./forms/form.ts";
import { briefForm } from "./words/brief-form.ts";

/** JSON Schema (2020-12): what an editor can complete and check; names and numbers are checked by the reader. */
export function briefJsonSchema(): Schema {
  const definitions: Definitions = new Map();
  const root = briefForm.schema(definitions);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Demarche brief",
    description: "A brief for a negotiation, version 1 of the language",
    ...root,
    $defs: Object.fromEntries([...definitions].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
