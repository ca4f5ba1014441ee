import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { findContradictions } from "../../contradictions/index.ts";
import { readBrief } from "../read-brief.ts";
import { partyIds } from "./party-id.ts";
import { starterBrief } from "./starter-brief.ts";

function parsed(text: string) {
  const document = parseDocument(text, { schema: "failsafe" });
  expect(document.errors).toEqual([]);
  return document.toJS() as { title: string; us: string; parties: Record<string, string> };
}

describe("the starter brief", () => {
  test("is short, and a comment explains each part", () => {
    const lines = starterBrief().trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(75);
    const parts = lines.filter((line) => /^[a-z][a-z ]*:/.test(line) && !/^(title|us):/.test(line));
    expect(parts.filter((line) => !line.includes(" # "))).toEqual([]);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(150);
  });

  test("holds any title and names", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.array(fc.string(), { maxLength: 4 }), (title, us, others) => {
        const read = parsed(starterBrief({ title, us, others }));
        const wanted = [us, ...others].map((name) => name.trim()).filter((name) => name !== "");
        const names = Object.values(read.parties);
        expect(names).toEqual(expect.arrayContaining(wanted));
        expect(read.parties[read.us]).toBe(us.trim() || "Delta");
        if (title.trim() !== "") expect(read.title).toBe(title.trim());
      }),
    );
  });
});

test("names become ids, none twice, none a word of the language", () => {
  expect(partyIds(["Südmark", "The U.S.", "not", "北", "2nd Bank", "südmark"], ["talks"])).toEqual([
    "sudmark",
    "the-u-s",
    "not-2",
    "party-4",
    "nd-bank",
    "sudmark-2",
  ]);
  expect(partyIds(["Talks"], ["talks"])).toEqual(["talks-2"]);
});

describe("the starter read as a brief", () => {
  test.each([
    [{}],
    [{ us: "Südmark & Söhne", others: ["Talks"], title: "a: b #c" }],
    [{ us: "A", others: ["B", "C", "A", "not"] }],
  ])("has nothing to mend: %j", (wishes) => {
    const { brief, diagnostics } = readBrief(starterBrief(wishes), { file: "new.yaml" });
    expect(diagnostics).toEqual([]);
    expect(findContradictions(brief!)).toEqual([]);
  });

  test("plans: a move with an effect, a signal, a branch, an answer, rungs with authority", () => {
    const { brief } = readBrief(starterBrief(), { file: "new.yaml" });
    expect(brief?.moves.some(({ ifItWorks, chance }) => ifItWorks !== undefined && chance !== undefined)).toBe(true);
    expect(brief?.moves.some(({ signals }) => Array.isArray(signals))).toBe(true);
    expect(brief?.plan.some(({ step }) => step === "if")).toBe(true);
    expect(brief?.othersWillTable.length).toBeGreaterThan(0);
  });
});
