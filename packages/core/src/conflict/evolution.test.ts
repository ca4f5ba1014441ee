import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileConflict } from "./compile.ts";
import { departuresFrom } from "./departures.ts";
import { drawFrom, drawGraphModel, drawOptionModel } from "./drawn-model.test-data.ts";
import { traceEvolution } from "./evolution.ts";
import { type Conflict, findState, movesFrom, stateIdAt } from "./graph.ts";
import type { Step } from "./legal-path.ts";
import { readConflict } from "./read-conflict.ts";
import { analyseStability, CONCEPTS } from "./stability.ts";

function unwrap<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error("refused");
  return result.value;
}
const drawn = (seed: number): Conflict => {
  const draw = drawFrom(seed);
  return unwrap(compileConflict(draw(2) === 0 ? drawGraphModel(draw) : drawOptionModel(draw))).conflict!;
};
const isLegal = (conflict: Conflict, path: readonly Step[], from: number): boolean =>
  path.every((step, k) => {
    const before = path[k - 1];
    const starts = before === undefined ? step.from === from : step.from === before.to && step.mover !== before.mover;
    const ranks = conflict.ranks[step.mover]!;
    return (
      starts &&
      movesFrom(conflict.graph.moves[step.mover]!, step.from).includes(step.to) &&
      step.gain === Math.sign(ranks[step.to]! - ranks[step.from]!)
    );
  });

describe("[E1] evolution from the status quo", () => {
  it("finds the fewest costly steps, then the fewest steps, as value iteration over sequences does", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const conflict = drawn(seed);
        const n = conflict.graph.stateCount;
        const evolution = unwrap(traceEvolution(conflict, 0));
        // cost[s][j]: least (costly, steps) over sequences that end in s with a move of j; relaxed until nothing changes.
        const cost = Array.from({ length: n }, () => conflict.ranks.map(() => Number.POSITIVE_INFINITY));
        const HEAVY = 1000;
        for (let changed = true; changed; ) {
          changed = false;
          for (let s = 0; s < n; s++) {
            conflict.ranks.forEach((ranks, j) => {
              const free = s === 0 ? 0 : Number.POSITIVE_INFINITY;
              const sofar = Math.min(free, ...cost[s]!.filter((_, k) => k !== j));
              for (const t of movesFrom(conflict.graph.moves[j]!, s)) {
                const reached = sofar + 1 + (ranks[t]! > ranks[s]! ? 0 : HEAVY);
                if (reached < cost[t]![j]!) {
                  cost[t]![j] = reached;
                  changed = true;
                }
              }
            });
          }
        }
        for (let s = 1; s < n; s++) {
          const least = Math.min(...cost[s]!);
          const path = evolution.pathTo(s);
          if (least === Number.POSITIVE_INFINITY) {
            expect([evolution.costly[s], path]).toEqual([-1, undefined]);
            continue;
          }
          expect([evolution.costly[s], evolution.steps[s]]).toEqual([Math.floor(least / HEAVY), least % HEAVY]);
          expect(isLegal(conflict, path!, 0)).toBe(true);
          expect(path!.length).toBe(evolution.steps[s]);
          expect(path!.at(-1)!.to).toBe(s);
          expect(path!.filter((step) => step.gain < 1).length).toBe(evolution.costly[s]);
        }
        expect(evolution.pathTo(0)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
  it("[E2] Elmira: the locals take the status quo 1 to 5 by an improvement; 8 costs somebody a step", () => {
    const reading = readConflict(
      readFileSync(new URL("../../../../examples/conflicts/elmira.json", import.meta.url), "utf8"),
      "elmira.json",
    );
    if (!reading.ok) throw new Error("unreadable");
    const conflict = reading.compiled.conflict!;
    const evolution = unwrap(traceEvolution(conflict, reading.compiled.statusQuo!));
    const tell = (id: number) =>
      evolution
        .pathTo(findState(conflict.graph, id))!
        .map((step) => [conflict.graph.decisionMakers[step.mover], stateIdAt(conflict.graph, step.to), step.gain]);
    expect(tell(5)).toEqual([["L", 5, 1]]);
    expect(tell(8).filter((step) => step[2] !== 1)).toEqual([["M", 6, -1]]);
  });
});

describe("[S6] sanction paths", () => {
  it("are legal, deter, and exist for every improvement exactly where the state is stable", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const conflict = drawn(seed);
        const stability = unwrap(analyseStability(conflict));
        conflict.ranks.forEach((ranks, i) => {
          for (let s = 0; s < conflict.graph.stateCount; s++) {
            const departures = departuresFrom(conflict, i, s);
            for (const concept of ["gmr", "smr", "seq", "sseq"] as const) {
              const met = departures.every((departure) => departure.sanctions[concept] !== undefined);
              expect(met).toBe((stability.stable[i]![s]! & (1 << CONCEPTS.indexOf(concept))) !== 0);
              for (const { to, sanctions } of departures) {
                const path = sanctions[concept];
                if (path === undefined) continue;
                const end = path.at(-1)!.to;
                expect(isLegal(conflict, path, to) && path.every((step) => step.mover !== i)).toBe(true);
                expect(ranks[end]!).toBeLessThanOrEqual(ranks[s]!);
                if (concept === "seq" || concept === "sseq") expect(path.every((step) => step.gain === 1)).toBe(true);
                if (concept === "smr" || concept === "sseq") {
                  expect(movesFrom(conflict.graph.moves[i]!, end).every((t) => ranks[t]! <= ranks[s]!)).toBe(true);
                }
              }
            }
          }
        });
      }),
      { numRuns: 150 },
    );
  });
});
