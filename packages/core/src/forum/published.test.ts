/** Values that have been published, and rules small enough to be known by heart. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { profileOf } from "./profile.ts";
import { readRule } from "./read/read-rule.ts";
import { studyRule } from "./study.ts";

function study(rule: unknown) {
  const reading = readRule(typeof rule === "string" ? rule : JSON.stringify(rule), "rule.json");
  if (!reading.ok) throw new Error(reading.diagnostics.map(({ message }) => message).join(" "));
  const studied = studyRule(reading.rule);
  if (!studied.ok) throw new Error(studied.problems[0]!.message);
  return studied.value;
}
const example = (name: string) =>
  readFileSync(new URL(`../../../../examples/forums/${name}.json`, import.meta.url), "utf8");

describe("published values", () => {
  it("EEC 1958: Luxembourg counts for nothing (Felsenthal & Machover 1998, ch. 5)", () => {
    const found = study(example("eec-1958"));
    const big = ["Germany", "France", "Italy"];
    for (const state of big) {
      expect([found.shapleyShubik[state], found.banzhaf[state]]).toEqual(["7/30", "5/21"]);
    }
    for (const state of ["Belgium", "Netherlands"]) {
      expect([found.shapleyShubik[state], found.banzhaf[state]]).toEqual(["3/20", "1/7"]);
    }
    expect([found.shapleyShubik["Luxembourg"], found.banzhaf["Luxembourg"]]).toEqual(["0", "0"]);
    expect(found.winningCoalitions).toBe("14");
    expect(found.powerless).toEqual(["Luxembourg"]);
    expect(found.minimalWinning.coalitions.map((each) => each.length)).toEqual([3, 4, 4, 4]);
  });
  it("Security Council of fifteen: 421/2145 and 4/2145 (Straffin 1983; C(9, 3)·8!·6!/15! for an elected member)", () => {
    const found = study(example("security-council"));
    expect(found.shapleyShubik["China"]).toBe("421/2145");
    expect(found.shapleyShubik["elected-7"]).toBe("4/2145");
    // Of the ten elected at least four: 848 coalitions; each of the ten swings C(9,3) = 84 of them.
    expect(found.winningCoalitions).toBe("848");
    expect(found.banzhaf["elected-1"]).toBe("21/1270");
    expect(found.banzhaf["USA"]).toBe("106/635");
    expect(found.blockAlone).toEqual(["China", "France", "Russia", "UK", "USA"]);
  });
  it("Security Council of eleven (to 1965): 76/385 and 1/462 (Shapley & Shubik 1954)", () => {
    const names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"];
    const found = study({ members: names, quota: 7, vetoes: names.slice(0, 5) });
    expect([found.shapleyShubik["a"], found.shapleyShubik["k"]]).toEqual(["76/385", "1/462"]);
  });
  it("Canadian amendment rule of 1971 (Straffin 1993): two provinces with a veto, pairs in east and west", () => {
    // Ontario and Quebec; two of four Atlantic; British Columbia and a prairie province, or all three prairie provinces.
    const found = study({
      members: ["Ontario", "Quebec", "Atlantic", "West"],
      quota: "consensus",
      bodies: {
        Atlantic: { members: ["NB", "NS", "PEI", "NL"], quota: 2 },
        West: { members: { BC: 2, AB: 1, SK: 1, MB: 1 }, quota: 3 },
      },
    });
    expect(found.members).toEqual(["Ontario", "Quebec", "NB", "NS", "PEI", "NL", "BC", "AB", "SK", "MB"]);
    const per = (name: string) => found.shares.find(({ member }) => member === name)!;
    // As percentages: Ontario 31.55 %, BC 12.50 %, prairie 4.17 %, Atlantic 2.98 % (Shapley–Shubik);
    // 21.78, 16.34, 5.45, 5.94 (Banzhaf).
    expect(per("Ontario").shapleyShubik).toBeCloseTo(0.3155, 4);
    expect(per("BC").shapleyShubik).toBeCloseTo(0.125, 4);
    expect(per("AB").shapleyShubik).toBeCloseTo(0.0417, 4);
    expect(per("NS").shapleyShubik).toBeCloseTo(0.0298, 4);
    expect(per("Ontario").banzhaf).toBeCloseTo(0.2178, 4);
    expect(per("BC").banzhaf).toBeCloseTo(0.1634, 4);
    expect(per("AB").banzhaf).toBeCloseTo(0.0545, 4);
    expect(per("NS").banzhaf).toBeCloseTo(0.0594, 4);
  });
  it("EU Council of 27 (2024): the figures add up, and the clause of four blockers adds the few coalitions it should", () => {
    const text = example("eu-council-2024");
    const rule = JSON.parse(text) as { majorities: { weights: Record<string, number> }[]; fewestToBlock?: number };
    const people = Object.values(rule.majorities[1]!.weights);
    // Each of the 27 is rounded by at most 50.
    expect(Math.abs(people.reduce((a, b) => a + b, 0) - 449_206_600)).toBeLessThanOrEqual(27 * 50);
    const found = study(text);
    const { fewestToBlock: _, ...plain } = rule;
    const without = study(plain);
    // Three states or fewer outside, and more than 35 % of the people among them.
    const total = people.reduce((a, b) => a + b, 0);
    let rescued = 0;
    for (let i = 0; i < 27; i++) {
      for (let j = i + 1; j < 27; j++) {
        for (let k = j + 1; k < 27; k++) if ((people[i]! + people[j]! + people[k]!) * 100 > 35 * total) rescued++;
      }
    }
    expect(BigInt(found.winningCoalitions) - BigInt(without.winningCoalitions)).toBe(BigInt(rescued));
    expect(found.shares.map(({ shapleyShubik }) => shapleyShubik).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(found.words).toHaveLength(3);
  });
});

it("two hundred weighted members: two ways to the same whole", () => {
  const members = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`m${i}`, 1 + ((i * i * 7 + 3 * i) % 13)]));
  const total = Object.values(members).reduce((a, b) => a + b, 0);
  const [low, high] = [
    study({ members, quota: Math.floor(total / 3) }),
    study({ members, quota: total - Math.floor(total / 3) + 1 }),
  ];
  // A rule and its dual (a coalition wins in one if the rest does not in the other) give the same power.
  expect(low.shapleyShubik).toEqual(high.shapleyShubik);
  expect(low.banzhaf).toEqual(high.banzhaf);
  expect(BigInt(low.winningCoalitions) + BigInt(high.winningCoalitions)).toBe(2n ** 200n);
});

it("refuses what would take too much", () => {
  const weights = Array.from({ length: 60 }, (_, i) => 1_000_003 * (i + 1) + 1);
  const game = {
    kind: "votes",
    size: 60,
    requirements: [{ weights, quota: 900_000_000 }],
    vetoes: [],
    fewestToBlock: 0,
  } as const;
  expect(profileOf(game)).toBeUndefined();
});
