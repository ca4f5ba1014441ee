/** One issue's positions drawn in many worlds, by the same keys as a plan's: the worlds are the same. */
import type { Model } from "../model/model.ts";
import { drawKey, fillDraws, fillUniforms } from "../worlds/index.ts";
import type { DrawnTable } from "./challenge/challenge-draws.ts";
import { seatsCounted } from "./from-brief.ts";

/** Positions in the issue's units, saliences 0..1, capabilities; actors in the order of `seatsCounted`. Worlds 0..count−1. */
export function drawIssue(model: Model, item: number, seed: number, count: number): DrawnTable {
  const { scale } = model.items[item]!;
  const seats = seatsCounted(model, model.items[item]!);
  const column = (inputs: readonly number[], scaled: (x: number) => number) => {
    const out = new Float64Array(inputs.length * count);
    inputs.forEach((input, row) => {
      drawInput(model, input, seed, out.subarray(row * count, (row + 1) * count));
    });
    return out.map(scaled);
  };
  return {
    actors: seats.length,
    count,
    position: column(
      seats.map((seat) => seat.ideal),
      (points) => scale.from + ((scale.to - scale.from) * points) / 100,
    ),
    salience: column(
      seats.map((seat) => seat.salience),
      (points) => points / 100,
    ),
    capability: column(
      seats.map((seat) => seat.influence),
      (points) => points,
    ),
  };
}

/** Fills `out` with an input's draws: a bloc's members share theirs, so that their errors go together, unless the bloc splits. */
export function drawInput(model: Model, index: number, seed: number, out: Float64Array): void {
  const input = model.inputs[index]!;
  const worlds = { from: 0, count: out.length };
  const key = drawKey(seed, "input", input.key);
  if (input.group === "events") fillUniforms(key, worlds, out);
  else fillDraws(input.distribution, key, worlds, out);
  if (input.bloc === undefined) return;
  const shared = new Float64Array(out.length);
  const chance = new Float64Array(out.length);
  const luck = new Float64Array(out.length);
  fillDraws(input.distribution, drawKey(seed, "input", input.bloc.key), worlds, shared);
  drawInput(model, input.bloc.chance, seed, chance);
  drawInput(model, input.bloc.luck, seed, luck);
  for (let k = 0; k < out.length; k++) if (!(luck[k]! * 100 < chance[k]!)) out[k] = shared[k]!;
}
