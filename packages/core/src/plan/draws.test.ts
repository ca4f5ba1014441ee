import { expect, test } from "vitest";
import { Draws } from "./draws.ts";
import { modelOf } from "./small-world.test-support.ts";

const text = `
demarche: 1
us: a
parties: { a: A, b: B, c: C }
blocs: { pair: { members: [b, c], splits: 40..60% } }
agenda:
  - issue: line
    options: { low: 0, high: 100 }
    otherwise: low
    positions: { a: { ideal: high, salience: 10..90 }, pair: { ideal: 20..60, salience: 10..90, cost of disagreement: 5..50 } }
`;

test.each(["positions", "costs", "admission"] as const)(
  "[W] a run holds the %s of one world, and all else is as in the inner worlds",
  (group) => {
    const model = modelOf(text);
    const [outer, inner, from] = [3, 20, 7];
    const nested = new Draws(model, 5, outer * inner);
    nested.fillNested(group, from, outer, inner);
    const plain = new Draws(model, 5, 40);
    plain.fill(0, 40);
    const at = (draws: Draws, world: number, input: number) => draws.values[world * draws.width + input];
    for (const [i, input] of model.inputs.entries()) {
      if (input.bloc !== undefined) continue;
      for (let w = 0; w < outer * inner; w++) {
        const world = input.group === group ? from + Math.floor(w / inner) : w % inner;
        expect(at(nested, w, i)).toBe(at(plain, world, i));
      }
    }
  },
);

test("[W] a bloc's members agree just where it does not split in that world", () => {
  const model = modelOf(text);
  const draws = new Draws(model, 5, 60);
  draws.fillNested("positions", 0, 3, 20);
  const of = (key: string) => model.inputs.findIndex((input) => input.key === key);
  const [b, c] = [of("ideal line b"), of("ideal line c")];
  const { chance, luck } = model.inputs[b]!.bloc!;
  for (let w = 0; w < 60; w++) {
    const x = (i: number) => draws.values[w * draws.width + i]!;
    expect(x(b) === x(c)).toBe(x(luck) * 100 >= x(chance));
  }
});

test.each(["positions", "costs", "rules"] as const)(
  "[W] with the %s of one world held, others are drawn as in the run of that world",
  (group) => {
    const model = modelOf(text);
    const inner = 20;
    const nested = new Draws(model, 5, inner);
    nested.fillNested(group, 7, 1, inner);
    // Which worlds are kept does not matter to it.
    const held = new Draws(model, 5, inner, Uint32Array.of(3, 4, 9));
    held.fillHeld(group, 7, 0, inner);
    expect(held.values).toEqual(nested.values);
    held.fillHeld(group, 7, 5, 10);
    const width = held.width;
    expect(held.values.subarray(0, 10 * width)).toEqual(nested.values.subarray(5 * width, 15 * width));
  },
);

test("[W] kept worlds are drawn as they are among all", () => {
  const model = modelOf(text);
  const kept = new Draws(model, 5, 10, Uint32Array.of(1, 4, 5, 17));
  kept.fill(1, 3);
  const all = new Draws(model, 5, 20);
  all.fill(0, 20);
  const width = all.width;
  for (const [k, world] of [4, 5, 17].entries())
    expect(kept.values.subarray(k * width, (k + 1) * width)).toEqual(
      all.values.subarray(world * width, (world + 1) * width),
    );
});
