/** Each typed payoff has a break-even of its own: with it so many times as much, the others as they are, its move is worth nothing. */
import { expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { planBrief } from "../run/index.ts";

const brief = (worth: number, cost: number, audience: number) => `demarche: 1
us: a
parties: { a: A, b: B, press: { name: Press, role: audience } }
forums: { talks: { members: [a, b], gatekeepers: nobody } }
agenda:
  - issue: toll
    options: { none: 0, half: 50, full: 100 }
    otherwise: none
    positions: { a: { ideal: full, salience: 50 }, b: { ideal: 20..60, salience: 50, cost of disagreement: 10 } }
moves:
  act: { kind: press, issue: toll, chance: 50%, worth: ${worth.toFixed(12)}, cost: ${cost.toFixed(12)}, audience: { press: ${audience.toFixed(12)} }, if it works: [{ party: b, issue: toll, ideal: +10 }] }
plan: [act]
`;
function planned(...given: readonly [number, number, number]) {
  const { brief: read, diagnostics } = readBrief(brief(...given), { file: "toll.yaml" });
  if (read === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const { findings } = planBrief(read, { worlds: 2000, quick: true });
  const worth = findings!.plans.without["act"]!.worth.value;
  return { worth, factors: findings!.typedPayoffs.map(({ path, breakEven }) => [path.slice(10), breakEven] as const) };
}

test("holds to its definition, one by one", () => {
  const given = [10, 6, -4] as const;
  const { factors } = planned(...given);
  expect(factors.map(([what]) => what)).toEqual(["worth", "cost", "audience/press"]);
  for (const [k, [, factor]] of factors.entries()) {
    const scaled = given.map((points, at) => (at === k ? points * factor! : points)) as [number, number, number];
    expect(planned(...scaled).worth).toBeCloseTo(0, 6);
  }
  // Together they bring nought, and have no factor in common.
  expect(new Set(factors.map(([, factor]) => factor)).size).toBe(3);
});

test("is there though the payoffs cancel out", () => {
  const { worth, factors } = planned(4, 4, 0.5);
  expect(worth).toBeGreaterThan(0.5);
  expect(factors[1]![1]).toBeCloseTo(1 + worth / 4, 6);
});
