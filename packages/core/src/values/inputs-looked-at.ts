/** Uncertain inputs as people know them: in their own units, one for all numbers that one draw decides. */
import type { Model } from "../model/model.ts";
import { quantile } from "../worlds/index.ts";
import type { Unit } from "./findings.ts";

export interface LookedAt {
  readonly path: string;
  readonly what: string;
  readonly unit: Unit;
  /** 5 % and 95 % points, in its unit; of what holds or not, the chance may be anything. */
  readonly from: number;
  readonly to: number;
  /** Its value in a world, in its unit. */
  readonly of: (inputs: Float64Array, base: number) => number;
  /** All inputs that the same draw decides; empty of what holds or not by luck. */
  readonly inputs: readonly number[];
}

/** Numbers that the brief gives as uncertain, the method's included; then assumptions and our moves' success, which hold or not. */
export function inputsLookedAt(model: Model): LookedAt[] {
  const places = placesOf(model);
  const events = [
    ...model.assumptions.map(({ chance, luck }) => ({ chance, luck })),
    ...model.moves.flatMap((move) => (move.ours ? [{ chance: move.chance, luck: move.luck }] : [])),
  ];
  const ofEvents = new Set(events.map(({ chance }) => chance));
  const streams = new Map<string, number[]>();
  for (const [i, input] of model.inputs.entries()) {
    if (input.group === "events" || input.distribution.kind === "exact" || ofEvents.has(i)) continue;
    const key = input.bloc?.key ?? input.key;
    streams.set(key, [...(streams.get(key) ?? []), i]);
  }
  const numbers = [...streams.values()].map((inputs): LookedAt => {
    const [first] = inputs as [number];
    const { key, path, what, distribution } = model.inputs[first]!;
    const scale = places.get(first);
    const natural = (points: number) =>
      scale === undefined ? points : scale.from + (points / 100) * (scale.to - scale.from);
    const ends = [natural(quantile(distribution, 0.05)), natural(quantile(distribution, 0.95))].sort((a, b) => a - b);
    return {
      path,
      what,
      unit: scale !== undefined ? "issue" : unitOf(key),
      from: ends[0]!,
      to: ends[1]!,
      of: (values, base) => natural(values[base + first]!),
      inputs,
    };
  });
  const chances = events.map(({ chance, luck }): LookedAt => {
    const { path, what } = model.inputs[chance]!;
    return {
      path,
      what,
      unit: "percent",
      from: 0,
      to: 100,
      of: (values, base) => (values[base + luck]! * 100 < values[base + chance]! ? 100 : 0),
      inputs: [],
    };
  });
  return [...numbers, ...chances];
}

const percent = /^(chance of|assumption|admission|tabled|framing|breakdown|competence|splits|reveals)/;
const points = /^(cost of move|worth of move|audience|dependence|discussing)/;
const unitOf = (key: string): Unit => (percent.test(key) ? "percent" : points.test(key) ? "points" : "number");

/** Inputs that are places on an issue's scale, with that scale. */
function placesOf(model: Model): Map<number, { readonly from: number; readonly to: number }> {
  const found = new Map<number, { readonly from: number; readonly to: number }>();
  for (const { ordered, options, seats, scale } of model.items) {
    if (!ordered) continue;
    for (const option of options) found.set(option.at, scale);
    for (const seat of seats) {
      found.set(seat.ideal, scale);
      if (seat.bottomLine !== undefined) found.set(seat.bottomLine, scale);
    }
  }
  return found;
}
