/** The table of the note's constructs: `examples/moscow-1945/constructs.yaml`, its format as its own head says. */
import { readFileSync } from "node:fs";
import type { EditValue } from "@demarche/core/brief/edit";
import { parse } from "yaml";

export interface Mutation {
  readonly remove?: string | readonly string[];
  readonly set?: Readonly<Record<string, EditValue>>;
}
export interface Construct {
  readonly id: string;
  readonly what: string;
  /** Places in the brief: names from the top, joined by "/". */
  readonly places: readonly string[];
  readonly mutation?: Mutation;
  /** Fields of plan.json that the mutation must change. */
  readonly computes?: readonly string[];
  /** Code of the diagnostic with which the mutated brief is refused. */
  readonly refused?: string;
  readonly represents?: string;
}

const folder = new URL("../../examples/moscow-1945/", import.meta.url);

export function readConstructs(): readonly Construct[] {
  const rows = parse(readFileSync(new URL("constructs.yaml", folder), "utf8"), { schema: "failsafe" }) as Record<
    string,
    Omit<Construct, "id">
  >;
  return Object.entries(rows).map(([id, row]) => ({ id, ...row }));
}

export function readMoscowText(): string {
  return readFileSync(new URL("brief.yaml", folder), "utf8");
}
