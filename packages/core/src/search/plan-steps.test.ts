import { describe, expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { compile } from "../model/compile.ts";
import { stepsOf } from "./plan-steps.ts";
import { planText } from "./plan-text.ts";
import { type Policy, stop } from "./policy.ts";
import { seen } from "./tabulate.ts";

const text = `
demarche: 1
us: a
parties: { a: A, b: B }
forums:
  table: { members: [a, b], gatekeepers: nobody, breakdown: 0%, dates: 2031-02-10..2031-02-20 }
forum: table
agenda:
  - { issue: quota, options: { low: 0, high: 100 }, otherwise: low, positions: { a: { ideal: high, salience: 50 }, b: { ideal: 0, salience: 50, cost of disagreement: 0 } } }
moves:
  meet: { kind: court, target: [b], chance: 50% }
  offer: { kind: press, target: [b] }
  press: { kind: press, target: [b] }
  call: { kind: press, target: [b] }
plan: []
`;
const model = compile(readBrief(text, { file: "steps.yaml" }).brief!).model!;
const index = (id: string) => model.moves.findIndex((move) => move.id === id);

function then(...moves: readonly string[]): Policy {
  const [first, ...rest] = moves;
  if (first === undefined) return stop;
  return { kind: "do", move: index(first), branches: [{ codes: [], next: then(...rest), worlds: 1 }], worlds: 1 };
}

const afterMeeting = (failed: Policy, otherwise: Policy): string =>
  planText(
    stepsOf(
      model,
      [
        {
          kind: "do",
          move: index("meet"),
          branches: [
            { codes: [seen.failed], next: failed, worlds: 1 },
            { codes: [seen.worked], next: otherwise, worlds: 1 },
          ],
          worlds: 2,
        },
      ],
      "best plan",
    ),
  );

describe("what both ways of a branch do", () => {
  test("at their beginning stands once, before it", () => {
    expect(afterMeeting(then("offer"), then("offer", "press"))).toBe(
      "plan:\n  - meet\n  - offer\n  - if: not meet failed\n    then:\n      - press\n",
    );
  });

  test("at their end stands once, after it", () => {
    expect(afterMeeting(then("press", "offer"), then("call", "offer"))).toBe(
      "plan:\n  - meet\n  - if: meet failed\n    then:\n      - press\n    else:\n      - call\n  - offer\n",
    );
  });

  test("at both ends is not told twice where one way does nothing else", () => {
    expect(afterMeeting(then("offer", "press", "offer"), then("offer"))).toBe(
      "plan:\n  - meet\n  - offer\n  - if: meet failed\n    then:\n      - press\n      - offer\n",
    );
    expect(afterMeeting(then("offer"), then("offer"))).toBe("plan:\n  - meet\n  - offer\n");
  });

  test("in another order stays where it is", () => {
    expect(afterMeeting(then("offer", "press"), then("press", "offer"))).toBe(
      "plan:\n  - meet\n  - if: meet failed\n    then:\n      - offer\n      - press\n    else:\n      - press\n      - offer\n",
    );
  });
});
