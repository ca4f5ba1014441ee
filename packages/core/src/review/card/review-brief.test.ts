import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readBrief } from "../../brief/index.ts";
import { planBrief } from "../../run/index.ts";
import { readOutcomes } from "../outcomes/read-outcomes.ts";
import { reviewBrief } from "./review-brief.ts";

const folder = new URL("../../../../../examples/moscow-1945/", import.meta.url);
const brief = readBrief(readFileSync(new URL("brief.yaml", folder)), { file: "brief.yaml" }).brief!;
const bytes = readFileSync(new URL("outcomes.yaml", folder));
const { outcomes, diagnostics } = readOutcomes(bytes, "outcomes.yaml", brief);
const plan = planBrief(brief, { worlds: 300 }).findings!;
const card = reviewBrief(brief, plan, outcomes!).card!;

describe("Moscow 1945 scored", () => {
  test("the outcomes read without a word", () => {
    expect(diagnostics).toEqual([]);
    expect(outcomes!.horizons.map((horizon) => horizon.id)).toEqual(["moscow", "later"]);
  });
  test("all sixteen forecasts of the note, with their verdicts, beside ours", () => {
    expect(card.forecasts).toHaveLength(16);
    expect(card.verdicts).toEqual({ true: 6, false: 4, partly: 4, void: 2 });
    const author = card.totals.find((total) => total.by === "author")!;
    const scored = card.forecasts.filter((score) => score.author?.brier !== undefined);
    expect(author.scored).toBe(scored.length);
    expect(author.brier).toBeCloseTo(scored.reduce((sum, score) => sum + score.author!.brier!, 0) / scored.length, 12);
    for (const score of card.forecasts) {
      if (score.verdict === "void")
        expect([score.author?.brier, score.ours?.brier, score.unscored?.slice(0, 4)]).toEqual([
          undefined,
          undefined,
          "void",
        ]);
      if (score.author?.brier !== undefined && score.verdict === "true")
        expect(score.author.brier).toBeCloseTo((1 - score.author.chance) ** 2, 3);
    }
    // 'may have done it already' commits to no number.
    expect(card.forecasts.find((score) => score.forecast === "already-gone")).not.toHaveProperty("author");
  });
  test("every item at both horizons, misses among them, and what is not scored says why", () => {
    expect(card.issues.filter((issue) => issue.horizon === "moscow")).toHaveLength(plan.items.length);
    const ruhr = card.issues.find((issue) => issue.issue === "ruhr" && issue.horizon === "moscow")!;
    expect(ruhr).toMatchObject({ how: "not admitted", place: 0 });
    const even = ruhr.chances.find((score) => score.by === "even")!;
    const categories = plan.items.find((item) => item.id === "ruhr")!.options.length + 1;
    expect(even.ofOutcome).toBeCloseTo(1 / categories, 12);
    expect(even.logScore).toBeCloseTo(Math.log(categories), 12);
    for (const { absoluteError, place } of ruhr.points) expect(absoluteError).toBeCloseTo(Math.abs(place - 0), 9);
    const secretary = card.issues.find((issue) => issue.issue === "secretary-general" && issue.horizon === "moscow")!;
    expect(secretary.unscored).toMatch(/nothing on its scale/);
    expect(secretary.chances).toEqual([]);
  });
  test("summaries are the means of what is listed", () => {
    for (const horizon of card.horizons) {
      const own = card.issues.filter((issue) => issue.horizon === horizon.horizon);
      for (const { by, issues, meanAbsoluteError, within20 } of horizon.points) {
        const errors = own.flatMap((issue) =>
          issue.points.filter((point) => point.by === by).map((point) => point.absoluteError),
        );
        expect(errors).toHaveLength(issues);
        expect(meanAbsoluteError).toBeCloseTo(errors.reduce((sum, e) => sum + e, 0) / issues, 9);
        expect(within20).toBeCloseTo(errors.filter((e) => e <= 20).length / issues, 9);
      }
    }
  });
  test("hindsight is told by its share, and called no test of skill", () => {
    const { cited, judged, judgedAfter } = plan.inputs;
    expect(card.judgedAfterShare).toBeCloseTo(judgedAfter / (cited + judged + judgedAfter), 12);
    expect(card.noTestOfSkill).toMatch(/no test of skill/);
  });
});

describe("outcomes that do not fit the brief", () => {
  const alien = (count: number) =>
    Array.from({ length: count }, (_, k) => `  alien-${k}: { moscow: { how: agreed } }\n`).join("");
  const read = (text: string) =>
    readOutcomes(new TextEncoder().encode(`outcomes: 1\nhorizons: { moscow: {} }\n${text}`), "o.yaml", brief);
  test("those of another brief: one error", () => {
    const { diagnostics, outcomes: none } = read(`items:\n${alien(30)}forecasts: { nobody: { verdict: true } }\n`);
    expect([none, diagnostics.map(({ code }) => code)]).toEqual([undefined, ["other-brief"]]);
    expect(diagnostics[0]?.place).toMatchObject({ line: 4, column: 3 });
    expect(diagnostics[0]?.message).toContain("None of the 30 items and 1 forecast here is in the brief");
    expect(diagnostics[0]?.hint).toMatch(/^Here: alien-0, .*, …; in the brief: .*, …\.$/);
  });
  test("some of another: a few, and how many more", () => {
    const { diagnostics } = read(`items:\n  ruhr: { moscow: { how: agreed } }\n${alien(30)}`);
    expect(diagnostics.map(({ code }) => code)).toEqual(Array.from({ length: 6 }, () => "unknown-issue"));
    expect(diagnostics.at(-1)?.message).toBe("25 more issues are not known.");
  });
  const codes = (text: string) =>
    readOutcomes(new TextEncoder().encode(text), "o.yaml", brief).diagnostics.map((d) => `${d.place.line} ${d.code}`);
  test("each at its line", () => {
    expect(
      codes(`outcomes: 1
horizons: { moscow: { until: 1945-12-27 } }
sources: { a: A }
items:
  rhur: { moscow: { how: agreed } }
  ruhr:
    soon: { how: agreed }
    moscow: { result: nowhere, how: perhaps, source: b }
forecasts:
  nobody: { verdict: true }
  better-with-france: { verdict: maybe }
`),
    ).toEqual([
      "5 unknown-issue",
      "7 unknown-horizon",
      "8 unknown-option",
      "8 wrong-word",
      "8 unknown-source",
      "10 unknown-forecast",
      "11 wrong-word",
    ]);
    expect(codes("outcomes: 1\nforecasts: { nobody: { verdict: true } }\n")).toEqual(["2 unknown-forecast"]);
    expect(codes("outcomes: 1\nhorizons: { moscow: {} }\n")).toEqual(["1 nothing-to-score"]);
    expect(
      codes(
        "outcomes: 1\nhorizons: { moscow: { note: one, two } }\nitems: { ruhr: { moscow: { how: agreed, hwo: 1 } } }\nmore: 1\n",
      ),
    ).toEqual(["4 unknown-word", "2 unknown-word", "3 unknown-word"]);
    expect(codes("outcomes: 2\n")).toEqual(["1 not-outcomes"]);
    const deep = readOutcomes(new TextEncoder().encode(`outcomes: 1\n${"[".repeat(5000)}`), "o.yaml", brief);
    expect(new Set(deep.diagnostics.map(({ code }) => code))).toEqual(new Set(["bad-yaml"]));
    expect(deep.diagnostics.some(({ message }) => /call stack/.test(message))).toBe(false);
    expect(codes("outcomes: 1\noutcomes: 1\n")).toEqual(["2 bad-yaml"]);
    expect(codes("brief: x\n")).toEqual(["1 not-outcomes"]);
    expect(codes("outcomes: [1\n")[0]).toMatch(/bad-yaml/);
  });
});
