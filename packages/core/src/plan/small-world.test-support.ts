/** For tests: a brief in a few lines, one world of it set by hand, and a plan rolled out there. */
import { formatDiagnostic, readBrief } from "../brief/index.ts";
import { compile } from "../model/compile.ts";
import type { Model, ModelPlan } from "../model/model.ts";
import { why } from "../model/state.ts";
import { mirroredResiduals, quantile } from "../worlds/index.ts";
import { Roll } from "./roll.ts";
import type { Variation } from "./rolled-world.ts";
import { noPlan } from "./variants.ts";

/** The model of a brief that must read and compile. @throws Error with what is wrong */
export function modelOf(text: string): Model {
  const { brief, diagnostics } = readBrief(text, { file: "small.yaml" });
  if (brief === undefined) throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
  const { model, problems } = compile(brief);
  if (model === undefined) throw new Error(problems.map((p) => `${p.path} ${p.message}`).join("\n"));
  return model;
}

/** Uniform draw whose residual is the one nearest to this many scale points. */
export function luckOfResidual(points: number): number {
  let best = 0;
  for (const [k, residual] of mirroredResiduals.entries())
    if (Math.abs(residual - points) < Math.abs(mirroredResiduals[best]! - points)) best = k;
  return (best + 0.5) / mirroredResiduals.length;
}

const reasons = Object.entries(why);

/** How an item ended: option, or why not. */
export interface Ended {
  readonly ended: string;
  readonly option: string | undefined;
  /** Where it stands, agreed or by `otherwise`; undefined off the scale. */
  readonly result: string | undefined;
  readonly admitted: boolean;
  readonly refusers: readonly string[];
  readonly keepers: readonly string[];
}

/** One world: every input at its median (luck at a half) but those that are set, by key such as "ideal ruhr usa". */
export class SmallWorld {
  readonly model: Model;
  readonly roll: Roll;
  private readonly inputs: Float64Array;

  constructor(source: string | Model, set: Readonly<Record<string, number>> = {}) {
    this.model = typeof source === "string" ? modelOf(source) : source;
    this.inputs = Float64Array.from(this.model.inputs, (input) => quantile(input.distribution, 0.5));
    this.roll = new Roll(this.model);
    this.set(set);
  }

  set(values: Readonly<Record<string, number>>): this {
    for (const [key, value] of Object.entries(values)) {
      const places = this.model.inputs.flatMap((input, i) => (input.key === key ? [i] : []));
      if (places.length === 0)
        throw new Error(`no input '${key}' among ${this.model.inputs.map((i) => i.key).join(", ")}`);
      for (const i of places) this.inputs[i] = value;
    }
    return this;
  }

  /** Takes a whole world from draws made elsewhere. */
  load(values: Float64Array, base: number): this {
    this.inputs.set(values.subarray(base, base + this.inputs.length));
    return this;
  }

  get(key: string): number {
    const index = this.model.inputs.findIndex((input) => input.key === key);
    if (index < 0) throw new Error(`no input '${key}'`);
    return this.inputs[index]!;
  }

  /** Rolls a plan out: the brief's own, or none. */
  run(plan: ModelPlan | "written" | "none" = "written", variation: Variation = {}): this {
    this.roll.begin(this.inputs, 0);
    this.roll.run(plan === "written" ? this.model.plan : plan === "none" ? noPlan(this.model) : plan, variation);
    return this;
  }

  of(issue: string): Ended {
    const { roll, model } = this;
    const index = model.items.findIndex((item) => item.id === issue);
    const item = model.items[index]!;
    const named = (bits: number) =>
      item.seats.flatMap((seat, j) => ((bits >>> j) & 1 ? [model.parties[seat.party]!.id] : []));
    const result = roll.result[index]!;
    const ended = reasons.find(([, code]) => code === roll.ended[index])![0];
    return {
      ended,
      option: ended === "agreed" ? item.options[result]!.id : undefined,
      result: result >= 0 ? item.options[result]!.id : undefined,
      admitted: roll.admitted[index] === 1,
      refusers: named(roll.refusers[index]!),
      keepers: named(roll.keepers[index]!),
    };
  }

  move(id: string): { readonly done: boolean; readonly worked: boolean; readonly signal: string } {
    const index = this.model.moves.findIndex((move) => move.id === id);
    const signal = this.roll.signal[index]!;
    return {
      done: this.roll.done[index] === 1,
      worked: this.roll.worked[index] === 1,
      signal: signal < 0 ? "none" : this.model.moves[index]!.signals[signal]!.id,
    };
  }

  moveIndex(id: string): number {
    return this.model.moves.findIndex((move) => move.id === id);
  }
}
