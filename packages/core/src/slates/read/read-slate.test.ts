import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { studyBallots } from "../study-ballots.ts";
import { readSlate, type Slate } from "./read-slate.ts";

function slate(value: unknown): Slate {
  const reading = readSlate(JSON.stringify(value), "slate.json");
  if (!reading.ok) throw new Error(reading.diagnostics.map(({ message }) => message).join("\n"));
  return reading.slate;
}
/** Code and message of each problem, and where it is. */
function problems(text: string): readonly string[] {
  const reading = readSlate(text, "slate.json");
  if (reading.ok) throw new Error("it reads");
  return reading.diagnostics.map(({ code, place, message }) => `${place?.line}:${place?.column} ${code} ${message}`);
}

describe("a slate with ballots", () => {
  it("rankings, alone or with a count, vetoes by voter, and groups", () => {
    const read = slate({
      name: "Chair",
      names: ["Ada", "Bo", "Cy"],
      seats: 2,
      ballots: [["Ada", "Bo"], { ranking: ["Cy"], count: 3 }],
      vetoes: { north: ["Bo"], south: ["Bo"] },
      groups: { old: { names: ["Cy"], least: 1 } },
    });
    expect(read.ballots.map(({ weight }) => weight.numerator)).toEqual([1n, 3n]);
    expect(read.vetoed).toEqual([{ name: 1, by: ["north", "south"] }]);
    expect(read.contest).toEqual({
      names: 3,
      seats: 2,
      groups: [{ names: [2], least: 1, most: 1 }],
      struck: [1],
    });
  });
  it("is counted in every way; vetoed names get nothing", () => {
    const found = studyBallots(
      slate({ names: ["Ada", "Bo", "Cy"], ballots: [["Bo", "Ada"], ["Bo", "Cy"], ["Ada"]], vetoes: ["Bo"] }),
    );
    expect(found).toMatchObject({
      struck: { Bo: [] },
      approval: { approvals: { Ada: "2", Bo: "0", Cy: "1" }, elected: ["Ada"], tied: false },
      transferable: { quota: "2", elected: ["Ada"], tied: false },
      // By ranks in even steps: Ada 50, 0, 100; Cy 0, 50, 0.
      elimination: { left: ["Ada", "Cy"], elected: ["Ada"] },
    });
  });
  it("the example that stands with the program", () => {
    const text = readFileSync(new URL("../../../../../examples/slates/food.json", import.meta.url), "utf8");
    const reading = readSlate(text, "food.json");
    expect(reading.ok && studyBallots(reading.slate).transferable.elected).toEqual([
      "Chocolate",
      "Oranges",
      "Strawberries",
    ]);
  });
});

describe("what is wrong with it is told with its place", () => {
  it.each([
    ["{", "1:2 slate-not-json"],
    ["[]", "1:1 slate-shape The slate is not an object."],
    ['{"names": ["A", "B"], "ballot": []}', '1:33 slate-unknown-word There is no "ballot" here.'],
    ['{"names": ["A", "B"], "ballots": []}', "1:34 slate-no-ballots There are no ballots."],
    ['{"names": ["A", 2], "ballots": [["A"]]}', "1:17 slate-shape A name is a text."],
    ['{"names": ["A", "A"], "ballots": [["A"]]}', '1:17 slate-name-twice "A" stands twice.'],
    ['{"names": ["A", "B"], "ballots": [["C"]]}', '1:36 slate-unknown-name "C" is not among the names.'],
    ['{"names": ["A", "B"], "ballots": [["A", "A"]]}', '1:41 slate-name-twice "A" stands twice.'],
    ['{"names": ["A", "B"], "seats": 0, "ballots": [["A"]]}', "1:32 slate-bad-number The number of seats is not"],
    ['{"names": ["A", "B"], "seats": 3, "ballots": [["A"]]}', "1:32 slate-out-of-reach 3 seats cannot be filled"],
    [
      '{"names": ["A", "B"], "ballots": [["A"]], "groups": {"x": {"names": ["A"], "least": 2}}}',
      "1:1 slate-out-of-reach 1 seat cannot be filled",
    ],
    [
      '{"names": ["A", "B"], "ballots": [["A"]], "groups": {"x": {"names": ["A"]}, "y": {"names": ["A"]}}}',
      '1:92 slate-name-twice "A" is also in the group "x".',
    ],
    ['{"names": ["A", "B"], "ballots": [["A"]], "vetoes": "B"}', "1:53 slate-shape This is not a list."],
  ])("%s", (text, expected) => {
    expect(problems(text)[0]).toContain(expected);
  });
});
