/** What observations teach: against Bayes' formula, worked by hand, and against a reading of each world that shares no code. */
import { describe, expect, test } from "vitest";
import { Draws } from "../plan/draws.ts";
import { firstWorlds, inputOf, keptOf, lease, modelOf, observing, planOf, rollEach } from "./day-two.test-support.ts";

/** Standard errors that a share may be off: one in some ten thousand seeds would be. */
const errors = 4;
const error = (share: number, n: number): number => errors * Math.sqrt((share * (1 - share)) / n);

describe("an imperfect test (Raiffa 1968)", () => {
  const worlds = 20_000;
  const text = observing(lease, "seismic is open");
  const kept = keptOf(text, worlds);
  const model = modelOf(text);
  const oil = rollEach(model, kept.worlds, ({ roll }) => roll.holds(0));
  const posterior = (0.8 * 0.2) / (0.8 * 0.2 + 0.3 * 0.8);

  test("P(oil | open) is as by Bayes' formula, and so many worlds agree as the test is open in", () => {
    expect(posterior).toBeCloseTo(0.4, 12);
    const share = oil.filter(Boolean).length / worlds;
    expect(Math.abs(share - posterior)).toBeLessThan(error(posterior, worlds));
    const open = 0.8 * 0.2 + 0.3 * 0.8;
    expect(Math.abs(worlds / kept.tried - open)).toBeLessThan(error(open, kept.tried));
    expect(Math.abs(kept.held[0]! / kept.surveyed - open)).toBeLessThan(error(open, kept.surveyed));
  });

  test("a world is kept just where its own luck makes the test open", () => {
    const count = 3000;
    const draws = new Draws(model, 1, count);
    draws.fill(0, count);
    const byHand = [...firstWorlds(count)].filter((w) => {
      const isThere = inputOf(model, draws, w, "luck of assumption oil") < 0.2;
      return inputOf(model, draws, w, "luck of signal seismic") < (isThere ? 0.8 : 0.3);
    });
    expect([...kept.worlds].filter((w) => w < count)).toEqual(byHand);
  });

  test("not open: the complement, with its own posterior", () => {
    const not = keptOf(observing(lease, "seismic is not open"), worlds);
    const share = rollEach(model, not.worlds, ({ roll }) => roll.holds(0)).filter(Boolean).length / worlds;
    const expected = (0.2 * 0.2) / (0.2 * 0.2 + 0.7 * 0.8);
    expect(Math.abs(share - expected)).toBeLessThan(error(expected, worlds));
    expect([...not.worlds].some((w) => kept.worlds.includes(w))).toBe(false);
  });
});

test("two tests that are independent given the truth: their likelihoods multiply", () => {
  const text = lease
    .replace("  drill:", "  core: { kind: confirm, signals: { wet: { if: oil, chance: 60%, else: 10% } } }\n  drill:")
    .replace("- seismic\n", "- seismic\n  - core\n");
  const worlds = 8000;
  const both = observing(text, "seismic is open and core is wet");
  const kept = keptOf(both, worlds);
  const expected = (0.8 * 0.6 * 0.2) / (0.8 * 0.6 * 0.2 + 0.3 * 0.1 * 0.8);
  const share = rollEach(modelOf(both), kept.worlds, ({ roll }) => roll.holds(0)).filter(Boolean).length / worlds;
  expect(Math.abs(share - expected)).toBeLessThan(error(expected, worlds));
});

test("a position is learnt: who is seen to refuse at the door wants less, by as much as the integral says", () => {
  const text = `demarche: 1
us: a
parties: { a: A, b: B }
agenda:
  - issue: toll
    options: { none: 0, half: 50 }
    otherwise: none
    positions: { a: { ideal: half, salience: 50 }, b: { ideal: uniform 0..100, salience: 50, cost of disagreement: 0 } }
moves: { ask: { kind: probe, signals: { yes: { if: b accepts half on toll, chance: 100% } } } }
plan: [ask]
`;
  const worlds = 8000;
  const mean = (fact: string): number => {
    const kept = keptOf(observing(text, fact), worlds);
    const model = modelOf(text);
    const draws = new Draws(model, 1, worlds, kept.worlds);
    draws.fill(0, worlds);
    let sum = 0;
    for (let w = 0; w < worlds; w++) sum += inputOf(model, draws, w, "ideal toll b");
    return sum / worlds;
  };
  // b takes 50 over 0 where its ideal is 25 or more: uniform on 25..100, or on 0..25.
  expect(Math.abs(mean("ask is yes") - 62.5)).toBeLessThan((errors * 75) / Math.sqrt(12 * worlds));
  expect(Math.abs(mean("not ask is yes") - 12.5)).toBeLessThan((errors * 25) / Math.sqrt(12 * worlds));
  expect(keptOf(observing(text, "b accepts half on toll"), worlds).worlds).toEqual(
    keptOf(observing(text, "ask is yes"), worlds).worlds,
  );
});

test("what the report says was learnt is the posterior", () => {
  const { dayTwo, assumptions } = planOf(observing(lease, "seismic is open"), { worlds: 4000, seed: 3 });
  const oil = dayTwo.assumptions.find(({ id }) => id === "oil")!;
  expect(Math.abs(oil.before - 0.2)).toBeLessThan(error(0.2, 4000));
  expect(Math.abs(oil.after - 0.4)).toBeLessThan(error(0.4, 4000));
  expect(assumptions.find(({ id }) => id === "oil")!.holds).toBe(oil.after);
  expect(dayTwo.observations).toEqual([
    { path: "observed/0", fact: "seismic is open", day: "2030-01-15", expected: expect.any(Number), taken: "learnt" },
  ]);
  // Nothing else hangs on the test: b's ideal is as it was.
  expect(dayTwo.inputs).toEqual([]);
});
