import { OptionChances } from "./option-chances.ts";
import { lookAt } from "./outlook.ts";
import { type Challenge, propose } from "./proposals.ts";
import { resolve } from "./resolve.ts";
import { type SpatialSettings, withDefaults } from "./settings.ts";
import type { SpatialTable } from "./spatial-table.ts";

/** An actor in the space; a number a dimension. */
export interface SpatialActor {
  readonly capability: number;
  /** 0..1 of each dimension's scale. */
  readonly position: readonly number[];
  /** 0..1; at most 1 together. */
  readonly salience: readonly number[];
}
export interface SpatialTurn {
  readonly turn: number;
  /** By actor and dimension, 0..1. */
  readonly positions: readonly (readonly number[])[];
}
export interface SpatialResult {
  /** Entry 0 is the initial table. */
  readonly turns: readonly SpatialTurn[];
  /** Challenges of the first turn. */
  readonly challenges: readonly Challenge[];
  /** By dimension: weighted mean (capability × salience) of the last positions, 0..1. */
  readonly forecasts: readonly number[];
  /** Movement died down, or the turns were used up. */
  readonly ended: "at rest" | "turns used up";
}

const mostTurns = 100;

/** The spatial model of politics, in as many dimensions as there are. @throws RangeError when the actors are malformed */
export function spatial(actors: readonly SpatialActor[], given: SpatialSettings = {}): SpatialResult {
  let table = tableOf(actors);
  const settings = withDefaults(given);
  const chances = new OptionChances(settings);
  const turns = [stateOf(table, 0)];
  let challenges: readonly Challenge[] = [];
  let first = 0;
  let ended: SpatialResult["ended"] = "turns used up";
  const most = given.turns ?? mostTurns;
  for (let turn = 1; turn <= most; turn++) {
    const outlook = lookAt(table, settings, chances);
    const proposed = propose(table, settings, outlook);
    if (turn === 1) challenges = proposed.challenges;
    const position = resolve(table, settings, outlook, chances, proposed.bargains, turn);
    const moved = movement(table, position);
    table = { ...table, position };
    turns.push(stateOf(table, turn));
    if (turn === 1) first = moved;
    // Never before the second turn: the first is the measure.
    ended = turn > 1 && moved / (first + 1e-4) < 0.02 ? "at rest" : "turns used up";
    if (ended === "at rest" && given.turns === undefined) break;
  }
  return { turns, challenges, forecasts: meansOf(table), ended };
}

function tableOf(actors: readonly SpatialActor[]): SpatialTable {
  const dimensions = actors[0]?.position.length ?? 0;
  if (dimensions === 0) throw new RangeError("spatial: there must be an actor, and a dimension");
  const within = (x: number) => x >= 0 && x <= 1;
  actors.forEach(({ capability, position, salience }, i) => {
    const wrong = (what: string) => new RangeError(`spatial: actor ${i}: ${what}`);
    if (position.length !== dimensions || salience.length !== dimensions)
      throw wrong(`needs ${dimensions} positions and saliences`);
    if (!position.every(within) || !salience.every(within)) throw wrong("positions and saliences must be within 0..1");
    if (salience.reduce((sum, s) => sum + s, 0) > 1 + 1e-9) throw wrong("saliences must sum to at most 1");
    if (!(capability >= 0 && Number.isFinite(capability))) throw wrong("capability must be at least 0");
  });
  return {
    actors: actors.length,
    dimensions,
    position: Float64Array.from(actors.flatMap((actor) => actor.position)),
    salience: Float64Array.from(actors.flatMap((actor) => actor.salience)),
    total: Float64Array.from(actors, (actor) => actor.salience.reduce((sum, s) => sum + s, 0)),
    capability: Float64Array.from(actors, (actor) => actor.capability),
  };
}

function stateOf({ actors, dimensions, position }: SpatialTable, turn: number): SpatialTurn {
  return {
    turn,
    positions: Array.from({ length: actors }, (_, i) => [...position.subarray(i * dimensions, (i + 1) * dimensions)]),
  };
}

/** Sum over actors of how far each went. */
function movement({ actors, dimensions, position }: SpatialTable, next: Float64Array): number {
  let all = 0;
  for (let i = 0; i < actors; i++) {
    let square = 0;
    for (let k = i * dimensions; k < (i + 1) * dimensions; k++) {
      const step = next[k]! - position[k]!;
      square += step * step;
    }
    all += Math.sqrt(square);
  }
  return all;
}

function meansOf({ actors, dimensions, position, salience, capability }: SpatialTable): number[] {
  return Array.from({ length: dimensions }, (_, k) => {
    let sum = 0;
    let weights = 0;
    let plain = 0;
    for (let i = 0; i < actors; i++) {
      const at = i * dimensions + k;
      const w = capability[i]! * salience[at]!;
      sum += w * position[at]!;
      weights += w;
      plain += position[at]!;
    }
    return weights > 0 ? sum / weights : plain / actors;
  });
}
