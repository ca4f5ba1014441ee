import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseCoalitions, findJumps, isUniversallyStable } from "./coalition.ts";
import { compileConflict } from "./compile.ts";
import { drawFrom, drawGraphModel, drawOptionModel } from "./drawn-model.test-data.ts";
import { type Conflict, stateIdAt } from "./graph.ts";
import type { ConflictModel, GraphModel } from "./model.ts";
import { readConflict } from "./read-conflict.ts";
import { analyseStability, equilibriaOf } from "./stability.ts";

function compiled(model: ConflictModel): Conflict {
  const result = compileConflict(model);
  if (!result.ok) throw new Error(result.problems[0]!.message);
  return result.value.conflict!;
}
function unwrap<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error("refused");
  return result.value;
}
const example = (name: string): Conflict => {
  const url = new URL(`../../../../examples/conflicts/${name}.json`, import.meta.url);
  const reading = readConflict(readFileSync(url, "utf8"), name);
  if (!reading.ok) throw new Error("unreadable");
  return reading.compiled.conflict!;
};

/** The definitions written out for coalitions, on the model's own text; shares nothing with the engine. */
function literalFlags(model: GraphModel, members: number[], s: number): number[] {
  const who = [...model.decisionMakers!];
  const P = (i: number, t: number): number =>
    -model.ranking![who[i]!]!.findIndex((group) => group !== ">>" && group.includes(t));
  const arcs = (i: number, t: number): number[] => (model.moves[who[i]!]![t] ?? []).map(Number);
  const reach = (movers: number[], from: number, improving: boolean): number[] => {
    const pairs = new Set<string>();
    const frontier: [number, number][] = [[from, -1]];
    for (let next = frontier.pop(); next !== undefined; next = frontier.pop()) {
      for (const j of movers) {
        if (j === next[1]) continue;
        for (const t of arcs(j, next[0])) {
          if ((improving && P(j, t) <= P(j, next[0])) || pairs.has(`${t}.${j}`)) continue;
          pairs.add(`${t}.${j}`);
          frontier.push([t, j]);
        }
      }
    }
    return [...new Set([...pairs].map((pair) => Number(pair.split(".")[0])))];
  };
  const others = who.map((_, j) => j).filter((j) => !members.includes(j));
  const allBetter = (t: number): boolean => members.every((i) => P(i, t) > P(i, s));
  const leaving = reach(members, s, false).filter(allBetter);
  const met = (improving: boolean, symmetric: boolean): boolean =>
    leaving.every((t) =>
      reach(others, t, improving).some(
        (u) => !allBetter(u) && (!symmetric || reach(members, u, false).every((v) => !allBetter(v))),
      ),
    );
  return [leaving.length === 0, met(false, false), met(false, true), met(true, false), met(true, true)].map(Number);
}

describe("coalition stability", () => {
  it("[C1] Elmira: the Ministry and Uniroyal can take 5 to the better equilibrium 8", () => {
    const conflict = example("elmira");
    const jumps = findJumps(
      unwrap(analyseCoalitions(conflict)),
      equilibriaOf(unwrap(analyseStability(conflict)), "seq"),
    );
    expect(
      jumps.map(({ from, to, members }) => [stateIdAt(conflict.graph, from), stateIdAt(conflict.graph, to), members]),
    ).toEqual([[5, 8, [0, 1]]]);
  });
  it("[C2] agrees with the definitions written out, on 400 random graphs", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const model = drawGraphModel(drawFrom(seed));
        for (const { members, stable } of unwrap(analyseCoalitions(compiled(model)))) {
          const found = [...stable].map((flag) => [0, 1, 2, 3, 4].map((k) => (flag >> k) & 1));
          expect(found).toEqual(model.states.map((s) => literalFlags(model, [...members], Number(s))));
        }
      }),
      { numRuns: 400 },
    );
  });
  it("[C3] single members are judged as by the engine for individuals", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const draw = drawFrom(seed);
        const conflict = compiled(draw(2) === 0 ? drawGraphModel(draw) : drawOptionModel(draw));
        const single = unwrap(analyseCoalitions(conflict, { largest: 1 })).map((finding) => finding.stable);
        expect(single).toEqual(unwrap(analyseStability(conflict)).stable);
      }),
      { numRuns: 400 },
    );
  });
  it("[C4] joint moves and sequences agree where every combination is feasible; answers of coalitions contain single improvements", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const conflict = compiled(drawOptionModel(drawFrom(seed)));
        const sequence = unwrap(analyseCoalitions(conflict));
        const joint = unwrap(analyseCoalitions(conflict, { moves: "joint" }));
        expect(joint.map((finding) => finding.stable)).toEqual(sequence.map((finding) => finding.stable));
        const wide = unwrap(analyseCoalitions(conflict, { credible: "coalitions" }));
        wide.forEach((finding, k) => {
          finding.stable.forEach((flag, s) => {
            expect(flag & sequence[k]!.stable[s]!).toBe(sequence[k]!.stable[s]!);
          });
        });
      }),
      { numRuns: 200 },
    );
  });
  it("universal stability implies individual equilibrium", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const conflict = compiled(drawGraphModel(drawFrom(seed)));
        const findings = unwrap(analyseCoalitions(conflict));
        const equilibria = equilibriaOf(unwrap(analyseStability(conflict)), "gmr");
        for (let s = 0; s < conflict.graph.stateCount; s++)
          if (isUniversallyStable(findings, s, 1)) expect(equilibria).toContain(s);
      }),
      { numRuns: 200 },
    );
  });
  it("refuses joint moves in graph form, with a hint", () => {
    const result = analyseCoalitions(example("elmira"), { moves: "joint" });
    expect(result.ok ? "" : result.problems[0]!.code).toBe("conflict-needs-options");
  });
});
