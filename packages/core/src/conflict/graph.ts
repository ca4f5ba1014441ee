/** The compiled conflict: states by index, moves per decision maker, ranks per decision maker. */

export type StateId = number | string;

/** Reversible moves of one decision maker: from any state of a block it can go to any other state of that block. */
export interface BlockMoves {
  readonly kind: "blocks";
  /** Block of each state. */
  readonly blockOf: Int32Array;
  /** Members of block b are members[start[b] .. start[b + 1]). */
  readonly start: Int32Array;
  readonly members: Int32Array;
}
/** Moves of one decision maker as arcs: from state s to targets[start[s] .. start[s + 1]); never to s itself, none twice. */
export interface ArcMoves {
  readonly kind: "arcs";
  readonly start: Int32Array;
  readonly targets: Int32Array;
}
export type Moves = BlockMoves | ArcMoves;

/** Ids of the states: the index itself, ascending codes, or names. */
export type StateIds =
  | { readonly kind: "index" }
  | { readonly kind: "codes"; readonly codes: Float64Array }
  | { readonly kind: "names"; readonly names: readonly StateId[]; readonly index: ReadonlyMap<StateId, number> };

export interface CompiledOption {
  readonly name: string;
  /** Index of the decision maker. */
  readonly owner: number;
  /** Two for a plain option: no, yes. */
  readonly values: readonly string[];
  readonly plain: boolean;
  /** Worth of one step of this option's digit in a state's code. */
  readonly stride: number;
  /** Bars the digit from falling, from rising, or neither. */
  readonly change: "free" | "never lower" | "never higher";
}

/** Who can move where. Option form keeps its options; graph form has none. */
export interface ConflictGraph {
  readonly name: string;
  readonly decisionMakers: readonly string[];
  readonly stateCount: number;
  readonly ids: StateIds;
  readonly moves: readonly Moves[];
  readonly options: readonly CompiledOption[] | undefined;
  /** Per state 1 where nobody can leave it by declaration; absent where none is declared. */
  readonly final?: Uint8Array;
  /** States were merged: codes no longer tell all that a state stands for. */
  readonly merged: boolean;
  /** Words for states, where the model gives them. */
  readonly labels: ReadonlyMap<number, string>;
}

/** A graph with a complete ranking per decision maker: what the fast engine takes. */
export interface Conflict {
  readonly graph: ConflictGraph;
  /** Per decision maker and state; dense from 0, higher is better, equal is indifferent. */
  readonly ranks: readonly Int32Array[];
}

export function stateIdAt(graph: ConflictGraph, state: number): StateId {
  const ids = graph.ids;
  if (ids.kind === "index") return state;
  return ids.kind === "codes" ? ids.codes[state]! : ids.names[state]!;
}

/** Index of the state with this id; -1 where there is none. A number written as text is the number. */
export function findState(graph: ConflictGraph, id: StateId): number {
  const ids = graph.ids;
  if (ids.kind === "names") {
    const direct = ids.index.get(id);
    if (direct !== undefined) return direct;
    if (typeof id === "number") return ids.index.get(String(id)) ?? -1;
    const number = Number(id);
    return id.trim() !== "" && Number.isFinite(number) ? (ids.index.get(number) ?? -1) : -1;
  }
  const code = typeof id === "number" ? id : id.trim() === "" ? Number.NaN : Number(id);
  if (!Number.isInteger(code) || code < 0) return -1;
  if (ids.kind === "index") return code < graph.stateCount ? code : -1;
  let low = 0;
  let high = ids.codes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ids.codes[middle]!;
    if (found === code) return middle;
    if (found < code) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Digit of an option in a state: which of its values it takes. Option form only. */
export function digitAt(graph: ConflictGraph, option: CompiledOption, state: number): number {
  return Math.floor(Number(stateIdAt(graph, state)) / option.stride) % option.values.length;
}

/** States that a decision maker can move to from this one, ascending for blocks, as given for arcs. */
export function movesFrom(moves: Moves, state: number): readonly number[] {
  const out: number[] = [];
  if (moves.kind === "arcs") {
    for (let k = moves.start[state]!; k < moves.start[state + 1]!; k++) out.push(moves.targets[k]!);
    return out;
  }
  const block = moves.blockOf[state]!;
  for (let k = moves.start[block]!; k < moves.start[block + 1]!; k++) {
    if (moves.members[k] !== state) out.push(moves.members[k]!);
  }
  return out;
}
