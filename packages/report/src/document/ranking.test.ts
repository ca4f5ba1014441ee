import type { Contradiction, Unknown } from "@demarche/core/run";
import { expect, it } from "vitest";
import { fixtureBrief } from "../wording/fixture-brief.ts";
import { fixtureFindings } from "../wording/fixture-findings.ts";
import { startMemo } from "./memo-context.ts";
import { rankedContradictions, risksSection } from "./risks-section.ts";
import { rankedUnknowns } from "./unknowns-section.ts";

const contextOf = (more: object) => startMemo({ brief: fixtureBrief, findings: { ...fixtureFindings, ...more } });
const entry = (message: string, severity: Contradiction["severity"], path: string, code = message): Contradiction => ({
  code,
  severity,
  paths: [path],
  message,
  why: "",
});

it("prints the gravest contradictions first, those of the plan before those of moves it does not make", () => {
  const contradictions = [
    entry("gap", "gap", "agenda/cod-quota"),
    entry("idle", "contradiction", "moves/idle-move"),
    entry("made", "contradiction", "moves/press-veland"),
    entry("tension", "tension", "moves/hint-the-trade"),
    entry("hidden", "contradiction", "moves/not-in-this-brief"),
  ];
  const brief = {
    ...fixtureBrief,
    moves: [...fixtureBrief.moves, { path: "moves/idle-move", id: "idle-move", kind: "press" as const }],
  };
  const ranked = rankedContradictions(startMemo({ brief, findings: { ...fixtureFindings, contradictions } }));
  expect(ranked.map(({ message }) => message)).toEqual(["made", "idle", "tension", "gap"]);
});
it("tells of one of each kind before a second of any", () => {
  const contradictions = [
    entry("first", "tension", "moves/press-veland", "a"),
    entry("second", "tension", "moves/press-veland", "a"),
    entry("third", "tension", "moves/press-veland", "b"),
  ];
  const text = JSON.stringify(risksSection(contextOf({ contradictions }), 2));
  expect(text).toContain("First.");
  expect(text).toContain("Third.");
  expect(text).not.toContain("Second.");
  expect(text).toContain("1 more in Annex D");
});
it("ranks unknowns by worth in tenths of a point, then by swing, so that noise decides nothing", () => {
  const unknown = (what: string, worth: number, swing: number): Unknown => ({
    path: "agenda/cod-quota/positions/ostia/salience",
    what,
    group: "positions",
    worth,
    low: worth - 0.1,
    high: worth + 0.1,
    swing,
  });
  const unknowns = [
    unknown("noise", 0.09, 0.1),
    unknown("swings", -0.02, -3),
    unknown("worth knowing", 0.3, 0.2),
    { ...unknown("hidden", 5, 5), path: "agenda/elsewhere/positions/ostia/salience" },
  ];
  expect(rankedUnknowns(contextOf({ unknowns })).map(({ what }) => what)).toEqual(["worth knowing", "swings", "noise"]);
});
