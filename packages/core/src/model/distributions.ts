/** From what a brief says of a number to its distribution (MODEL.md §2). */
import type { Chance, OptionBound, Place, Quantity, Spread } from "../brief/brief.ts";
import { bandOf, type Distribution, type Yardstick } from "../worlds/index.ts";

export interface Limits {
  readonly min: number;
  readonly max: number;
}
export const scalePoints: Limits = { min: 0, max: 100 };
export const unlimited: Limits = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };

/** `place` turns a bound into a number; the order of bounds may turn with a falling scale. Undefined: unknown. */
export function spreadDistribution<B>(
  spread: Spread<B>,
  place: (bound: B) => number,
  limits: Limits,
): Distribution | undefined {
  const cut = (x: number) => Math.min(limits.max, Math.max(limits.min, x));
  switch (spread.kind) {
    case "unknown":
      return undefined;
    case "exact":
      return { kind: "exact", value: cut(place(spread.value)) };
    case "range": {
      const [low, high] = rising(place(spread.low), place(spread.high));
      return low === high ? { kind: "exact", value: cut(low) } : { kind: "normal", low, high, ...limits };
    }
    case "triple": {
      const [least, most] = rising(cut(place(spread.least)), cut(place(spread.most)));
      return { kind: "pert", least, likeliest: cut(place(spread.likeliest)), most };
    }
    case "uniform": {
      const [low, high] = rising(cut(place(spread.low)), cut(place(spread.high)));
      return { kind: "uniform", low, high };
    }
  }
}

const rising = (a: number, b: number): [number, number] => (a <= b ? [a, b] : [b, a]);

export function quantityDistribution(quantity: Quantity, limits: Limits): Distribution | undefined {
  return spreadDistribution(quantity, (x) => x, limits);
}

export function placeDistribution(
  place: Place,
  toPoints: (bound: number | OptionBound) => number,
): Distribution | undefined {
  if (place.kind !== "mix") return spreadDistribution(place, toPoints, scalePoints);
  const parts = place.parts.map((part) => ({ share: part.percent / 100, value: toPoints({ option: part.option }) }));
  return { kind: "mixture", parts };
}

/** Percent 0..100; a word is drawn uniformly over its band, an unknown chance over 0..100. */
export function chanceDistribution(chance: Chance, yardstick: Yardstick): Distribution {
  if (chance.kind !== "word")
    return quantityDistribution(chance, scalePoints) ?? { kind: "uniform", low: 0, high: 100 };
  const band = bandOf(chance.word, yardstick) ?? bandOf(chance.word, yardstick === "phia" ? "icd203" : "phia");
  if (band === undefined) throw new Error(`no band for '${chance.word}'`);
  return { kind: "uniform", low: band.low * 100, high: band.high * 100 };
}
