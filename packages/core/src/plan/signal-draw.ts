/** What a move signals: the draw falls on one of the signals' chances; what is left over is none. */
import { noSignal } from "../model/state.ts";
import { free } from "./pins.ts";
import type { RolledWorld } from "./rolled-world.ts";

export class SignalDraw {
  private readonly world: RolledWorld;
  /** Scratch: the chances of the signals end to end, then what is left over; percent. */
  private readonly spans: Float64Array;

  constructor(world: RolledWorld) {
    this.world = world;
    this.spans = new Float64Array(1 + Math.max(0, ...world.model.moves.map((move) => move.signals.length)));
  }

  /** Draws the signal of a move that has been made. */
  receive(index: number): void {
    const { world, spans } = this;
    const { signals, signalLuck } = world.model.moves[index]!;
    const seen = world.pins?.signal[index];
    if (seen !== undefined && seen !== free) {
      world.signal[index] = seen;
      return;
    }
    const forced = world.forced?.find((f) => f.kind === "signal" && f.move === index);
    if (forced?.kind === "signal" && forced.holds) {
      world.signal[index] = forced.signal;
      return;
    }
    const none = signals.length;
    let left = 100;
    for (let s = 0; s < none; s++) {
      const span = Math.min(left, this.chanceOf(index, s));
      spans[s] = span;
      left -= span;
    }
    spans[none] = left;
    let at = world.inputs[world.base + signalLuck]! * 100;
    let drawn = this.spanAt(at, none);
    if (forced?.kind === "signal") {
      // Only worlds that would have it are changed: their share goes to the others in proportion.
      const excluded = forced.signal < 0 ? none : forced.signal;
      if (drawn === excluded && spans[excluded]! < 100) {
        for (let s = 0; s < excluded; s++) at -= spans[s]!;
        at *= (100 - spans[excluded]!) / spans[excluded]!;
        spans[excluded] = 0;
        drawn = this.spanAt(at, none);
      }
    }
    world.signal[index] = drawn === none ? noSignal : drawn;
  }

  /** Chance of a signal as the world stands: that of the first case that holds, percent. */
  private chanceOf(index: number, signal: number): number {
    const { world } = this;
    const { cases } = world.model.moves[index]!.signals[signal]!;
    for (let k = 0; k < cases.length; k++) {
      const entry = cases[k]!;
      if (entry.if === undefined || entry.if(world)) return world.inputs[world.base + entry.chance]!;
    }
    return 0;
  }

  /** The span in which a place lies; the last that is not empty where it lies beyond all. */
  private spanAt(place: number, none: number): number {
    let left = place;
    let last = 0;
    for (let s = 0; s <= none; s++) {
      const span = this.spans[s]!;
      if (span <= 0) continue;
      if (left < span) return s;
      left -= span;
      last = s;
    }
    return last;
  }
}
