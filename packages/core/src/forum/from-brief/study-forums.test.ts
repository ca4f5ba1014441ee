import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readBrief } from "../../brief/index.ts";
import type { ForumFinding } from "../findings.ts";
import { studyForums } from "./study-forums.ts";

function forumsOf(text: string): readonly ForumFinding[] {
  const { brief, diagnostics } = readBrief(text, { file: "brief.yaml" });
  if (brief === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const studied = studyForums(brief);
  if (!studied.ok) throw new Error(studied.problems[0]!.message);
  return studied.forums;
}

const council = (rule: string, scale = "") => `demarche: 1
us: a
parties:
  a: A
  b: B
  c: C
  d: D
forums:
  council:
    name: The council
    members: [a, b, c]
    decision rule: ${rule}
agenda:
  - issue: quota
    name: Catch
    options: { none: { at: 0 }, half: { at: 50 }, all: { at: 100 } }
${scale}    otherwise: none
    positions:
      a: { ideal: 90 }
      b: { ideal: 40 }
      c: { ideal: 60 }
  - issue: place
    options: { here: { at: 0 }, there: { at: 10 } }
    otherwise: { values: { a: 3, b: 3, c: 3 } }
    positions:
      a: { ideal: 5 }
`;

describe("forums of a brief", () => {
  it("weights, shares and vetoes", () => {
    const [found] = forumsOf(council("{ at least: 2/3, weights: { a: 3, b: 2, c: 1 } }"));
    expect(found).toMatchObject({
      id: "council",
      name: "The council",
      words: ["At least 2/3 of a total weight of 6."],
      members: ["a", "b", "c"],
      shapleyShubik: { a: "2/3", b: "1/6", c: "1/6" },
      banzhaf: { a: "3/5", b: "1/5", c: "1/5" },
      winningCoalitions: "3",
      blockAlone: ["a"],
    });
  });
  it("who is pivotal, and what passes against what stands otherwise", () => {
    const [found] = forumsOf(council("majority"));
    expect(found!.issues[0]).toEqual({
      issue: "quota",
      name: "Catch",
      unknown: [],
      pivots: { fromBelow: { at: 60, members: ["c"] }, fromAbove: { at: 60, members: ["c"] } },
      winSet: [{ above: 0, below: 100 }],
    });
    const [unanimous] = forumsOf(council("consensus"));
    expect(unanimous!.issues[0]).toMatchObject({
      pivots: { fromBelow: { at: 90, members: ["a"] }, fromAbove: { at: 40, members: ["b"] } },
      winSet: [{ above: 0, below: 80 }],
    });
  });
  it("says whose position is not known", () => {
    const [found] = forumsOf(council("majority"));
    expect(found!.issues[1]).toMatchObject({ issue: "place", unknown: ["b", "c"] });
    expect(found!.issues[1]!.winSet).toBeUndefined();
  });
  it("the Moscow brief: the Conference by consensus, the Preparatory Commission by two thirds", () => {
    const text = readFileSync(new URL("../../../../../examples/moscow-1945/brief.yaml", import.meta.url), "utf8");
    const forums = forumsOf(text);
    const ministers = forums.find(({ id }) => id === "ministers")!;
    expect(ministers.shapleyShubik).toEqual({ ussr: "1/3", usa: "1/3", uk: "1/3" });
    expect(ministers.blockAlone).toEqual(["ussr", "usa", "uk"]);
    expect(ministers.issues.map(({ issue }) => issue)).toContain("reparations");
    const commission = forums.find(({ id }) => id === "preparatory-commission")!;
    // Four of five are two thirds; two together block.
    expect(commission.winningCoalitions).toBe("6");
    expect(commission.minimalBlocking.coalitions.every((each) => each.length === 2)).toBe(true);
  });
});
