/**
 * Coalition stability ([C1]–[C4]; Kilgour, Hipel, Fang & Peng 2001, Inohara & Hipel 2008).
 *
 * A coalition leaves s for what its members reach together, by any legal sequence of their moves, if all of them prefer it.
 * An answer deters if it leaves one of them no better off than at s.
 */
import { filterArcs, toArcs } from "./arcs.ts";
import { type BitRows, columnsOf, intersectRows, invertRows } from "./bits.ts";
import type { ArcMoves, Conflict } from "./graph.ts";
import { jointMoves } from "./joint-moves.ts";
import { judgeRows } from "./judge-rows.ts";
import { type Limits, pairBytes, withinMemory } from "./memory.ts";
import { type Result, succeed } from "./problem.ts";
import { arcsToRows, reachRows, rowsToArcs } from "./reach-rows.ts";
import { relationsOf } from "./relations.ts";

export interface CoalitionRules {
  /** Largest coalition looked at (all). */
  readonly largest?: number;
  /**
   * How a coalition moves: "sequence" of its members' legal moves (default), or "joint": all their options changed at once, as
   * GMCR+ does; it can leap over infeasible states. Option form only.
   */
  readonly moves?: "sequence" | "joint";
  /**
   * Which answers are credible: "improvements" of single others, one after another (default), or "coalitions": sequences of
   * improvements of any coalitions of the others (Inohara & Hipel), which contain the former.
   */
  readonly credible?: "improvements" | "coalitions";
}
export interface CoalitionFinding {
  /** Indices of the members, ascending. */
  readonly members: readonly number[];
  /** Per state: bit k set where CONCEPTS[k] holds for the coalition. */
  readonly stable: Uint8Array;
  /** Per state the coalition's improvements, ascending. */
  readonly improvementsFrom: (state: number) => readonly number[];
}

export function analyseCoalitions(
  conflict: Conflict,
  rules: CoalitionRules = {},
  limits: Limits = {},
): Result<readonly CoalitionFinding[]> {
  const n = conflict.graph.stateCount;
  const m = conflict.graph.decisionMakers.length;
  const coalitions = listCoalitions(m, rules.largest ?? m);
  const memory = withinMemory(
    (4 * coalitions.length + 6 * m) * pairBytes(n),
    limits,
    `The analysis of ${coalitions.length} coalitions`,
  );
  if (!memory.ok) return memory;
  const arcs = conflict.graph.moves.map(toArcs);
  const improving = arcs.map((each, j) =>
    filterArcs(each, (from, to) => conflict.ranks[j]![to]! > conflict.ranks[j]![from]!),
  );
  const better = conflict.ranks.map((ranks) => relationsOf({ kind: "ranks", ranks }, n).better);
  const everyone = Array.from({ length: m }, (_, i) => i);
  const sought = (members: readonly number[]): BitRows => members.map((i) => better[i]!).reduce(intersectRows);
  const reach = (members: readonly number[]): Result<BitRows> => {
    if (rules.moves !== "joint" || members.length === 1)
      return succeed(
        reachRows(
          members.map((i) => arcs[i]!),
          n,
        ),
      );
    const joint = jointMoves(conflict.graph, members, limits);
    return joint.ok ? succeed(arcsToRows(toArcs(joint.value))) : joint;
  };
  const findings: CoalitionFinding[] = [];
  for (const [k, members] of coalitions.entries()) {
    limits.progress?.(k / coalitions.length);
    const moves = reach(members);
    if (!moves.ok) return moves;
    const others = everyone.filter((j) => !members.includes(j));
    const credibleMovers =
      rules.credible === "coalitions" ? coalitionArcs(others, arcs, sought, n) : others.map((j) => improving[j]!);
    const wanted = sought(members);
    const deterring = invertRows(wanted, n);
    const departures = intersectRows(moves.value, wanted);
    const stable = judgeRows(
      {
        moves: moves.value,
        sought: wanted,
        answers: reachRows(
          others.map((j) => arcs[j]!),
          n,
        ),
        credibleAnswers: reachRows(credibleMovers, n),
        deterring,
        noEscape: deterring,
      },
      n,
    );
    findings.push({ members, stable, improvementsFrom: (state) => columnsOf(departures, state) });
  }
  return succeed(findings);
}

/** The improvements of every coalition among the others, each as one mover. */
function coalitionArcs(
  others: readonly number[],
  arcs: readonly ArcMoves[],
  sought: (members: readonly number[]) => BitRows,
  n: number,
): readonly ArcMoves[] {
  return listCoalitions(others.length, others.length).map((places) => {
    const members = places.map((place) => others[place]!);
    return rowsToArcs(
      intersectRows(
        reachRows(
          members.map((i) => arcs[i]!),
          n,
        ),
        sought(members),
      ),
      n,
    );
  });
}

/** Non-empty coalitions of m decision makers up to a size, smaller first, then in lexicographic order. */
export function listCoalitions(m: number, largest: number): readonly (readonly number[])[] {
  const found: number[][] = [];
  const extend = (members: number[], from: number, size: number): void => {
    if (members.length === size) {
      found.push(members);
      return;
    }
    for (let i = from; i < m; i++) extend([...members, i], i + 1, size);
  };
  for (let size = 1; size <= Math.min(largest, m); size++) extend([], 0, size);
  return found;
}

/** Stable for every coalition looked at under the concept with this place in CONCEPTS. */
export function isUniversallyStable(findings: readonly CoalitionFinding[], state: number, concept: number): boolean {
  return findings.every((finding) => (finding.stable[state]! & (1 << concept)) !== 0);
}

/** An equilibrium that a coalition of two or more can leave for another equilibrium that all its members prefer. */
export interface EquilibriumJump {
  readonly from: number;
  readonly to: number;
  readonly members: readonly number[];
}

export function findJumps(
  findings: readonly CoalitionFinding[],
  equilibria: readonly number[],
): readonly EquilibriumJump[] {
  const targets = new Set(equilibria);
  return equilibria.flatMap((from) =>
    findings
      .filter((finding) => finding.members.length > 1)
      .flatMap((finding) =>
        finding
          .improvementsFrom(from)
          .filter((to) => targets.has(to))
          .map((to) => ({ from, to, members: finding.members })),
      ),
  );
}
