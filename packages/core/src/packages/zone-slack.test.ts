/** Slack does not hang on what the frontier is taken over, nor on how long the integers are. */
import { expect, test } from "vitest";
import { analysePackages } from "./analyse.ts";
import type { PackageDomain } from "./domain.ts";

/** Two issues, opposed parties, and both ask for more than half; in steps of `unit`. */
const closed = (unit: string): PackageDomain => ({
  issues: ["i", "j"].map((id) => ({ id, options: ["a", "b", "c"] })),
  parties: [
    ["p", [1, 2, 3]],
    ["q", [3, 2, 1]],
  ].map(([id, values]) => ({
    id: id as string,
    tables: [0, 1].map((i) => ({ issues: [i], values: (values as number[]).map((value) => `${value}${unit}`) })),
    noAgreement: `5${unit}`,
  })),
});

test.each([
  ["short", "", [-2, -2]],
  // The last digits make the integers pass 2^53.
  ["long", ".00000000000000000001", [-2, -2]],
])("an empty zone of %s integers, over the zone as over all", (_, unit, expected) => {
  const [zone, all] = (["zone", "all"] as const).map((within) => {
    const analysis = analysePackages(closed(unit), { within });
    if ("problems" in analysis) throw new Error(analysis.problems[0]?.message);
    expect(analysis.space.exact !== undefined).toBe(unit !== "");
    return analysis.findings.zone;
  });
  expect(zone?.count).toBe("0");
  expect(zone?.slack).toEqual(all?.slack);
  const points = zone!.slack!.map((entry) => entry.points);
  for (const [p, value] of points.entries()) expect(value).toBeCloseTo(expected[p]!, 9);
});
