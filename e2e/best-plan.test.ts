/** The best plan from outside: what is hidden from readers leaves no trace in it, and its text goes back into the brief. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { demarche, folderWith, paperNames } from "./cli/demarche.ts";

const worlds = ["--worlds", "1000"];
/** The best plan makes the hidden moves, by far the best there are; one is about a hidden item. */
const hiddenMoves = `  buy-the-press: { name: Buy the Ostia press, kind: court, target: b, issue: tolls, worth: 9, only for: [minister] }
  drop-berths: { name: Give up the berths at Velm, kind: court, target: b, issue: berths, worth: 7, only for: [minister] }
`;
const hiddenItem = `  - issue: berths
    name: Berths at Velm
    only for: [minister]
    options: { none: 0, all: 100 }
    otherwise: none
    positions:
      a: { ideal: all, salience: 70 }
      b: { ideal: 20..60, salience: 30 }
`;
const brief = (item: string, moves: string, plan = "[press]") => `demarche: 1
title: Talks on the strait
us: a
readers: { minister: The Minister, delegation: The delegation }
parties: { a: Norland, b: Sudmark }
forums: { talks: { members: [a, b], gatekeepers: nobody } }
forum: talks
agenda:
  - issue: tolls
    name: Tolls
    options: { none: 0, half: 50, full: 100 }
    otherwise: none
    positions:
      a: { ideal: full, salience: 80, fallbacks: [half] }
      b: { ideal: 20..40, salience: 50 }
${item}assumptions: { thaw: { chance: 50%, statement: The Ministry wants an agreement } }
moves:
  sound: { kind: probe, target: b, issue: tolls, cost: 0.3, signals: { warm: { if: thaw, chance: 95%, else: 5% } } }
  court: { kind: court, target: b, issue: tolls, cost: 12 }
  press: { kind: press, target: b, issue: tolls, cost: 0.5 }
${moves}rules:
  warmed: { if: court done and thaw, then: [{ party: b, issue: tolls, ideal: +60 }] }
plan: ${plan}
`;

function papersOf(text: string, ...wishes: string[]): { readonly screen: string; readonly papers: readonly Buffer[] } {
  const cwd = folderWith({ "brief.yaml": text });
  const { status, stdout, stderr } = demarche(["plan", "brief.yaml", "--out", "out", ...worlds, ...wishes], { cwd });
  expect(status, stderr).toBe(0);
  return { screen: stdout, papers: paperNames.map((name) => readFileSync(join(cwd, "out", name))) };
}
const textOf = (papers: readonly Buffer[]) => papers.map((paper) => paper.toString("latin1")).join("\n");
const planJson = (papers: readonly Buffer[]) =>
  JSON.parse(papers[paperNames.indexOf("plan.json")]!.toString()) as { plans: { best: { text: string } } };

describe("a reader who may not know of a move or an item", () => {
  const whole = papersOf(brief(hiddenItem, hiddenMoves));
  const shown = papersOf(brief(hiddenItem, hiddenMoves), "--for", "delegation");
  it("gets papers in which the best plan does not betray them", () => {
    const trace = /buy-the-press|drop-berths|berths|Velm|Ostia/iu;
    expect(planJson(whole.papers).plans.best.text).toContain("buy-the-press");
    expect(textOf(whole.papers)).toMatch(trace);
    expect(textOf(shown.papers)).not.toMatch(trace);
    expect(shown.screen).not.toMatch(trace);
    expect(textOf(shown.papers)).toContain("The best plan found");
  });
  it("gets the same papers, to the byte, as if they had never been in the brief", () => {
    const never = papersOf(brief("", ""));
    expect(shown.papers.map((paper) => paper.equals(never.papers[shown.papers.indexOf(paper)]!))).toEqual(
      paperNames.map(() => true),
    );
  });
});

describe("the text of the best plan", () => {
  it("goes back into the brief, where it is then the best plan itself", () => {
    const { papers, screen } = papersOf(brief("", ""));
    const { text } = planJson(papers).plans.best;
    expect(screen.replace(/\s+/gu, " ")).toMatch(
      /Best plan found: \+\S+ points .* over the plan as written; recommended\./u,
    );
    const again = papersOf(brief("", "").replace("plan: [press]\n", text));
    expect(planJson(again.papers).plans.best.text).toBe(text);
    expect(again.screen).toContain("No better plan was found than the plan as written.");
  });
});

describe("briefs that leave the search little to do", () => {
  it.each([
    ["no moves", "  []", "[]", /^(?!.*Best plan)/su],
    ["moves and no plan", undefined, "[]", /Best plan found: \+\S+ points .* over no move; recommended\./u],
    [
      "one move that brings nothing",
      "  idle: { kind: press, target: b, issue: tolls, cost: 3 }\n",
      "[]",
      /No move that the brief allows was found to bring anything\./u,
    ],
  ])("say so: %s", (_, moves, plan, expected) => {
    const whole = brief("", "", plan);
    const text =
      moves === undefined
        ? whole
        : whole.replace(/^moves:\n[\s\S]*?^plan:/mu, moves.trim() === "[]" ? "plan:" : `moves:\n${moves}plan:`);
    const { screen, papers } = papersOf(text);
    expect(screen.replace(/\s+/gu, " ")).toMatch(expected);
    expect(textOf(papers)).not.toMatch(/undefined|NaN|, and \.|: \.|‘’/u);
  });
});
