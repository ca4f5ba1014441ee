/** Preferences of one decision maker, compiled: a complete ranking (perhaps with strengths), or what is known of one. */
import { type CompiledOption, type ConflictGraph, findState, stateIdAt } from "./graph.ts";
import type { PreferenceInput, RankingInput } from "./model.ts";
import { denseRanks } from "./order.ts";
import { compileChains, type PartialOrder } from "./partial-order.ts";
import { fail, failOnce, listShort, type ModelPath, type Problem, type Result, succeed } from "./problem.ts";
import { rankByFirstDifference } from "./rank-by-bits.ts";
import { readStatement, type Statement } from "./statement.ts";
import { openStatements } from "./statement-bits.ts";

export type Preference =
  | {
      readonly kind: "ranks";
      /** Dense from 0, higher is better, equal is indifferent. */
      readonly ranks: Int32Array;
      /** Class of strength: a state is strongly preferred to one in a lower class. Absent: strengths are not told. */
      readonly strength?: Int32Array;
    }
  | { readonly kind: "partial"; readonly order: PartialOrder };

export function compilePreference(
  input: PreferenceInput,
  graph: ConflictGraph,
  who: string,
  path: ModelPath,
): Result<Preference> {
  if ("ranking" in input) return compileRanking(input.ranking, graph, who, [...path, "ranking"]);
  if ("weights" in input) return compileWeights(input.weights, graph, [...path, "weights"]);
  if ("statements" in input) return compileStatements(input.statements, graph, [...path, "statements"]);
  if ("payoffs" in input) return compilePayoffs(input.payoffs, graph, who, [...path, "payoffs"]);
  const order = compileChains(input.chains, graph, who, [...path, "chains"]);
  return order.ok ? succeed({ kind: "partial", order: order.value }) : order;
}

/** Groups of ties, best first; every state exactly once. */
export function compileRanking(
  groups: RankingInput,
  graph: ConflictGraph,
  who: string,
  path: ModelPath,
): Result<Preference> {
  const n = graph.stateCount;
  const ranks = new Int32Array(n).fill(-1);
  const strength = new Int32Array(n);
  const problems: Problem[] = [];
  const tiers = groups.filter((group) => group !== ">>").length;
  let tier = tiers;
  let steps = 0;
  groups.forEach((group, g) => {
    if (group === ">>") {
      steps--;
      return;
    }
    tier--;
    group.forEach((id, k) => {
      const state = findState(graph, id);
      const place = [...path, g, k];
      if (state < 0) {
        problems.push({
          code: "conflict-unknown-state",
          path: place,
          message: `${who} ranks the state ${id}, which does not exist or is infeasible.`,
        });
      } else if (ranks[state]! >= 0) {
        problems.push({
          code: "conflict-ranking-repeats-state",
          path: place,
          message: `${who} ranks the state ${id} twice.`,
        });
      } else {
        ranks[state] = tier;
        strength[state] = steps;
      }
    });
  });
  const missing: (number | string)[] = [];
  for (let s = 0; s < n; s++) if (ranks[s]! < 0) missing.push(stateIdAt(graph, s));
  if (missing.length > 0) {
    problems.push({
      code: "conflict-ranking-misses-states",
      path,
      message: `The ranking of ${who} misses ${missing.length === 1 ? "the state" : `${missing.length} states:`} ${listShort(missing)}.`,
      hint: 'Rank every feasible state; where the order is not known, give "chains" under preferences instead.',
    });
  }
  if (problems.length > 0) return fail(problems);
  const dense = denseRanks(ranks);
  return succeed(
    steps === 0 ? { kind: "ranks", ranks: dense } : { kind: "ranks", ranks: dense, strength: denseRanks(strength) },
  );
}

/** Option weighting: the worth of a state is the sum of the weights of what is taken in it. */
function compileWeights(
  weights: Readonly<Record<string, number | readonly number[]>>,
  graph: ConflictGraph,
  path: ModelPath,
): Result<Preference> {
  const options = graph.options;
  if (options === undefined)
    return failOnce("conflict-needs-options", path, "Option weights need option form; this conflict is in graph form.");
  const problems: Problem[] = [];
  const worth = options.map((option) => option.values.map(() => 0));
  for (const [name, weight] of Object.entries(weights)) {
    const o = options.findIndex((option) => option.name === name);
    const option = options[o];
    if (option === undefined) {
      problems.push({
        code: "conflict-unknown-option",
        path: [...path, name],
        message: `Weight is given to "${name}", which is no option.`,
        hint: `Options are ${listShort(options.map((each) => each.name))}.`,
      });
    } else if (typeof weight === "number" ? !option.plain : weight.length !== option.values.length) {
      problems.push({
        code: "conflict-shape",
        path: [...path, name],
        message: `${name} needs ${option.plain ? "one number, or two" : `a list of ${option.values.length} numbers, one per value`}.`,
      });
    } else worth[o] = typeof weight === "number" ? [0, weight] : [...weight];
  }
  if (problems.length > 0) return fail(problems);
  const scale = decimalScale(worth.flat());
  const whole = worth.map((row) => row.map((value) => Math.round(value * scale)));
  const most = whole.reduce((sum, row) => sum + Math.max(...row.map(Math.abs)), 0);
  if (!(most <= Number.MAX_SAFE_INTEGER))
    return failOnce(
      "conflict-shape",
      path,
      "The weights are too far apart to be added exactly: written without a point, their sum has more than fifteen digits.",
      "Give fewer decimals, or smaller numbers: only their order and their sums matter.",
    );
  return succeed({ kind: "ranks", ranks: denseRanks(sumsOf(whole, graph, options)) });
}

/** Per state the sum of what its options' values are worth: whole numbers. O(states) where every code is a state. */
function sumsOf(
  worth: readonly (readonly number[])[],
  { ids, stateCount }: ConflictGraph,
  options: readonly CompiledOption[],
): Float64Array {
  const sums = new Float64Array(stateCount);
  if (ids.kind === "codes") {
    options.forEach(({ stride, values }, o) => {
      for (let s = 0; s < stateCount; s++)
        sums[s] = sums[s]! + worth[o]![Math.floor(ids.codes[s]! / stride) % values.length]!;
    });
    return sums;
  }
  // The states of the first options stand first; each further option repeats them once for each of its values.
  let size = 1;
  for (const [o, { values }] of options.entries()) {
    for (let digit = values.length - 1; digit >= 0; digit--)
      for (let k = 0; k < size; k++) sums[digit * size + k] = sums[k]! + worth[o]![digit]!;
    size *= values.length;
  }
  return sums;
}

/** Power of ten that makes decimal weights whole, so that 0.1 + 0.2 ties with 0.3. */
function decimalScale(values: readonly number[]): number {
  const places = values.reduce((most, value) => Math.max(most, decimalPlaces(value)), 0);
  let scale = 1;
  for (let k = 0; k < places; k++) scale *= 10;
  return scale;
}

/** Places behind the point of a number as it is written shortest: 0.0000009 has seven. */
function decimalPlaces(value: number): number {
  const [digits = "", power = "0"] = `${value}`.split("e");
  return Math.max(0, (digits.split(".")[1] ?? "").length - Number(power));
}

/** Option prioritising: states are compared by the first statement on which they differ; true is better. */
function compileStatements(texts: readonly string[], graph: ConflictGraph, path: ModelPath): Result<Preference> {
  const options = graph.options;
  if (options === undefined)
    return failOnce("conflict-needs-options", path, "Statements need option form; this conflict is in graph form.");
  const problems: Problem[] = [];
  const statements: Statement[] = [];
  texts.forEach((text, k) => {
    const read = readStatement(text, options, [...path, k]);
    if (read.ok) statements.push(read.value);
    else problems.push(...read.problems);
  });
  if (problems.length > 0) return fail(problems);
  const holdsIn = openStatements(graph, options);
  return succeed({ kind: "ranks", ranks: rankByFirstDifference(statements.map(holdsIn), graph.stateCount) });
}

function compilePayoffs(
  payoffs: Readonly<Record<string, number>>,
  graph: ConflictGraph,
  who: string,
  path: ModelPath,
): Result<Preference> {
  const scores = new Float64Array(graph.stateCount).fill(Number.NaN);
  const problems: Problem[] = [];
  for (const [id, payoff] of Object.entries(payoffs)) {
    const state = findState(graph, id);
    if (state < 0)
      problems.push({
        code: "conflict-unknown-state",
        path: [...path, id],
        message: `${who} is given a payoff for the state ${id}, which does not exist or is infeasible.`,
      });
    else scores[state] = payoff;
  }
  const missing: (number | string)[] = [];
  for (let s = 0; s < scores.length; s++) if (Number.isNaN(scores[s]!)) missing.push(stateIdAt(graph, s));
  if (missing.length > 0) {
    problems.push({
      code: "conflict-ranking-misses-states",
      path,
      message: `The payoffs of ${who} miss the states ${listShort(missing)}.`,
      hint: "Give every feasible state a payoff.",
    });
  }
  return problems.length > 0 ? fail(problems) : succeed({ kind: "ranks", ranks: denseRanks(scores) });
}
