/** The plan as written in one world, kept so that variants which come to the same there need not be rolled out. */
import type { Model } from "../model/model.ts";
import { offerState } from "./offer-state.ts";
import type { RolledWorld } from "./rolled-world.ts";
import type { Variant } from "./variants.ts";

export class WrittenRun {
  value = 0;
  readonly itemPoints: Float64Array;
  readonly done: Uint8Array;
  private readonly offers: Uint8Array;
  /** By offer: whether one move at most makes it, so that what became of it last is all that became of it. */
  private readonly isMadeOnce: readonly boolean[];

  constructor(model: Model) {
    this.itemPoints = new Float64Array(model.items.length);
    this.done = new Uint8Array(model.moves.length);
    this.offers = new Uint8Array(model.offers.length);
    this.isMadeOnce = model.offers.map((_, k) => model.moves.filter((move) => move.offers.includes(k)).length <= 1);
  }

  /** Keeps what the plan as written has just come to. */
  keep(roll: RolledWorld): void {
    this.value = roll.value;
    this.itemPoints.set(roll.itemPoints);
    this.done.set(roll.done);
    this.offers.set(roll.offers);
  }

  /**
   * Does the variant come to the same in this world: value, points of the items and moves made?
   *
   * Without a move that the plan as written did not make there: the two runs part only where that move would be made. A move
   * that comes up and is not made, for what it needs or for its luck, changes nothing; so does one that is barred. Hence both
   * runs stand alike after each step.
   *
   * With an offer off that was not made, or never open, or declined: offers are read by nothing but the desk that answers
   * them, and an answer changes nothing of the world unless it is accepted. Hence both runs stand alike but for the offer.
   */
  isSame({ kind, index }: Variant): boolean {
    if (kind === "without") return this.done[index] === 0;
    return kind === "offerOff" && this.isMadeOnce[index]! && this.offers[index] !== offerState.accepted;
  }
}
