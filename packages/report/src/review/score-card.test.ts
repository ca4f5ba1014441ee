import { type CorpusCard, type ScoreCard, scoreCorpus } from "@demarche/core/review";
import { describe, expect, test } from "vitest";
import { writeCorpusPage, writeScoreCard } from "./score-card-page.ts";
import { corpusText, scoreCardText } from "./score-card-text.ts";

const card: ScoreCard = {
  engine: "review",
  version: "0",
  title: "A <conference>",
  asOf: "1945-11-29",
  seed: 1,
  worlds: 100,
  inputsHash: "0123456789abcdef",
  inputs: { cited: 1, judged: 2, judgedAfter: 3 },
  judgedAfterShare: 0.5,
  noTestOfSkill: "50 % of the numbers that feed this were judged after the event: this is no test of skill.",
  issues: [
    {
      issue: "ruhr",
      title: "The Ruhr",
      horizon: "moscow",
      how: "not admitted",
      result: ["British zone"],
      place: 0,
      points: [{ by: "plan", place: 70, absoluteError: 70 }],
      chances: [{ by: "plan", ofOutcome: 0.02, logScore: 3.9, brier: 1.2 }],
      crps: 40,
      inside: { "50": false, "80": false, "90": true },
    },
    {
      issue: "seat",
      title: "The seat",
      horizon: "moscow",
      how: "informal",
      result: [],
      unscored: "nothing came about",
      points: [],
      chances: [],
    },
  ],
  horizons: [
    {
      horizon: "moscow",
      until: "1945-12-27",
      points: [{ by: "plan", issues: 1, meanAbsoluteError: 70, within10: 0, within20: 0 }],
      chances: [{ by: "plan", issues: 1, logScore: 3.9, brier: 1.2 }],
      crps: 40,
      coverage: { "50": 0, "80": 0, "90": 1 },
      scoredIssues: 1,
    },
  ],
  forecasts: [
    {
      forecast: "f",
      statement: "They will come",
      verdict: "false",
      author: { chance: 0.9, low: 0.8, high: 1, brier: 0.81, logScore: 2.3 },
      ours: { chance: 0.3, brier: 0.09, logScore: 0.36 },
    },
    { forecast: "g", statement: "They will go", verdict: "void", unscored: "void: it never came to that" },
  ],
  totals: [{ by: "author", scored: 1, brier: 0.81, logScore: 2.3, rightSide: 0 }],
  verdicts: { true: 0, false: 1, partly: 0, void: 1 },
  reliability: { author: [{ from: 0.8, to: 1, count: 1, said: 0.9, came: 0 }], ours: [] },
};

describe("the score-card", () => {
  const page = writeScoreCard(card);
  const text = scoreCardText(card).join("\n");
  test("says first that it is no test of skill, and shows misses as plainly as hits", () => {
    for (const paper of [page, text]) {
      expect(paper).toContain("this is no test of skill");
      expect(paper).toContain("They will come");
      expect(paper.indexOf("no test of skill")).toBeLessThan(paper.indexOf("They will come"));
      expect(paper).toContain("nothing came about");
    }
    expect(text).toContain(
      "The Ruhr: kept off the agenda, British zone (off by 70; chance given to no agreement there 2 %)",
    );
    expect(page).toContain("A &lt;conference&gt;");
    expect(page).toContain('id="reliability-w-title"');
  });
  test("without hindsight nothing is said of it", () => {
    const { noTestOfSkill: _told, ...clean } = card;
    expect(writeScoreCard(clean)).not.toContain("no test of skill");
  });
});

describe("a corpus", () => {
  const rows = [10, 40, 80, 60].map((forecast, i) => ({ id: `i${i}`, dossier: `d${i % 2}`, forecast, outcome: 50 }));
  const corpus: CorpusCard = scoreCorpus({ past: [{ name: "past", models: { compromise: rows } }], cases: [] });
  test("lists each model with its errors and coverage", () => {
    expect(corpusText(corpus).join("\n")).toMatch(/Compromise \(weighted mean\) +22\.5/);
    expect(writeCorpusPage(corpus)).toContain("each dossier left out in turn");
  });
});
