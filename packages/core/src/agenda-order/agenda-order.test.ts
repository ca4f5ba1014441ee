import { expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { compile } from "../model/compile.ts";
import { runInline } from "../run/engine.ts";
import { createAgendaOrderEngine } from "./agenda-order.ts";

/** B gives the quota half of the time; once it has, it gives the tariff as well, which we care for as much. */
const text = (rule: string) => `
demarche: 1
us: a
parties: { a: A, b: B }
forums: { table: { members: [a, b], gatekeepers: nobody, breakdown: 0% } }
forum: table
agenda:
  - { issue: tariff, options: { low: 0, high: 100 }, otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: 0, salience: 50, cost of disagreement: 0 } } }
  - { issue: quota, options: { low: 0, high: 100 }, otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: 0, salience: 50, cost of disagreement: 0 } } }
assumptions: { thaw: { chance: 50% } }
rules:
  gives: { if: thaw, then: [{ party: b, issue: quota, ideal: high }] }
${rule}
plan: []
`;
const orderOf = (source: string) => {
  const { model } = compile(readBrief(source, { file: "small.yaml" }).brief!);
  return runInline(createAgendaOrderEngine(model!, { seed: 1, worlds: 2000 }));
};

test("what sets a precedent is worth settling first: here half of the time half of our agenda", () => {
  const [pair, ...others] = orderOf(
    text("  precedent: { if: quota is high, then: [{ party: b, issue: tariff, ideal: high }] }"),
  );
  expect(others).toEqual([]);
  expect(pair).toMatchObject({ forum: "table", first: "quota", second: "tariff", rules: ["precedent"], worlds: 2000 });
  // A residual may keep the tariff from being taken all the same; it is the same in both orders.
  expect(pair!.worth.low).toBeGreaterThan(15);
  expect(pair!.worth.high).toBeLessThan(27);
});

test("without a rule that asks how an issue came out there is no order to speak of", () => {
  expect(orderOf(text(""))).toEqual([]);
});
