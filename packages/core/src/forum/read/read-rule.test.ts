import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { studyRule } from "../study.ts";
import { readRule } from "./read-rule.ts";
import { exactly, toWhole } from "./whole-weights.ts";

function ruleFrom(value: unknown) {
  const reading = readRule(typeof value === "string" ? value : JSON.stringify(value), "rule.json");
  if (!reading.ok) throw new Error(reading.diagnostics.map(({ message }) => message).join(" "));
  return reading.rule;
}
function indicesOf(value: unknown) {
  const studied = studyRule(ruleFrom(value));
  if (!studied.ok) throw new Error(studied.problems[0]!.message);
  return studied.value;
}

describe("errors", () => {
  it.each([
    ["{", "forum-not-json", 1, 2],
    ["[]", "forum-shape", 1, 1],
    ['{"quota": 3}', "forum-no-members", 1, 1],
    ['{"members": [],\n "quota": 1}', "forum-no-members", 1, 13],
    ['{"members": {},\n "quota": 1}', "forum-no-members", 1, 13],
    ['{"members": ["A", "A"], "quota": 1}', "forum-name-twice", 1, 19],
    ['{"members": ["A", 3], "quota": 1}', "forum-shape", 1, 19],
    ['{"members": 3, "quota": 1}', "forum-shape", 1, 13],
    ['{"members": {"A": 1}}', "forum-no-quota", 1, 13],
    ['{"members": ["A"]}', "forum-no-quota", 1, 1],
    ['{"members": {"A": "4"}, "quota": 1}', "forum-bad-number", 1, 19],
    ['{"members": {"A": -4, "B": 9}, "quota": 1}', "forum-bad-number", 1, 41],
    ['{"members": {"A": 1.23456789012345678}, "quota": 1}', "forum-bad-number", 1, 19],
    ['{"members": {"A": 4}, "quota": "most"}', "forum-bad-quota", 1, 32],
    ['{"members": {"A": 4}, "quota": "1/0"}', "forum-bad-quota", 1, 32],
    ['{"members": {"A": 4}, "quota": true}', "forum-bad-quota", 1, 32],
    ['{"members": {"A": 4}, "quota": 5}', "forum-quota-out-of-reach", 1, 32],
    ['{"members": {"A": 4}, "quota": "more than 100%"}', "forum-quota-out-of-reach", 1, 32],
    ['{"members": {"A": 4}, "quota": 0}', "forum-quota-too-low", 1, 32],
    ['{"members": {"A": 9e15, "B": 9e15}, "quota": 1}', "forum-too-fine", 1, 46],
    ['{"members": ["A"], "quota": 1,\n "vetoes": ["B"]}', "forum-unknown-member", 2, 13],
    ['{"members": ["A"], "quota": 1, "vetoes": "A"}', "forum-shape", 1, 42],
    ['{"members": ["A"], "quota": 1, "veto": ["A"]}', "forum-unknown-word", 1, 40],
    ['{"members": ["A"], "majorities": {}}', "forum-shape", 1, 34],
    ['{"members": ["A"], "majorities": []}', "forum-no-quota", 1, 34],
    ['{"members": ["A"], "majorities": [3]}', "forum-shape", 1, 35],
    ['{"members": ["A"], "majorities": [{"quota": 1, "of": 3}]}', "forum-unknown-word", 1, 54],
    ['{"members": ["A"], "majorities": [{"weights": {"A": 1}}]}', "forum-no-quota", 1, 35],
    ['{"members": ["A", "B"], "majorities": [{"weights": {"A": 1}, "quota": 1}]}', "forum-missing-number", 1, 52],
    ['{"members": ["A", "B"], "majorities": [{"weights": [1], "quota": 1}]}', "forum-shape", 1, 52],
    ['{"members": ["A"], "quota": 1, "abstaining": ["A"]}', "forum-no-members", 1, 46],
    ['{"members": ["A"], "quota": 1, "abstention": "no"}', "forum-shape", 1, 46],
    ['{"members": ["A"], "quota": 1, "fewestToBlock": 0}', "forum-bad-number", 1, 49],
    ['{"members": ["A"], "quota": 1, "bodies": {"B": {}}}', "forum-unknown-member", 1, 48],
    [
      '{"members": ["A"], "quota": 1, "bodies": {"A": {"members": ["x"], "quota": 1, "chair": "x"}}}',
      "forum-unknown-word",
      1,
      88,
    ],
    ['{"members": ["A", "x"], "quota": 1, "bodies": {"A": {"members": ["x"], "quota": 1}}}', "forum-name-twice", 1, 47],
    ['{"members": ["A", "B"], "quota": 1, "positions": {"A": 1}}', "forum-missing-number", 1, 50],
    ['{"members": ["A"], "quota": 1, "otherwise": 1}', "forum-word-missing", 1, 45],
    ['{"members": ["A"], "quota": 1, "costs": {"A": -1}}', "forum-bad-number", 1, 47],
    [
      '{"members": ["A"], "quota": 1, "positions": {"A": 1}, "otherwise": 2, "chair": "C"}',
      "forum-unknown-member",
      1,
      80,
    ],
    ['{"members": ["A"], "quota": 1, "name": 3}', "forum-shape", 1, 40],
  ])("%s: %s", (text, code, line, column) => {
    const reading = readRule(text, "rule.json");
    expect(reading.ok).toBe(false);
    if (reading.ok) return;
    const [first] = reading.diagnostics;
    expect([first!.code, first!.place.line, first!.place.column]).toEqual([code, line, column]);
    expect(first!.message).not.toBe("");
    expect(first!.hint).not.toBe("");
  });
  it("names the word or member that was meant", () => {
    const hints = (text: string) => {
      const reading = readRule(text, "rule.json");
      return reading.ok ? [] : reading.diagnostics.map(({ hint }) => hint);
    };
    expect(hints('{"members": ["France", "Italy"], "quota": 1, "veto": ["Itali"]}')).toEqual([
      'Did you mean "vetoes"?',
    ]);
    expect(hints('{"members": ["France", "Italy"], "quota": 1, "vetoes": ["Itali"]}')).toEqual([
      'Did you mean "Italy"?',
    ]);
  });
  it("never throws, whatever JSON it is given", () => {
    const word = fc.constantFrom(
      "members",
      "quota",
      "vetoes",
      "majorities",
      "bodies",
      "costs",
      "positions",
      "abstaining",
      "A",
      "weights",
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: "small" },
        fc.jsonValue({ maxDepth: 1 }),
        fc.constantFrom("majority", "A", 1),
        tie("list"),
        tie("object"),
      ),
      list: fc.array(tie("tree"), { maxLength: 3 }),
      object: fc.dictionary(word, tie("tree"), { maxKeys: 5 }),
    }));
    fc.assert(
      fc.property(
        fc.oneof(tree, fc.record({ members: fc.constant(["A", "B"]), quota: tree, majorities: tree })),
        (value) => {
          const reading = readRule(JSON.stringify(value) ?? "null", "rule.json");
          if (!reading.ok) expect(reading.diagnostics.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("numbers", () => {
  it("decimals are what is written, not the nearest double", () => {
    // 0.1 + 0.2 reaches 0.3 exactly; as doubles it would exceed 0.3, and "more than" would hold.
    const found = indicesOf({ members: { A: 0.1, B: 0.2, C: 0.3 }, quota: 0.3 });
    expect(found.winningCoalitions).toBe("5");
    expect(indicesOf({ members: { A: 0.1, B: 0.2, C: 0.3 }, quota: "majority" }).winningCoalitions).toBe("3");
    expect(indicesOf({ members: { A: 1, B: 2, C: 3 }, quota: 3 }).shapleyShubik).toEqual(found.shapleyShubik);
  });
  it("are made whole without loss", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ whole: fc.nat(9999), places: fc.nat(6) }), { minLength: 1 }), (list) => {
        const values = list.map(({ whole, places }) => Number(`${whole}e-${places}`));
        const { weights, factor } = toWhole(values.map((value) => exactly(value)!))!;
        list.forEach(({ whole, places }, k) => {
          expect(BigInt(weights[k]!) * 10n ** BigInt(places)).toBe(BigInt(whole) * factor);
        });
      }),
    );
  });
  it.each([
    ["majority", "4"],
    ["2/3", "4"],
    ["more than 2/3", "1"],
    ["66%", "4"],
    ["67%", "1"],
    ["consensus", "1"],
    [2, "7"],
    ["more than 1/3", "4"],
    ["1/3", "7"],
  ])("quota %j of weights 2, 2, 2 makes %s coalitions win", (quota, expected) => {
    expect(indicesOf({ members: { A: 2, B: 2, C: 2 }, quota }).winningCoalitions).toBe(expected);
  });
});

describe("what a rule may say", () => {
  it("members keep their order, also where names look like numbers", () => {
    expect(indicesOf('{"members": {"10": 1, "2": 1, "b": 1, "a": 1}, "quota": 3}').members).toEqual([
      "10",
      "2",
      "b",
      "a",
    ]);
  });
  it("a majority without weights counts heads, and weights may stand in a list", () => {
    const one = indicesOf({ members: { A: 5, B: 1, C: 1 }, quota: 5, majorities: [{ quota: 2 }] });
    const two = indicesOf({ members: ["A", "B", "C"], majorities: [{ weights: [5, 1, 1], quota: 5 }, { quota: 2 }] });
    expect(one.shapleyShubik).toEqual(two.shapleyShubik);
    expect(one.shapleyShubik).toEqual({ A: "2/3", B: "1/6", C: "1/6" });
  });
  it("abstention counts against, or is not counted and does not block", () => {
    const rule = { members: ["A", "B", "C", "D"], quota: "majority", vetoes: ["D"], abstaining: ["D"] };
    const against = indicesOf(rule);
    expect(against.winningCoalitions).toBe("0");
    expect(Object.values(against.banzhaf)).toEqual(["0", "0", "0", "0"]);
    const free = indicesOf({ ...rule, abstention: "not counted" });
    expect(free.banzhaf).toEqual({ A: "1/3", B: "1/3", C: "1/3", D: "0" });
    // Without the veto: two of three who vote suffice, or three of four.
    const { vetoes: _, ...plain } = rule;
    expect(indicesOf(plain).winningCoalitions).toBe("1");
    expect(indicesOf({ ...plain, abstention: "not counted" }).winningCoalitions).toBe("4");
  });
  it("who is pivotal, what could be adopted, what the chair would propose, and whom to win", () => {
    const found = indicesOf({
      members: { A: 4, B: 3, C: 2, D: 2 },
      quota: 7,
      positions: { A: 80, B: 40, C: 20, D: 90 },
      otherwise: 10,
      chair: "D",
      costs: { B: 2.5, C: 1, D: 1.1 },
      inFavour: ["A"],
    });
    expect(found.scale).toEqual({
      pivots: { fromBelow: { at: 80, members: ["A"] }, fromAbove: { at: 40, members: ["B"] } },
      winSet: [{ above: 10, below: 70 }],
      chairProposes: { chair: "D", at: 70 },
    });
    expect(found.persuasion).toEqual({ members: ["C", "D"], cost: 2.1, cheapest: true });
  });
  it("a chair need not vote", () => {
    const found = indicesOf({
      members: ["A", "B", "Chair"],
      quota: 2,
      abstaining: ["Chair"],
      positions: [50, 60, 0],
      otherwise: 100,
      chair: "Chair",
    });
    expect(found.scale?.chairProposes).toEqual({ chair: "Chair", at: 20 });
  });
});
