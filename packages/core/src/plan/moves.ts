/** Moves made in a world: ours where the plan has them, the others' by themselves, and what an intervention forces. */

import type { Forced, Model, ModelMove, Predicate } from "../model/model.ts";
import { awaited } from "../model/state.ts";
import { actPoints } from "./act-points.ts";
import { offerState } from "./offer-state.ts";
import type { Pins } from "./pins.ts";
import { effectsOn, type RolledWorld } from "./rolled-world.ts";
import { SignalDraw } from "./signal-draw.ts";

export class MoveMaker {
  private readonly world: RolledWorld;
  private readonly model: Model;
  private readonly signals: SignalDraw;
  private readonly moveEffects: readonly (readonly number[])[];
  private readonly othersMoves: readonly (readonly number[])[];
  /** By move, since every run passes here. */
  private readonly conditions: readonly (Predicate | undefined)[];
  private readonly days: readonly string[];
  private readonly luck: Int32Array;
  private readonly chance: Int32Array;
  private readonly ifItWorks: readonly (readonly number[])[];
  private readonly ifItFails: readonly (readonly number[])[];
  /** 1 where the move shows or hides how much we care; makes offers; has a payoff of its own; gives signals. */
  private readonly shows: Uint8Array;
  private readonly offers: readonly (readonly number[])[];
  private readonly pays: Uint8Array;
  private readonly tells: Uint8Array;

  constructor(world: RolledWorld) {
    const { model } = world;
    const { moves } = model;
    const flag = (test: (move: ModelMove) => boolean) => Uint8Array.from(moves, (move) => (test(move) ? 1 : 0));
    this.world = world;
    this.model = model;
    this.signals = new SignalDraw(world);
    this.moveEffects = effectsOn(model, "move", moves.length);
    this.othersMoves = [...model.order.keys(), model.order.length].map((stage) =>
      moves.flatMap((move, index) => (!move.ours && move.stage === stage ? [index] : [])),
    );
    this.conditions = moves.map((move) => move.if);
    this.days = moves.map((move) => move.from);
    this.luck = Int32Array.from(moves, (move) => move.luck);
    this.chance = Int32Array.from(moves, (move) => move.chance);
    this.ifItWorks = moves.map((move) => move.ifItWorks);
    this.ifItFails = moves.map((move) => move.ifItFails);
    this.shows = flag((move) => move.conceals.length > 0 || move.reveals.length > 0 || move.public);
    this.offers = moves.map((move) => move.offers);
    this.pays = flag((move) => move.worth !== undefined || move.cost !== undefined || move.audience.length > 0);
    this.tells = flag((move) => move.signals.length > 0);
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
    const { forced, pins } = world;
    if (forced !== undefined || pins !== undefined) {
      this.makeBound(index, forced, pins);
      return;
    }
    const condition = this.conditions[index];
    if (condition === undefined || condition(world)) this.carryOut(index, undefined);
  }

  /** The same where an intervention, or what has been observed, may have a say. */
  private makeBound(index: number, forced: readonly Forced[] | undefined, pins: Pins | undefined): void {
    const isPinned = pins?.done[index];
    if (isPinned === 0) return;
    const forcedDone = forcedOn(forced, index, "done");
    if (forcedDone === false) return;
    const worked = forcedOn(forced, index, "worked");
    const failed = forcedOn(forced, index, "failed");
    // What an intervention brings about, or has been done, does not wait for what the move needs.
    const isForced = forcedDone === true || worked === true || failed === true || isPinned === 1;
    const condition = this.conditions[index];
    if (!isForced && condition !== undefined && !condition(this.world)) return;
    let works = failed === undefined ? worked : !failed;
    if (pins !== undefined && pins.worked[index]! >= 0) works = pins.worked[index] === 1;
    this.carryOut(index, works);
  }

  /** Makes a move of ours; whether it works is drawn unless it is known. */
  private carryOut(index: number, known: boolean | undefined): void {
    const { world } = this;
    world.done[index] = 1;
    const day = this.days[index]!;
    if (day !== "") world.today = day;
    const works = known ?? this.isLucky(index);
    world.worked[index] = works ? 1 : 0;
    this.activateAll(works ? this.ifItWorks[index]! : this.ifItFails[index]!);
    if (this.shows[index] === 1) this.show(index);
    const offers = this.offers[index]!;
    for (let k = 0; k < offers.length; k++)
      if (world.offersOff === undefined || !world.offersOff.has(offers[k]!))
        world.offers[offers[k]!] = offerState.notOpen;
    if (this.pays[index] === 1)
      world.typedPoints[index] = actPoints(this.model.moves[index]!, world.inputs, world.base);
    this.tell(index);
  }

  private isLucky(index: number): boolean {
    const { inputs, base } = this.world;
    const chance = inputs[base + this.chance[index]!]!;
    return inputs[base + this.luck[index]!]! * 100 < this.world.chance(this.moveEffects[index]!, chance);
  }

  /** Rules first see that the move is made, then what it tells us: what it tells may hang on them, and they on it. */
  private tell(index: number): void {
    const { rules, signal } = this.world;
    const tells = this.tells[index] === 1;
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

  /** A move of another party is made by itself, with its chance, once what it needs holds. */
  private othersMove(index: number): void {
    const { world } = this;
    if (world.done[index] === 1 || world.barred[index] === 1) return;
    const { forced } = world;
    if (forcedOn(forced, index, "done") === true || world.pins?.done[index] === 0) return;
    const condition = this.conditions[index];
    if (condition !== undefined && !condition(world)) return;
    if (!this.isLucky(index)) return;
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
    this.activateAll(this.ifItWorks[index]!);
    this.tell(index);
  }

  /** Moves that an intervention makes, where the plan itself has not come to them. */
  forceStage(stage: number): void {
    const { forced } = this.world;
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
