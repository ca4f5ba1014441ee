/** The search against a table of all truths: it says "never" where, and only where, no row makes all conditions so. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Condition } from "../brief.ts";
import { canAllHold, clashOf } from "./observed-together.ts";

const names = ["a", "b", "c", "d", "e"];
const none = { named: () => undefined, asGood: () => undefined };
const conditions = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...names).map((assumption): Condition => ({ op: "fact", fact: "assumption", assumption })),
    tie("node").map((part): Condition => ({ op: "not", part })),
    fc
      .tuple(fc.constantFrom("and" as const, "or" as const), fc.array(tie("node"), { minLength: 1, maxLength: 3 }))
      .map(([op, parts]): Condition => ({ op, parts })),
  ),
})).node;

function isSo(condition: Condition, row: number): boolean {
  if (condition.op === "not") return !isSo(condition.part, row);
  if (condition.op !== "fact") {
    const parts = condition.parts.map((part) => isSo(part, row));
    return condition.op === "and" ? !parts.includes(false) : parts.includes(true);
  }
  return condition.fact === "assumption" && ((row >> names.indexOf(condition.assumption)) & 1) === 1;
}
const rows = Array.from({ length: 1 << names.length }, (_, row) => row);
const hasRow = (all: readonly Condition[]) => rows.some((row) => all.every((each) => isSo(each, row)));

test("as a table of truths says", () => {
  fc.assert(
    fc.property(fc.array(conditions, { maxLength: 6 }), (all) => {
      expect(canAllHold(all, none)).toBe(hasRow(all));
    }),
    { numRuns: 400 },
  );
});

test("what is named cannot be so with the next, and none of it is named in vain", () => {
  fc.assert(
    fc.property(fc.array(conditions, { minLength: 1, maxLength: 6 }), conditions, (before, next) => {
      fc.pre(hasRow(before));
      const clash = clashOf(before, next, none);
      expect(clash !== undefined).toBe(!hasRow([...before, next]));
      if (clash === undefined) return;
      expect(hasRow([...clash, next])).toBe(false);
      for (const each of clash) expect(hasRow([...clash.filter((other) => other !== each), next])).toBe(true);
    }),
    { numRuns: 400 },
  );
});
