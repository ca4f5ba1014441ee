/**
 * In how many strict rankings of one decision maker a state is stable for it, and an equilibrium, the others' preferences
 * being as they are ([I4]). Counted over sets of states preferred to the target, not over rankings.
 */
import { filterArcs, toArcs } from "./arcs.ts";
import { columnsOf } from "./bits.ts";
import { type Conflict, movesFrom } from "./graph.ts";
import { departureNeeds } from "./inverse.ts";
import type { Limits } from "./memory.ts";
import { failOnce, type Result, succeed } from "./problem.ts";
import { reachRows } from "./reach-rows.ts";
import { analyseStability, CONCEPTS, type Concept } from "./stability.ts";

export interface RankingCount {
  readonly concept: Concept;
  /** Strict rankings of all states: n!, as a decimal number. */
  readonly total: string;
  /** Of these, those in which the target is stable for the decision maker. */
  readonly stable: string;
  /**
   * Of these, those in which it is an equilibrium. Absent for SEQ and SSEQ where the others' stability depends on the free
   * ranking: what they fear depends on which of its answers are credible.
   */
  readonly equilibrium?: string;
}

/** More relevant states than this would take minutes. */
const MOST_RELEVANT = 22;

export function countRankings(
  conflict: Conflict,
  free: number,
  target: number,
  concept: Concept,
  limits: Limits = {},
): Result<RankingCount> {
  const needs = needsUnder(conflict, free, target, concept, limits);
  if (!needs.ok) return needs;
  const relevant = [...new Set(needs.value.flatMap(({ to, alternatives }) => [to, ...alternatives.flat()]))];
  if (relevant.length > MOST_RELEVANT) {
    return failOnce(
      "conflict-search-budget",
      [],
      `Whether ${conflict.graph.decisionMakers[free]} would stay depends on ${relevant.length} states; rankings are counted for up to ${MOST_RELEVANT}.`,
      "Ask for the smallest changes instead of counts.",
    );
  }
  const bitOf = new Map(relevant.map((state, k) => [state, 1 << k]));
  const maskOf = (states: readonly number[]): number => states.reduce((mask, state) => mask | bitOf.get(state)!, 0);
  const tests = needs.value.map(({ to, alternatives }) => ({
    to: bitOf.get(to)!,
    alternatives: alternatives.map(maskOf),
  }));
  /** Sets by how many states are preferred to the target. */
  const sets = Array.from({ length: relevant.length + 1 }, () => 0);
  for (let preferred = 0; preferred < 1 << relevant.length; preferred++) {
    if (
      tests.every(
        ({ to, alternatives }) => (preferred & to) === 0 || alternatives.some((set) => (set & preferred) === 0),
      )
    ) {
      let size = 0;
      for (let rest = preferred; rest !== 0; rest &= rest - 1) size++;
      sets[size]!++;
    }
  }
  const n = conflict.graph.stateCount;
  const total = factorial(n);
  // Orders of the relevant states and the target with just these preferred; every such order stands for equally many rankings.
  const orders = sets.reduce(
    (sum, count, size) => sum + BigInt(count) * factorial(size) * factorial(relevant.length - size),
    0n,
  );
  const stable = ((orders * total) / factorial(relevant.length + 1)).toString();
  const others = othersStable(conflict, free, target, concept, limits);
  if (!others.ok) return others;
  const counted = { concept, total: total.toString(), stable };
  if (others.value === undefined) return succeed(counted);
  return succeed({ ...counted, equilibrium: others.value ? stable : "0" });
}

function needsUnder(
  conflict: Conflict,
  free: number,
  target: number,
  concept: Concept,
  limits: Limits,
): ReturnType<typeof onlyOf> {
  if (concept !== "seq" && concept !== "sseq") return onlyOf(departureNeeds(conflict, target, concept, limits), free);
  // The others' preferences are given, so their credible answers are a graph of their own.
  const moves = conflict.graph.moves.map((each, j) =>
    j === free ? each : filterArcs(toArcs(each), (from, to) => conflict.ranks[j]![to]! > conflict.ranks[j]![from]!),
  );
  const credible: Conflict = { ...conflict, graph: { ...conflict.graph, moves } };
  return onlyOf(departureNeeds(credible, target, concept === "seq" ? "gmr" : "smr", limits), free);
}

function onlyOf(needs: ReturnType<typeof departureNeeds>, free: number) {
  return needs.ok ? succeed(needs.value[free]!) : needs;
}

/** Whether the target is stable for all others whatever the free ranking; undefined where it depends on that ranking. */
function othersStable(
  conflict: Conflict,
  free: number,
  target: number,
  concept: Concept,
  limits: Limits,
): Result<boolean | undefined> {
  const stability = analyseStability(conflict, limits);
  if (!stability.ok) return stability;
  const has = (j: number, which: Concept): boolean =>
    (stability.value.stable[j]![target]! & (1 << CONCEPTS.indexOf(which))) !== 0;
  const others = conflict.graph.decisionMakers.map((_, j) => j).filter((j) => j !== free);
  if (concept !== "seq" && concept !== "sseq") return succeed(others.every((j) => has(j, concept)));
  if (others.every((j) => has(j, "nash"))) return succeed(true);
  // Without any credible help from the free decision maker: stable then means stable always; not even GMR or SMR: never.
  if (others.some((j) => !has(j, concept === "seq" ? "gmr" : "smr"))) return succeed(false);
  const arcs = conflict.graph.moves.map(toArcs);
  const improving = arcs.map((each, j) =>
    filterArcs(each, (from, to) => conflict.ranks[j]![to]! > conflict.ranks[j]![from]!),
  );
  const always = others.every((i) => {
    const ranks = conflict.ranks[i]!;
    const answers = reachRows(
      improving.filter((_, j) => j !== i && j !== free),
      conflict.graph.stateCount,
    );
    const isNoGain = (state: number): boolean => ranks[state]! <= ranks[target]!;
    return movesFrom(conflict.graph.moves[i]!, target)
      .filter((to) => !isNoGain(to))
      .every((to) =>
        columnsOf(answers, to).some(
          (u) => isNoGain(u) && (concept === "seq" || movesFrom(conflict.graph.moves[i]!, u).every(isNoGain)),
        ),
      );
  });
  return succeed(always ? true : undefined);
}

function factorial(n: number): bigint {
  let product = 1n;
  for (let k = 2n; k <= BigInt(n); k++) product *= k;
  return product;
}
