import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CompiledConflict, compileConflict } from "./compile.ts";
import { drawFrom, drawGraphModel, drawOptionModel, drawRanking } from "./drawn-model.test-data.ts";
import { analyseStrength, analyseUnknown, EXTENSIONS } from "./extended-stability.ts";
import { stateIdAt } from "./graph.ts";
import { analyseHypergame } from "./hypergame.ts";
import { analyseLimitedMoves } from "./limited-moves.ts";
import type { ConflictModel, GraphModel } from "./model.ts";
import { readConflict } from "./read-conflict.ts";
import { analyseRobustness } from "./robustness.ts";
import { analyseSimultaneous } from "./simultaneous.ts";
import { analyseStability, CONCEPTS, equilibriaOf } from "./stability.ts";

function unwrap<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error("refused");
  return result.value;
}
const compiled = (model: ConflictModel): CompiledConflict => unwrap(compileConflict(model));
const example = (name: string): CompiledConflict => {
  const reading = readConflict(
    readFileSync(new URL(`../../../../examples/conflicts/${name}.json`, import.meta.url), "utf8"),
    name,
  );
  if (!reading.ok) throw new Error("unreadable");
  return reading.compiled;
};
const table = (flags: readonly Uint8Array[]): number[][] => flags.map((row) => [...row]);

describe("[S8] unknown preferences", () => {
  it("with nothing unknown the four extensions are the plain concepts", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const model = compiled(drawGraphModel(drawFrom(seed)));
        const plain = table(unwrap(analyseStability(model.conflict!)).stable);
        const extended = unwrap(analyseUnknown(model));
        for (const extension of EXTENSIONS) expect(table(extended[extension].stable)).toEqual(plain);
      }),
      { numRuns: 200 },
    );
  });
  it("agrees with the four definitions written out, on chains that leave comparisons open", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const draw = drawFrom(seed);
        const base = drawGraphModel(draw);
        const { ranking: _, ...rest } = base;
        const states = base.states.map(Number);
        const who = base.decisionMakers!;
        // Two chains that share no state: everything within a chain is known, everything across is not.
        const chainOf = who.map(() => states.map(() => draw(2)));
        const chains = chainOf.map((side) =>
          [0, 1].map((c) =>
            drawRanking(
              states.filter((s) => side[s] === c),
              false,
              draw,
            ),
          ),
        );
        const model: GraphModel = {
          ...rest,
          preferences: Object.fromEntries(who.map((name, i) => [name, { chains: chains[i]! }])),
        };
        const found = unwrap(analyseUnknown(compiled(model)));
        const place = (i: number, s: number): number =>
          -chains[i]![chainOf[i]![s]!]!.findIndex((group) => group.includes(s as never));
        const better = (i: number, s: number, t: number): boolean =>
          chainOf[i]![s] === chainOf[i]![t] && place(i, t) > place(i, s);
        const unknown = (i: number, s: number, t: number): boolean => chainOf[i]![s] !== chainOf[i]![t];
        const arcs = (i: number, s: number): number[] => (base.moves[who[i]!]![s] ?? []).map(Number);
        const answers = (i: number, from: number, credible: boolean): Set<number> => {
          const seen = new Set<string>();
          const open: [number, number][] = [[from, i]];
          for (let next = open.pop(); next !== undefined; next = open.pop()) {
            for (let j = 0; j < who.length; j++) {
              if (j === i || j === next[1]) continue;
              for (const t of arcs(j, next[0])) {
                if ((credible && !better(j, next[0], t) && !unknown(j, next[0], t)) || seen.has(`${t}.${j}`)) continue;
                seen.add(`${t}.${j}`);
                open.push([t, j]);
              }
            }
          }
          return new Set([...seen].map((key) => Number(key.split(".")[0])));
        };
        for (const extension of EXTENSIONS) {
          const dares = "ac".includes(extension);
          const doubtDeters = "cd".includes(extension);
          who.forEach((__, i) => {
            const expected = states.map((s) => {
              const leaving = arcs(i, s).filter((t) => better(i, s, t) || (dares && unknown(i, s, t)));
              const deters = (u: number): boolean =>
                (doubtDeters && unknown(i, s, u)) || (!unknown(i, s, u) && !better(i, s, u));
              const met = (credible: boolean, symmetric: boolean): boolean =>
                leaving.every((t) =>
                  [...answers(i, t, credible)].some((u) => deters(u) && (!symmetric || arcs(i, u).every(deters))),
                );
              return [
                leaving.length === 0,
                met(false, false),
                met(false, true),
                met(true, false),
                met(true, true),
              ].reduce((flags, holds, k) => flags | (holds ? 1 << k : 0), 0);
            });
            expect([...found[extension].stable[i]!], extension).toEqual(expected);
          });
        }
      }),
      { numRuns: 300 },
    );
  });
  it("a is the strictest and d the mildest", () => {
    const model = compiled({
      form: "graph",
      decisionMakers: ["x", "y"],
      states: [0, 1, 2],
      moves: { x: { "0": [1] }, y: { "1": [2] } },
      preferences: { x: { chains: [[[0]], [[1]], [[2]]] }, y: { ranking: [[2], [1], [0]] } },
    });
    const found = unwrap(analyseUnknown(model));
    const gmrAtStart = EXTENSIONS.map((extension) => (found[extension].stable[0]![0]! & 2) !== 0);
    expect(gmrAtStart).toEqual([false, true, true, true]);
  });
});

describe("[S9] strength of preference", () => {
  it("tells strongly from weakly stable", () => {
    const model = compiled({
      form: "graph",
      decisionMakers: ["x", "y"],
      states: [0, 1, 2, 3, 4],
      moves: { x: { "0": [1], "3": [4] }, y: { "1": [2], "4": [2] } },
      preferences: { x: { ranking: [[1], [0], ">>", [4], [3], [2]] }, y: { ranking: [[2], [1], [4], [0], [3]] } },
    });
    const { stable, strong } = unwrap(analyseStrength(model));
    expect([0, 3].map((s) => (stable.stable[0]![s]! & 8) !== 0)).toEqual([true, true]);
    expect([0, 3].map((s) => (strong.stable[0]![s]! & 8) !== 0)).toEqual([true, false]);
  });
  it("stable at all is what the engine finds, and strongly stable is stable", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const draw = drawFrom(seed);
        const base = drawGraphModel(draw);
        const { ranking, ...rest } = base;
        const preferences = Object.fromEntries(
          Object.entries(ranking!).map(([who, groups]) => [
            who,
            { ranking: groups.flatMap((group) => (draw(3) === 0 ? [">>" as const, group] : [group])) },
          ]),
        );
        const found = unwrap(analyseStrength(compiled({ ...rest, preferences })));
        expect(table(found.stable.stable)).toEqual(table(unwrap(analyseStability(compiled(base).conflict!)).stable));
        found.strong.stable.forEach((row, i) => {
          expect([...row].every((flag, s) => (flag & ~found.stable.stable[i]![s]!) === 0)).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe("[S10] limited moves", () => {
  const equilibria = (name: string, horizon: number): number[][] =>
    unwrap(analyseLimitedMoves(example(name).conflict!, horizon)).stable.map(([a, b]) =>
      [0, 1, 2, 3].filter((s) => a[s] === 1 && b[s] === 1),
    );
  it("prisoners' dilemma: both defect at h = 1, from h = 2 both cooperating lasts too", () => {
    expect(equilibria("prisoners-dilemma", 7)).toEqual([[0], ...Array.from({ length: 6 }, () => [0, 3])]);
  });
  it("chicken: the two conquests at h = 1, nothing at 2, cooperation from 3", () => {
    expect(equilibria("chicken", 7)).toEqual([[1, 2], [], ...Array.from({ length: 5 }, () => [3])]);
    expect(unwrap(analyseLimitedMoves(example("chicken").conflict!, 7)).nonMyopic!.map((row) => row[3])).toEqual([
      1, 1,
    ]);
  });
  it("L_1 is Nash, and deeper horizons follow the recursion written out, ties and all", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const model = drawGraphModel(drawFrom(seed), 2);
        const conflict = compiled(model).conflict!;
        const found = unwrap(analyseLimitedMoves(conflict, 4)).stable;
        const nash = unwrap(analyseStability(conflict)).stable;
        expect(found[0]!.map((row) => [...row])).toEqual(nash.map((row) => [...row].map((flag) => flag & 1)));
        const who = model.decisionMakers!;
        const P = (i: number, t: number): number =>
          -model.ranking![who[i]!]!.findIndex((group) => group !== ">>" && group.includes(t));
        const anticipate = (h: number, i: number, s: number): number => {
          const moves = (model.moves[who[i]!]![s] ?? []).map(Number);
          if (h === 0 || moves.length === 0) return s;
          const outcomes = moves.map((t) => anticipate(h - 1, 1 - i, t));
          const [best] = outcomes.sort((a, b) => P(i, b) - P(i, a) || P(1 - i, a) - P(1 - i, b) || a - b);
          return P(i, best!) > P(i, s) ? best! : s;
        };
        for (let h = 1; h <= 4; h++) {
          for (const i of [0, 1] as const) {
            const expected = model.states.map((s) => (anticipate(h, i, Number(s)) === s ? 1 : 0));
            expect([...found[h - 1]![i]]).toEqual(expected);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
  it("refuses three", () => {
    const result = analyseLimitedMoves(example("elmira").conflict!, 3);
    expect(result.ok ? "" : result.problems[0]!.code).toBe("conflict-needs-two");
  });
});

describe("[S7] simultaneous sanctions", () => {
  it("Korea: with SEQ the published 0, 4, 5, 10; with SMR also 12", () => {
    const { conflict, graph } = example("korea-2017");
    const sim = unwrap(analyseSimultaneous(conflict!));
    const { stable } = unwrap(analyseStability(conflict!));
    const rest = (bit: number): unknown[] =>
      Array.from({ length: graph.stateCount }, (_, s) => s)
        .filter((s) => stable.every((flags, i) => (flags[s]! & bit) !== 0 || sim[i]![s] === 1))
        .map((s) => stateIdAt(graph, s));
    expect(rest(8)).toEqual([0, 4, 5, 10]);
    expect(rest(4)).toEqual([0, 4, 5, 10, 12]);
  });
  it("contains Nash", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const conflict = compiled(drawOptionModel(drawFrom(seed))).conflict!;
        const sim = unwrap(analyseSimultaneous(conflict));
        unwrap(analyseStability(conflict)).stable.forEach((flags, i) => {
          expect([...flags].every((flag, s) => (flag & 1) === 0 || sim[i]![s] === 1)).toBe(true);
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe("[H1] misperception", () => {
  const base = JSON.parse(
    readFileSync(new URL("../../../../examples/conflicts/prisoners-dilemma.json", import.meta.url), "utf8"),
  ) as ConflictModel;
  it("seeing everything, everybody believes what is so", () => {
    const game = unwrap(analyseHypergame(example("elmira")));
    for (const view of game.views) expect([view.believed, view.surprises]).toEqual([game.actual, []]);
    expect(game.equilibria).toEqual(game.actual);
  });
  it("one who does not see that both can cooperate rests nowhere but in conflict, and may be surprised", () => {
    const game = unwrap(analyseHypergame(compiled({ ...base, unseen: { DM1: [3] } } as ConflictModel)));
    expect(game.views[0]!.sees).toEqual([0, 1, 2]);
    expect(game.views[0]!.believed.seq).toEqual([0]);
    expect(game.views[0]!.surprises).toEqual([{ mover: 1, from: 1, to: 3 }]);
    expect(game.equilibria.seq).toEqual([0]);
  });
  it("false belief about the other makes an illusion", () => {
    // DM1 takes DM2 for one who would never defect.
    const game = unwrap(
      analyseHypergame(compiled({ ...base, believes: { DM1: { DM2: [[3], [2], [1], [0]] } } } as ConflictModel)),
    );
    expect(game.views[0]!.believed.nash).toEqual([2]);
    expect(game.views[0]!.illusions.nash).toEqual([2]);
  });
});

describe("[R1] robustness", () => {
  it("draws that all say the same give shares of 0 and 1, and margins whose sign says which", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { graph, conflict } = compiled(drawGraphModel(drawFrom(seed)));
        const utilities = conflict!.ranks.map((ranks) => Float64Array.from(ranks, (rank) => 10 * rank));
        const { states } = unwrap(analyseRobustness(graph, [utilities, utilities]));
        const stability = unwrap(analyseStability(conflict!));
        for (const concept of CONCEPTS) {
          const equilibria = equilibriaOf(stability, concept);
          states.forEach((state, s) => {
            expect(state[concept].share).toBe(equilibria.includes(s) ? 1 : 0);
            const margin = state[concept].margin;
            if (margin !== null) expect(margin.median >= 0).toBe(equilibria.includes(s));
            else expect(equilibria).toContain(s);
          });
        }
      }),
      { numRuns: 150 },
    );
  });
  it("the Nash margin is what the best departure falls short by", () => {
    const { graph } = example("prisoners-dilemma");
    const draw = [Float64Array.from([1, 0, 5, 3]), Float64Array.from([1, 5, 0, 3])];
    const worse = [Float64Array.from([1, 0, 5, 3]), Float64Array.from([0, 5, 0.5, 3])];
    const { states, worlds } = unwrap(analyseRobustness(graph, [draw, worse]));
    expect(worlds).toBe(2);
    expect(states[0]!.nash).toEqual({ share: 0.5, margin: { low: -0.5, median: -0.5, high: 1 } });
  });
});
