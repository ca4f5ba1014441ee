import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AgendaNode, Brief, Issue } from "../brief/brief.ts";
import { readBrief } from "../brief/index.ts";
import { compile } from "../model/compile.ts";
import { why } from "../model/state.ts";
import { categoriesOf, categoryOf } from "../plan/categories.ts";
import { Draws, Roll } from "../plan/index.ts";
import { runInline } from "../run/engine.ts";
import { createPlacesEngine, type PlacesQuestion } from "../run/places-engine.ts";
import { studyPlaces } from "../run/study-places.ts";
import type { ForumChance, ForumComparison } from "./findings.ts";

function read(text: string): Brief {
  const { brief, diagnostics } = readBrief(text, { file: "brief.yaml" });
  if (brief === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return brief;
}
function compare(brief: Brief, worlds: number, question: PlacesQuestion = {}): readonly ForumComparison[] {
  const { model } = compile(brief);
  return runInline(createPlacesEngine(brief, model!, { seed: 7, worlds }, question)).forums;
}
const moscow = read(readFileSync(new URL("../../../../examples/moscow-1945/brief.yaml", import.meta.url), "utf8"));
const of = (list: readonly ForumComparison[], issue: string) => list.find((entry) => entry.issue === issue)!;
const before = (list: readonly ForumComparison[], issue: string, forum: string): ForumChance =>
  of(list, issue).forums.find((entry) => entry.forum === forum)!;

/** The brief with the issue's forum changed where it stands. */
function settledIn(brief: Brief, issue: string, forum: string): Brief {
  const change = (node: AgendaNode): AgendaNode =>
    node.type === "heading"
      ? { ...node, items: node.items.map(change) }
      : node.id === issue
        ? ({ ...node, inherited: { ...node.inherited, forum } } satisfies Issue)
        : node;
  return { ...brief, agenda: brief.agenda.map(change) };
}

/** The plan as written, rolled out: where the issue ends, and what the plan comes to. */
function rolled(brief: Brief, issue: string, worlds: number) {
  const model = compile(brief).model!;
  const index = model.items.findIndex(({ id }) => id === issue);
  const item = model.items[index]!;
  const draws = new Draws(model, 7, worlds);
  draws.fill(0, worlds);
  const roll = new Roll(model);
  const cats = categoriesOf(item);
  const counts = Array.from({ length: cats.count }, () => 0);
  const options = item.options.map(() => 0);
  let [value, admitted] = [0, 0];
  for (let w = 0; w < worlds; w++) {
    roll.begin(draws.values, w * draws.width);
    roll.run(model.plan);
    counts[categoryOf(roll, index)]!++;
    if (roll.ended[index] === why.agreed) options[roll.result[index]!]!++;
    admitted += roll.admitted[index]!;
    value += roll.value;
  }
  const share = (count: number) => count / worlds;
  return {
    unshrunk: {
      ask: share(counts[0]!),
      rungs: counts.slice(1, cats.rungs).map(share),
      worse: share(counts[cats.worse]!),
      none: share(counts.slice(cats.none).reduce((sum, count) => sum + count, 0)),
    },
    admitted: share(admitted),
    options: options.map(share),
    value: value / worlds,
  };
}

/** Five parties, a council of three that settles by consensus, a congress of all five by majority, and a court of two strangers. */
const small = (more = "") => `demarche: 1
us: a
parties: { a: A, b: B, c: C, d: D, e: E }
forums:
  council: { members: [a, b, c], dates: 2031-01, breakdown: 20% }
  congress: { members: [a, b, c, d, e], decision rule: majority, dates: 2031-02, competence: { tariff: 60%, quota: 100% }, gatekeepers: nobody }
  court: { members: [d, e], decision rule: 1/2, dates: 2031-03, publicity: open }
forum: council
agenda:
  - issue: tariff
    options: { none: 0, low: 30, middle: 60, high: 100 }
    otherwise: none
    positions:
      a: { ideal: high, salience: 60, fallbacks: [middle] }
      b: { ideal: 0..60, salience: 50 }
      c: { ideal: 20..80, salience: 30 }
      d: { ideal: 60..100, salience: 40 }
  - issue: quota
    options: { small: 0, large: 100 }
    otherwise: small
    positions: { a: large, b: 40..100, c: 0..100, e: 50..100 }
${more}`;

describe("which forums are compared", () => {
  it("its own first, then where it lies, who is competent, where a move takes it, and the venues that its options mean", () => {
    const found = compare(moscow, 50);
    const why = (issue: string) => of(found, issue).forums.map((entry) => `${entry.forum}: ${entry.why.join(", ")}`);
    expect(why("reparations")).toEqual([
      "ministers: settled, escalated",
      "reparations-commission: lies, competent",
      "control-council: competent",
    ]);
    expect(why("nuclear-venue")).toEqual([
      "ministers: settled",
      "security-council: competent, venue",
      "atomic-commission: venue",
    ]);
    expect(found.map(({ issue }) => issue)).not.toContain("ruhr");
  });
  it("any other where it is asked for, with its members seated", () => {
    const [found] = compare(read(small()), 50, { issues: ["tariff"], forums: ["court"] });
    expect(found!.forums.map((entry) => entry.forum)).toEqual(["council", "congress", "court"]);
    expect(found!.forums[2]!.decides.members.map(({ party }) => party)).toEqual(["d", "e"]);
  });
});

describe("the same worlds", () => {
  it("before its own forum the chances are those of the plan as written", () => {
    const found = compare(moscow, 300).filter(({ forums }) => forums.every((entry) => !entry.why.includes("lies")));
    expect(found.length).toBeGreaterThan(3);
    for (const { issue, worlds, forums } of found) {
      expect(worlds).toBe(300);
      expect(forums[0]!.unshrunk).toEqual(rolled(moscow, issue, 300).unshrunk);
    }
  });
  it.each([
    ["military-potential", "control-council"],
    ["central-commissariats", "control-council"],
    ["secretary-general", "security-council"],
    ["council-seats", "preparatory-commission"],
  ])("%s before %s is what the brief gives that wants it there", (issue, forum) => {
    const there = rolled(settledIn(moscow, issue, forum), issue, 300);
    const found = before(compare(moscow, 300, { issues: [issue] }), issue, forum);
    expect(found.unshrunk).toEqual(there.unshrunk);
    expect(found.admitted).toBe(there.admitted);
    expect(found.options.map(({ chance }) => chance)).toEqual(there.options);
    expect(found.over!.value).toBeCloseTo(there.value - rolled(moscow, issue, 300).value, 9);
  });
  it("also where the forum's members have no place at the issue in the brief", () => {
    const brief = read(small());
    for (const issue of ["tariff", "quota"]) {
      const there = rolled(settledIn(brief, issue, "congress"), issue, 400);
      expect(before(compare(brief, 400), issue, "congress").unshrunk).toEqual(there.unshrunk);
    }
  });
  it("a forum that differs in name only differs in nothing else", () => {
    const twin = "  twin: { members: [a, b, c], dates: 2031-01, competence: [tariff, quota] }\n";
    const brief = read(small().replace(", breakdown: 20%", "").replace("  congress:", `${twin}  congress:`));
    for (const issue of ["tariff", "quota"]) {
      const [first, second] = of(compare(brief, 200), issue).forums;
      expect([first!.forum, second!.forum]).toEqual(["council", "twin"]);
      expect(second!.unshrunk).toEqual(first!.unshrunk);
      expect(second!.over).toMatchObject({ value: 0, low: 0, high: 0 });
      expect(second!.decides).toEqual(first!.decides);
    }
  });
  it("what has been observed is held in them too", () => {
    const observing = `moves:
  ask-b: { kind: probe, target: b, dates: 2030-12-01, signals: { warm: { if: b accepts middle on tariff, chance: 90%, else: 10% } } }
plan: [ask-b]
`;
    const seen = "observed: [{ fact: ask-b is warm, date: 2030-12-02 }]\n";
    const [before_, after] = [observing, observing + seen].map((more) =>
      of(studyPlaces(read(small(more)), { seed: 7, worlds: 400 }).findings!.forums, "tariff"),
    );
    const takes = (found: ForumComparison, forum: number) =>
      found.forums[forum]!.decides.members.find(({ party }) => party === "b")!.acceptsAsk;
    for (const forum of [0, 1]) expect(takes(after!, forum)).toBeGreaterThan(takes(before_!, forum));
  });
  it("cut into other tasks, nothing changes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 150, max: 250 }), (cut) => {
        const brief = read(small());
        const engine = createPlacesEngine(brief, compile(brief).model!, { seed: 7, worlds: 400 });
        const whole = runInline(engine);
        const parts = engine.merge([
          engine.step({ kind: "places", from: 0, count: cut }),
          engine.step({ kind: "places", from: cut, count: 400 - cut }),
        ]);
        expect(parts).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });
});

describe("what is found", () => {
  const found = compare(moscow, 400);
  it("chances sum to one, and reasons to the chance of nothing", () => {
    for (const { forums } of found)
      for (const { ask, rungs, worse, none } of forums) {
        expect(ask + rungs.reduce((sum, { chance }) => sum + chance, 0) + worse + none.chance).toBeCloseTo(1, 12);
        const { refused, ...others } = none.because;
        const all = [...Object.values(refused), ...Object.values(others)].reduce((sum, x) => sum + x, 0);
        expect(all).toBeCloseTo(none.chance, 12);
      }
  });
  it("where we have a veto nothing is agreed without our consent; by a majority it may be", () => {
    for (const { forums } of found)
      for (const { decides, againstUs } of forums)
        if (decides.members.some(({ party, blocksAlone }) => party === "ussr" && blocksAlone))
          expect(againstUs).toBe(0);
    expect(before(found, "nuclear-venue", "atomic-commission").againstUs).toBeGreaterThan(0);
  });
  it("who decides: the Security Council by all five, the special commission by four of six", () => {
    const council = before(found, "nuclear-venue", "security-council").decides;
    expect(council.minimalWinning.coalitions).toEqual([["ussr", "usa", "uk", "france", "china"]]);
    expect(council.thresholds).toEqual([{ weights: [1, 1, 1, 1, 1], quota: 5, strict: false }]);
    const commission = before(found, "nuclear-venue", "atomic-commission").decides;
    expect(commission.minimalWinning.coalitions).toContainEqual(["usa", "uk", "france", "canada"]);
    expect(commission.thresholds).toEqual([{ weights: [1, 1, 1, 1, 1, 1], quota: 3, strict: true }]);
    expect(commission.members.map(({ shapleyShubik }) => shapleyShubik)).toEqual(Array(6).fill("1/6"));
  });
  it("competence: a chance, a consent that it takes, or none at all", () => {
    expect(before(found, "reparations", "reparations-commission").competence.chance!.high).toBeLessThan(0.25);
    expect(before(found, "central-commissariats", "control-council").competence.needs).toEqual(["france"]);
    const [tariff] = compare(read(small()), 50, { issues: ["tariff"] });
    expect(tariff!.forums[1]!.competence).toEqual({
      holds: true,
      chance: { low: 0.6, median: 0.6, high: 0.6 },
      needs: [],
    });
    const asked = compare(moscow, 50, { issues: ["ruhr"], forums: ["control-council"] });
    expect(asked[0]!.forums[1]!.competence).toEqual({ holds: false, needs: [] });
    expect(asked[0]!.forums[1]!.unshrunk.none).toBe(1);
  });
  it("a forum whose weights are too fine to be counted is left out by name", () => {
    const rule = "decision rule: majority";
    const fine =
      "decision rule: { at least: 1/2, weights: { a: 0.1000000000000001, b: 1, c: 900719925474099, d: 3, e: 1 } }";
    const [tariff] = compare(read(small().replace(rule, fine)), 20, { issues: ["tariff"] });
    expect(tariff!.forums.map(({ forum }) => forum)).toEqual(["council"]);
    expect(tariff!.leftOut).toEqual([{ forum: "congress", why: "rule" }]);
  });
  it("nothing to compare, nothing found", () => {
    const brief = read(
      small()
        .replace(/ {2}congress.*\n/, "")
        .replace(/ {2}court.*\n/, ""),
    );
    expect(compare(brief, 50)).toEqual([]);
  });
});
