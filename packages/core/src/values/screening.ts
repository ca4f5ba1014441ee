/** The plans rolled out with each thing taken away, in the same worlds. */
import type { Brief, Step } from "../brief/brief.ts";
import type { Model, ModelPlan } from "../model/model.ts";
import { Draws } from "../plan/draws.ts";
import { Roll } from "../plan/roll.ts";
import type { Variation } from "../plan/rolled-world.ts";
import { searchSeed } from "../search/budget.ts";
import { compileSteps } from "../search/roll-best.ts";
import { type Change, changesOf } from "./changes.ts";
import { type Later, latersOf } from "./later.ts";
import { type MethodVariant, methodVariants } from "./method-checks.ts";
import type { ValuesSettings } from "./settings.ts";
import { worldsInTask } from "./table-maker.ts";

/** Our value by world under the plan screened, the best plan and the plan as written, then as each thing changes. */
export interface Screened {
  readonly plan: Float64Array;
  readonly best: Float64Array;
  readonly written: Float64Array;
  readonly changes: readonly Float64Array[];
  readonly laters: readonly Float64Array[];
  /** By variant of the method: the plan screened, the best plan, the plan as written. */
  readonly method: readonly (readonly [Float64Array, Float64Array, Float64Array])[];
}

interface Rolled {
  readonly roll: Roll;
  readonly plan: ModelPlan;
  readonly best: ModelPlan;
  readonly written: ModelPlan;
}

export class Screening {
  readonly changes: readonly Change[];
  readonly laters: readonly Later[];
  readonly method: readonly MethodVariant[];
  private readonly brief: Brief;
  private readonly model: Model;
  private readonly settings: ValuesSettings;
  private readonly rolled = new Map<Model, Rolled>();
  private readonly drawn = new Map<Model, Draws>();

  /** `model` has the looks and the nil input; `moves` may be made. */
  constructor(brief: Brief, model: Model, moves: readonly number[], settings: ValuesSettings) {
    this.brief = brief;
    this.model = model;
    this.settings = settings;
    this.changes = changesOf(brief, model);
    this.laters = latersOf(model, moves);
    this.method = methodVariants(model);
  }

  screen(from: number, count: number): Screened {
    const { changes, laters, method, model } = this;
    const sheet = () => new Float64Array(count);
    const screened = {
      plan: sheet(),
      best: sheet(),
      written: sheet(),
      changes: changes.map(sheet),
      laters: laters.map(sheet),
      method: method.map((): [Float64Array, Float64Array, Float64Array] => [sheet(), sheet(), sheet()]),
    };
    const barred = laters.map(({ lost }): Variation => ({ without: new Set(lost) }));
    const own = this.rolledOf(model);
    const draws = this.drawsOf(model);
    draws.fill(from, count);
    const { values, width } = draws;
    for (let w = 0; w < count; w++) {
      own.roll.begin(values, w * width);
      screened.written[w] = ourValue(own.roll, own.written);
      screened.best[w] = this.settings.best === undefined ? screened.written[w]! : ourValue(own.roll, own.best);
      screened.plan[w] = this.settings.isRecommended ? screened.best[w]! : screened.written[w]!;
      for (const [k, variation] of barred.entries()) screened.laters[k]![w] = ourValue(own.roll, own.plan, variation);
      for (const [k, { model: changed }] of changes.entries()) {
        const { roll, plan } = this.rolledOf(changed);
        roll.begin(values, w * width);
        screened.changes[k]![w] = ourValue(roll, plan);
      }
    }
    for (const [k, { model: changed, variation }] of method.entries())
      this.check(changed, variation, from, screened.method[k]!);
    return screened;
  }

  private check(
    changed: Model,
    variation: Variation,
    from: number,
    into: readonly [Float64Array, Float64Array, Float64Array],
  ): void {
    const { roll, plan, best, written } = this.rolledOf(changed);
    const draws = this.drawsOf(changed);
    const count = into[0].length;
    draws.fill(from, count);
    for (let w = 0; w < count; w++) {
      roll.begin(draws.values, w * draws.width);
      into[2][w] = ourValue(roll, written, variation);
      into[1][w] = this.settings.best === undefined ? into[2][w]! : ourValue(roll, best, variation);
      into[0][w] = plan === best ? into[1][w]! : into[2][w]!;
    }
  }

  /**
   * The plan screened in worlds of one draw with the inputs of each set as another draw has them: what Sobol indices are
   * estimated from.
   */
  mix(
    from: number,
    count: number,
    sets: readonly (readonly number[])[],
  ): { readonly b: Float64Array; readonly mixed: readonly Float64Array[] } {
    const { model, settings } = this;
    const a = this.drawsOf(model);
    a.fill(from, count);
    const second = new Draws(model, searchSeed(settings.seed), count);
    second.fill(from, count);
    const { width } = a;
    const { roll, plan } = this.rolledOf(model);
    const b = new Float64Array(count);
    const mixed = sets.map(() => new Float64Array(count));
    const world = new Float64Array(width);
    for (let w = 0; w < count; w++) {
      const base = w * width;
      roll.begin(second.values, base);
      b[w] = ourValue(roll, plan);
      for (const [k, set] of sets.entries()) {
        world.set(a.values.subarray(base, base + width));
        for (const input of set) world[input] = second.values[base + input]!;
        roll.begin(world, 0);
        mixed[k]![w] = ourValue(roll, plan);
      }
    }
    return { b, mixed };
  }

  /** Inputs of the worlds of the run, drawn anew. */
  draw(count: number): Draws {
    const draws = new Draws(this.model, this.settings.seed, count, this.settings.selection?.worlds);
    draws.fill(0, count);
    return draws;
  }

  private rolledOf(model: Model): Rolled {
    const known = this.rolled.get(model);
    if (known !== undefined) return known;
    const compiled = (steps: readonly Step[] | undefined) =>
      steps === undefined ? model.plan : compileSteps(this.brief, model, steps);
    const best = compiled(this.settings.best);
    const roll = new Roll(model, this.settings.selection?.forced);
    const made = { roll, best, written: model.plan, plan: this.settings.isRecommended ? best : model.plan };
    this.rolled.set(model, made);
    return made;
  }

  private drawsOf(model: Model): Draws {
    let draws = this.drawn.get(model);
    if (draws === undefined) {
      draws = new Draws(model, this.settings.seed, worldsInTask, this.settings.selection?.worlds);
      this.drawn.set(model, draws);
    }
    return draws;
  }
}

function ourValue(roll: Roll, plan: ModelPlan, variation: Variation = {}): number {
  roll.run(plan, variation);
  return roll.value;
}
