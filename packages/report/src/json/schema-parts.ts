/** JSON Schema (draft 2020-12), as far as plan.json needs it. Properties stand in the order in which they are written. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean" | "null";
  readonly anyOf?: readonly JsonSchema[];
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
}

type Properties = Readonly<Record<string, JsonSchema>>;

/** An object with these and no other properties; a name that ends in "?" may be absent. */
export function record(properties: Properties, description?: string): JsonSchema {
  const named = Object.entries(properties).map(([name, schema]) => [name.replace(/\?$/u, ""), schema] as const);
  return {
    ...(description === undefined ? {} : { description }),
    type: "object",
    properties: Object.fromEntries(named),
    required: Object.keys(properties).filter((name) => !name.endsWith("?")),
    additionalProperties: false,
  };
}
/** An object from names of the brief to values. */
export function byName(values: JsonSchema, description?: string): JsonSchema {
  return { ...(description === undefined ? {} : { description }), type: "object", additionalProperties: values };
}
export function listOf(items: JsonSchema, description?: string): JsonSchema {
  return { ...(description === undefined ? {} : { description }), type: "array", items };
}
export function ref(name: string): JsonSchema {
  return { $ref: `#/$defs/${name}` };
}
export function oneOf(...words: readonly string[]): JsonSchema {
  return { type: "string", enum: words };
}

export function orNull(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: "null" }] };
}

const described = (schema: JsonSchema) => (description?: string) =>
  description === undefined ? schema : { ...schema, description };
/** A share or chance, 0..1. */
export const share = described({ type: "number", minimum: 0, maximum: 1 });
export const number = described({ type: "number" });
export const count = described({ type: "integer", minimum: 0 });
export const text = described({ type: "string" });
export const truth = described({ type: "boolean" });
