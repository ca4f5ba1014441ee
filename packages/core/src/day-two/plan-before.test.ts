/** The best plan before an observation is the one that planning the brief without it finds. */
import { expect, test } from "vitest";
import { planBrief } from "../run/index.ts";
import { briefOf, lease, observing } from "./day-two.test-support.ts";
import { bestPlanBefore } from "./plan-before.ts";

// Worth a test before it is pressed for, since pressing them where there is no oil costs much.
const text = lease
  .replace("drill: { kind: press, issue: lease,", "drill: { kind: press, issue: lease, if: seismic done,")
  .replace("chance: 50%, cost: 0.5,", "chance: 100%, cost: 9,")
  .replace("ideal: +10..+30 }]", "ideal: +5..+10 }]")
  .replace("if: oil, then: [{", "if: oil and drill done, then: [{")
  .replace("ideal: +20..+40 }]", "ideal: +80 }]");
const options = { worlds: 600, seed: 3, search: { searched: 600, pruned: 400 } };
const bestOf = (of: string) => planBrief(briefOf(of), options).findings!.plans.best!.steps;

test("of a brief of which nothing was known", () => {
  const before = bestOf(text);
  expect(before.length).toBeGreaterThan(0);
  expect(bestPlanBefore(briefOf(observing(text, "seismic is open")), options)).toEqual(before);
});

test("of one of which something was", () => {
  const after = briefOf(observing(text, "rain", "seismic is open", "not oil"));
  const known = 2;
  const before = bestOf(observing(text, "rain", "seismic is open"));
  expect(before).not.toEqual(bestOf(text));
  expect(bestPlanBefore(after, { ...options, known })).toEqual(before);
});

test("is none where there is no move to make", () => {
  const bare = lease.slice(0, lease.indexOf("moves:"));
  expect(bestPlanBefore(briefOf(observing(bare, "oil")), options)).toBeUndefined();
});
