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
import { floodBack, type Sources, type WayBack } from "./flood.ts";
import type { ArcMoves, Conflict, Moves } from "./graph.ts";
import { type Limits, stabilityBytes, withinMemory } from "./memory.ts";
import { orderByRank, sortBlocks } from "./order.ts";
import { type Result, succeed } from "./problem.ts";

export const CONCEPTS = ["nash", "gmr", "smr", "seq", "sseq"] as const;
export type Concept = (typeof CONCEPTS)[number];

export interface Stability {
  /** Per decision maker and state: bit k set where CONCEPTS[k] holds. */
  readonly stable: readonly Uint8Array[];
}

/** What the floods need of one decision maker. */
interface Mover {
  readonly moves: Moves;
  readonly ranks: Int32Array;
  readonly order: Int32Array;
  /** The way back over all its moves and over its improvements only. */
  readonly anyWay: WayBack;
  readonly improvingWay: WayBack;
  /** Best rank at a state or one own move from it. */
  readonly reach: Int32Array;
}

/** Called once per decision maker and concept with w, or undefined for Nash (nobody answers). */
export type LabelVisitor = (decisionMaker: number, concept: number, label: Int32Array | undefined) => void;

export function analyseStability(conflict: Conflict, limits: Limits = {}): Result<Stability> {
  const memory = withinMemory(stabilityBytes(conflict), limits, "The stability analysis");
  if (!memory.ok) return memory;
  const n = conflict.graph.stateCount;
  const stable = conflict.ranks.map(() => new Uint8Array(n));
  visitLabels(conflict, (i, concept, label) => {
    markStable(conflict.graph.moves[i]!, conflict.ranks[i]!, label, stable[i]!, 1 << concept);
  });
  return succeed({ stable });
}

/** Runs the floods of all decision makers and concepts. The labels are scratch: read them within the visit. */
export function visitLabels(conflict: Conflict, visit: LabelVisitor): void {
  const n = conflict.graph.stateCount;
  const movers = conflict.graph.moves.map((moves, i) => prepareMover(moves, conflict.ranks[i]!));
  const alternating = needsAlternation(conflict.graph.moves);
  const label = new Int32Array(n);
  const stack = new Int32Array(alternating ? n * Math.max(1, movers.length - 1) : n);
  const flood = (ways: readonly WayBack[], sources: Sources): void => {
    if (alternating) floodBackAlternating(ways.map(reversedOf), sources, label, stack);
    else floodBack(ways, sources, label, stack);
  };
  for (let i = 0; i < movers.length; i++) {
    const own = movers[i]!;
    const others = movers.filter((_, j) => j !== i);
    const plain: Sources = { order: own.order, keys: own.ranks };
    const wary: Sources = { order: orderByRank(own.reach), keys: own.reach };
    visit(i, 0, undefined);
    if (!alternating && others.every((other) => other.moves.kind === "blocks")) {
      const component = stack.slice();
      const indices = Int32Array.from({ length: n }, (_, s) => s);
      floodBack(
        others.map((other) => other.anyWay),
        { order: indices, keys: indices },
        component,
        stack,
      );
      leastOf(component, own.ranks, label, indices);
      visit(i, 1, label);
      leastOf(component, own.reach, label, indices);
      visit(i, 2, label);
    } else {
      const ways = others.map((other) => other.anyWay);
      flood(ways, plain);
      visit(i, 1, label);
      flood(ways, wary);
      visit(i, 2, label);
    }
    const ways = others.map((other) => other.improvingWay);
    flood(ways, plain);
    visit(i, 3, label);
    flood(ways, wary);
    visit(i, 4, label);
  }
}

function prepareMover(moves: Moves, ranks: Int32Array): Mover {
  const order = orderByRank(ranks);
  if (moves.kind === "blocks") {
    const { sorted, worseEnd } = sortBlocks(moves, ranks, order);
    const { blockOf, start } = moves;
    const reach = new Int32Array(ranks.length);
    for (let s = 0; s < reach.length; s++) reach[s] = ranks[sorted[start[blockOf[s]! + 1]! - 1]!]!;
    const way = { kind: "blocks" as const, blockOf, start, sorted };
    return {
      moves,
      ranks,
      order,
      reach,
      anyWay: { ...way, end: start.subarray(1), whole: true },
      improvingWay: { ...way, end: worseEnd, whole: false },
    };
  }
  const reach = ranks.slice();
  for (let s = 0; s < reach.length; s++) {
    for (let k = moves.start[s]!; k < moves.start[s + 1]!; k++)
      reach[s] = Math.max(reach[s]!, ranks[moves.targets[k]!]!);
  }
  const improving = filterArcs(moves, (from, to) => ranks[to]! > ranks[from]!);
  return {
    moves,
    ranks,
    order,
    reach,
    anyWay: { kind: "arcs", reversed: reverseArcs(moves) },
    improvingWay: { kind: "arcs", reversed: reverseArcs(improving) },
  };
}

/** Blocks are transitive; where some arcs are not, the model keeps to arcs throughout. */
function needsAlternation(moves: readonly Moves[]): boolean {
  return moves.some((each) => each.kind === "arcs" && !isTransitive(each, 16 * each.targets.length + 64));
}

function reversedOf(way: WayBack): ArcMoves {
  if (way.kind === "arcs") return way.reversed;
  // A model mixes blocks with arcs only when hand-built; writing the block out keeps the flood exact.
  const n = way.blockOf.length;
  const rows: ArcMoves = toArcs({ kind: "blocks", blockOf: way.blockOf, start: way.start, members: way.sorted });
  if (way.whole) return rows;
  const place = new Int32Array(n);
  for (let k = 0; k < n; k++) place[way.sorted[k]!] = k;
  return filterArcs(rows, (state, worse) => place[worse]! < way.end[state]!);
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
