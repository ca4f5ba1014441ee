/**
 * The best plan over a component's tables: expectimax over the worlds searched. Worlds in which we have seen the same share
 * their choices; what was done and seen is met once; bounded by what a clairvoyant could get.
 */
import { type Decision, idsAfter, toldBy } from "./decision.ts";
import { type Act, type Branch, type Policy, stop } from "./policy.ts";
import { seen } from "./tabulate.ts";
import { WorldGroup } from "./world-group.ts";

export interface SolveLimits {
  /** Choices looked ahead to; beyond them it goes on greedily. Counted, never timed, so that the same input gives the same plan. */
  readonly nodes: number;
  /** A set of fewer worlds is merged with another or not branched on. */
  readonly fewest: number;
  /** Most moves on any path. */
  readonly mostMoves?: number;
  /** Moves (indices in the model) that are not made, and moves whose signals are not looked at. */
  readonly barred?: ReadonlySet<number>;
  readonly unheard?: ReadonlySet<number>;
  /** By move of the model: points taken off for making it, beyond what the brief says. */
  readonly price?: Float64Array;
  /** What is known beforehand: by world, a label; worlds with different labels choose apart. */
  readonly known?: Uint8Array;
}
export interface Solved {
  /** By labels of what is known beforehand; one where nothing is. */
  readonly policies: readonly { readonly labels: readonly number[]; readonly policy: Policy }[];
  /** Mean over the worlds, points; no policy of these moves has more than `bound`. */
  readonly value: number;
  readonly bound: number;
  readonly nodes: number;
}

/** A tie goes to what does less; sums of the same numbers in another order differ by less than this, points a world. */
const tie = 1e-9;

export function solve(decision: Decision, limits: SolveLimits): Solved {
  const start = { ids: decision.factors.map(() => 0), made: [], last: -1 };
  return new Solver(decision, limits).best(start, startingSets(decision.worlds, limits.known, limits.fewest));
}

/** The best that can still be done in these worlds where the factors have come to these traces: as `solve`, `value` a mean over these worlds. */
export function solveFrom(
  decision: Decision,
  ids: readonly number[],
  worlds: Int32Array,
  limits: Omit<SolveLimits, "known">,
): Solved {
  const made = decision.moves.flatMap((_, m) => {
    const { factor, place } = decision.placesOf[m]![0]!;
    return decision.factors[factor]!.traces.list[ids[factor]!]!.includes(place) ? [m] : [];
  });
  return new Solver(decision, limits).best({ ids, made, last: -1 }, [{ labels: [], worlds }]);
}

interface Found {
  /** Sums over the worlds of the set. */
  readonly value: number;
  readonly bound: number;
  readonly policy: Policy;
}
/** Worlds that choose together from the first, and what is known in them. */
interface Start {
  readonly labels: readonly number[];
  readonly worlds: Int32Array;
}
interface State {
  readonly ids: readonly number[];
  readonly made: readonly number[];
  readonly last: number;
  /** What has been heard of which moves, sorted: with what is known beforehand it tells which worlds these are. */
  readonly heard: readonly string[];
  readonly group: WorldGroup;
}

class Solver {
  private readonly decision: Decision;
  private readonly limits: SolveLimits;
  private readonly memo = new Map<string, Found>();
  private readonly greedily = new Map<string, Found>();
  private readonly groups = new Map<string, WorldGroup>();
  private nodes = 0;
  private deepest = 0;
  /** Moves may be looked further ahead than was done. */
  private cut = false;

  constructor(decision: Decision, limits: SolveLimits) {
    this.decision = decision;
    this.limits = limits;
  }

  best(start: Omit<State, "group" | "heard">, sets: readonly Start[]): Solved {
    const { decision, limits } = this;
    const left = decision.moves.length - start.made.length;
    const ahead = Math.min(limits.mostMoves ?? left, left);
    this.deepest = start.made.length + ahead;
    const states = sets.map(({ labels, worlds }): State => {
      const heard = labels.length === 0 ? [] : [`known ${labels.join(".")}`];
      return { ...start, heard, group: this.groupOf(heard, () => worlds) };
    });
    let found: Found[] = states.map((state) => this.greedy(state));
    // Further and further ahead, and greedily from there on: whenever the choices run out there is a plan to be had.
    for (let depth = 1; depth <= ahead && this.nodes < limits.nodes; depth++) {
      this.memo.clear();
      this.cut = false;
      found = states.map((state, k) => {
        const before = found[k]!;
        const deeper = this.search(state, depth);
        const bound = Math.min(before.bound, deeper.bound);
        return this.isMore(deeper, before, state) ? { ...deeper, bound } : { ...before, bound };
      });
      if (!this.cut) break;
    }
    const count = sets.reduce((n, set) => n + set.worlds.length, 0);
    return {
      policies: sets.map(({ labels }, k) => ({ labels, policy: found[k]!.policy })),
      value: found.reduce((sum, each) => sum + each.value, 0) / count,
      bound: found.reduce((sum, each) => sum + Math.max(each.value, each.bound), 0) / count,
      nodes: this.nodes,
    };
  }

  private isMore(a: Pick<Found, "value">, b: Pick<Found, "value">, state: State): boolean {
    return a.value > b.value + tie * state.group.worlds.length;
  }

  private stopped(state: State): Found {
    const { group, ids } = state;
    const value = group.valueOf(ids) - this.priceOf(state);
    const mayGoOn = state.made.length < this.deepest;
    return { value, bound: mayGoOn ? group.mostOf(ids) - this.priceOf(state) : value, policy: stop };
  }

  private priceOf({ made, group }: State): number {
    const { price } = this.limits;
    if (price === undefined) return 0;
    return made.reduce((sum, m) => sum + price[this.decision.moves[m]!]!, 0) * group.worlds.length;
  }

  private search(state: State, depth: number): Found {
    const key = keyOf(state);
    const known = this.memo.get(key);
    if (known !== undefined) return known;
    const stopping = this.stopped(state);
    let best: Found = { ...stopping, bound: stopping.value };
    if (this.isMore({ value: stopping.bound }, stopping, state)) {
      if (depth === 0) {
        this.cut = true;
        best = this.greedy(state);
      } else best = this.lookAhead(state, depth, stopping);
    }
    this.memo.set(key, best);
    return best;
  }

  private lookAhead(state: State, depth: number, stopping: Found): Found {
    let best: Found = { ...stopping, bound: stopping.value };
    for (const next of this.nextOf(state)) {
      if (next === undefined) {
        // A trace beyond those listed: it may be as good as anything.
        best = { ...best, bound: Math.max(best.bound, stopping.bound) };
        continue;
      }
      if (this.nodes >= this.limits.nodes) {
        this.cut = true;
        const greedy = this.greedy(state);
        return { ...(this.isMore(greedy, best, state) ? greedy : best), bound: Math.max(best.bound, stopping.bound) };
      }
      this.nodes++;
      if (!this.isMore({ value: next.most }, best, state)) continue;
      const tried = this.act(next.state, state, (part) => this.search(part, depth - 1));
      if (tried === undefined) continue;
      const bound = Math.max(best.bound, tried.bound);
      best = this.isMore(tried, best, state) ? { ...tried, bound } : { ...best, bound };
    }
    return best;
  }

  /** What may be done next, what promises most at once first; undefined where a trace is beyond those listed. */
  private nextOf(
    state: State,
  ): ({ readonly state: State; readonly value: number; readonly most: number } | undefined)[] {
    const list: { readonly state: State; readonly value: number; readonly most: number }[] = [];
    let beyond = false;
    for (let m = 0; m < this.decision.moves.length; m++) {
      const next = this.after(state, m);
      if (next === undefined) continue;
      if (next === "beyond") beyond = true;
      else {
        const { value, bound } = this.stopped(next);
        list.push({ state: next, value, most: bound });
      }
    }
    list.sort((a, b) => b.value - a.value || a.state.last - b.state.last);
    return beyond ? [...list, undefined] : list;
  }

  /** One move after another, each the one that brings most at once, for as long as any brings something. */
  private greedy(state: State): Found {
    const key = keyOf(state);
    const known = this.greedily.get(key);
    if (known !== undefined) return known;
    const stopping = this.stopped(state);
    let best = stopping;
    if (state.made.length < this.deepest)
      for (const next of this.nextOf(state)) {
        if (next === undefined || !this.isMore(next, stopping, state)) break;
        this.nodes++;
        const tried = this.act(next.state, state, (part) => this.greedy(part));
        if (tried === undefined) continue;
        if (this.isMore(tried, stopping, state)) best = { ...tried, bound: stopping.bound };
        break;
      }
    this.greedily.set(key, best);
    return best;
  }

  /** The move just made, and what is then done in each set of worlds; undefined where it cannot be made in any. */
  private act(next: State, before: State, go: (part: State) => Found): Found | undefined {
    const m = next.last;
    const { worlds } = before.group;
    const parts = this.heardIn(next, m, worlds);
    if (parts.length === 1 && parts[0]!.codes.length === 1 && parts[0]!.codes[0] === seen.notDone) return undefined;
    let value = 0;
    let bound = 0;
    const branches: Branch[] = [];
    for (const part of parts) {
      const found = go(parts.length === 1 ? next : this.hearing(next, m, part));
      value += found.value;
      bound += found.bound;
      branches.push({ codes: part.codes, next: found.policy, worlds: part.worlds.length });
    }
    const policy: Act = { kind: "do", move: this.decision.moves[m]!, branches, worlds: worlds.length };
    return { value, bound, policy };
  }

  private hearing(
    next: State,
    m: number,
    part: { readonly codes: readonly number[]; readonly worlds: Int32Array },
  ): State {
    // What a move tells may hang on what was done before it.
    const trace = next.ids[this.decision.tellerOf[m]!.factor]!;
    const heard = [...next.heard, `${m}@${trace}=${part.codes.join(".")}`].sort();
    return { ...next, heard, group: this.groupOf(heard, () => part.worlds) };
  }

  private groupOf(heard: readonly string[], worlds: () => Int32Array): WorldGroup {
    const key = heard.join(";");
    const known = this.groups.get(key) ?? new WorldGroup(this.decision, worlds());
    this.groups.set(key, known);
    return known;
  }

  /** The state after one more move; undefined where it may not come now, or where another order comes to the same. */
  private after(state: State, m: number): State | "beyond" | undefined {
    const { decision, limits } = this;
    const n = decision.moves.length;
    if (limits.barred?.has(decision.moves[m]!)) return undefined;
    for (const b of state.made) if (b === m || decision.before[m * n + b] === 1) return undefined;
    const b = state.last;
    // A silent move may as well come after one that tells something, and of two silent ones the first in order comes first.
    if (
      b >= 0 &&
      decision.commute[b * n + m] === 1 &&
      decision.before[b * n + m] === 0 &&
      !this.speaks(b) &&
      (this.speaks(m) || m < b)
    )
      return undefined;
    const ids = idsAfter(decision, state.ids, m);
    return ids === undefined ? "beyond" : { ...state, ids, made: [...state.made, m], last: m };
  }

  private speaks(m: number): boolean {
    return this.decision.tellerOf[m] !== undefined && !(this.limits.unheard?.has(this.decision.moves[m]!) ?? false);
  }

  /** The worlds by what the move tells in them, sets too small merged: the smallest with the next. The largest comes last. */
  private heardIn(state: State, m: number, worlds: Int32Array): { codes: number[]; worlds: Int32Array }[] {
    const told = toldBy(this.decision, state.ids, m);
    if (told === undefined) return [{ codes: [], worlds }];
    const sets = new Map<number, number[]>();
    for (const w of worlds) {
      const code = told[w]!;
      const set = sets.get(code);
      if (set === undefined) sets.set(code, [w]);
      else set.push(w);
    }
    const parts = [...sets].map(([code, list]) => ({ codes: [code], list }));
    if (!this.speaks(m) && parts.length > 1) return [{ codes: [], worlds }];
    return mergeSmall(parts, this.limits.fewest).map(({ codes, list }) => ({ codes, worlds: Int32Array.from(list) }));
  }
}

const keyOf = (state: State): string => `${state.ids.join(",")}|${state.last}|${state.heard.join(";")}`;

interface Part {
  readonly codes: number[];
  readonly list: number[];
}

/** Merges sets of fewer than `fewest` worlds, the smallest with the next smallest; in order of size, the largest last. */
export function mergeSmall(parts: readonly Part[], fewest: number): Part[] {
  const bySize = (a: Part, b: Part) => a.list.length - b.list.length || a.codes[0]! - b.codes[0]!;
  const left = [...parts].sort(bySize);
  while (left.length > 1 && left[0]!.list.length < fewest) {
    const [a, b] = left.splice(0, 2) as [Part, Part];
    const codes = [...a.codes, ...b.codes].sort((x, y) => x - y);
    left.push({ codes, list: [...a.list, ...b.list].sort((x, y) => x - y) });
    left.sort(bySize);
  }
  return left;
}

function startingSets(worlds: number, known: Uint8Array | undefined, fewest: number): Start[] {
  const all = Int32Array.from({ length: worlds }, (_, w) => w);
  if (known === undefined) return [{ labels: [], worlds: all }];
  const labels = [...new Set(known)].sort((a, b) => a - b);
  const parts = labels.map((label) => ({ codes: [label], list: [...all].filter((w) => known[w] === label) }));
  return mergeSmall(parts, fewest).map((part) => ({ labels: part.codes, worlds: Int32Array.from(part.list) }));
}
