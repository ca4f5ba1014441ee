/** Of which numbers something was learnt: their means over the worlds kept against those before. */
import type { Model } from "../model/model.ts";
import { Draws } from "../plan/draws.ts";
import type { InputChange } from "./finding.ts";
import type { Side } from "./what-changed.ts";

/** A shift smaller than this is not listed, in units of the input (scale points, percent, shares × 100). */
const leastShift = 1;
/** Standard errors that a shift must exceed: some hundreds of inputs are looked at. */
const leastErrors = 4;
const most = 5000;
const inBlock = 500;
/** Inputs listed, the most shifted first. */
const longest = 30;

interface Moments {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly worlds: number;
}

export function inputChanges(before: Side, after: Side, seed: number): InputChange[] {
  const was = momentsOf(before, seed);
  const is = momentsOf(after, seed);
  const changes = new Map<string, { readonly change: InputChange; readonly shift: number }>();
  for (const [i, input] of after.model.inputs.entries()) {
    if (input.group === "events" || input.distribution.kind === "exact") continue;
    // Both models have the same inputs: observations add none.
    const difference = is.mean[i]! - was.mean[i]!;
    const error = Math.sqrt(is.variance[i]! / is.worlds + was.variance[i]! / was.worlds);
    const scale = input.distribution.kind === "uniform" && input.distribution.high <= 1 ? 100 : 1;
    if (Math.abs(difference) * scale < leastShift || Math.abs(difference) < leastErrors * error) continue;
    const deviation = Math.sqrt(was.variance[i]!);
    const key = `${input.path} ${input.what}`;
    if (changes.has(key)) continue;
    const { path, what } = input;
    const change = { path, what, before: was.mean[i]!, after: is.mean[i]! };
    changes.set(key, { change, shift: Math.abs(difference) / deviation });
  }
  return [...changes.values()]
    .sort((a, b) => b.shift - a.shift || (a.change.path < b.change.path ? -1 : 1))
    .slice(0, longest)
    .map(({ change }) => change);
}

function momentsOf({ model, merged, selection }: Side, seed: number): Moments {
  const worlds = Math.min(most, merged.worlds);
  const draws = new Draws(model, seed, inBlock, selection?.worlds);
  const sums = new Float64Array(draws.width);
  const squares = new Float64Array(draws.width);
  const centre = centres(model);
  for (let from = 0; from < worlds; from += inBlock) {
    const count = Math.min(inBlock, worlds - from);
    draws.fill(from, count);
    for (let w = 0; w < count; w++)
      for (let i = 0, at = w * draws.width; i < draws.width; i++, at++) {
        // Off a centre near the mean, so that the squares lose no digits.
        const x = draws.values[at]! - centre[i]!;
        sums[i] = sums[i]! + x;
        squares[i] = squares[i]! + x * x;
      }
  }
  const mean = sums.map((sum, i) => centre[i]! + sum / worlds);
  const variance = squares.map((square, i) => Math.max(0, square - (sums[i]! * sums[i]!) / worlds) / (worlds - 1));
  return { mean, variance, worlds };
}

function centres(model: Model): Float64Array {
  return Float64Array.from(model.inputs, ({ distribution: d }) => (d.kind === "exact" ? d.value : 0));
}
