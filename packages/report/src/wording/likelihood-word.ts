import type { LikelihoodWord } from "@demarche/core/brief";

export type Yardstick = "icd203" | "phia";

/** Upper bounds, exclusive. ICD 203 (2015), table of probability terms, read as half-open bands. */
const icd203: readonly (readonly [number, LikelihoodWord])[] = [
  [0.05, "almost no chance"],
  [0.2, "very unlikely"],
  [0.45, "unlikely"],
  [0.55, "roughly even"],
  [0.8, "likely"],
  [0.95, "very likely"],
  [Number.POSITIVE_INFINITY, "almost certain"],
];

/** PHIA yardstick (UK, Professional Head of Intelligence Assessment); its gaps are halved, so that each value takes the nearest word. */
const phia: readonly (readonly [number, LikelihoodWord])[] = [
  [0.075, "remote chance"],
  [0.225, "highly unlikely"],
  [0.375, "unlikely"],
  [0.525, "realistic possibility"],
  [0.775, "likely or probable"],
  [0.925, "highly likely"],
  [Number.POSITIVE_INFINITY, "almost certain"],
];

/** The yardstick's word for a chance 0..1. */
export function likelihoodWord(chance: number, yardstick: Yardstick): LikelihoodWord {
  const bands = yardstick === "icd203" ? icd203 : phia;
  const tolerance = 1e-9; // 0.55 as 11/20 must not fall into the band below
  const band = bands.find(([below]) => chance + tolerance < below);
  return (band ?? bands[bands.length - 1]!)[1];
}
