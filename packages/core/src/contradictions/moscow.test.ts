/** The note of 1945 is at odds with itself in four places (B67); the coded brief must show all of them, and raise few false alarms. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readBrief } from "../brief/read-brief.ts";
import { findContradictions } from "./find-contradictions.ts";

const file = "examples/moscow-1945/brief.yaml";
const { brief, diagnostics } = readBrief(readFileSync(new URL(`../../../../${file}`, import.meta.url)), { file });
if (!brief) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
const found = findContradictions(brief);
const between = (a: string, b: string) =>
  found.filter(({ paths }) => paths[0].startsWith(a) && paths[1]?.startsWith(b));

describe("the Moscow brief", () => {
  test.each([
    ["B13 v B48", "moves/attack-on-potential", "goals/calm-assembly", "attack-and-avoid"],
    ["B25 v B35", "moves/press-the-french", "goals/reach-out-to-france", "press-and-court"],
    ["B34 v B35", "goals/keep-to-potsdam", "goals/reach-out-to-france", "limit-and-relation"],
    ["B37 v B56", "goals/france-against-the-two", "goals/big-three-first", "use-against-friends"],
    ["B7: an exception of ours", "moves/answer-with-greece", "goals/zone-acknowledged", "excluded-scope"],
    ["B26: the six", "agenda/ruhr/options/french-plan/members", "forums/ministers", "membership-omits-needed"],
    ["B26: no Belgium", "agenda/ruhr/options/french-plan/members", "blocs/benelux", "membership-splits-bloc"],
  ])("%s", (_, a, b, code) => {
    expect(between(a, b).map((each) => each.code)).toEqual([code]);
  });

  test("names those whom the six leave out", () => {
    const [six] = found.filter(({ code }) => code === "membership-omits-needed");
    expect(six?.message).toContain("Soviet Union and United States");
  });

  test("has few others that are more than gaps", () => {
    expect(found.filter(({ severity }) => severity !== "gap").length).toBeLessThanOrEqual(16);
  });
});
