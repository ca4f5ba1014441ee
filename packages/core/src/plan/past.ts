/** What was done and seen up to now, rolled out in a world: did it come about as observed, and what is held fast from now on? */
import type { Model } from "../model/model.ts";
import type { ModelPast, PastCondition } from "../model/past.ts";
import { Pins } from "./pins.ts";
import type { RolledWorld } from "./rolled-world.ts";

export class Past {
  readonly model: ModelPast;
  readonly pins: Pins;
  /** Whether anything must be rolled out to know what is held fast. */
  readonly isLearnt: boolean;
  private readonly made: readonly number[];
  private readonly forced: readonly boolean[];
  /** Facts asked while the past was rolled out. */
  private readonly readings: Uint8Array;

  /** `forced`: observations, by index, that are made so in every world without learning from them. */
  constructor(model: Model, past: ModelPast, forced: readonly number[]) {
    this.model = past;
    this.pins = new Pins(model);
    this.forced = past.observations.map((o, k) => o.ownLuck || forced.includes(k));
    this.made = past.made.flatMap((isMade, m) => (isMade ? [m] : []));
    // What is made so leaves nothing to learn, but for moves made: whether they worked is as in the world.
    this.isLearnt = this.forced.includes(false);
    this.readings = new Uint8Array(past.facts.length);
  }

  /** A new world: only what is so in every one is held fast. */
  begin(): void {
    this.pins.clear();
    for (const move of this.model.over) this.pins.done[move] = 0;
    for (let k = 0; k < this.forced.length; k++)
      if (this.forced[k]) for (const pin of this.model.observations[k]!.pins ?? []) this.pins.force(pin);
    if (!this.isLearnt) for (const move of this.made) this.pins.done[move] = 1;
  }

  /** Asks, before the forum of a stage settles, the facts that are of that day. */
  read(roll: RolledWorld, stage: number): void {
    const { facts } = this.model;
    for (let f = 0; f < facts.length; f++)
      if (facts[f]!.stage === stage) this.readings[f] = facts[f]!.holds(roll) ? 1 : 0;
  }

  /** After the past has been rolled out: did what was observed come about, but for what is made so? */
  agrees(roll: RolledWorld): boolean {
    for (let k = 0; k < this.forced.length; k++) if (!this.forced[k] && !this.holds(roll, k)) return false;
    return true;
  }

  /** Does observation k hold in the past rolled out last? */
  holds(roll: RolledWorld, k: number): boolean {
    return this.asks(roll, this.model.observations[k]!.condition);
  }

  private asks(roll: RolledWorld, condition: PastCondition): boolean {
    switch (condition.op) {
      case "not":
        return !this.asks(roll, condition.part);
      case "and":
        return condition.parts.every((part) => this.asks(roll, part));
      case "or":
        return condition.parts.some((part) => this.asks(roll, part));
      case "fact": {
        const fact = this.model.facts[condition.fact]!;
        return fact.stage < 0 ? fact.holds(roll) : this.readings[condition.fact] === 1;
      }
    }
  }

  /** Holds fast what was observed, as this world made it; and that our moves were made. */
  capture(roll: RolledWorld): void {
    for (let k = 0; k < this.forced.length; k++)
      if (!this.forced[k]) for (const subject of this.model.observations[k]!.subjects) this.pins.capture(roll, subject);
    for (const move of this.made) this.pins.done[move] = 1;
  }
}
