import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { stateIdAt } from "./graph.ts";
import { readConflict } from "./read-conflict.ts";
import { analyseStability, CONCEPTS, equilibriaOf, stableFor } from "./stability.ts";

const folder = new URL("../../../../examples/conflicts/", import.meta.url);
const cases = readdirSync(new URL("expected/", folder)).filter((name) => name.endsWith(".json"));

describe("published and made-up conflicts, every cell", () => {
  it.each(cases)("%s", (name) => {
    const reading = readConflict(readFileSync(new URL(name, folder), "utf8"), name);
    if (!reading.ok) throw new Error(JSON.stringify(reading.diagnostics));
    const expected = JSON.parse(readFileSync(new URL(`expected/${name}`, folder), "utf8"));
    const { graph, conflict } = reading.compiled;
    const stability = analyseStability(conflict!);
    if (!stability.ok) throw new Error("too large");
    const ids = (states: readonly number[]) => states.map((state) => stateIdAt(graph, state));
    const found = {
      equilibria: Object.fromEntries(CONCEPTS.map((concept) => [concept, ids(equilibriaOf(stability.value, concept))])),
      stable: Object.fromEntries(
        graph.decisionMakers.map((who, i) => [
          who,
          Object.fromEntries(CONCEPTS.map((concept) => [concept, ids(stableFor(stability.value, i, concept))])),
        ]),
      ),
    };
    expect(found).toEqual(expected);
  });
  it("has all eleven", () => {
    expect(cases.length).toBe(11);
  });
});
