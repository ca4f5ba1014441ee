/**
 * The definitions [S1]–[S5] written out with sets and no thought of speed, against the engine, on random conflicts.
 * Nothing here is shared with the engine: states, moves, responses and stability are derived anew from the model's text.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileConflict } from "./compile.ts";
import { type ConflictGraph, stateIdAt } from "./graph.ts";
import type { ConflictModel, GraphModel, OptionModel } from "./model.ts";
import { analyseStability, CONCEPTS, equilibriaOf, stableFor } from "./stability.ts";

interface Literal {
  readonly who: string[];
  readonly states: number[];
  readonly moves: (i: number, s: number) => number[];
  readonly rank: (i: number, s: number) => number;
}

function literalOf(model: ConflictModel): Literal {
  const who = [...model.decisionMakers!];
  const rank = (i: number, s: number): number =>
    -model.ranking![who[i]!]!.findIndex((group) => group !== ">>" && group.includes(s));
  if (model.form === "graph") {
    const states = model.states.map(Number);
    return { who, states, rank, moves: (i, s) => (model.moves[who[i]!]?.[String(s)] ?? []).map(Number) };
  }
  const sizes = model.options.map((option) => option.values?.length ?? 2);
  const digitsOf = (code: number): number[] => {
    let rest = code;
    return sizes.map((size) => {
      const digit = rest % size;
      rest = (rest - digit) / size;
      return digit;
    });
  };
  const letters = (code: number): string =>
    digitsOf(code)
      .map((digit, o) => (model.options[o]!.values === undefined ? "NY"[digit] : String(digit)))
      .join("");
  const fits = (pattern: string, code: number): boolean =>
    [...pattern].every((letter, o) => letter === "-" || letter === letters(code)[o]);
  const all = Array.from({ length: sizes.reduce((a, b) => a * b, 1) }, (_, code) => code);
  const states = all.filter((code) => !(model.infeasible ?? []).some((pattern) => fits(pattern, code)));
  const legal = (i: number, s: number): number[] =>
    (model.final ?? []).some((pattern) => fits(pattern, s))
      ? []
      : states.filter((t) => {
          if (t === s) return false;
          return model.options.every((option, o) => {
            const from = digitsOf(s)[o]!;
            const to = digitsOf(t)[o]!;
            if (option.owner !== who[i]) return from === to;
            if (option.change === "never undone") return to >= from;
            if (option.change === "never taken up") return to <= from;
            return true;
          });
        });
  const table = who.map((_, i) => new Map(states.map((s) => [s, legal(i, s)])));
  const moves = (i: number, s: number): number[] => table[i]!.get(s)!;
  return { who, states, moves, rank };
}

/** R_H(s) by the two clauses, with the set of last movers of every state reached, until nothing changes. */
function responses(literal: Literal, movers: number[], from: number, improving: boolean): Set<number> {
  const can = (j: number, s: number): number[] =>
    literal.moves(j, s).filter((t) => !improving || literal.rank(j, t) > literal.rank(j, s));
  const last = new Map<number, Set<number>>();
  const note = (state: number, mover: number): boolean => {
    const seen = last.get(state) ?? new Set();
    last.set(state, seen);
    if (seen.has(mover)) return false;
    seen.add(mover);
    return true;
  };
  for (const j of movers) for (const t of can(j, from)) note(t, j);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [t, seen] of Array.from(last)) {
      for (const j of movers) {
        const onlyJ = seen.size === 1 && seen.has(j);
        if (onlyJ) continue;
        for (const u of can(j, t)) if (note(u, j)) changed = true;
      }
    }
  }
  return new Set(last.keys());
}

/** Each list of responses is asked for from many states; it is worked out once. */
const remembered = new WeakMap<Literal, Map<string, Set<number>>>();
function responsesTo(literal: Literal, movers: number[], from: number, improving: boolean): Set<number> {
  const known = remembered.get(literal) ?? new Map<string, Set<number>>();
  remembered.set(literal, known);
  const key = `${movers.join()}|${from}|${improving}`;
  const found = known.get(key) ?? responses(literal, movers, from, improving);
  known.set(key, found);
  return found;
}

type Verdict = Record<(typeof CONCEPTS)[number], boolean>;
function judge(literal: Literal, i: number, s: number): Verdict {
  const P = (t: number): number => literal.rank(i, t);
  const improvements = literal.moves(i, s).filter((t) => P(t) > P(s));
  const others = literal.who.map((_, j) => j).filter((j) => j !== i);
  const noEscape = (s2: number): boolean => literal.moves(i, s2).every((s3) => P(s3) <= P(s));
  const met = (improving: boolean, symmetric: boolean): boolean =>
    improvements.every((s1) =>
      [...responsesTo(literal, others, s1, improving)].some((s2) => P(s2) <= P(s) && (!symmetric || noEscape(s2))),
    );
  return {
    nash: improvements.length === 0,
    gmr: met(false, false),
    smr: met(false, true),
    seq: met(true, false),
    sseq: met(true, true),
  };
}

const numberOfDecisionMakers = fc.integer({ min: 2, max: 5 });
function rankingOf(states: readonly number[], ties: number): fc.Arbitrary<number[][]> {
  return fc
    .tuple(
      fc.shuffledSubarray([...states], { minLength: states.length }),
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: states.length, maxLength: states.length }),
    )
    .map(([order, joins]) => {
      const groups: number[][] = [];
      order.forEach((state, k) => {
        if (k > 0 && joins[k]! < ties) groups.at(-1)!.push(state);
        else groups.push([state]);
      });
      return groups;
    });
}
function withRankings<T extends object>(
  model: T,
  who: readonly string[],
  states: readonly number[],
): fc.Arbitrary<T & { ranking: Record<string, number[][]> }> {
  return fc
    .constantFrom(0, 2, 6)
    .chain((ties) => fc.tuple(...who.map(() => rankingOf(states, ties))))
    .map((rankings) => ({ ...model, ranking: Object.fromEntries(who.map((name, i) => [name, rankings[i]!])) }));
}

const graphConflict: fc.Arbitrary<GraphModel> = fc
  .tuple(numberOfDecisionMakers, fc.integer({ min: 2, max: 8 }), fc.integer({ min: 1, max: 6 }))
  .chain(([m, n, density]) => {
    const who = Array.from({ length: m }, (_, i) => `d${i}`);
    const states = Array.from({ length: n }, (_, s) => s);
    const row = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n });
    const moves = fc.array(fc.array(row, { minLength: n, maxLength: n }), { minLength: m, maxLength: m });
    return moves.chain((dice) => {
      const table = Object.fromEntries(
        who.map((name, i) => [
          name,
          Object.fromEntries(states.map((s) => [s, states.filter((t) => t !== s && dice[i]![s]![t]! < density)])),
        ]),
      );
      return withRankings({ form: "graph" as const, decisionMakers: who, states, moves: table }, who, states);
    });
  });

const optionConflict: fc.Arbitrary<OptionModel> = fc
  .tuple(numberOfDecisionMakers, fc.integer({ min: 2, max: 5 }))
  .chain(([m, k]) => {
    const who = Array.from({ length: m }, (_, i) => `d${i}`);
    const option = fc.record({
      owner: fc.constantFrom(...who),
      size: fc.constantFrom(2, 2, 2, 3),
      change: fc.constantFrom(undefined, undefined, undefined, "never undone" as const, "never taken up" as const),
    });
    return fc
      .tuple(
        fc.array(option, { minLength: k, maxLength: k }),
        fc.array(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: k, maxLength: k }), { maxLength: 3 }),
        fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: k, maxLength: k }), { maxLength: 1 }),
      )
      .map(([options, infeasible, final]) => {
        const pattern = (dice: number[]): string =>
          dice
            .map((die, o) => (die >= options[o]!.size ? "-" : options[o]!.size === 2 ? "NY"[die]! : String(die)))
            .join("");
        return {
          form: "option" as const,
          decisionMakers: who,
          options: options.map(({ owner, size, change }, o) => ({
            name: `o${o}`,
            owner,
            ...(size === 2 ? {} : { values: ["low", "middle", "high"] }),
            ...(change === undefined ? {} : { change }),
          })),
          infeasible: infeasible.map(pattern),
          final: final.map(pattern),
        };
      });
  })
  .map((model) => ({ model, states: literalOf({ ...model, ranking: {} }).states }))
  .filter(({ states }) => states.length > 0 && states.length <= 40)
  .chain(({ model, states }) => withRankings(model, model.decisionMakers, states));

function compileOrThrow(model: ConflictModel): {
  graph: ConflictGraph;
  conflict: NonNullable<Extract<ReturnType<typeof compileConflict>, { ok: true }>["value"]["conflict"]>;
} {
  const compiled = compileConflict(model);
  if (!compiled.ok) throw new Error(compiled.problems.map((problem) => problem.message).join("\n"));
  return { graph: compiled.value.graph, conflict: compiled.value.conflict! };
}

function expectAgreement(model: ConflictModel): void {
  const literal = literalOf(model);
  const { graph, conflict } = compileOrThrow(model);
  const result = analyseStability(conflict);
  if (!result.ok) throw new Error("too large");
  const ids = (states: readonly number[]): unknown[] => states.map((state) => stateIdAt(graph, state));
  const verdicts = literal.who.map((_, i) => literal.states.map((s) => judge(literal, i, s)));
  for (const concept of CONCEPTS) {
    for (let i = 0; i < literal.who.length; i++) {
      expect(ids(stableFor(result.value, i, concept)), `${concept} of ${literal.who[i]}`).toEqual(
        literal.states.filter((_, k) => verdicts[i]![k]![concept]),
      );
    }
    expect(ids(equilibriaOf(result.value, concept)), concept).toEqual(
      literal.states.filter((_, k) => verdicts.every((row) => row[k]![concept])),
    );
  }
}

describe("stability against the definitions written out", () => {
  it("agrees on 2,000 random conflicts in graph form (not transitive)", () => {
    fc.assert(fc.property(graphConflict, expectAgreement), { numRuns: 2000 });
  });
  it("agrees on 2,000 random conflicts in option form (infeasible, irreversible, final, multi-valued)", () => {
    fc.assert(fc.property(optionConflict, expectAgreement), { numRuns: 2000 });
  });
});
