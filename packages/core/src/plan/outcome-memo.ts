/**
 * Outcomes already worked out in this world. Plans meet the same worlds, and an item that no differing effect touches
 * comes out the same, so most settlements of the variants of a plan are looked up.
 *
 * Settled alone, an item's outcome is a function of the world's inputs, the forum, the outcome model and the effects on the
 * item that act (`RolledWorld.acting`); what has been observed is the same for every plan in a world. So these are the key.
 */
import type { Model } from "../model/model.ts";
import type { Outcome } from "../settle/settle-item.ts";

/** Most places for one item in one world; what finds none free is settled anew. */
const mostSlots = 64;
/** Places looked at for one key. */
const probes = 8;

export class OutcomeMemo {
  /** Places of item i: `from[i]` and the `mask[i]` after it. */
  private readonly from: Int32Array;
  private readonly mask: Int32Array;
  /** By place: the world (counted from the first) that it was filled in; key; outcome. */
  private readonly world: Int32Array;
  private readonly acting: Int32Array;
  private readonly course: Int32Array;
  readonly option: Int16Array;
  readonly ended: Uint8Array;
  readonly admitted: Uint8Array;
  readonly refusers: Int32Array;
  readonly keepers: Int32Array;
  private now = 1;

  constructor(model: Model) {
    const sizes = model.items.map((item) => {
      const effects = item.effects.length;
      // Twice as many as there are sets of effects, since an item may come before two forums.
      return effects < 5 ? 2 << effects : mostSlots;
    });
    const places = sizes.reduce((sum, size) => sum + size, 0);
    this.from = new Int32Array(sizes.length);
    for (let i = 1; i < sizes.length; i++) this.from[i] = this.from[i - 1]! + sizes[i - 1]!;
    this.mask = Int32Array.from(sizes, (size) => size - 1);
    this.world = new Int32Array(places);
    this.acting = new Int32Array(places);
    this.course = new Int32Array(places);
    this.option = new Int16Array(places);
    this.ended = new Uint8Array(places);
    this.admitted = new Uint8Array(places);
    this.refusers = new Int32Array(places);
    this.keepers = new Int32Array(places);
  }

  /** A new world. */
  reset(): void {
    this.now++;
    if (this.now < 0x7fffffff) return;
    this.now = 1;
    this.world.fill(0);
  }

  /** Place of what is known of the item where `acting` act (bits; -1 is never known) and `course` is taken; -1 where nothing is. */
  find(item: number, acting: number, course: number): number {
    if (acting < 0) return -1;
    const from = this.from[item]!;
    const mask = this.mask[item]!;
    for (let p = 0; p < probes; p++) {
      const place = from + ((acting + course + p) & mask);
      if (this.world[place] !== this.now) return -1;
      if (this.acting[place] === acting && this.course[place] === course) return place;
    }
    return -1;
  }

  /** Keeps an outcome that was not found. */
  keep(item: number, acting: number, course: number, outcome: Outcome): void {
    if (acting < 0) return;
    const from = this.from[item]!;
    const mask = this.mask[item]!;
    for (let p = 0; p < probes; p++) {
      const place = from + ((acting + course + p) & mask);
      if (this.world[place] === this.now) continue;
      this.world[place] = this.now;
      this.acting[place] = acting;
      this.course[place] = course;
      this.option[place] = outcome.option;
      this.ended[place] = outcome.ended;
      this.admitted[place] = outcome.admitted;
      this.refusers[place] = outcome.refusers;
      this.keepers[place] = outcome.keepers;
      return;
    }
  }
}
