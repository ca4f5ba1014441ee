import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { drawIssue } from "./drawn-issue.ts";
import { tableOfBrief } from "./from-brief.ts";

const open = (name: string) =>
  readBrief(readFileSync(new URL(`../../../../examples/${name}/brief.yaml`, import.meta.url)), { file: name }).brief!;

const small = (issue: string) =>
  readBrief(
    new TextEncoder().encode(`demarche: 1
us: a
parties:
  a: { name: A, influence: 30 }
  b: { name: B, influence: 60 }
  c: C
  d: { name: D, role: third }
blocs:
  two: [a, b]
agenda:
  - issue: x
${issue}
`),
    { file: "small" },
  ).brief!;

describe("a brief as a table", () => {
  test("Paris: 15 actors, 13 issues, 181 cells, as coded", () => {
    const { table, left, unknown } = tableOfBrief(open("paris-2015")).found!;
    expect(table.actors).toHaveLength(15);
    expect(table.issues).toHaveLength(13);
    expect(table.issues.flatMap((issue) => issue.rows)).toHaveLength(181);
    expect(unknown).toHaveLength(15 * 13 - 181);
    expect(left).toEqual([]);
    const usa = table.issues[0]!.rows.find((row) => table.actors[row.actor]!.id === "usa");
    expect(usa).toMatchObject({ position: 20, salience: 0.95, capability: 100 });
    expect(table.issues[0]).toMatchObject({ id: "differentiation", low: 0, high: 100, otherwise: 100 });
  });
  test("natural units, also of a scale that falls; thirds and members without a position do not count", () => {
    const brief = small(`    scale: 12..0
    unit: years
    options: { soon: 0, late: 12 }
    positions: { a: { ideal: 3, salience: 50 }, b: { ideal: 6..10, salience: 20..40 }, d: { ideal: 9, salience: 10 } }`);
    const { table, unknown } = tableOfBrief(brief).found!;
    const [issue] = table.issues;
    expect(issue).toMatchObject({
      low: 0,
      high: 12,
      options: [
        { id: "soon", at: 0 },
        { id: "late", at: 12 },
      ],
    });
    expect(issue!.rows).toHaveLength(2);
    expect(issue!.rows[0]).toEqual({ actor: 0, position: 3, salience: 0.5, capability: 30 });
    // The range is cut at the end of the scale, which draws its mean in by a hair.
    expect(issue!.rows[1]!.position).toBeCloseTo(8, 1);
    expect(unknown).toEqual([{ issue: "x", party: "c" }]);
  });
  test("a choice has no distance, and is left out with the reason", () => {
    const brief = small(`    kind: choice
    options: [here, there]
    positions: { a: { ranks: [here, there] } }`);
    const { table, left } = tableOfBrief(brief).found!;
    expect(table.issues).toEqual([]);
    expect(left).toEqual([{ issue: "x", why: "its options have no distance from each other" }]);
  });
  test("a bloc's members share their draws", () => {
    const brief = small(`    options: { none: 0, all: 100 }
    positions: { two: { ideal: 20..60, salience: 30..70 }, c: { ideal: 10..90, salience: 50 } }`);
    const { model, items } = tableOfBrief(brief).found!;
    const drawn = drawIssue(model, items[0]!, 3, 200);
    const of = (i: number) => [...drawn.position.subarray(i * 200, (i + 1) * 200)];
    expect(of(0)).toEqual(of(1));
    expect(of(2)).not.toEqual(of(0));
    expect(new Set(of(0)).size).toBeGreaterThan(150);
  });
  test("what was observed decides issues, which need no forecast; nothing else changes", () => {
    const words = `    scale: 0..10
    options: { low: 0, middle: 5, high: 10 }
    otherwise: low
    positions: { a: { ideal: 9, salience: 50 }, b: { ideal: 6..8, salience: 20..40 } }
  - issue: y
    options: [none, all]
    otherwise: { name: drift, values: { a: 20 } }
    positions: { a: all, b: none }
`;
    const observed = (fact: string) => tableOfBrief(small(`${words}observed: [{ fact: ${fact} }]`)).found!;
    const whole = tableOfBrief(small(words)).found!;
    expect(whole.table.issues.map(({ id }) => id)).toEqual(["x", "y"]);
    for (const [fact, issue, why] of [
      ["x is high", "x", "it stands at high, as observed (x is high)"],
      ["x is high or better", "x", "it stands at high, as observed (x is high or better)"],
      ["not x admitted", "x", "it stands at low, as observed (not x admitted)"],
      ["not y settled", "y", "it stands without agreement, as observed (not y settled)"],
    ] as const) {
      const { table, left } = observed(fact);
      expect(left).toEqual([{ issue, why }]);
      expect(table.issues).toEqual(whole.table.issues.filter(({ id }) => id !== issue));
    }
    for (const fact of ["x settled", "x is middle or better", "b accepts middle on x", "x admitted"])
      expect(observed(fact).table).toEqual(whole.table);
  });
});
