/** Offers made by a move, answered once their items have been settled by themselves. */
import type { Setting } from "../settle/setting.ts";
import type { CarePremium } from "./care-premium.ts";
import { OfferFile } from "./offer-file.ts";
import { offerState } from "./offer-state.ts";
import type { RolledWorld } from "./rolled-world.ts";

export class OfferDesk {
  private readonly world: RolledWorld;
  private readonly files: readonly OfferFile[];

  constructor(world: RolledWorld, premium: CarePremium) {
    this.world = world;
    this.files = world.model.offers.map((_, index) => new OfferFile(world, premium, index));
  }

  /** A new world. */
  reset(): void {
    for (let k = 0; k < this.files.length; k++) this.files[k]!.reset();
  }

  /** Answers, at the end of a forum, the offers made whose items have all been settled. */
  answer(setting: Setting, forumIndex: number): void {
    for (let k = 0; k < this.files.length; k++)
      if (this.world.offers[k] === offerState.notOpen) this.files[k]!.answer(setting, forumIndex);
  }
}
