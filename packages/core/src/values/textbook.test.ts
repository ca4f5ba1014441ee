import { describe, expect, test } from "vitest";
import { hidden, uselessTest, valuesIn, waiting, wildcatter } from "./briefs.test-support.ts";
import type { ValuesFinding } from "./findings.ts";

/** Mean over seeds and its standard error. */
function replicate(text: string, seeds: number, of: (found: ValuesFinding) => number, worlds = 2000) {
  const values = Array.from({ length: seeds }, (_, seed) => of(valuesIn(text, { worlds, seed: seed + 1 })));
  const mean = values.reduce((sum, x) => sum + x, 0) / seeds;
  const error = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (seeds - 1) / seeds);
  return { mean, error };
}
const question = (found: ValuesFinding, path: string) => found.questions.find((each) => each.path.startsWith(path))!;

describe("[V1] the oil wildcatter (Raiffa 1968)", () => {
  const seeds = Array.from({ length: 6 }, (_, k) =>
    valuesIn(wildcatter, { worlds: 4000, seed: k + 1, values: { valued: 4000 } }),
  );
  const near = (of: (found: ValuesFinding) => number, published: number) => {
    const values = seeds.map(of);
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    // Standard deviation of a payoff is about 100 points: 4 errors of the mean of 24,000 worlds.
    expect(Math.abs(mean - published)).toBeLessThan(4 * (100 / Math.sqrt(4000 * values.length)));
  };
  // Published: 35 over drilling blind (55 less 20). The best plan takes soundings first, which nets 2.5.
  test("perfect information on the state of the hole is worth 35 less what soundings net", () =>
    near((found) => found.clairvoyance.value, 32.5));
  test("perfect information on either proposition: 20 and 10, by hand", () => {
    near((found) => question(found, "assumptions/soaking").worth.value.value, 20);
    near((found) => question(found, "assumptions/wet").worth.value.value, 10);
  });
  test("soundings, imperfect information, are worth 12.5 when free", () =>
    near((found) => found.moves.find((each) => each.move === "sound")!.free!.value.value, 12.5));
  test("the soundings tell of both propositions, and of both is asked before any number", () => {
    for (const found of seeds) {
      expect(question(found, "assumptions/wet").toldBy).toEqual(["sound"]);
      expect(found.questions.slice(0, 2).map((each) => each.path)).toEqual([
        "assumptions/soaking/chance",
        "assumptions/wet/chance",
      ]);
    }
  });
  test("each interval holds what is published in about nine of ten runs", () => {
    const held = seeds.filter(({ clairvoyance: { low, high } }) => low < 32.5 && 32.5 < high).length;
    expect(held).toBeGreaterThanOrEqual(3);
  });
});

test("[V2] a free test that tells nothing is worth exactly nothing, in sample and on fresh worlds", () => {
  for (const seed of [1, 2, 3]) {
    const [told] = valuesIn(uselessTest, { worlds: 2000, seed }).moves;
    const nothing = { value: { value: 0, low: 0, high: 0 }, inSample: 0 };
    expect(told).toEqual({ move: "test", free: nothing, heard: nothing, net: nothing.value, gap: 0 });
  }
});

test("[V3] the option of waiting: 10 when the market is seen first, nothing when all is decided now", () => {
  const { mean, error } = replicate(waiting, 4, (found) => found.time.waiting.value.value);
  expect(Math.abs(mean - 10)).toBeLessThan(4 * error + 0.1);
});

test("a limit of one move holds for who knows as well: knowing the market then brings 15, and listening nothing", () => {
  const found = valuesIn(waiting, { worlds: 4000, search: { mostMoves: 1 }, values: { valued: 4000 } });
  const [look] = found.moves;
  // 70 staked for 100 in half of the worlds; an error of the mean is a quarter of a point.
  expect(Math.abs(look!.free!.value.value - 15)).toBeLessThan(1);
  expect(look!.heard.value.value).toBe(0);
  expect(found.time.waiting.value.value).toBe(0);
});

test("[V4] hiding how much we care is worth what the care premium would take", () => {
  const { mean, error } = replicate(
    hidden,
    6,
    (found) => found.changes.find((each) => each.kind === "concealment")!.screened.value,
  );
  expect(Math.abs(mean - 80 / 6)).toBeLessThan(4 * error + 0.1);
  const told = hidden.replace("link: swap }", "link: swap, reveals: { issue: want, to: b, what: salience } }");
  const found = replicate(told, 4, (each) => each.changes.find((one) => one.kind === "showing")!.screened.value);
  expect(Math.abs(found.mean + 80 / 6)).toBeLessThan(4 * found.error + 0.1);
  // To hide what we tell ourselves is worth nothing.
  expect(valuesIn(told, { worlds: 500 }).changes.find((each) => each.kind === "concealment")!.screened.value).toBe(0);
});

describe("[V5] what is not known to bear on anything", () => {
  // A stake that is worth taking as often as not: noise alone decides.
  const toss = uselessTest.replace("90%", "60%");
  const few = { searched: 120, pruned: 60, fewest: 20 };
  const values = Array.from({ length: 24 }, (_, k) => {
    const found = valuesIn(toss, { worlds: 200, seed: k + 1, search: few, values: { valued: 200 } });
    return found.questions.find((each) => each.what.includes("gate share"))!.worth;
  });
  const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
  const error = (list: readonly number[]) => {
    const m = mean(list);
    return Math.sqrt(mean(list.map((x) => (x - m) * (x - m))) / (list.length - 1));
  };
  test("seems worth something on the worlds searched, and on fresh ones is worth nothing", () => {
    const inSample = values.map((each) => each.inSample);
    expect(mean(inSample)).toBeGreaterThan(2 * error(inSample));
    const fresh = values.map((each) => each.value.value);
    expect(Math.abs(mean(fresh))).toBeLessThan(4 * error(fresh) + 0.01);
    // Unclipped.
    expect(fresh.some((x) => x < 0)).toBe(true);
  });
});
