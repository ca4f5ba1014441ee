import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ConflictFindings } from "./findings.ts";
import { findState } from "./graph.ts";
import { readConflict } from "./read-conflict.ts";
import { CONCEPTS } from "./stability.ts";
import { type StudyOptions, studyConflict } from "./study.ts";

function study(text: string, options: (find: (id: number) => number) => StudyOptions = () => ({})): ConflictFindings {
  const reading = readConflict(text, "c.json");
  if (!reading.ok) throw new Error(JSON.stringify(reading.diagnostics));
  const studied = studyConflict(
    reading.compiled,
    options((id) => findState(reading.compiled.graph, id)),
  );
  if (!studied.ok) throw new Error(studied.problems[0]!.message);
  return studied.value;
}
const example = (name: string): string =>
  readFileSync(new URL(`../../../../examples/conflicts/${name}.json`, import.meta.url), "utf8");

describe("findings", () => {
  it("are JSON-safe and in a stable order", () => {
    const findings = study(example("elmira"), (find) => ({ target: find(1), coalitions: 3 }));
    expect(JSON.parse(JSON.stringify(findings))).toEqual(findings);
    expect(JSON.stringify(study(example("elmira"), (find) => ({ target: find(1), coalitions: 3 })))).toBe(
      JSON.stringify(findings),
    );
  });
  it("Elmira: paths, coalitions and deterrents together", () => {
    const { evolution, coalitions, departures, notShown } = study(example("elmira"), () => ({ coalitions: 2 }));
    expect(evolution!.to.map(({ state, costly }) => [state, costly])).toEqual([
      [1, 0],
      [4, 1],
      [5, 0],
      [8, 1],
      [9, 1],
    ]);
    expect(coalitions!.jumps).toContainEqual({
      from: 5,
      to: 8,
      members: ["M", "U"],
      concepts: ["nash", "gmr", "smr", "seq", "sseq"],
      kept: [],
    });
    // Under GMR and SMR the locals' insisting may be answered, and the coalition stays where it is.
    const answered = coalitions!.jumps.find(({ from, to }) => from === 1 && to === 5);
    expect(answered?.kept).toEqual(["gmr", "smr"]);
    for (const { members, from, kept } of coalitions!.jumps) {
      const { stable } = coalitions!.findings.find((each) => each.members.join() === members.join())!;
      expect(kept).toEqual(CONCEPTS.filter((concept) => stable[concept].includes(from)));
    }
    expect(departures!.find(({ by, from }) => by === "L" && from === 1)!.sanctions.smr).toEqual([
      { by: "M", from: 5, to: 6, gain: -1 },
    ]);
    expect(notShown).toEqual([]);
  });
  it("Syria and Iraq: whose mind must change about what, for state 2", () => {
    const { target } = study(example("syria-iraq"), (find) => ({ target: find(2) }));
    const told = target!.concepts.map(({ concept, fewest }) => [concept, fewest]);
    expect(told).toEqual([
      ["nash", 2],
      ["gmr", 1],
      ["smr", 1],
      ["seq", 1],
      ["sseq", 1],
    ]);
    expect(target!.concepts[1]!.ownChanges).toEqual([
      {
        by: "Syria",
        ways: [[{ by: "Syria", kind: "no better", state: 3 }], [{ by: "Syria", kind: "no better", state: 6 }]],
      },
    ]);
    expect(target!.rankings.find(({ by, concept }) => by === "Syria" && concept === "seq")).toEqual({
      by: "Syria",
      concept: "seq",
      total: "720",
      stable: "384",
      equilibrium: "384",
    });
  });
  it("says what is left out of a large conflict", () => {
    const options = Array.from({ length: 13 }, (_, o) => ({ name: `o${o}`, owner: o < 6 ? "a" : "b" }));
    const weights = Object.fromEntries(options.map(({ name }, o) => [name, 1 + ((o * 7) % 5)]));
    const findings = study(
      JSON.stringify({ form: "option", options, preferences: { a: { weights }, b: { weights } } }),
    );
    expect([findings.states.length, findings.moves, findings.departures]).toEqual([0, undefined, undefined]);
    expect(findings.equilibria.nash).toEqual([8191]);
    expect(findings.notShown.length).toBeGreaterThan(0);
  });
  it("unknown comparisons: the four readings, the strictest on top", () => {
    const text = JSON.stringify({
      form: "graph",
      states: [0, 1, 2],
      moves: { x: { "0": [1] }, y: { "1": [2] } },
      preferences: { x: { chains: [[[0]], [[1]], [[2]]] }, y: { ranking: [[2], [1], [0]] } },
    });
    const findings = study(text);
    expect(findings.stable["x"]!.gmr).toEqual([1, 2]);
    expect(findings.extensions!.d.stable["x"]!.gmr).toEqual([0, 1, 2]);
  });
});

describe("the guide", () => {
  it("its examples read", () => {
    const guide = readFileSync(new URL("../../../../docs/guide/conflict-data.md", import.meta.url), "utf8");
    const blocks = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => match[1]!);
    expect(blocks.length).toBe(2);
    for (const block of blocks) expect(study(block).stateCount).toBeGreaterThan(2);
  });
  it("has a row for every code", () => {
    const guide = readFileSync(new URL("../../../../docs/guide/conflict-data.md", import.meta.url), "utf8");
    const source = readFileSync(new URL("./problem.ts", import.meta.url), "utf8");
    const codes = [...source.matchAll(/"(conflict-[a-z-]+)"/g)].map((match) => match[1]!);
    expect(codes.filter((code) => !guide.includes(`\`${code}\``))).toEqual([]);
    expect(codes.length).toBeGreaterThan(20);
  });
});
