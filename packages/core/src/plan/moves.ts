/** Moves made in a world: ours where the plan has them, the others' by themselves, and what an intervention forces. */
import type { Model } from "../model/model.ts";
import { awaited, noSignal } from "../model/state.ts";
import { offerState } from "./offer-state.ts";
import { free } from "./pins.ts";
import { effectsOn, type RolledWorld } from "./rolled-world.ts";

export class MoveMaker {
  private readonly world: RolledWorld;
  private readonly model: Model;
  private readonly moveEffects: readonly (readonly number[])[];
  private readonly othersMoves: readonly (readonly number[])[];

  constructor(world: RolledWorld) {
    const { model } = world;
    this.world = world;
    this.model = model;
    this.moveEffects = effectsOn(model, "move", model.moves.length);
    this.othersMoves = [...model.order.keys(), model.order.length].map((stage) =>
      model.moves.flatMap((move, index) => (!move.ours && move.stage === stage ? [index] : [])),
    );
  }

  /** The others' moves of a stage, each with its chance once what it needs holds. */
  makeOthersOf(stage: number): void {
    for (const move of this.othersMoves[stage]!) this.othersMove(move);
  }

  /** Makes a move of ours, if it is not made yet and what it needs holds. */
  make(index: number): void {
    const move = this.model.moves[index]!;
    if (this.world.done[index] === 1 || this.world.variation.without?.has(index)) return;
    const { pins } = this.world;
    if (pins?.done[index] === 0) return;
    const forcedDone = this.forcedOn(index, "done");
    if (forcedDone === false) return;
    const worked = this.forcedOn(index, "worked");
    const failed = this.forcedOn(index, "failed");
    // What an intervention brings about, or has been done, does not wait for what the move needs.
    const forced = forcedDone === true || worked === true || failed === true || pins?.done[index] === 1;
    if (!forced && move.if !== undefined && !move.if(this.world)) return;
    const { inputs, base } = this.world;
    this.world.done[index] = 1;
    if (move.from !== "") this.world.today = move.from;
    let works =
      inputs[base + move.luck]! * 100 < this.world.chance(this.moveEffects[index]!, inputs[base + move.chance]!);
    if (worked !== undefined) works = worked;
    if (failed !== undefined) works = !failed;
    if (pins !== undefined && pins.worked[index]! >= 0) works = pins.worked[index] === 1;
    this.world.worked[index] = works ? 1 : 0;
    for (const effect of works ? move.ifItWorks : move.ifItFails) this.world.activate(effect);
    for (const item of move.conceals) this.world.conceal(item);
    for (const reveal of move.reveals)
      if (reveal.chance === undefined || inputs[base + reveal.luck]! * 100 < inputs[base + reveal.chance]!)
        this.world.reveal(reveal.item, reveal.to);
    if (move.public) for (const item of move.items) this.world.publish(item);
    for (const offer of move.offers)
      if (!this.world.variation.offersOff?.has(offer)) this.world.offers[offer] = offerState.notOpen;
    this.world.typedPoints[index] = this.typedPayoff(index);
    this.tell(index);
  }

  private forcedOn(move: number, state: "done" | "worked" | "failed"): boolean | undefined {
    const { forced } = this.world.variation;
    if (forced === undefined) return undefined;
    for (const f of forced) if (f.kind === "move" && f.move === move && f.state === state) return f.holds;
    return undefined;
  }

  /** Points of the act itself: worth and audience less cost. */
  private typedPayoff(index: number): number {
    const move = this.model.moves[index]!;
    const { inputs, base } = this.world;
    let points = move.worth === undefined ? 0 : inputs[base + move.worth]!;
    if (move.cost !== undefined) points -= inputs[base + move.cost]!;
    for (const audience of move.audience) points += inputs[base + audience]!;
    return points;
  }

  /** Rules first see that the move is made, then what it tells us: what it tells may hang on them, and they on it. */
  private tell(index: number): void {
    const tells = this.model.moves[index]!.signals.length > 0;
    if (tells) this.world.signal[index] = awaited;
    this.world.fireRules(this.world.everyRule);
    if (!tells) return;
    this.receive(index);
    this.world.fireRules(this.world.everyRule);
  }

  /** Which signal it gives: the draw falls on one of their chances, what is left over is none. */
  private receive(index: number): void {
    const { signals, signalLuck } = this.model.moves[index]!;
    const seen = this.world.pins?.signal[index];
    if (seen !== undefined && seen !== free) {
      this.world.signal[index] = seen;
      return;
    }
    const forced = this.world.variation.forced?.find((f) => f.kind === "signal" && f.move === index);
    if (forced?.kind === "signal" && forced.holds) {
      this.world.signal[index] = forced.signal;
      return;
    }
    const spans: number[] = [];
    let left = 100;
    for (const signal of signals) {
      const row = signal.cases.find((entry) => entry.if === undefined || entry.if(this.world));
      const span = row === undefined ? 0 : Math.min(left, this.world.inputs[this.world.base + row.chance]!);
      spans.push(span);
      left -= span;
    }
    spans.push(left);
    let at = this.world.inputs[this.world.base + signalLuck]! * 100;
    let drawn = spanAt(spans, at);
    if (forced?.kind === "signal") {
      // Only worlds that would have it are changed: their share goes to the others in proportion.
      const excluded = forced.signal < 0 ? signals.length : forced.signal;
      if (drawn === excluded && spans[excluded]! < 100) {
        for (let s = 0; s < excluded; s++) at -= spans[s]!;
        at *= (100 - spans[excluded]!) / spans[excluded]!;
        spans[excluded] = 0;
        drawn = spanAt(spans, at);
      }
    }
    this.world.signal[index] = drawn === signals.length ? noSignal : drawn;
  }

  /** A move of another party is made by itself, with its chance, once what it needs holds. */
  private othersMove(index: number): void {
    const move = this.model.moves[index]!;
    if (this.world.done[index] === 1 || this.world.variation.without?.has(index)) return;
    if (this.forcedOn(index, "done") === true || this.world.pins?.done[index] === 0) return;
    if (move.if !== undefined && !move.if(this.world)) return;
    const { inputs, base } = this.world;
    if (inputs[base + move.luck]! * 100 >= this.world.chance(this.moveEffects[index]!, inputs[base + move.chance]!))
      return;
    if (this.forcedOn(index, "done") === false) return;
    this.makeOthers(index);
  }

  /** A move of another party that has been seen to be made. */
  makeSeen(index: number): void {
    if (this.world.pins?.done[index] === 1 && this.world.done[index] !== 1) this.makeOthers(index);
  }

  private makeOthers(index: number): void {
    const move = this.model.moves[index]!;
    this.world.done[index] = 1;
    this.world.worked[index] = 1;
    for (const effect of move.ifItWorks) this.world.activate(effect);
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

/** The span in which a place lies, spans laid end to end; the last that is not empty where it lies beyond all. */
function spanAt(spans: readonly number[], place: number): number {
  let left = place;
  let last = 0;
  for (const [s, span] of spans.entries()) {
    if (span <= 0) continue;
    if (left < span) return s;
    left -= span;
    last = s;
  }
  return last;
}
