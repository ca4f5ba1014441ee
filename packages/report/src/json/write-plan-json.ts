import type { PlanFindings } from "@demarche/core/run";
import { planJsonSchema } from "./plan-schema.ts";
import type { JsonSchema } from "./schema-parts.ts";

function resolve(schema: JsonSchema | undefined, root: JsonSchema): JsonSchema | undefined {
  if (schema?.$ref === undefined) return schema;
  return root.$defs?.[schema.$ref.slice("#/$defs/".length)];
}

/** The value with its properties in the schema's order; names of the brief keep the order they have. */
function ordered(value: unknown, schema: JsonSchema | undefined, root: JsonSchema, place: string): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new Error(`plan.json cannot hold ${value} at ${place}: the engine gave a figure that is no number.`);
  }
  const known = resolve(schema, root);
  if (Array.isArray(value)) return value.map((entry, at) => ordered(entry, known?.items, root, `${place}/${at}`));
  if (value === null || typeof value !== "object") return value;
  const given = value as Readonly<Record<string, unknown>>;
  const declared = Object.keys(known?.properties ?? {}).filter((name) => given[name] !== undefined);
  const others = Object.keys(given).filter((name) => known?.properties?.[name] === undefined);
  const rest = typeof known?.additionalProperties === "object" ? known.additionalProperties : undefined;
  return Object.fromEntries(
    [...declared, ...others].map((name) => [
      name,
      ordered(given[name], known?.properties?.[name] ?? rest, root, `${place}/${name}`),
    ]),
  );
}

/**
 * The findings as the text of plan.json: keys in the schema's order, two blanks of indentation, a newline at the end.
 * @throws Error where a figure is infinite or no number, naming its place
 */
export function writePlanJson(findings: PlanFindings): string {
  const root = planJsonSchema();
  return `${JSON.stringify(ordered(findings, root, root, ""), null, 2)}\n`;
}
