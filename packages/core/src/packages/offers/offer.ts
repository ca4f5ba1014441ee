/** A package as an offer: what it gives everyone. */
import type { NamedPackage } from "../domain.ts";
import { nameOptions } from "../named-package.ts";
import { type Space, toUnits } from "../space.ts";

export interface Offer {
  /** Own units, in the order of the parties. */
  readonly utilities: readonly number[];
  readonly package: NamedPackage;
}

export function describeOffer(space: Space, options: Int32Array, integers: ArrayLike<number | bigint>): Offer {
  return {
    utilities: space.parties.map((_, p) => toUnits(space, p, integers[p]!)),
    package: nameOptions(space, options),
  };
}
