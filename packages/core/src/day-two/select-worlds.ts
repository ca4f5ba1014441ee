/**
 * Which worlds agree with what has been observed: exact rejection. World k is kept or not by itself, so an observation more
 * drops worlds and draws none anew, and who looks at them, in which order, on how many threads, changes nothing.
 */
import type { Model } from "../model/model.ts";
import type { Problem } from "../model/names.ts";
import type { ModelPast, Selection } from "../model/past.ts";
import { Draws } from "../plan/draws.ts";
import { Roll } from "../plan/roll.ts";

/** Fewer kept worlds than this are not planned with. */
export const fewestKept = 200;
/** Worlds tried for each one wanted. */
export const triesPerWorld = 50;
/** Worlds in which each observation is looked at by itself. */
const surveyWorlds = 2000;
const inBlock = 500;

export interface SelectOptions {
  /** Observations, by index, from which nothing is to be learnt. */
  readonly unlearnt?: readonly number[];
  /** By observation, in how many of the worlds surveyed it held, where that is known already. */
  readonly held?: readonly number[];
  /** Worlds looked at, at most; 50 for each one wanted by default. */
  readonly tries?: number;
}
export interface Selected {
  /** Absent where there are problems, or nothing was observed. */
  readonly selection?: Selection;
  readonly problems: readonly Problem[];
}

/**
 * Looks for `wanted` worlds that agree. Where fewer than 200 are found among those tried, the observation that
 * held in the fewest worlds surveyed is made so without learning from it, then the next, until enough agree.
 * Cost O(worlds tried × items × seats × options).
 */
export function selectWorlds(
  model: Model,
  seed: number,
  wanted: number,
  { unlearnt = [], held: known, tries = wanted * triesPerWorld }: SelectOptions = {},
): Selected {
  const { past } = model;
  if (past === undefined) return { problems: [] };
  const held = known ?? survey(model, past, seed);
  const forced: number[] = [...unlearnt];
  for (;;) {
    const { worlds, tried } = findWorlds(model, seed, wanted, tries, forced);
    if (worlds.length >= Math.min(fewestKept, wanted))
      return { selection: { worlds, tried, forced, held, surveyed: surveyWorlds }, problems: [] };
    const rarest = rarestOf(past, held, forced);
    if (rarest === undefined) return { problems: [tooRare(past, held, forced, worlds.length, tried)] };
    forced.push(rarest);
  }
}

function survey(model: Model, past: ModelPast, seed: number): number[] {
  const roll = new Roll(model);
  const counts = past.observations.map(() => 0);
  const all = past.observations.map((_, k) => k);
  const draws = new Draws(model, seed, inBlock);
  for (let from = 0; from < surveyWorlds; from += inBlock) {
    draws.fill(from, inBlock);
    for (let w = 0; w < inBlock; w++) {
      roll.survey(draws.values, w * draws.width);
      for (const k of all) if (roll.past!.holds(roll, k)) counts[k]!++;
    }
  }
  return counts;
}

function findWorlds(
  model: Model,
  seed: number,
  wanted: number,
  most: number,
  forced: readonly number[],
): { readonly worlds: Uint32Array; readonly tried: number } {
  const roll = new Roll(model, forced);
  if (!roll.past!.isLearnt) return { worlds: Uint32Array.from({ length: wanted }, (_, k) => k), tried: wanted };
  const kept: number[] = [];
  const draws = new Draws(model, seed, inBlock);
  let tried = 0;
  while (tried < most && kept.length < wanted) {
    // With none in a fiftieth of the tries there will hardly be enough in all of them.
    if (tried * 50 >= most && kept.length === 0) break;
    const count = Math.min(inBlock, most - tried);
    draws.fill(tried, count);
    for (let w = 0; w < count && kept.length < wanted; w++) {
      roll.begin(draws.values, w * draws.width);
      if (roll.agrees) kept.push(tried + w);
    }
    tried = kept.length < wanted ? tried + count : kept[kept.length - 1]! + 1;
  }
  return { worlds: Uint32Array.from(kept), tried };
}

/** Of those learnt from that can be made so: the one that fewest worlds agree with, the later in text where they are equal. */
function rarestOf(past: ModelPast, held: readonly number[], forced: readonly number[]): number | undefined {
  let rarest: number | undefined;
  for (const [k, observation] of past.observations.entries()) {
    if (observation.ownLuck || observation.pins === undefined || forced.includes(k)) continue;
    if (rarest === undefined || held[k]! <= held[rarest]!) rarest = k;
  }
  return rarest;
}

function tooRare(
  past: ModelPast,
  held: readonly number[],
  forced: readonly number[],
  kept: number,
  tried: number,
): Problem {
  const left = past.observations.flatMap((o, k) => (o.ownLuck || forced.includes(k) ? [] : [k]));
  const worst = left.reduce((a, b) => (held[b]! < held[a]! ? b : a));
  const { path, text } = past.observations[worst]!;
  return {
    code: "observed-too-rare",
    path,
    message: `'${text}' was observed, and ${kept === 0 ? "none" : `only ${kept}`} of ${tried.toLocaleString("en")} worlds came about so, with what else was observed`,
    hint: "say which way it came about (one option, one signal), so that it can be held to without learning from it; or mend what the brief takes to be impossible",
  };
}
