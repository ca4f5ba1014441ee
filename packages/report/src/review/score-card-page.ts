/** Score-cards on a page of their own: misses as plain as hits. */
import type { CorpusCard, HorizonScore, IssueScore, ScoreCard } from "@demarche/core/review";
import { figure } from "../html/figure.ts";
import { writePage } from "../html/plain-page.ts";
import { annex, bullets, table } from "../html/table.ts";
import { element, join, type Piece } from "../svg/markup.ts";
import { numberText } from "../wording/number-text.ts";
import { layOutReliability } from "./reliability-diagram.ts";
import { howWords, nameOfScored, scoreNotes } from "./score-words.ts";

const percent = (share: number) => `${Math.round(share * 100)} %`;
const figures = (head: string) => ({ head, figures: true });

export function writeScoreCard(card: ScoreCard): string {
  const { cited, judged, judgedAfter } = card.inputs;
  const body = join([
    element(
      "div",
      { class: "summary" },
      element("h2", {}, "What this is worth"),
      card.noTestOfSkill !== undefined && element("p", {}, element("strong", {}, card.noTestOfSkill)),
      element(
        "p",
        {},
        `Of the numbers that feed it ${cited} were cited, ${judged} judged at the time and ${judgedAfter} judged after the event.${card.asOf === undefined ? "" : ` The brief is as of ${card.asOf}.`}`,
      ),
      bullets(scoreNotes),
    ),
    card.forecasts.length > 0 && forecastsSection(card),
    card.horizons.map((horizon) => horizonSection(card, horizon)),
  ]);
  return writePage(
    "Score-card",
    card.title,
    body,
    `Demarche ${card.version}, engine review, seed ${card.seed}, ${card.worlds} worlds, inputs ${card.inputsHash.slice(0, 12)}.`,
  );
}

function forecastsSection(card: ScoreCard): Piece {
  const { true: yes, false: no, partly, void: voided } = card.verdicts;
  const chance = (one?: { readonly chance: number }) => (one === undefined ? "–" : percent(one.chance));
  const brier = (one?: { readonly brier?: number }) => (one?.brier === undefined ? "–" : numberText(one.brier, 2));
  const diagram = {
    title: "Chances given, and what came about",
    description: "On the diagonal chances mean what they say.",
    series: [
      { name: nameOfScored("author"), bins: card.reliability.author },
      { name: nameOfScored("ours"), bins: card.reliability.ours },
    ],
    words: { said: "chance given", came: "came about" },
  };
  return [
    element("h2", { id: "forecasts" }, `The ${card.forecasts.length} forecasts`),
    element("p", {}, `${yes} came true, ${no} did not, ${partly} in part; ${voided} are void.`),
    table({
      caption:
        "Each forecast, what came of it, the chance in the author's words (the middle of what they mean) and as computed here, with the Brier score of each.",
      columns: [
        { head: "Forecast" },
        { head: "Verdict" },
        { head: "What happened" },
        figures("Author"),
        figures("Brier"),
        figures("Computed"),
        { head: "Brier of it", label: "Brier", figures: true },
      ],
      rows: card.forecasts.map((one) => ({
        cells: [
          one.statement,
          one.verdict,
          [one.what, one.unscored].filter((text) => text !== undefined).join(" — ") || "–",
          chance(one.author),
          brier(one.author),
          chance(one.ours),
          brier(one.ours),
        ],
      })),
    }),
    table({
      caption:
        "Means over those with a chance and a verdict. The rows are over different forecasts where one side gives no chance.",
      columns: [
        { head: "Whose" },
        figures("Scored"),
        figures("Brier"),
        figures("Log score"),
        figures("Right side of even"),
      ],
      rows: card.totals.map(({ by, scored, brier: b, logScore, rightSide }) => ({
        cells: [nameOfScored(by), String(scored), numberText(b, 2), numberText(logScore, 2), percent(rightSide)],
      })),
    }),
    figure(
      "reliability",
      "Marks are larger the more forecasts they stand for; with so few, most of the distance from the diagonal is luck.",
      (place) => layOutReliability(place, diagram),
    ),
  ];
}

function horizonSection(card: ScoreCard, horizon: HorizonScore): Piece {
  const issues = card.issues.filter((issue) => issue.horizon === horizon.horizon);
  return [
    element(
      "h2",
      { id: `horizon-${horizon.horizon}` },
      `Issues, horizon ‘${horizon.horizon}’${horizon.until === undefined ? "" : ` (until ${horizon.until})`}`,
    ),
    table({
      caption: "Errors in points of a scale of 100, and how often within 10 and 20 points.",
      columns: [
        { head: "Forecast by" },
        figures("Mean error"),
        figures("Within 10"),
        figures("Within 20"),
        figures("Issues"),
      ],
      rows: horizon.points.map(({ by, meanAbsoluteError, within10, within20, issues: n }) => ({
        cells: [nameOfScored(by), numberText(meanAbsoluteError), percent(within10), percent(within20), String(n)],
      })),
    }),
    table({
      caption: "Chances over the options and no agreement.",
      columns: [{ head: "Chances by" }, figures("Log score"), figures("Brier"), figures("Issues")],
      rows: horizon.chances.map(({ by, logScore, brier, issues: n }) => ({
        cells: [nameOfScored(by), numberText(logScore, 2), numberText(brier, 2), String(n)],
      })),
    }),
    horizon.coverage !== undefined &&
      element(
        "p",
        {},
        `CRPS ${numberText(horizon.crps ?? 0)} points; the intervals of 50, 80 and 90 % held ${["50", "80", "90"].map((p) => percent(horizon.coverage![p] ?? 0)).join(", ")} of the results.`,
      ),
    issueTable(issues),
    annex("Every model on every issue", modelTable(issues)),
  ];
}

function issueTable(issues: readonly IssueScore[]): Piece {
  const worst = issues.toSorted((a, b) => missOf(b) - missOf(a));
  return table({
    caption:
      "Issue by issue, the worst misses first: the chance given to what came out (to no agreement in all, whatever kept it off), and how far off the plan's forecast lay.",
    columns: [{ head: "Issue" }, { head: "What happened" }, figures("Chance given"), figures("Off by")],
    rows: worst.map((issue) => {
      const point = issue.points.find(({ by }) => by === "plan");
      const chance = issue.chances.find(({ by }) => by === "plan");
      const what = [howWords[issue.how], issue.result.join(" or between it and ")]
        .filter((text) => text !== "")
        .join(": ");
      return {
        cells: [
          issue.title,
          issue.unscored === undefined ? what : `${what} (not scored: ${issue.unscored})`,
          chance === undefined ? "–" : percent(chance.ofOutcome),
          point === undefined ? "–" : numberText(point.absoluteError),
        ],
      };
    }),
  });
}

const missOf = (issue: IssueScore) => issue.chances.find(({ by }) => by === "plan")?.logScore ?? -1;

function modelTable(issues: readonly IssueScore[]): Piece {
  const bys = [...new Set(issues.flatMap((issue) => issue.points.map((point) => point.by)))];
  return table({
    caption: "Places forecast (0..100), and the result.",
    look: "data",
    columns: [{ head: "Issue" }, figures("Result"), ...bys.map((by) => figures(nameOfScored(by)))],
    rows: issues
      .filter((issue) => issue.place !== undefined)
      .map((issue) => ({
        cells: [
          issue.title,
          numberText(issue.place!),
          ...bys.map((by) => {
            const point = issue.points.find((one) => one.by === by);
            return point === undefined ? "–" : numberText(point.place);
          }),
        ],
      })),
  });
}

export function writeCorpusPage(card: CorpusCard): string {
  const body = join([
    element("div", { class: "summary" }, element("h2", {}, "What was tested"), element("p", {}, card.note)),
    card.past.map(({ name, models }) => [
      element("h2", {}, name),
      table({
        caption:
          "Each model dressed with its own past errors, each dossier left out in turn. Points of a scale of 100.",
        columns: [
          { head: "Model" },
          figures("Mean error"),
          figures("RMS"),
          figures("Within 10"),
          figures("Within 20"),
          figures("CRPS"),
          figures("50 % held"),
          figures("80 % held"),
          figures("90 % held"),
        ],
        rows: Object.entries(models).map(([model, s]) => ({
          cells: [
            nameOfScored(model),
            numberText(s.meanAbsoluteError, 2),
            numberText(s.rootMeanSquare, 2),
            percent(s.within10),
            percent(s.within20),
            numberText(s.crps, 2),
            ...["50", "80", "90"].map((p) => `${numberText((s.coverage[p] ?? 0) * 100)} %`),
          ],
        })),
      }),
    ]),
    card.cases.map(({ name, title, actors, issues }) => caseSection(name, title, actors, issues)),
  ]);
  return writePage("Back-test", "Forecasts against the record", body, `Demarche ${card.version}, engine review.`);
}

function caseSection(
  name: string,
  title: string | undefined,
  actors: number,
  issues: CorpusCard["cases"][number]["issues"],
): Piece {
  const known = issues.filter((issue) => issue.errors !== undefined);
  const models = Object.keys(known[0]?.errors ?? {}) as (keyof NonNullable<(typeof known)[number]["errors"]>)[];
  return [
    element("h2", {}, title ?? name),
    element(
      "p",
      {},
      `${actors} parties, ${issues.length} issues; ${known.length === 0 ? "what came out is not in the corpus, so nothing is scored" : `${known.length} with a known outcome`}.`,
    ),
    known.length > 0 &&
      table({
        caption: "How far off each model lay, in points of a scale of 100.",
        columns: [{ head: "Issue" }, figures("Outcome"), ...models.map((model) => figures(nameOfScored(model)))],
        rows: known.map((issue) => ({
          cells: [issue.issue, numberText(issue.outcome!), ...models.map((model) => numberText(issue.errors![model]))],
        })),
      }),
  ];
}
