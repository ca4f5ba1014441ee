/** Rolls a plan out in one world after another: moves, effects, rules, signals, branches, then forum by forum in date order. */
import type { Model, ModelPlan, ModelStep, Predicate, Reply } from "../model/model.ts";
import { noSignal, pending, why } from "../model/state.ts";
import { ForumSettler } from "./forum-settler.ts";
import { MoveMaker } from "./moves.ts";
import { Past } from "./past.ts";
import { RolledWorld, type Variation } from "./rolled-world.ts";
import { ScoreKeeper } from "./score.ts";

export class Roll extends RolledWorld {
  private readonly moves: MoveMaker;
  private readonly forums: ForumSettler;
  private readonly score: ScoreKeeper;
  /** The day of each stage: its forum's first; after all of them the last there is. */
  private readonly days: readonly string[];
  /** What has been observed, where anything has. */
  readonly past: Past | undefined;
  /** Whether the world taken up came about as observed (but for what is made so): only such worlds are planned in. */
  agrees = true;
  private asIf: Reply | undefined;
  private isAsIf = false;

  /** `forced`: observations, by index, made so in every world without learning from them. */
  constructor(model: Model, forced: readonly number[] = []) {
    super(model);
    this.moves = new MoveMaker(this);
    this.forums = new ForumSettler(this);
    this.score = new ScoreKeeper(this);
    this.days = [...model.order.map((forum) => model.forums[forum]!.from), "9999-12-31"];
    this.past = model.past === undefined ? undefined : new Past(model, model.past, forced);
    this.pins = this.past?.pins;
  }

  override begin(inputs: Float64Array, base: number): void {
    super.begin(inputs, base);
    this.forums.reset();
    this.score.reset();
    if (this.past === undefined) return;
    this.past.begin();
    if (!this.past.isLearnt) return;
    this.rollOut(undefined, {});
    this.agrees = this.past.agrees(this);
    this.past.capture(this);
    // What came out before anything was held fast need not come out again.
    super.begin(inputs, base);
    this.forums.reset();
  }

  /** Takes up a world in which nothing is held fast, and rolls out what was done so far: did each thing observed come about? */
  survey(inputs: Float64Array, base: number): void {
    super.begin(inputs, base);
    this.forums.reset();
    this.past?.pins.clear();
    this.rollOut(undefined, {});
  }

  /** Rolls the plan out in the world taken up. Everything readable afterwards is of this run. */
  run(plan: ModelPlan, variation: Variation = {}): void {
    this.rollOut(plan, variation);
    this.score.score();
  }

  /** What has been done so far, then the plan's steps; with no plan, what was done so far alone and without hindsight. */
  private rollOut(plan: ModelPlan | undefined, variation: Variation): void {
    const { model, past, days } = this;
    const { order } = model;
    this.clear(variation);
    this.asIf = variation.asIf;
    this.isAsIf = false;
    past?.pins.settle(this);
    this.rules.fire();
    for (let stage = 0; stage <= order.length; stage++) {
      this.today = days[stage]!;
      this.moves.makeOthersOf(stage);
      if (past !== undefined) this.makePast(past, stage);
      if (plan !== undefined) this.steps(plan.stages[stage]!);
      this.moves.makeOthersOf(stage);
      this.moves.forceStage(stage);
      if (plan === undefined) past?.read(this, stage);
      if (stage < order.length) this.forums.settleForum(order[stage]!);
    }
    // What no move brought before a forum stays as it is.
    for (let i = 0; i < model.items.length; i++)
      if (this.result[i] === pending) this.finish(i, model.items[i]!.otherwise, why.notReached);
  }

  /** Moves made before the plan's: ours, and the others' that have been seen. */
  private makePast({ model }: Past, stage: number): void {
    for (const move of model.oursMade[stage]!) this.moves.make(move);
    for (const move of model.othersSeen[stage]!) this.moves.makeSeen(move);
    if (this.today < model.today) this.today = model.today;
  }

  private steps(steps: readonly ModelStep[]): void {
    for (let k = 0; k < steps.length; k++) {
      const step = steps[k]!;
      this.reached[step.index] = 1;
      if (step.step === "do") {
        if (this.asIf !== undefined && step.move === this.asIf.move) this.leaveOut(step.move);
        this.moves.make(step.move);
      } else if (step.step === "if")
        this.steps((this.isAsIf ? this.asks(step.if) : step.if(this)) ? step.yes : step.no);
    }
  }

  /** From here on branches go as the variation says, if the move would have been made. */
  private leaveOut(move: number): void {
    const condition = this.model.moves[move]!.if;
    if (condition === undefined || condition(this)) this.isAsIf = true;
  }

  /** What a branch asks, with the move taken to be made and to have told what it is said to. */
  private asks(condition: Predicate): boolean {
    const { move, signal, worked } = this.asIf!;
    this.done[move] = 1;
    this.worked[move] = worked ? 1 : 0;
    this.signal[move] = signal;
    const holds = condition(this);
    this.done[move] = 0;
    this.worked[move] = 0;
    this.signal[move] = noSignal;
    return holds;
  }
}
