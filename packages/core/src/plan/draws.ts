/** The inputs of a run of worlds, drawn together: world-major, so that a world is one stretch of memory. */
import type { Input, Model } from "../model/model.ts";
import { drawKey, fillDraws, fillUniforms, type Key, type Worlds } from "../worlds/index.ts";

export class Draws {
  readonly width: number;
  private readonly model: Model;
  private readonly keys: readonly Key[];
  private readonly blocKeys: readonly (Key | undefined)[];
  private readonly column: Float64Array;
  private readonly shared: Float64Array;
  private readonly kept: Uint32Array | undefined;
  /** Input i of world w (counted within the run) is `values[w * width + i]`. */
  readonly values: Float64Array;

  /** Room for runs of up to `most` worlds. Where only some worlds are `kept`, `fill` counts among those. */
  constructor(model: Model, seed: number, most: number, kept?: Uint32Array) {
    this.model = model;
    this.kept = kept;
    this.width = model.inputs.length;
    this.keys = model.inputs.map((input) => drawKey(seed, "input", input.key));
    this.blocKeys = model.inputs.map((input) =>
      input.bloc === undefined ? undefined : drawKey(seed, "input", input.bloc.key),
    );
    this.column = new Float64Array(most);
    this.shared = new Float64Array(most);
    this.values = new Float64Array(most * this.width);
    // What is exact is the same in every world: written once.
    for (const [i, input] of model.inputs.entries())
      if (input.distribution.kind === "exact") this.scatter(i, this.column.fill(input.distribution.value), most);
  }

  /** Draws worlds `from`, `from` + 1, … Cost O(count × inputs that are not exact). */
  fill(from: number, count: number): void {
    this.fillWorlds(this.kept === undefined ? { from, count } : this.kept.subarray(from, from + count), count);
  }

  /**
   * All inputs of worlds `from`, `from` + 1, …, kept or not, but those of the group, which are those of one world. So each is
   * what it would be in a run of `fillNested`.
   */
  fillHeld(group: Input["group"], world: number, from: number, count: number): void {
    const run = { from, count };
    this.fillWorlds(run, count);
    const same = new Uint32Array(count).fill(world);
    const { inputs } = this.model;
    for (let i = 0; i < inputs.length; i++) {
      const input = inputs[i]!;
      if (input.distribution.kind === "exact") continue;
      const held = input.group === group;
      if (!held && (input.bloc === undefined || inputs[input.bloc.chance]!.group !== group)) continue;
      const worlds = held ? same : run;
      this.draw(i, worlds);
      if (input.bloc !== undefined) this.drawBloc(input, this.blocKeys[i]!, worlds, count);
      this.scatter(i, this.column, count);
    }
  }

  private fillWorlds(worlds: Worlds, count: number): void {
    const { inputs } = this.model;
    for (let i = 0; i < inputs.length; i++) {
      if (inputs[i]!.distribution.kind === "exact") continue;
      this.draw(i, worlds);
      if (inputs[i]!.bloc !== undefined) this.drawBloc(inputs[i]!, this.blocKeys[i]!, worlds, count);
      this.scatter(i, this.column, count);
    }
  }

  /**
   * Draws `outer` runs of `inner` worlds: all inputs of worlds 0, 1, … in each run, but those of the group of the one world
   * `from`, `from` + 1, … of the run. The inner worlds are drawn once and copied; a world counts run after run.
   */
  fillNested(group: Input["group"], from: number, outer: number, inner: number): void {
    this.fillWorlds({ from: 0, count: inner }, inner);
    const run = inner * this.width;
    for (let j = 1; j < outer; j++) this.values.copyWithin(j * run, 0, run);
    const { inputs } = this.model;
    for (let i = 0; i < inputs.length; i++) {
      const input = inputs[i]!;
      if (input.distribution.kind === "exact") continue;
      const held = input.group === group;
      // Whether a bloc splits may be of the group though the position is not.
      if (!held && (input.bloc === undefined || inputs[input.bloc.chance]!.group !== group)) continue;
      const worlds: Worlds = held ? { from, count: outer } : { from: 0, count: inner };
      this.draw(i, worlds);
      this.spread(outer, inner, held);
      if (input.bloc !== undefined) {
        const nested = Uint32Array.from({ length: outer * inner }, (_, w) =>
          held ? from + Math.floor(w / inner) : w % inner,
        );
        this.drawBloc(input, this.blocKeys[i]!, nested, outer * inner);
      }
      this.scatter(i, this.column, outer * inner);
    }
  }

  /** One stream into the column. */
  private draw(i: number, worlds: Worlds): void {
    const { group, distribution } = this.model.inputs[i]!;
    if (group === "events") fillUniforms(this.keys[i]!, worlds, this.column, 0);
    else fillDraws(distribution, this.keys[i]!, worlds, this.column, 0);
  }

  /** From one value a run (held) or a world of the run to one for every world of every run. */
  private spread(outer: number, inner: number, held: boolean): void {
    const { column } = this;
    const values = column.slice(0, held ? outer : inner);
    for (let j = 0, w = 0; j < outer; j++) for (let k = 0; k < inner; k++, w++) column[w] = values[held ? j : k]!;
  }

  private drawBloc(input: Input, key: Key, worlds: Worlds, count: number): void {
    fillDraws(input.distribution, key, worlds, this.shared, 0);
    const { chance, luck } = input.bloc!;
    for (let w = 0; w < count; w++) {
      const splits = this.values[w * this.width + luck]! * 100 < this.values[w * this.width + chance]!;
      if (!splits) this.column[w] = this.shared[w]!;
    }
  }

  private scatter(input: number, column: Float64Array, count: number): void {
    const { values, width } = this;
    for (let w = 0, at = input; w < count; w++, at += width) values[at] = column[w]!;
  }
}
