import type { LikelihoodWord } from "../brief/brief.ts";

/** ICD 203 (US Intelligence Community Directive 203, analytic standards) or PHIA (UK Professional Head of Intelligence Assessment). */
export type Yardstick = "icd203" | "phia";
/** A word and the chances it stands for, 0..1. */
export interface Band {
  readonly word: LikelihoodWord;
  readonly low: number;
  readonly high: number;
}

/**
 * Words of probability, rising. ICD 203: bands touch; each contains its low and not its high, but the last both.
 * PHIA: bands contain both ends and leave gaps.
 */
export const yardsticks: Readonly<Record<Yardstick, readonly Band[]>> = {
  icd203: [
    { word: "almost no chance", low: 0.01, high: 0.05 },
    { word: "very unlikely", low: 0.05, high: 0.2 },
    { word: "unlikely", low: 0.2, high: 0.45 },
    { word: "roughly even", low: 0.45, high: 0.55 },
    { word: "likely", low: 0.55, high: 0.8 },
    { word: "very likely", low: 0.8, high: 0.95 },
    { word: "almost certain", low: 0.95, high: 0.99 },
  ],
  phia: [
    { word: "remote chance", low: 0, high: 0.05 },
    { word: "highly unlikely", low: 0.1, high: 0.2 },
    { word: "unlikely", low: 0.25, high: 0.35 },
    { word: "realistic possibility", low: 0.4, high: 0.5 },
    { word: "likely or probable", low: 0.55, high: 0.75 },
    { word: "highly likely", low: 0.8, high: 0.9 },
    { word: "almost certain", low: 0.95, high: 1 },
  ],
};

/** The band of a word; undefined when the yardstick does not have it. A chance so given is uniform over the band. */
export function bandOf(word: LikelihoodWord, yardstick: Yardstick): Band | undefined {
  return yardsticks[yardstick].find((band) => band.word === word);
}

/**
 * The word for a chance p, 0..1. In a gap, or beyond the first or last band, the nearest word; halfway, the one nearer
 * to even chances, so that a word never claims more certainty than the number.
 * @throws RangeError when p is outside 0..1
 */
export function wordFor(p: number, yardstick: Yardstick): LikelihoodWord {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`wordFor: a chance must be within 0..1, not ${p}`);
  const bands = yardsticks[yardstick];
  let word = bands[0]!.word;
  for (let i = 1; i < bands.length; i++) {
    const below = bands[i - 1]!;
    const band = bands[i]!;
    // In billionths, where halfway between two hundredths is halfway.
    const past = Math.round((2 * p - below.high - band.low) * 1e9);
    if (past > 0 || (past === 0 && (below.high === band.low || p < 0.5))) word = band.word;
  }
  return word;
}
