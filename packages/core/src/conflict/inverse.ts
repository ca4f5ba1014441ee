/**
 * What would have to change in whose mind for a state to be an equilibrium ([I1]–[I3]; after Kinsara 2015), without going
 * through rankings.
 *
 * Nash, GMR and SMR of a target depend on one thing per decision maker: which states it prefers to the target. Every departure needs
 * one of a few sets of states to be no longer preferred; the smallest unions that serve all departures are the answer, exactly.
 * SEQ and SSEQ also depend on which answers are credible: there, edits of rankings are tried, fewest first, and every proposal
 * has passed the forward engine.
 */
import { toArcs } from "./arcs.ts";
import { columnsOf } from "./bits.ts";
import { type Conflict, movesFrom } from "./graph.ts";
import { type Limits, pairBytes, withinMemory } from "./memory.ts";
import { type Result, succeed } from "./problem.ts";
import { reachRows } from "./reach-rows.ts";

export interface OwnChanges {
  readonly decisionMaker: number;
  readonly stable: boolean;
  /**
   * Sets of states that it would have to come to think no better than the target, smallest sets first, none containing another;
   * [[]] where it is stable already.
   */
  readonly ways: readonly (readonly number[])[];
  /** True where there may be more, or smaller-than-listed ones were not all looked for: the search budget ran out. */
  readonly cutShort: boolean;
}

/** Search nodes per decision maker. */
const MOST_NODES = 200_000;

/** The smallest changes of each decision maker's own mind that make the target stable for it; the target is an equilibrium if each makes one of its own. `most`: ways listed per decision maker. */
export function findOwnChanges(
  conflict: Conflict,
  target: number,
  concept: "nash" | "gmr" | "smr",
  most = 12,
  limits: Limits = {},
): Result<readonly OwnChanges[]> {
  const needs = departureNeeds(conflict, target, concept, limits);
  if (!needs.ok) return needs;
  return succeed(
    needs.value.map((departures, decisionMaker) => {
      const ranks = conflict.ranks[decisionMaker]!;
      const open = departures
        .filter(({ to }) => ranks[to]! > ranks[target]!)
        .map(({ alternatives }) => smallest(alternatives.map((set) => set.filter((s) => ranks[s]! > ranks[target]!))))
        .filter((alternatives) => alternatives[0]!.length > 0);
      return { decisionMaker, stable: open.length === 0, ...smallestUnions(open, most) };
    }),
  );
}

/** A move of a decision maker from the target, and the sets of states any of which disarms it once none of the set is preferred to the target. */
export interface DepartureNeed {
  readonly to: number;
  readonly alternatives: readonly (readonly number[])[];
}

/** Per decision maker its moves from the target with what would disarm each; true facts about the graph only. */
export function departureNeeds(
  conflict: Conflict,
  target: number,
  concept: "nash" | "gmr" | "smr",
  limits: Limits,
): Result<readonly (readonly DepartureNeed[])[]> {
  const { graph } = conflict;
  const n = graph.stateCount;
  const memory = withinMemory(2 * pairBytes(n), limits, "The inverse analysis");
  if (!memory.ok) return memory;
  const arcs = graph.moves.map(toArcs);
  return succeed(
    arcs.map((_, i) => {
      const answers =
        concept === "nash"
          ? undefined
          : reachRows(
              arcs.filter((__, j) => j !== i),
              n,
            );
      return movesFrom(graph.moves[i]!, target).map((to) => {
        const after = answers === undefined ? [] : columnsOf(answers, to);
        const sets = after.map((u) => (concept === "smr" ? [u, ...movesFrom(graph.moves[i]!, u)] : [u]));
        return { to, alternatives: [[to], ...sets.map((set) => set.filter((s) => s !== target))] };
      });
    }),
  );
}

/** Sets of which none contains another, smallest first, elements ascending. */
function smallest(sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const sorted = sets
    .map((set) => [...new Set(set)].sort((a, b) => a - b))
    .sort((a, b) => a.length - b.length || compareLists(a, b));
  const kept: number[][] = [];
  for (const set of sorted) if (!kept.some((smaller) => smaller.every((s) => set.includes(s)))) kept.push(set);
  return kept;
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k]! - (b[k] ?? -1);
  return 0;
}

/** Minimal unions of one alternative per departure, by iterative deepening on their size. */
function smallestUnions(
  departures: readonly (readonly (readonly number[])[])[],
  most: number,
): Pick<OwnChanges, "ways" | "cutShort"> {
  if (departures.length === 0) return { ways: [[]], cutShort: false };
  const everything = new Set(departures.flat(2));
  const ways: (readonly number[])[] = [];
  const tried = new Set<string>();
  let nodes = 0;
  const search = (chosen: readonly number[], size: number): void => {
    if (ways.length >= most || nodes > MOST_NODES) return;
    const open = departures.find((alternatives) => !alternatives.some((set) => set.every((s) => chosen.includes(s))));
    if (open === undefined) {
      if (chosen.length === size && !ways.some((way) => way.every((s) => chosen.includes(s)))) ways.push(chosen);
      return;
    }
    for (const set of open) {
      const next = [...new Set([...chosen, ...set])].sort((a, b) => a - b);
      const key = next.join();
      if (next.length > size || tried.has(key)) continue;
      tried.add(key);
      nodes++;
      search(next, size);
    }
  };
  for (let size = 1; size <= everything.size && ways.length < most && nodes <= MOST_NODES; size++) {
    tried.clear();
    search([], size);
  }
  return { ways, cutShort: nodes > MOST_NODES || ways.length >= most };
}
