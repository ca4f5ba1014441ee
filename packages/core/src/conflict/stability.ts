/**
 * Nash, GMR, SMR, SEQ and SSEQ stability of every state for every decision maker ([S1]–[S5] in SPEC.md).
 *
 * For decision maker i let key = P_i (GMR, SEQ) or the best that i can have at or one move from a state (SMR, SSEQ), and w(t)
 * the least key among the states that the others reach from t. Then s is unstable for i exactly if some t in R_i(s) has
 * min(P_i(t), w(t)) > P_i(s). One reverse flood gives w for all states.
 *
 * Cost with reversible moves: O(m² n) time after a counting sort, O(m n) memory, whatever the number of moves; with arcs
 * O(m (n + E)). Every rank has to be read, so no method is below order m n.
 */
import { floodBackAlternating } from "./alternating-flood.ts";
import { filterArcs, isTransitive, reverseArcs, toArcs } from "./arcs.ts";
import { componentsWithout, type FloodScratch, floodImprovements, packBlocks } from "./block-flood.ts";
import { floodBack, type Sources } from "./flood.ts";
import type { ArcMoves, BlockMoves, Conflict, Moves } from "./graph.ts";
import { type Limits, stabilityBytes, withinMemory } from "./memory.ts";
import { orderByRank } from "./order.ts";
import { type Result, succeed } from "./problem.ts";

export const CONCEPTS = ["nash", "gmr", "smr", "seq", "sseq"] as const;
export type Concept = (typeof CONCEPTS)[number];

export interface Stability {
  /** Per decision maker and state: bit k set where CONCEPTS[k] holds. */
  readonly stable: readonly Uint8Array[];
}

/** Called once per decision maker and concept with w, or undefined for Nash (nobody answers). */
export type LabelVisitor = (decisionMaker: number, concept: number, label: Int32Array | undefined) => void;

export function analyseStability(conflict: Conflict, limits: Limits = {}): Result<Stability> {
  const memory = withinMemory(stabilityBytes(conflict), limits, "The stability analysis");
  if (!memory.ok) return memory;
  const n = conflict.graph.stateCount;
  const stable = conflict.ranks.map(() => new Uint8Array(n));
  const labels = conflict.ranks.length * CONCEPTS.length;
  visitLabels(conflict, (i, concept, label) => {
    limits.progress?.((i * CONCEPTS.length + concept) / labels);
    markStable(conflict.graph.moves[i]!, conflict.ranks[i]!, label, stable[i]!, 1 << concept);
  });
  return succeed({ stable });
}

/** Runs the floods of all decision makers and concepts. The labels are scratch: read them within the visit. */
export function visitLabels(conflict: Conflict, visit: LabelVisitor): void {
  const { moves } = conflict.graph;
  if (moves.every((each) => each.kind === "blocks")) visitByBlocks(moves, conflict.ranks, visit);
  else visitByArcs(prepareArcs(moves), conflict.ranks, visit);
}

function visitByBlocks(moves: readonly BlockMoves[], ranks: readonly Int32Array[], visit: LabelVisitor): void {
  const n = ranks[0]!.length;
  const orders = ranks.map(orderByRank);
  const packed = packBlocks(moves, ranks, orders);
  const scratch: FloodScratch = {
    stack: new Int32Array(n),
    seen: new Int32Array((n + 31) >>> 5),
    cursors: new Int32Array(packed.starts.length),
  };
  const label = new Int32Array(n);
  const component = new Int32Array(n);
  for (let i = 0; i < moves.length; i++) {
    const plain: Sources = { order: orders[i]!, keys: ranks[i]! };
    const best = bestReach(moves[i]!, ranks[i]!);
    const wary: Sources = { order: orderByRank(best), keys: best };
    visit(i, 0, undefined);
    componentsWithout(moves, i, component);
    leastOf(component, ranks[i]!, label, scratch.stack);
    visit(i, 1, label);
    leastOf(component, best, label, scratch.stack);
    visit(i, 2, label);
    floodImprovements(packed, i, plain, label, scratch);
    visit(i, 3, label);
    floodImprovements(packed, i, wary, label, scratch);
    visit(i, 4, label);
  }
}

interface PreparedArcs {
  readonly arcs: readonly ArcMoves[];
  readonly reversed: readonly ArcMoves[];
  readonly transitive: boolean;
}
/** What follows from the moves alone: worked out once where the same graph is judged under many preferences. */
const prepared = new WeakMap<readonly Moves[], PreparedArcs>();

function prepareArcs(moves: readonly Moves[]): PreparedArcs {
  const known = prepared.get(moves);
  if (known !== undefined) return known;
  const arcs = moves.map(toArcs);
  const reversed = arcs.map(reverseArcs);
  const transitive = arcs.every((each) => isTransitive(each, 16 * each.targets.length + 64));
  const made = { arcs, reversed, transitive };
  prepared.set(moves, made);
  return made;
}

function visitByArcs(
  { arcs: moves, reversed, transitive }: PreparedArcs,
  ranks: readonly Int32Array[],
  visit: LabelVisitor,
): void {
  const n = ranks[0]!.length;
  const improving = reversed.map((back, j) => filterArcs(back, (to, from) => ranks[j]![to]! > ranks[j]![from]!));
  const label = new Int32Array(n);
  const stack = new Int32Array(transitive ? n : n * Math.max(1, moves.length - 1));
  const flood = transitive ? floodBack : floodBackAlternating;
  for (let i = 0; i < moves.length; i++) {
    const best = bestReach(moves[i]!, ranks[i]!);
    const plain: Sources = { order: orderByRank(ranks[i]!), keys: ranks[i]! };
    const wary: Sources = { order: orderByRank(best), keys: best };
    const others = reversed.filter((_, j) => j !== i);
    const improvers = improving.filter((_, j) => j !== i);
    visit(i, 0, undefined);
    flood(others, plain, label, stack);
    visit(i, 1, label);
    flood(others, wary, label, stack);
    visit(i, 2, label);
    flood(improvers, plain, label, stack);
    visit(i, 3, label);
    flood(improvers, wary, label, stack);
    visit(i, 4, label);
  }
}

/** Best rank at a state or one own move from it: what a countermove can restore. */
function bestReach(moves: Moves, ranks: Int32Array): Int32Array {
  const best = ranks.slice();
  if (moves.kind === "arcs") {
    for (let s = 0; s < best.length; s++) {
      for (let k = moves.start[s]!; k < moves.start[s + 1]!; k++)
        best[s] = Math.max(best[s]!, ranks[moves.targets[k]!]!);
    }
    return best;
  }
  const top = new Int32Array(moves.start.length - 1);
  for (let s = 0; s < best.length; s++) {
    const block = moves.blockOf[s]!;
    if (ranks[s]! > top[block]!) top[block] = ranks[s]!;
  }
  for (let s = 0; s < best.length; s++) best[s] = top[moves.blockOf[s]!]!;
  return best;
}

/** label[s] = least key over the states with the same component. */
function leastOf(component: Int32Array, keys: Int32Array, label: Int32Array, scratch: Int32Array): void {
  scratch.fill(2_147_483_647);
  for (let s = 0; s < keys.length; s++) {
    const root = component[s]!;
    if (keys[s]! < scratch[root]!) scratch[root] = keys[s]!;
  }
  for (let s = 0; s < keys.length; s++) label[s] = scratch[component[s]!]!;
}

/** What i is left with after moving to t and the worst answer: its rank, or the label where that is lower. */
function leftWith(ranks: Int32Array, label: Int32Array | undefined, state: number): number {
  const rank = ranks[state]!;
  if (label === undefined) return rank;
  const answer = label[state]!;
  return answer >= 0 && answer < rank ? answer : rank;
}

function markStable(
  moves: Moves,
  ranks: Int32Array,
  label: Int32Array | undefined,
  stable: Uint8Array,
  bit: number,
): void {
  const n = ranks.length;
  if (moves.kind === "blocks") {
    // A state counts in its own block: it cannot leave i better off than itself.
    const best = new Int32Array(moves.start.length - 1).fill(-1);
    for (let s = 0; s < n; s++) {
      const left = leftWith(ranks, label, s);
      const block = moves.blockOf[s]!;
      if (left > best[block]!) best[block] = left;
    }
    for (let s = 0; s < n; s++) if (best[moves.blockOf[s]!]! <= ranks[s]!) stable[s] = stable[s]! | bit;
    return;
  }
  for (let s = 0; s < n; s++) {
    let best = -1;
    for (let k = moves.start[s]!; k < moves.start[s + 1]!; k++) {
      best = Math.max(best, leftWith(ranks, label, moves.targets[k]!));
    }
    if (best <= ranks[s]!) stable[s] = stable[s]! | bit;
  }
}

/** Per state the rank that i is left with by its best departure; -1 where it has none. i is stable where this is not above its rank there. */
export function bestDepartures(moves: Moves, ranks: Int32Array, label: Int32Array | undefined): Int32Array {
  const n = ranks.length;
  const best = new Int32Array(n).fill(-1);
  if (moves.kind === "arcs") {
    for (let s = 0; s < n; s++) {
      for (let k = moves.start[s]!; k < moves.start[s + 1]!; k++) {
        best[s] = Math.max(best[s]!, leftWith(ranks, label, moves.targets[k]!));
      }
    }
    return best;
  }
  for (let b = 0; b + 1 < moves.start.length; b++) {
    let first = -1;
    let second = -1;
    let firstAt = -1;
    for (let k = moves.start[b]!; k < moves.start[b + 1]!; k++) {
      const left = leftWith(ranks, label, moves.members[k]!);
      if (left > first) {
        second = first;
        first = left;
        firstAt = moves.members[k]!;
      } else if (left > second) second = left;
    }
    for (let k = moves.start[b]!; k < moves.start[b + 1]!; k++) {
      const state = moves.members[k]!;
      best[state] = state === firstAt ? second : first;
    }
  }
  return best;
}

/** States stable for every decision maker under the concept, ascending by index. */
export function equilibriaOf(stability: Stability, concept: Concept): readonly number[] {
  const bit = 1 << CONCEPTS.indexOf(concept);
  const first = stability.stable[0];
  const found: number[] = [];
  if (first === undefined) return found;
  for (let s = 0; s < first.length; s++) if (stability.stable.every((flags) => (flags[s]! & bit) !== 0)) found.push(s);
  return found;
}

/** States stable for one decision maker under the concept, ascending by index. */
export function stableFor(stability: Stability, decisionMaker: number, concept: Concept): readonly number[] {
  const bit = 1 << CONCEPTS.indexOf(concept);
  const found: number[] = [];
  stability.stable[decisionMaker]!.forEach((flags, s) => {
    if ((flags & bit) !== 0) found.push(s);
  });
  return found;
}
