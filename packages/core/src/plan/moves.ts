/** Moves made in a world: ours where the plan has them, the others' by themselves, and what an intervention forces. */
import type { Forced, Model } from "../model/model.ts";
import { awaited } from "../model/state.ts";
import { offerState } from "./offer-state.ts";
import { effectsOn, type RolledWorld } from "./rolled-world.ts";
import { SignalDraw } from "./signal-draw.ts";

export class MoveMaker {
  private readonly world: RolledWorld;
  private readonly model: Model;
  private readonly signals: SignalDraw;
  private readonly moveEffects: readonly (readonly number[])[];
  private readonly othersMoves: readonly (readonly number[])[];

  constructor(world: RolledWorld) {
    const { model } = world;
    this.world = world;
    this.model = model;
    this.signals = new SignalDraw(world);
    this.moveEffects = effectsOn(model, "move", model.moves.length);
    this.othersMoves = [...model.order.keys(), model.order.length].map((stage) =>
      model.moves.flatMap((move, index) => (!move.ours && move.stage === stage ? [index] : [])),
    );
  }

  /** The others' moves of a stage, each with its chance once what it needs holds. */
  makeOthersOf(stage: number): void {
    const moves = this.othersMoves[stage]!;
    for (let k = 0; k < moves.length; k++) this.othersMove(moves[k]!);
  }

  /** Makes a move of ours, if it is not made yet and what it needs holds. */
  make(index: number): void {
    const { world } = this;
    if (world.done[index] === 1 || world.barred[index] === 1) return;
    const move = this.model.moves[index]!;
    const { pins } = world;
    if (pins?.done[index] === 0) return;
    const { forced } = world.variation;
    const forcedDone = forcedOn(forced, index, "done");
    if (forcedDone === false) return;
    const worked = forcedOn(forced, index, "worked");
    const failed = forcedOn(forced, index, "failed");
    // What an intervention brings about, or has been done, does not wait for what the move needs.
    const isForced = forcedDone === true || worked === true || failed === true || pins?.done[index] === 1;
    if (!isForced && move.if !== undefined && !move.if(world)) return;
    const { inputs, base } = world;
    world.done[index] = 1;
    if (move.from !== "") world.today = move.from;
    let works = inputs[base + move.luck]! * 100 < world.chance(this.moveEffects[index]!, inputs[base + move.chance]!);
    if (worked !== undefined) works = worked;
    if (failed !== undefined) works = !failed;
    if (pins !== undefined && pins.worked[index]! >= 0) works = pins.worked[index] === 1;
    world.worked[index] = works ? 1 : 0;
    this.activateAll(works ? move.ifItWorks : move.ifItFails);
    this.show(index);
    const { offers } = move;
    for (let k = 0; k < offers.length; k++)
      if (!world.variation.offersOff?.has(offers[k]!)) world.offers[offers[k]!] = offerState.notOpen;
    world.typedPoints[index] = this.typedPayoff(index);
    this.tell(index);
  }

  /** Rules first see that the move is made, then what it tells us: what it tells may hang on them, and they on it. */
  private tell(index: number): void {
    const { rules, signal } = this.world;
    const tells = this.model.moves[index]!.signals.length > 0;
    if (tells) signal[index] = awaited;
    rules.noteMove(index);
    rules.fire();
    if (!tells) return;
    this.signals.receive(index);
    rules.noteMove(index);
    rules.fire();
  }

  private activateAll(effects: readonly number[]): void {
    for (let k = 0; k < effects.length; k++) this.world.activate(effects[k]!);
  }

  /** What the move lets others know of how much we care. */
  private show(index: number): void {
    const { world } = this;
    const { inputs, base } = world;
    const { conceals, reveals, items, public: isPublic } = this.model.moves[index]!;
    for (let k = 0; k < conceals.length; k++) world.conceal(conceals[k]!);
    for (let k = 0; k < reveals.length; k++) {
      const reveal = reveals[k]!;
      if (reveal.chance === undefined || inputs[base + reveal.luck]! * 100 < inputs[base + reveal.chance]!)
        world.reveal(reveal.item, reveal.to);
    }
    if (isPublic) for (let k = 0; k < items.length; k++) world.publish(items[k]!);
  }

  /** Points of the act itself: worth and audience less cost. */
  private typedPayoff(index: number): number {
    const { worth, cost, audience } = this.model.moves[index]!;
    const { inputs, base } = this.world;
    let points = worth === undefined ? 0 : inputs[base + worth]!;
    if (cost !== undefined) points -= inputs[base + cost]!;
    for (let k = 0; k < audience.length; k++) points += inputs[base + audience[k]!]!;
    return points;
  }

  /** A move of another party is made by itself, with its chance, once what it needs holds. */
  private othersMove(index: number): void {
    const { world } = this;
    if (world.done[index] === 1 || world.barred[index] === 1) return;
    const { forced } = world.variation;
    if (forcedOn(forced, index, "done") === true || world.pins?.done[index] === 0) return;
    const move = this.model.moves[index]!;
    if (move.if !== undefined && !move.if(world)) return;
    const { inputs, base } = world;
    if (inputs[base + move.luck]! * 100 >= world.chance(this.moveEffects[index]!, inputs[base + move.chance]!)) return;
    if (forcedOn(forced, index, "done") === false) return;
    this.makeOthers(index);
  }

  /** A move of another party that has been seen to be made. */
  makeSeen(index: number): void {
    if (this.world.pins?.done[index] === 1 && this.world.done[index] !== 1) this.makeOthers(index);
  }

  private makeOthers(index: number): void {
    const { world } = this;
    world.done[index] = 1;
    world.worked[index] = 1;
    this.activateAll(this.model.moves[index]!.ifItWorks);
    this.tell(index);
  }

  /** Moves that an intervention makes, where the plan itself has not come to them. */
  forceStage(stage: number): void {
    const { forced } = this.world.variation;
    if (forced === undefined) return;
    for (const f of forced) {
      if (f.kind !== "move" || !f.holds || this.world.done[f.move] === 1) continue;
      if (this.model.moves[f.move]!.stage > stage) continue;
      if (this.model.moves[f.move]!.ours) this.make(f.move);
      else this.makeOthers(f.move);
    }
  }
}

/** What an intervention says of a move; undefined: nothing. */
function forcedOn(
  forced: readonly Forced[] | undefined,
  move: number,
  state: "done" | "worked" | "failed",
): boolean | undefined {
  if (forced === undefined) return undefined;
  for (const f of forced) if (f.kind === "move" && f.move === move && f.state === state) return f.holds;
  return undefined;
}
