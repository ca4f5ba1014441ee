/** Rolls a plan out in one world after another: moves, effects, rules, signals, branches, then forum by forum in date order. */
import type { Model, ModelPlan, ModelStep } from "../model/model.ts";
import { pending, why } from "../model/state.ts";
import { ForumSettler } from "./forum-settler.ts";
import { MoveMaker } from "./moves.ts";
import { RolledWorld, type Variation } from "./rolled-world.ts";
import { scorePlan } from "./score.ts";

export class Roll extends RolledWorld {
  private readonly moves: MoveMaker;
  private readonly forums: ForumSettler;

  constructor(model: Model) {
    super(model);
    this.moves = new MoveMaker(this);
    this.forums = new ForumSettler(this);
  }

  override begin(inputs: Float64Array, base: number): void {
    super.begin(inputs, base);
    this.forums.reset();
  }

  /** Rolls the plan out in the world taken up. Everything readable afterwards is of this run. */
  run(plan: ModelPlan, variation: Variation = {}): void {
    const { model } = this;
    this.clear(variation);
    this.fireRules(this.everyRule);
    for (let stage = 0; stage <= model.order.length; stage++) {
      const forum = model.order[stage];
      this.today = forum === undefined ? "9999-12-31" : model.forums[forum]!.from;
      this.moves.makeOthersOf(stage);
      this.steps(plan.stages[stage] ?? []);
      this.moves.makeOthersOf(stage);
      this.moves.forceStage(stage);
      if (forum !== undefined) this.forums.settleForum(forum);
    }
    // What no move brought before a forum stays as it is.
    for (let i = 0; i < model.items.length; i++)
      if (this.result[i] === pending) this.finish(i, model.items[i]!.otherwise, why.notReached);
    scorePlan(this);
  }

  private steps(steps: readonly ModelStep[]): void {
    for (const step of steps) {
      this.reached[step.index] = 1;
      if (step.step === "do") this.moves.make(step.move);
      else if (step.step === "if") this.steps(step.if(this) ? step.yes : step.no);
    }
  }
}
