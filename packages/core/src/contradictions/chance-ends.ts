/** The highest value a chance can take, as far as numbers say so. */
import type { Chance } from "../brief/brief.ts";

/** Percent 0..100; a word or an unknown chance may be anything up to 100. */
export function highestPercent(chance: Chance): number {
  switch (chance.kind) {
    case "exact":
      return chance.value;
    case "range":
    case "uniform":
      return Math.max(chance.low, chance.high);
    case "triple":
      return chance.most;
    default:
      return 100;
  }
}
