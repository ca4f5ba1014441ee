/** The inputs of a run of worlds, drawn together: world-major, so that a world is one stretch of memory. */
import type { Input, Model } from "../model/model.ts";
import { drawKey, fillDraws, fillUniforms, type Key, type Worlds } from "../worlds/index.ts";

/** Which world number each group of inputs takes: the same for all, or one held fixed while the rest vary. */
export type WorldsOf = (group: Input["group"]) => Worlds;

export class Draws {
  readonly width: number;
  private readonly model: Model;
  private readonly keys: readonly Key[];
  private readonly blocKeys: readonly (Key | undefined)[];
  private readonly column: Float64Array;
  private readonly shared: Float64Array;
  /** Input i of world w (counted within the run) is `values[w * width + i]`. */
  readonly values: Float64Array;

  /** Room for runs of up to `most` worlds. */
  constructor(model: Model, seed: number, most: number) {
    this.model = model;
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

  /** Draws `count` worlds. Cost O(count × inputs that are not exact). */
  fill(worldsOf: WorldsOf, count: number): void {
    const { inputs } = this.model;
    for (let i = 0; i < inputs.length; i++) {
      const input = inputs[i]!;
      if (input.distribution.kind === "exact") continue;
      const worlds = worldsOf(input.group);
      if (input.group === "events") fillUniforms(this.keys[i]!, worlds, this.column, 0);
      else fillDraws(input.distribution, this.keys[i]!, worlds, this.column, 0);
      if (input.bloc !== undefined) this.drawBloc(input, this.blocKeys[i]!, worlds, count);
      this.scatter(i, this.column, count);
    }
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
