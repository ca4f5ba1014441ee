import { residualCdf } from "../worlds/index.ts";
import type { Case } from "./harness-scores.ts";

/** The same chance for each option and for no agreement: what knowing nothing scores. */
export function uniformChances(options: readonly number[]): number[] {
  const count = options.length + 1;
  return Array.from({ length: count }, () => 1 / count);
}

/**
 * The weighted mean plus the mirrored empirical residuals, clipped to the scale, read off at the nearest option (the
 * scale is cut at midpoints; options at one place share alike), with an atom at no agreement.
 * @param options places 0..100, in any order
 * @param forecastMean 0..100
 * @param none the chance of no agreement, 0..1
 * @returns a chance per option, then `none`; residuals are finitely many, so an option may get 0: see `mixWithEven`
 */
export function meanPlusResidualChances(options: readonly number[], forecastMean: number, none: number): number[] {
  const places = [...new Set(options)].sort((a, b) => a - b);
  const chanceAt = new Map<number, number>();
  let below = 0;
  places.forEach((place, i) => {
    const next = places[i + 1];
    const upTo = next === undefined ? 1 : residualCdf((place + next) / 2 - forecastMean);
    const sharing = options.filter((other) => other === place).length;
    chanceAt.set(place, ((1 - none) * (upTo - below)) / sharing);
    below = upTo;
  });
  return [...options.map((place) => chanceAt.get(place)!), none];
}

/** (1 − weight) × chances + weight × the even spread: no chance is left at 0. Weight 0..1. */
export function mixWithEven(chances: readonly number[], weight: number): number[] {
  return chances.map((chance) => (1 - weight) * chance + weight / chances.length);
}

/**
 * For each case, the share of no agreement among the *other* cases, (s + 1) / (n + 2) (Laplace's rule of succession):
 * what a forecaster could have known without the answer.
 */
export function noneShareOfOthers(cases: readonly Case[]): number[] {
  const failed = cases.map((one) => (one.outcome === one.options.length ? 1 : 0));
  const all = failed.reduce<number>((sum, one) => sum + one, 0);
  return failed.map((own) => (all - own + 1) / (cases.length - 1 + 2));
}
