import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileConflict } from "./compile.ts";
import { drawFrom, drawGraphModel, drawOptionModel } from "./drawn-model.test-data.ts";
import type { Conflict } from "./graph.ts";
import type { ConflictModel, GraphModel, OptionModel } from "./model.ts";
import { analyseStability, CONCEPTS, equilibriaOf, type Stability } from "./stability.ts";

const [NASH, GMR, SMR, SEQ, SSEQ] = [1, 2, 4, 8, 16] as const;
const seeds = fc.integer();

function compiled(model: ConflictModel): Conflict {
  const result = compileConflict(model);
  if (!result.ok) throw new Error(result.problems[0]!.message);
  return result.value.conflict!;
}
function stabilityOf(model: ConflictModel): Stability {
  const result = analyseStability(compiled(model));
  if (!result.ok) throw new Error(result.problems[0]!.message);
  return result.value;
}
const drawAny = (seed: number): ConflictModel => {
  const draw = drawFrom(seed);
  return draw(2) === 0 ? drawGraphModel(draw) : drawOptionModel(draw);
};

describe("[S5] containments", () => {
  it("Nash is in SSEQ, SSEQ in SEQ and SMR, both of these in GMR", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const flags = stabilityOf(drawAny(seed)).stable.flatMap((row) => [...row]);
        const breaks = (inner: number, outer: number): number =>
          flags.filter((flag) => (flag & inner) !== 0 && (flag & outer) !== outer).length;
        expect([breaks(NASH, SSEQ), breaks(SSEQ, SEQ | SMR), breaks(SEQ, GMR), breaks(SMR, GMR)]).toEqual([0, 0, 0, 0]);
      }),
      { numRuns: 2000 },
    );
  });
  it("SEQ and SMR are incomparable: each occurs without the other", () => {
    let seqOnly = 0;
    let smrOnly = 0;
    for (let seed = 0; seed < 300; seed++) {
      for (const flags of stabilityOf(drawAny(seed)).stable) {
        for (const flag of flags) {
          if ((flag & (SEQ | SMR)) === SEQ) seqOnly++;
          if ((flag & (SEQ | SMR)) === SMR) smrOnly++;
        }
      }
    }
    expect(seqOnly).toBeGreaterThan(0);
    expect(smrOnly).toBeGreaterThan(0);
  });
});

describe("existence and invariants", () => {
  it("every conflict in option form has a GMR and a SEQ equilibrium", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const stability = stabilityOf(drawOptionModel(drawFrom(seed)));
        expect(equilibriaOf(stability, "gmr").length).toBeGreaterThan(0);
        expect(equilibriaOf(stability, "seq").length).toBeGreaterThan(0);
      }),
      { numRuns: 1500 },
    );
  });
  it("a decision maker without options who is indifferent changes nothing", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const model = drawOptionModel(drawFrom(seed));
        const states = Array.from({ length: 1 << model.options.length }, (_, s) => s);
        const more: OptionModel = {
          ...model,
          decisionMakers: [...model.decisionMakers!, "idle"],
          ranking: { ...model.ranking, idle: [states] },
        };
        const before = stabilityOf(model).stable.map((flags) => [...flags]);
        const after = stabilityOf(more).stable.map((flags) => [...flags]);
        expect(after).toEqual([...before, states.map(() => 31)]);
      }),
      { numRuns: 300 },
    );
  });
  it("reordering decision makers reorders what is found", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const model = drawAny(seed);
        const turned = { ...model, decisionMakers: [...model.decisionMakers!].reverse() };
        expect(stabilityOf(turned).stable).toEqual([...stabilityOf(model).stable].reverse());
      }),
      { numRuns: 500 },
    );
  });
  it("taking away an arc of an opponent can only shrink GMR; adding one's own can only shrink Nash", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const draw = drawFrom(seed);
        const model = drawGraphModel(draw);
        const arcs = Object.entries(model.moves["d1"]!).flatMap(([from, to]) =>
          to.map((target) => [from, target] as const),
        );
        const arc = arcs[draw(Math.max(1, arcs.length))];
        if (arc === undefined) return;
        const less: GraphModel = {
          ...model,
          moves: {
            ...model.moves,
            d1: { ...model.moves["d1"], [arc[0]]: model.moves["d1"]![arc[0]]!.filter((to) => to !== arc[1]) },
          },
        };
        const full = stabilityOf(model).stable;
        const cut = stabilityOf(less).stable;
        full[0]!.forEach((flag, s) => {
          if ((cut[0]![s]! & GMR) !== 0) expect(flag & GMR).toBe(GMR);
        });
        full[1]!.forEach((flag, s) => {
          if ((flag & NASH) !== 0) expect(cut[1]![s]! & NASH).toBe(NASH);
        });
      }),
      { numRuns: 1000 },
    );
  });
  it("the same moves as blocks and as arcs give the same", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const model = drawOptionModel(drawFrom(seed));
        const states = Array.from({ length: 1 << model.options.length }, (_, s) => s);
        const maskOf = (who: string): number =>
          model.options.reduce((mask, option, o) => (option.owner === who ? mask | (1 << o) : mask), 0);
        const graph: GraphModel = {
          form: "graph",
          decisionMakers: model.decisionMakers!,
          states,
          ranking: model.ranking!,
          moves: Object.fromEntries(
            model.decisionMakers!.map((who) => [
              who,
              Object.fromEntries(
                states.map((s) => [s, states.filter((t) => t !== s && ((s ^ t) & ~maskOf(who)) === 0)]),
              ),
            ]),
          ),
        };
        expect(stabilityOf(graph).stable).toEqual(stabilityOf(model).stable);
      }),
      { numRuns: 300 },
    );
  });
});

describe("limits", () => {
  it("stops at the stated memory before allocating", () => {
    const options = Array.from({ length: 40 }, (_, o) => ({ name: `o${o}`, owner: o < 20 ? "a" : "b" }));
    const result = compileConflict({ form: "option", options, ranking: { a: [], b: [] } });
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.problems[0]!.code).toBe("conflict-too-large");
  });
  it("analyses nothing above the limit", () => {
    const conflict = compiled(drawOptionModel(drawFrom(1)));
    const result = analyseStability(conflict, { memoryBytes: 10 });
    expect(result.ok ? "" : result.problems[0]!.code).toBe("conflict-too-large");
    expect(CONCEPTS.length).toBe(5);
  });
});
