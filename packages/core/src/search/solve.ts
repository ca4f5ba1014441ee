/**
 * The best plan over a component's tables: expectimax over the worlds searched. Worlds in which we have seen the same share
 * their choices; what was done and seen is met once; bounded by what a clairvoyant could get.
 */
import { type Decision, idsAfter, toldBy } from "./decision.ts";
import { type Act, type Branch, type Policy, stop } from "./policy.ts";
import { seen } from "./tabulate.ts";

export interface SolveLimits {
  /** Choices looked at. Counted, never timed, so that the same input gives the same plan. */
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
  const start: State = { ids: decision.factors.map(() => 0), made: [], last: -1, heard: [] };
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
  return new Solver(decision, limits).best({ ids, made, last: -1, heard: [] }, [{ labels: [], worlds }]);
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
  /** What has been heard of which moves, in the order of the moves. */
  readonly heard: readonly string[];
}

class Solver {
  private readonly decision: Decision;
  private readonly limits: SolveLimits;
  private readonly memo = new Map<string, Found>();
  private nodes = 0;
  /** A choice was not looked into: by depth, or for want of nodes. */
  private cut = false;

  constructor(decision: Decision, limits: SolveLimits) {
    this.decision = decision;
    this.limits = limits;
  }

  best(start: State, sets: readonly Start[]): Solved {
    const { decision, limits } = this;
    const left = decision.moves.length - start.made.length;
    const deepest = Math.min(limits.mostMoves ?? left, left);
    const count = sets.reduce((n, set) => n + set.worlds.length, 0);
    let found: Found[] = sets.map(({ worlds }) => {
      const stopped = this.stopped(start, worlds);
      return deepest === 0 ? { ...stopped, bound: stopped.value } : stopped;
    });
    // Deeper and deeper, so that whenever the nodes run out there is a plan that was best for its length.
    for (let depth = 1; depth <= deepest && this.nodes < limits.nodes; depth++) {
      this.memo.clear();
      this.cut = false;
      const deeper = sets.map(({ worlds, labels }) =>
        this.search(start, worlds, depth, depth === deepest, labels.join(".")),
      );
      found = deeper.map((each, k) => {
        const before = found[k]!;
        const bound = Math.min(before.bound, each.bound);
        return each.value > before.value + tie * sets[k]!.worlds.length ? { ...each, bound } : { ...before, bound };
      });
      if (!this.cut) break;
    }
    return {
      policies: sets.map(({ labels }, k) => ({ labels, policy: found[k]!.policy })),
      value: found.reduce((sum, each) => sum + each.value, 0) / count,
      bound: found.reduce((sum, each) => sum + Math.max(each.value, each.bound), 0) / count,
      nodes: this.nodes,
    };
  }

  private stopped(state: State, worlds: Int32Array): Found {
    return { value: this.sum(state, worlds, "values"), bound: this.sum(state, worlds, "most"), policy: stop };
  }

  private sum(state: State, worlds: Int32Array, of: "values" | "most"): number {
    const { factors } = this.decision;
    let total = 0;
    for (let f = 0; f < factors.length; f++) {
      const array = of === "values" ? factors[f]!.table.values : factors[f]!.most;
      const at = state.ids[f]! * this.decision.worlds;
      if (worlds.length === this.decision.worlds) for (let w = 0; w < worlds.length; w++) total += array[at + w]!;
      else for (let k = 0; k < worlds.length; k++) total += array[at + worlds[k]!]!;
    }
    if (this.limits.price !== undefined)
      for (const m of state.made) total -= this.limits.price[this.decision.moves[m]!]! * worlds.length;
    return total;
  }

  /** @param last whether the depth is the limit on moves itself: what lies beyond is then not wanted, rather than not seen */
  private search(state: State, worlds: Int32Array, depth: number, last: boolean, label: string): Found {
    const key = `${state.ids.join(",")}|${state.last}|${label}|${state.heard.join(";")}`;
    const known = this.memo.get(key);
    if (known !== undefined) return known;
    const stopping = this.stopped(state, worlds);
    let best: Found = { ...stopping, bound: stopping.value };
    const slack = tie * worlds.length;
    if (stopping.bound > stopping.value + slack) {
      if (depth === 0) {
        if (!last) {
          this.cut = true;
          best = stopping;
        }
      } else
        for (let m = 0; m < this.decision.moves.length; m++) {
          const next = this.after(state, m);
          if (next === undefined) continue;
          if (this.nodes >= this.limits.nodes) {
            this.cut = true;
            best = { ...best, bound: Math.max(best.bound, this.sum(state, worlds, "most")) };
            break;
          }
          this.nodes++;
          const most = this.sum(next, worlds, "most");
          if (most <= best.value + slack) continue;
          const tried = this.act(next, m, worlds, depth, last, label);
          if (tried === undefined) continue;
          const bound = Math.max(best.bound, tried.bound);
          best = tried.value > best.value + slack ? { ...tried, bound } : { ...best, bound };
        }
    }
    this.memo.set(key, best);
    return best;
  }

  private act(
    next: State,
    m: number,
    worlds: Int32Array,
    depth: number,
    last: boolean,
    label: string,
  ): Found | undefined {
    const { moves } = this.decision;
    const parts = this.heardIn(next, m, worlds);
    // What cannot be done in any of these worlds is no choice.
    if (parts.length === 1 && parts[0]!.codes.length === 1 && parts[0]!.codes[0] === seen.notDone) return undefined;
    let value = 0;
    let bound = 0;
    const branches: Branch[] = [];
    for (const part of parts) {
      const heard = parts.length === 1 ? next.heard : [...next.heard, `${m}=${part.codes.join(".")}`].sort();
      const found = this.search({ ...next, heard }, part.worlds, depth - 1, last, label);
      value += found.value;
      bound += found.bound;
      branches.push({ codes: part.codes, next: found.policy, worlds: part.worlds.length });
    }
    const policy: Act = { kind: "do", move: moves[m]!, branches, worlds: worlds.length };
    return { value, bound, policy };
  }

  /** The state after one more move; undefined where it may not come now, or where another order comes to the same. */
  private after(state: State, m: number): State | undefined {
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
    return ids === undefined ? undefined : { ids, made: [...state.made, m], last: m, heard: state.heard };
  }

  private speaks(m: number): boolean {
    return this.decision.tellerOf[m] !== undefined && !(this.limits.unheard?.has(this.decision.moves[m]!) ?? false);
  }

  /** The worlds by what the move tells in them, sets too small merged: the smallest with the next. The largest comes last. */
  private heardIn(state: State, m: number, worlds: Int32Array): { codes: number[]; worlds: Int32Array }[] {
    const { decision } = this;
    const told = toldBy(decision, state.ids, m);
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
