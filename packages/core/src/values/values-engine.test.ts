import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { compile } from "../model/compile.ts";
import { runInline } from "../run/engine.ts";
import { planBrief } from "../run/plan-brief.ts";
import { moveBrief } from "../search/move-brief.test-support.ts";
import { hidden, valuesIn, waiting } from "./briefs.test-support.ts";
import type { ChangeKind } from "./findings.ts";
import { prepareValues, type ValuesOptions } from "./prepare.ts";
import { usualValuesBudget } from "./settings.ts";
import { createValuesEngine } from "./values-engine.ts";

const small: ValuesOptions = {
  worlds: 120,
  seed: 3,
  search: { searched: 120, pruned: 60, fewest: 10, nodes: 2000 },
  values: { valued: 120, questionNodes: 500, drivers: 2 },
};

function planned(text: string, options: ValuesOptions) {
  const { brief } = readBrief(text, { file: "small.yaml" });
  if (brief === undefined) return undefined;
  const { findings } = planBrief(brief, options);
  return findings === undefined ? undefined : { brief, findings };
}
const readable = moveBrief.filter((text) => {
  const { brief } = readBrief(text, { file: "small.yaml" });
  return brief !== undefined;
});

/** Every pair { value, low, high } and every number within. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

describe("laws", () => {
  test("[P1] free and private information is never worth less than nothing on the worlds searched; all numbers are finite", () => {
    fc.assert(
      fc.property(readable, (text) => {
        const { brief } = readBrief(text, { file: "small.yaml" });
        const { model } = compile(brief!);
        if (model === undefined) return;
        const { seed, worlds } = { seed: 3, worlds: 120 };
        const budget = { ...usualValuesBudget, ...small.search, ...small.values };
        const found = runInline(createValuesEngine(brief!, model, [], { seed, worlds, budget, isRecommended: false }));
        for (const { worth } of found.questions) expect(worth.inSample).toBeGreaterThanOrEqual(0);
        for (const { heard, free, gap } of found.moves) {
          expect(heard.inSample).toBeGreaterThanOrEqual(0);
          expect(free?.inSample ?? 0).toBeGreaterThanOrEqual(0);
          expect(gap).toBeGreaterThanOrEqual(0);
        }
        // What is known about everything bounds what may be known about anything, but for noise in choosing.
        expect(found.clairvoyance.value).toBeGreaterThan(-1e-6);
        expect(numbersIn(found).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 6 },
    );
  });

  test("[P2] tasks done elsewhere, in another order, give the same bytes", () => {
    const { brief, findings } = planned(waiting, small)!;
    const here = JSON.stringify(valuesIn(waiting, small));
    const [one, two] = [0, 1].map(() => prepareValues(brief, findings, small).engine) as [
      ReturnType<typeof prepareValues>["engine"],
      ReturnType<typeof prepareValues>["engine"],
    ];
    const done = (tasks: typeof one.tasks) => {
      const parts: ReturnType<typeof one.step>[] = [];
      for (const [k, task] of [...tasks.entries()].reverse())
        parts[k] = structuredClone((k % 2 === 0 ? one : two).step(structuredClone(task)));
      return parts;
    };
    const first = done(one.tasks);
    expect(JSON.stringify(one.merge([...first, ...done(one.more!(first))]))).toBe(here);
  });
});

describe("a thing taken away is worth what a brief without it says", () => {
  const screenedIn = (text: string, kind: ChangeKind, id: string) =>
    valuesIn(text, small).changes.find((each) => each.kind === kind && each.id === id)!.screened.value;
  const difference = (text: string, without: string) => {
    expect(without).not.toBe(text);
    const [a, b] = [text, without].map((each) => planned(each, small)!.findings.plans.asWritten.value) as [
      number,
      number,
    ];
    return a - b;
  };
  // With nothing better than the plan as written it is what is screened.
  const never = (text: string) => planned(text, small)!.findings.plans.best?.recommended !== true;

  test("a hidden salience", () => {
    expect(never(hidden)).toBe(true);
    expect(screenedIn(hidden, "concealment", "want")).toBeCloseTo(
      difference(hidden, hidden.replace(", shown as: { salience: 10 }", "")),
      9,
    );
  });
  test("an offer", () => {
    expect(screenedIn(hidden, "offer", "swap")).toBeCloseTo(difference(hidden, hidden.replace("[swap-them]", "[]")), 9);
  });
  test("a bundle", () => {
    const bundled = hidden.replace("links:\n", "links:\n  both: { bundle: [want, give] }\n");
    expect(screenedIn(bundled, "bundle", "both")).toBeCloseTo(difference(bundled, hidden), 9);
  });
  test("a forum: nothing comes of its items", () => {
    const value = screenedIn(hidden, "forum", "table");
    const { asWritten, none } = planned(hidden, small)!.findings.plans;
    // Without the swap both parties refuse each issue by itself, as if nobody met.
    expect(value).toBeCloseTo(asWritten.value - none.value, 9);
    expect(value).toBeGreaterThan(10);
  });
  test("a forum less another in its place, which takes what it could", () => {
    const other =
      "forums: { other: { members: [a, b], gatekeepers: nobody, breakdown: 50%, competence: [want, give] }, ";
    const two = hidden.replace("forums: { ", other);
    const { changes } = valuesIn(two, small);
    const replaced = changes.find(({ kind, replacedBy }) => kind === "forum" && replacedBy === "other")!;
    expect(replaced.id).toBe("table");
    expect(replaced.screened.value).toBeCloseTo(difference(two, two.replace("forum: table", "forum: other")), 9);
    expect(replaced.screened.value).toBeGreaterThan(5);
    // One that could take nothing takes no place.
    const idle = valuesIn(two.replace(", competence: [want, give]", ""), small);
    expect(idle.changes.filter(({ replacedBy }) => replacedBy !== undefined)).toEqual([]);
  });
  test("a consent that competence needs", () => {
    const needed = hidden
      .replace("parties: { a: A, b: B }", "parties: { a: A, b: B, c: { name: C, role: third } }")
      .replace(
        "gatekeepers: nobody }",
        "gatekeepers: nobody, competence: { want: { chance: 100% }, give: { needs: c } } }",
      )
      .replace(
        "b: { ideal: high, salience: 60, cost of disagreement: 0 }",
        "b: { ideal: high, salience: 60, cost of disagreement: 0 }, c: { ideal: low, salience: 50, cost of disagreement: 0 }",
      );
    expect(screenedIn(needed, "consent", "c")).toBeCloseTo(
      -difference(needed, needed.replace("give: { needs: c }", "give: { chance: 100% }")),
      9,
    );
  });
});
