import { describe, expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { compile } from "../model/index.ts";
import { analysePackages } from "./analyse.ts";
import { analyseItems } from "./analyse-brief.ts";
import { settlementRuleOf, spaceFromModel } from "./from-model.ts";

const text = `demarche: 1
us: a
parties: { a: Ay, b: Bee }
agenda:
  - issue: border
    options: { near: 0, middle: 50, far: 100 }
    otherwise: near
    positions:
      a: { ideal: far, salience: 60, bottom line: middle }
      b: { ideal: 10..30, salience: 20, cost of disagreement: 40 }
  - issue: trade
    options: [closed, open]
    otherwise: { name: drift, values: { a: 30, b: 10 } }
    positions:
      a: { ideal: open, salience: 40, red lines: closed }
      b: { ideal: open, salience: 60, cost of disagreement: 0 }
links:
  both: { depends: [border, trade], table: [{ if: border is far and trade is open, worth: { b: -5 } }] }
`;

const three = `demarche: 1
us: a
parties: { a: Ay, b: Bee, c: Cee }
forums:
  council: { name: Council, members: [a, b, c], decision rule: majority }
agenda:
  - issue: levy
    options: [low, high]
    otherwise: low
    positions: { a: { ideal: high, salience: 50 }, b: { ideal: high, salience: 50 }, c: { ideal: low, salience: 50, cost of disagreement: 0 } }
`;

test("[P22] under a majority, any two of three can settle; the third may lose", () => {
  const { brief: council } = readBrief(three, { file: "brief.yaml" });
  const { model } = compile(council!);
  const space = spaceFromModel(model!)!;
  const analysis = analysePackages(space.domain, { rule: settlementRuleOf(model!, space)! });
  if ("problems" in analysis) throw new Error("no problems expected");
  expect(analysis.findings.coalitions?.map(({ members, nash }) => [members.join(), nash?.package["levy"]])).toEqual([
    ["a,b", "high"],
    ["a,c", "low"],
    ["b,c", "low"],
  ]);
});

describe("[P17] the space of a brief", () => {
  const { brief, diagnostics } = readBrief(text, { file: "brief.yaml" });
  if (!brief) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  const { model } = compile(brief);
  const space = spaceFromModel(model!)!;
  const { domain } = space;

  test("red-lined options are out; an item off its scale may stay open", () => {
    expect(domain.issues).toEqual([
      { id: "border", options: ["near", "middle", "far"] },
      { id: "trade", options: ["open", "otherwise"] },
    ]);
  });
  test("values are hundredths of the whole agenda at the medians", () => {
    // a: weights .6 and .4; distances 100, 50, 0 of 100. b: weights .25 and .75, ideal 20 at the median.
    const values = domain.parties.map(({ tables }) => tables.map((table) => table.values.map(Number)));
    expect(values[0]?.slice(0, 2)).toEqual([
      [0, 30, 60],
      [40, 12],
    ]);
    const [border, trade, link] = values[1]!;
    expect(border!.map((x) => Math.round(x * 100) / 100)).toEqual([20, 17.5, 5]);
    expect(trade).toEqual([75, 7.5]);
    // Rows: near, middle, far; columns: open, left open.
    expect(link).toEqual([0, 0, 0, 0, -5, 0]);
  });
  test("reservations: ours our bottom line, theirs no agreement less the known cost", () => {
    // a: .6·50 + .4·30. b: .25·(80 − 40) + .75·(10 − 0).
    expect(domain.parties.map(({ noAgreement }) => Number(Number(noAgreement).toFixed(2)))).toEqual([42, 17.5]);
    expect(space.us).toBe(0);
  });
  test("our ask and no agreement are placed; the ask is nobody's loss here", () => {
    expect(space.noAgreement).toEqual({ border: "near", trade: "otherwise" });
    const analysis = analysePackages(domain, {
      within: "zone",
      us: "a",
      marks: [{ id: "no agreement", package: space.noAgreement! }],
    });
    if ("problems" in analysis) throw new Error("no problems expected");
    expect(analysis.findings.marks?.[0]?.utilities.map((u) => Number(u.toFixed(2)))).toEqual([12, 27.5]);
    expect(analysis.findings.ours?.best[0]?.package).toEqual({ border: "far", trade: "open" });
  });
});

describe("[P17] what has been observed", () => {
  const observed = (...facts: readonly string[]) => {
    const rows = facts.map((fact) => `  - { fact: ${fact} }\n`).join("");
    const { brief, diagnostics } = readBrief(`${text}observed:\n${rows}`, { file: "brief.yaml" });
    if (!brief) throw new Error(diagnostics.map(({ message }) => message).join("; "));
    const { model } = compile(brief);
    return spaceFromModel(model!)!;
  };
  const options = (...facts: readonly string[]) => observed(...facts).domain.issues.map((issue) => issue.options);
  const all = [
    ["near", "middle", "far"],
    ["open", "otherwise"],
  ];

  test.each([
    [["border is middle"], ["middle"], all[1]],
    [["border refused"], ["near"], all[1]],
    [["not border admitted"], ["near"], all[1]],
    [["not border settled"], ["near"], all[1]],
    [["border settled"], ["middle", "far"], all[1]],
    [["border is not middle"], ["near", "far"], all[1]],
    [["border is middle or better"], ["middle", "far"], all[1]],
    [["border admitted"], all[0], all[1]],
    [["not trade admitted"], all[0], ["otherwise"]],
    [["trade settled"], all[0], ["open"]],
    [["trade is closed"], all[0], ["closed"]],
    [["border is middle or trade is open"], all[0], all[1]],
    [["border is middle", "trade is open"], ["middle"], ["open"]],
  ])("%j leaves %j and %j", (facts, border, trade) => {
    expect(options(...facts)).toEqual([border, trade]);
  });

  test("a forum that broke down settles nothing but what came out before", () => {
    const withForum = (facts: string) => {
      const { brief } = readBrief(
        `${text}forums: { talks: { members: [a, b] } }\nobserved:\n${facts}`.replace(
          "us: a\n",
          "us: a\nforum: talks\n",
        ),
        { file: "brief.yaml" },
      );
      return spaceFromModel(compile(brief!).model!)!.domain.issues.map((issue) => issue.options);
    };
    expect(withForum("  - { fact: talks broke down }\n")).toEqual([["near"], ["otherwise"]]);
    expect(withForum("  - { date: 2030, fact: talks broke down }\n  - { date: 2031, fact: border is far }\n")).toEqual([
      ["far"],
      ["otherwise"],
    ]);
  });

  test("stands whatever else is agreed: reservations count it, and our ask is for the rest", () => {
    const before = spaceFromModel(compile(readBrief(text, { file: "brief.yaml" }).brief!).model!)!;
    const { domain, ask, noAgreement } = observed("border is far");
    const worthOfFar = (space: typeof domain, party: number) => {
      const values = space.parties[party]!.tables[0]!.values;
      return Number(values[values.length - 1]);
    };
    // Ay has the border in full, and needs nothing of trade; Bee can no longer hold its cost against it.
    expect(Number(domain.parties[0]!.noAgreement)).toBeCloseTo(worthOfFar(domain, 0) + 0.4 * 30, 5);
    expect(Number(domain.parties[1]!.noAgreement)).toBeCloseTo(worthOfFar(before.domain, 1) + 0.75 * 10, 5);
    expect([ask, noAgreement]).toEqual([
      { border: "far", trade: "open" },
      { border: "far", trade: "otherwise" },
    ]);
  });

  test("is said first, with what no use was made of", () => {
    expect(observed("border is middle", "b accepts open on trade").conventions.slice(0, 3)).toEqual([
      "Observed, so packages hold to it: border stands at middle (border is middle).",
      "What else was observed is not learnt from here: numbers stand at the medians of the brief as written, and a plan learns from it.",
      "Not used here, being about no single outcome: b accepts open on trade.",
    ]);
    expect(observed("border admitted").conventions[0]).toBe(
      "Nothing that was observed leaves an item fewer options; the space is as before it.",
    );
  });
});

test("who is left out for want of a known position is told, and an option that was left out is not called none", () => {
  const { brief } = readBrief(
    three
      .replace("c: Cee }", "c: Cee, d: Dee, e: Eff }")
      .replace("[a, b, c]", "[a, b, c, d, e]")
      .replace("ideal: low, salience: 50,", "ideal: low, salience: 50, red lines: high,")
      .replace("options: [low, high]", "options: [low, middle, high]")
      .replace("c: { ideal", "d: { ideal: unknown }, c: { ideal"),
    { file: "brief.yaml" },
  );
  const { model } = compile(brief!);
  const space = spaceFromModel(model!)!;
  expect(space.domain.parties.map(({ id }) => id)).not.toContain("e");
  expect(space.conventions).toContainEqual(
    expect.stringMatching(/^Left out, the brief giving no known position .*: .*e\. /),
  );
  expect(space.removed).toEqual([{ issue: "levy", option: "high", parties: ["c"] }]);
  const asked = analyseItems(model!, undefined, { deal: { levy: "high" } })!;
  expect("problems" in asked ? asked.problems[0] : undefined).toMatchObject({
    code: "unknown-option",
    message: "The deal has high on levy, which was left out: it is a red line of c.",
    hint: expect.stringContaining("What is left there is low, middle."),
  });
});
