import { expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { findContradictions } from "../contradictions/index.ts";
import { compile } from "../model/compile.ts";
import { runInline } from "../run/engine.ts";
import { usualBudget } from "./budget.ts";
import { createSearchEngine } from "./search-engine.ts";

/** Three public acts that pay for themselves, two of them against B, whom a goal wants kept well with; one excludes another. */
const text = `
demarche: 1
us: a
parties: { a: A, b: B }
forums: { table: { members: [a, b], gatekeepers: nobody, breakdown: 0% } }
forum: table
agenda:
  - { issue: tariff, options: { low: 0, high: 100 }, otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: 0, salience: 50, cost of disagreement: 0 } } }
goals: { well-with-b: { kind: relation, target: b } }
moves:
  first: { kind: publicise, target: b, issue: tariff, public: yes, worth: 3 }
  second: { kind: press, target: b, intensity: high, issue: tariff, public: yes, worth: 2 }
  third: { kind: propose, issue: tariff, public: yes, worth: 1 }
  instead: { kind: court, target: b, if: not first done, worth: 2.5 }
plan: [third]
`;
const { brief } = readBrief(text, { file: "small.yaml" });
const { model } = compile(brief!);
const engine = createSearchEngine(brief!, model!, findContradictions(brief!), {
  seed: 1,
  worlds: 100,
  budget: { ...usualBudget, searched: 400, pruned: 100, tradeoffs: true },
});
const best = runInline(engine)!.searched;
const frontier = (against: string) =>
  best
    .tradeoffs!.find((each) => each.against === against)!
    .plans.map(({ value, other, moves }) => [Math.round(10 * value.value) / 10, other, [...moves].sort()]);

test("[S6] the frontier of our value against things shown, each plan the best for what it shows", () => {
  const base = frontier("disclosure").at(-1)![0] as number;
  expect(frontier("disclosure").map(([value, shown, moves]) => [(value as number) - base, shown, moves])).toEqual([
    // first makes `instead` impossible once it is made: made before, both are had.
    [6, 3, ["first", "instead", "second", "third"]],
    [5, 2, ["first", "instead", "second"]],
    [3, 1, ["first", "instead"]],
    [0, 0, ["instead"]],
  ]);
});

test("[S6] strain counts moves against the party by their intensity", () => {
  expect(frontier("strain").map(([, strain]) => strain)).toEqual([3, 1, 0]);
});

test("[S6] where nothing is uncertain the worst case is the mean", () => {
  expect(frontier("worst case")).toHaveLength(1);
});
