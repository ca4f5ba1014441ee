/** Worlds that share their choices, with what each trace comes to in them summed once. */
import type { Decision } from "./decision.ts";

export class WorldGroup {
  readonly worlds: Int32Array;
  private readonly decision: Decision;
  private readonly whole: boolean;
  private readonly values = new Map<number, number>();
  private readonly most = new Map<number, number>();

  constructor(decision: Decision, worlds: Int32Array) {
    this.decision = decision;
    this.worlds = worlds;
    this.whole = worlds.length === decision.worlds;
  }

  /** Sum over the worlds of what the factors' traces come to, points. Cost O(factors) once each trace was asked for. */
  valueOf(ids: readonly number[]): number {
    let total = 0;
    for (let f = 0; f < ids.length; f++)
      total += this.sum(this.values, this.decision.factors[f]!.table.values, f, ids[f]!);
    return total;
  }

  /** The same of the most that each trace may still lead to: no plan from here on comes to more. */
  mostOf(ids: readonly number[]): number {
    let total = 0;
    for (let f = 0; f < ids.length; f++) total += this.sum(this.most, this.decision.factors[f]!.most, f, ids[f]!);
    return total;
  }

  private sum(known: Map<number, number>, array: Float64Array, f: number, id: number): number {
    const { worlds, factors } = this.decision;
    const key = id * factors.length + f;
    const before = known.get(key);
    if (before !== undefined) return before;
    const at = id * worlds;
    let total = 0;
    if (this.whole) for (let w = at; w < at + worlds; w++) total += array[w]!;
    else for (let k = 0; k < this.worlds.length; k++) total += array[at + this.worlds[k]!]!;
    known.set(key, total);
    return total;
  }
}
