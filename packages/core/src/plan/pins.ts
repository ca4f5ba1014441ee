/** What is held fast in one world, whatever plan is rolled out in it: what has been observed. */
import type { Model } from "../model/model.ts";
import type { Pin, Subject } from "../model/past.ts";
import type { RolledWorld } from "./rolled-world.ts";

/** Not held fast. Below every value that a world knows. */
export const free = -9;

/** Whether it has come before the forum where it is to be settled, wherever else it lies until then. */
function isBefore(roll: RolledWorld, item: number): boolean {
  return roll.admitted[item] === 1 && roll.whereOf(item) === roll.model.items[item]!.forum;
}

export class Pins {
  /** By assumption, forum (breakdown), move (made, worked) and item (admitted to its forum): 1, 0 or `free`. */
  readonly assumption: Int8Array;
  readonly broke: Int8Array;
  readonly done: Int8Array;
  readonly worked: Int8Array;
  readonly admitted: Int8Array;
  /** By move and by item: a signal, a result and how it ended, or `free`. */
  readonly signal: Int16Array;
  readonly result: Int16Array;
  private readonly ended: Uint8Array;
  private readonly wasAdmitted: Uint8Array;
  private readonly wasDropped: Uint8Array;
  private readonly refusers: Int32Array;
  private readonly keepers: Int32Array;

  constructor({ assumptions, forums, moves, items }: Model) {
    this.assumption = new Int8Array(assumptions.length);
    this.broke = new Int8Array(forums.length);
    this.done = new Int8Array(moves.length);
    this.worked = new Int8Array(moves.length);
    this.admitted = new Int8Array(items.length);
    this.signal = new Int16Array(moves.length);
    this.result = new Int16Array(items.length);
    this.ended = new Uint8Array(items.length);
    this.wasAdmitted = new Uint8Array(items.length);
    this.wasDropped = new Uint8Array(items.length);
    this.refusers = new Int32Array(items.length);
    this.keepers = new Int32Array(items.length);
    this.clear();
  }

  clear(): void {
    for (const list of [this.assumption, this.broke, this.done, this.worked, this.admitted, this.signal, this.result])
      list.fill(free);
  }

  /** Makes it so. */
  force(pin: Pin): void {
    switch (pin.kind) {
      case "assumption":
        this.assumption[pin.assumption] = pin.holds ? 1 : 0;
        break;
      case "breakdown":
        this.broke[pin.forum] = pin.holds ? 1 : 0;
        break;
      case "admission":
        this.admitted[pin.item] = pin.holds ? 1 : 0;
        break;
      case "done":
        this.done[pin.move] = pin.holds ? 1 : 0;
        break;
      case "worked":
        this.worked[pin.move] = pin.holds ? 1 : 0;
        break;
      case "signal":
        this.signal[pin.move] = pin.signal;
        break;
      case "result":
        this.result[pin.item] = pin.result;
        this.ended[pin.item] = pin.ended;
        this.wasAdmitted[pin.item] = 1;
        this.wasDropped[pin.item] = 0;
        this.refusers[pin.item] = 0;
        this.keepers[pin.item] = 0;
    }
  }

  /** Holds fast what the world made of it. */
  capture(roll: RolledWorld, subject: Subject): void {
    switch (subject.kind) {
      case "assumption":
        this.assumption[subject.assumption] = roll.holds(subject.assumption) ? 1 : 0;
        break;
      case "breakdown":
        this.broke[subject.forum] = roll.broke[subject.forum]!;
        break;
      case "admission":
        this.admitted[subject.item] = isBefore(roll, subject.item) ? 1 : 0;
        break;
      case "done":
        this.done[subject.move] = roll.done[subject.move]!;
        break;
      case "worked":
        this.worked[subject.move] = roll.worked[subject.move]!;
        break;
      case "signal":
        this.signal[subject.move] = roll.signal[subject.move]!;
        break;
      case "result":
        this.captureResult(roll, subject.item);
    }
  }

  private captureResult(roll: RolledWorld, item: number): void {
    this.result[item] = roll.result[item]!;
    this.ended[item] = roll.ended[item]!;
    this.wasAdmitted[item] = roll.admitted[item]!;
    this.wasDropped[item] = roll.dropped[item]!;
    this.refusers[item] = roll.refusers[item]!;
    this.keepers[item] = roll.keepers[item]!;
  }

  /** Puts things as they are known to stand before anything is done: conditions may ask of them at once. */
  settle(roll: RolledWorld): void {
    for (let i = 0; i < this.admitted.length; i++) if (this.admitted[i] === 1) roll.admitted[i] = 1;
    for (let f = 0; f < this.broke.length; f++) if (this.broke[f] === 1) roll.broke[f] = 1;
    for (let i = 0; i < this.result.length; i++) {
      if (this.result[i] === free) continue;
      roll.finish(i, this.result[i]!, this.ended[i]!);
      roll.admitted[i] = this.wasAdmitted[i]!;
      roll.dropped[i] = this.wasDropped[i]!;
      roll.refusers[i] = this.refusers[i]!;
      roll.keepers[i] = this.keepers[i]!;
    }
  }

  /** Nothing can be traded over an item that has come out, or that was struck. */
  isClosed(item: number): boolean {
    return this.result[item] !== free || this.admitted[item] === 0;
  }
}
