import { readFileSync } from "node:fs";
import { type ConflictFindings, findState, readConflict, studyConflict } from "@demarche/core/conflict";
import { describe, expect, it } from "vitest";
import { writeConflictCharts } from "./conflict-charts.ts";
import { writeConflictPage } from "./conflict-page.ts";
import { layerStates } from "./layers.ts";
import { nameStates } from "./naming.ts";
import { tellDeparture, tellReach, tellTarget } from "./sentences.ts";
import { joinMoves } from "./state-graph.ts";

function study(text: string, target?: number): ConflictFindings {
  const reading = readConflict(text, "c.json");
  if (!reading.ok) throw new Error(JSON.stringify(reading.diagnostics));
  const { compiled, model } = reading;
  const studied = studyConflict(compiled, {
    coalitions: 3,
    ...(model.source === undefined ? {} : { source: model.source }),
    ...(target === undefined ? {} : { target: findState(compiled.graph, target) }),
  });
  if (!studied.ok) throw new Error(studied.problems[0]!.message);
  return studied.value;
}
const example = (name: string): string =>
  readFileSync(new URL(`../../../../examples/conflicts/${name}.json`, import.meta.url), "utf8");
const elmira = study(example("elmira"), 1);
const syria = study(example("syria-iraq"), 2);

describe("the page", () => {
  it("is the same bytes for the same findings, with every state, party and figure named for those who do not see it", () => {
    const page = writeConflictPage(elmira);
    expect(writeConflictPage(study(example("elmira"), 1))).toBe(page);
    for (const text of [
      "Where the conflict can rest",
      "Who would leave, and what stops them",
      "Uniroyal abandons its plant",
      // A gain for all of a coalition is not yet a departure: others may answer.
      "which all of them prefer; no answer of the others deters them.",
      "and under GMR and SMR they stay.",
    ])
      expect(page).toContain(text);
    const drawings = page.match(/<svg /g)!.length;
    expect(page.match(/<svg [^>]*role="img"/g)!.length).toBe(drawings);
    expect(page.match(/<svg [^>]*><title /g)!.length).toBe(drawings);
    expect(page.match(/<desc /g)!.length).toBe(drawings);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
  it("fetches nothing, runs nothing, and prints what a model says as text", () => {
    const text = example("syria-iraq").replace("nothing is done", "<script>alert(1)</script>");
    const page = writeConflictPage(study(text));
    expect(page).not.toMatch(/<script|http:|https:|url\(/);
    expect(page).toContain("&lt;script&gt;");
  });
  it("says so where a conflict is too large to draw", () => {
    const options = Array.from({ length: 6 }, (_, o) => ({ name: `o${o}`, owner: o < 3 ? "a" : "b" }));
    const weights = Object.fromEntries(options.map(({ name }) => [name, 1]));
    const findings = study(
      JSON.stringify({ form: "option", options, preferences: { a: { weights }, b: { weights } } }),
    );
    expect(writeConflictPage(findings)).toContain("64 states are more than can be drawn to be read");
    expect(Object.keys(writeConflictCharts(findings))).toEqual(["stability.svg"]);
  });
});

describe("pictures as files", () => {
  it("stand alone, in their own colours", () => {
    const files = writeConflictCharts(elmira);
    expect(Object.keys(files).sort()).toEqual(["stability.svg", "states.svg"]);
    for (const svg of Object.values(files)) {
      expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
  it("every move has the look of its mover, as colour and as dash", () => {
    const svg = writeConflictCharts(elmira)["states.svg"]!;
    const uniroyal = svg.match(/<title>U: [^<]*<\/title><path [^>]*>/g)!;
    expect(uniroyal.length).toBeGreaterThan(5);
    for (const line of uniroyal) expect(line).toMatch(/stroke="var\(--worse,#a86a16\)"[^>]*stroke-dasharray="7 3"/);
  });
});

describe("moves drawn", () => {
  it("a move and its way back are one line; every improvement is drawn where that can be read", () => {
    const { shown, left } = joinMoves(syria);
    expect(left).toBe(0);
    // Nine pairs of states between which somebody can move both ways, no two equally good for the mover.
    expect(shown.length).toBe(9);
    expect(shown.every(({ improves, back }) => improves && back)).toBe(true);
  });
  it("beyond what can be read, each mover's best move from each state, and how many are left out", () => {
    const options = ["v", "w", "x", "y", "z"].map((name, o) => ({ name, owner: o < 3 ? "a" : "b" }));
    const statements = options.map(({ name }) => name);
    const findings = study(
      JSON.stringify({ form: "option", options, preferences: { a: { statements }, b: { statements } } }),
    );
    const { shown, left } = joinMoves(findings);
    const targets = new Set(shown.filter(({ by }) => by === 0).map(({ to }) => Number(findings.states[to]!.id) & 7));
    expect([...targets]).toEqual([7]);
    // From 28 of 32 states a gains most by taking all it has, from 24 b does.
    expect(shown.length).toBe(28 + 24);
    expect(left).toBe(112 + 48 - 52);
    expect(writeConflictCharts(findings)["states.svg"]).toContain("108 further moves are not drawn");
  });
});

describe("layers", () => {
  it("rows follow the moves from the status quo, and every state has one place", () => {
    const { rows, unreached } = layerStates(elmira);
    expect(rows[0]).toEqual([0]);
    expect(rows[1]!.map((s) => String(elmira.states[s]!.id)).sort()).toEqual(["2", "3", "5", "9"]);
    expect([...rows.flat(), ...unreached].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });
  it("states that nothing leads to come last", () => {
    const text = JSON.stringify({
      form: "graph",
      states: [1, 2, 3],
      moves: { A: { "1": [2] } },
      ranking: { A: [[1], [2], [3]] },
      statusQuo: 1,
    });
    expect(layerStates(study(text)).unreached).toEqual([2]);
  });
});

describe("sentences", () => {
  it("an improvement, who answers, at whose cost, and whether it lasts", () => {
    const names = nameStates(syria);
    const departure = syria.departures!.find(({ by, from }) => by === "Iraq" && from === 1)!;
    expect(tellDeparture(departure, names)).toBe(
      "Iraq would be better off moving from ‘nothing is done’ (1) to ‘Iraq attacks’ (4); but Syria can answer by moving to ‘Syria releases water, Iraq attacks’ (5), though not to the good of Syria. Iraq is then no better off than before, unless it moves again.",
    );
    const free = syria.departures!.find(({ sanctions }) => Object.keys(sanctions).length === 0)!;
    expect(tellDeparture(free, names)).toMatch(/, and nothing the others can do deters it\.$/);
  });
  it("the way to a state", () => {
    const names = nameStates(elmira);
    const [start, , five, eight] = elmira.evolution!.to;
    expect(tellReach(start!, names, "1")).toBe("‘Uniroyal delays’ (1) is where things stand.");
    expect(tellReach(five!, names, "1")).toBe(
      "‘Uniroyal delays, the locals insist’ (5) is reached by improvements only: L moving to ‘Uniroyal delays, the locals insist’ (5).",
    );
    expect(tellReach(eight!, names, "1")).toContain(
      "takes one step that does not pay for whoever takes it (M): L moving to",
    );
  });
  it("what it would take", () => {
    const [head, ...ways] = tellTarget(syria.target!, syria.target!.concepts[3]!, nameStates(syria));
    expect(head).toBe("SEQ: not an equilibrium; one change of mind would make it one.");
    expect(ways).toEqual([
      "Syria comes to think ‘Syria escalates’ (3) no better than ‘Syria releases water’ (2).",
      "Syria comes to think ‘Syria escalates, Iraq attacks’ (6) no better than ‘Syria releases water’ (2).",
    ]);
  });
  it("states without words are told by what is taken in them", () => {
    const korea = study(example("korea-2017"));
    expect([0, 5].map(nameStates(korea).full)).toEqual(["‘nothing is done’ (0)", "‘US nuclear strike, NK invade’ (5)"]);
  });
});
