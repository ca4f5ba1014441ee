import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Brief } from "../../brief/brief.ts";
import { readBrief } from "../../brief/index.ts";
import { compileConflict } from "../compile.ts";
import { stateIdAt } from "../graph.ts";
import { analyseStability, equilibriaOf } from "../stability.ts";
import { conflictFromBrief, type DerivedConflict } from "./conflict-from-brief.ts";
import { studyBrief } from "./study-brief.ts";

function read(text: string): Brief {
  const { brief, diagnostics } = readBrief(text, { file: "test.yaml" });
  if (brief === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return brief;
}
function derive(text: string, issue: string, options = {}): DerivedConflict {
  const derived = conflictFromBrief(read(text), issue, options);
  if (!derived.ok) throw new Error(derived.problems[0]!.message);
  return derived.value;
}
const head = `demarche: 1
us: north
parties: { north: North, south: South, east: East }
`;
/** Two must agree; North wants high, South low; disagreement costs North 30 points of the scale, South 10. */
const two = `${head}forums: { table: { members: [north, south] } }
agenda:
  - issue: quota
    options: { low: 0, middle: 50, high: 100 }
    otherwise: low
    positions:
      north: { ideal: high, salience: 50, cost of disagreement: 30 }
      south: { ideal: low, salience: 50, cost of disagreement: 60 }
      east: { ideal: low, salience: 50 }
`;
const vote = two.replace("members: [north, south]", "members: [north, south, east], decision rule: majority");

describe("[D1] who controls what", () => {
  it("needed members hold out for options; all on the same one have settled for good", () => {
    const derived = derive(two, "quota");
    expect(derived.members).toEqual(["north", "south"]);
    expect(derived.compiled.graph.stateCount).toBe(9);
    expect([0, 4, 8].map((state) => derived.settledOn(state))).toEqual([["low"], ["middle"], ["high"]]);
    expect(derived.settledOn(1)).toBeUndefined();
    expect(derived.model.final).toEqual(["00", "11", "22"]);
    expect(derived.model.labels?.["5"]).toBe("no agreement: north high, south middle");
  });
  it("[D2] by majority any two of three settle", () => {
    const derived = derive(vote, "quota");
    expect(derived.compiled.graph.stateCount).toBe(27);
    // north low, south high, east low: two hold out for low.
    expect(derived.settledOn(3 * 2)).toEqual(["low"]);
    expect(derived.settledOn(3 + 9 * 2)).toBeUndefined();
    expect(derived.model.final).toContain("1-1");
  });
  it("opens with what we ask and what each other wants most", () => {
    const derived = derive(two, "quota");
    expect(stateIdAt(derived.compiled.graph, derived.compiled.statusQuo!)).toBe(2);
  });
});

describe("[D3] utilities", () => {
  it("settled: the option's value; none: what stands without agreement, less the cost of disagreement to others", () => {
    const [world] = derive(two, "quota").drawUtilities(1);
    // One issue, so its weight is 1. North (us) accepts from otherwise (low: 0) on; South from 100 - 60.
    const settled = [0, 4, 8];
    expect(settled.map((state) => world![0]![state])).toEqual([0, 50, 100]);
    expect(settled.map((state) => world![1]![state])).toEqual([100, 50, 0]);
    expect([world![0]![1], world![1]![1]]).toEqual([0, 40]);
  });
  it("says who would take which settlement", () => {
    const accepts = derive(two, "quota").settlements.map(({ options, accepts, refuses }) => [
      options[0],
      accepts,
      refuses,
    ]);
    expect(accepts).toEqual([
      ["low", ["north", "south"], []],
      ["middle", ["north", "south"], []],
      ["high", ["north"], ["south"]],
    ]);
  });
  it("a red line is worse than no agreement", () => {
    const text = two.replace(
      "south: { ideal: low, salience: 50,",
      "south: { ideal: low, salience: 50, red lines: [middle],",
    );
    expect(derive(text, "quota").settlements[1]!.refuses).toEqual(["south"]);
  });
});

describe("[D4] what is derived can be shown, edited and read again", () => {
  it("the model as JSON gives the same conflict", () => {
    const derived = derive(vote, "quota");
    const again = compileConflict(JSON.parse(JSON.stringify(derived.model)));
    if (!again.ok) throw new Error(again.problems[0]!.message);
    const equilibria = [derived.compiled, again.value].map(({ conflict }) => {
      const stability = analyseStability(conflict!);
      return stability.ok ? equilibriaOf(stability.value, "seq") : [];
    });
    expect(equilibria[1]).toEqual(equilibria[0]);
    expect(equilibria[0]!.length).toBeGreaterThan(0);
  });
  it("South joins North on middle, which it prefers to nothing: there no disagreement is stable", () => {
    const derived = derive(two, "quota");
    const stability = analyseStability(derived.compiled.conflict!);
    if (!stability.ok) throw new Error("too large");
    // North middle, South low: state 1. South would gain by joining middle: 50 against 40.
    expect(equilibriaOf(stability.value, "nash")).not.toContain(1);
    // North high, South low: North gains nothing by low (0 against 0), South loses by high (0 against 40).
    expect(equilibriaOf(stability.value, "nash")).toContain(2);
  });
});

describe("moves of the brief as options of ours", () => {
  const text = `${two}moves:
  court-south: { kind: court, target: south, issue: quota, cost: 3, if it works: [{ party: south, issue: quota, ideal: +50 }] }
`;
  it("are taken once, cost what they cost, and change what others want", () => {
    const derived = derive(text, "quota", { moves: ["court-south"] });
    expect(derived.compiled.graph.stateCount).toBe(18);
    expect(derived.model.options[2]).toEqual({ name: "court-south", owner: "north", change: "never undone" });
    const [world] = derived.drawUtilities(1);
    // After it South's ideal is 50: low is worth 50 to it, middle 100; ours are 3 points down.
    expect([9, 13].map((state) => world![1]![state])).toEqual([50, 100]);
    expect([9, 13].map((state) => world![0]![state])).toEqual([-3, 47]);
  });
  it("unknown ones are refused by name", () => {
    const derived = conflictFromBrief(read(text), "quota", { moves: ["bribe-south"] });
    expect(derived.ok ? "" : derived.problems[0]!.message).toContain('no move of ours "bribe-south"');
  });
});

describe("refusals", () => {
  const refusal = (text: string, issue: string): string => {
    const derived = conflictFromBrief(read(text), issue);
    return derived.ok ? "" : `${derived.problems[0]!.code} ${derived.problems[0]!.message}`;
  };
  it("no such issue; nobody to disagree with", () => {
    expect(refusal(two, "tariff")).toContain('conflict-brief-issue The brief has no issue or bundle "tariff"');
    expect(refusal(two.replace("members: [north, south]", "members: [north]"), "quota")).toContain(
      "conflict-brief-members Only north is needed",
    );
  });
  it("stops at the stated memory", () => {
    const derived = conflictFromBrief(read(two), "quota", { memoryBytes: 100 });
    expect(derived.ok ? "" : derived.problems[0]!.code).toBe("conflict-too-large");
  });
});

describe("[D5] willingness in the worlds", () => {
  it("certain numbers: nought or one, as at the medians; uncertain ones: in between", () => {
    const shares = (text: string) => {
      const studied = studyBrief(read(text), "quota", { worlds: 200 });
      if (!studied.ok) throw new Error(studied.problems[0]!.message);
      return studied.value.findings.derived!.settlements.map(({ willing, enough }) => [
        ...willing.map(({ share }) => share),
        enough,
      ]);
    };
    expect(shares(two)).toEqual([
      [1, 1, 1],
      [1, 1, 1],
      [1, 0, 0],
    ]);
    // South takes middle (50) exactly where disagreement costs it 50 or more.
    const [, [, south, enough] = []] = shares(
      two.replace("cost of disagreement: 60", "cost of disagreement: uniform 0..100"),
    );
    expect(south).toBeGreaterThan(0.4);
    expect(south).toBeLessThan(0.6);
    expect(enough).toBe(south);
    // By majority East and South are enough for low, whatever North thinks.
    expect(shares(vote)[0]![3]).toBe(1);
  });
});

describe("examples", () => {
  it("the Ruhr and the wage bundle are studied, with shares in worlds", () => {
    const cases = [
      ["moscow-1945", "ruhr", 125, "outside-agencies"],
      ["harbour-wages", "wage-rise", 125, "five"],
    ] as const;
    for (const [example, issue, states, target] of cases) {
      const text = readFileSync(new URL(`../../../../../examples/${example}/brief.yaml`, import.meta.url), "utf8");
      const studied = studyBrief(read(text), issue, { target, worlds: 20 });
      if (!studied.ok) throw new Error(studied.problems[0]!.message);
      const { findings } = studied.value;
      expect(findings.stateCount).toBe(states);
      expect(findings.robustness!.worlds).toBe(20);
      expect(findings.derived!.settlements.length).toBe(5);
      expect(findings.target!.reach!.path!.at(-1)!.to).toBe(findings.target!.state);
      expect(findings.equilibria.nash).toContain(findings.target!.state);
    }
  });
});
