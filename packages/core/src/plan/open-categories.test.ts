/** What was observed is printed as certain, whatever kind of fact tells it; the rest is shrunk among what remains. */
import { expect, test } from "vitest";
import { lease, observing, planOf } from "../day-two/day-two.test-support.ts";

const few = { worlds: 400, seed: 2, search: { searched: 200, pruned: 200 } };
const text = lease
  .replace("forums: { talks: {", "forums: { talks: { breakdown: 40%,")
  .replace("a: { ideal: high, salience: 60 }", "a: { ideal: high, salience: 60, fallbacks: [mid] }");
/** Ask, fallback, worse and nothing, as shown, under the plan as written and the best. */
const shown = (fact: string) => {
  const { items, plans, dayTwo } = planOf(observing(text, fact), few);
  const { ask, rungs, worse, none } = items[0]!;
  const best = plans.best!.items[0]!;
  const { decided, ...after } = dayTwo.items[0]!;
  return {
    all: [ask, ...rungs, worse, none],
    best: [best.ask, ...best.rungs.map(({ chance }) => chance), best.worse, best.none],
    after: [after.ask, ...after.rungs, after.worse, after.none].map((change) => change.after),
    decided,
  };
};

test.each([
  ["talks broke down", [0, 0, 0, 1]],
  ["not lease settled", [0, 0, 0, 1]],
  ["lease refused", [0, 0, 0, 1]],
  ["lease is high", [1, 0, 0, 0]],
] as const)("%s: no chance but 0 and 1, without a range", (fact, chances) => {
  const { all, best, after, decided } = shown(fact);
  expect(all.map(({ chance }) => chance)).toEqual(chances);
  for (const { chance, low, high } of all) expect([low, high]).toEqual([chance, chance]);
  expect([best, after]).toEqual([chances, chances]);
  expect(decided).toBe(true);
});

test("lease is mid or better: worse and nothing are 0, and what remains is shrunk among itself", () => {
  const { all, best, after } = shown("lease is mid or better");
  const [ask, mid, worse, none] = all.map(({ chance }) => chance);
  expect([worse, none]).toEqual([0, 0]);
  expect(ask! + mid!).toBeCloseTo(1, 9);
  expect(Math.min(ask!, mid!)).toBeGreaterThan(0);
  expect([best.slice(2), after.slice(2)]).toEqual([
    [0, 0],
    [0, 0],
  ]);
});

test("lease admitted leaves every category: it may still be refused", () => {
  const { all, decided } = shown("lease admitted");
  expect(all.every(({ chance }) => chance > 0 && chance < 1)).toBe(true);
  expect(decided).toBe(false);
});
