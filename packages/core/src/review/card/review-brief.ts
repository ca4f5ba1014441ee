import { asOf } from "../../brief/as-of.ts";
import type { Brief } from "../../brief/brief.ts";
import { forecastBrief, tableOfBrief } from "../../forecast/index.ts";
import type { Problem } from "../../model/names.ts";
import type { PlanFindings } from "../../run/findings.ts";
import { reliability } from "../event-scores.ts";
import { type Outcomes, verdicts } from "../outcomes/outcomes.ts";
import { scoreForecasts, totalsOf, worthOf } from "./forecast-scores.ts";
import { scoreIssues, summarise } from "./issue-scores.ts";
import type { ForecastScore, ScoreCard } from "./score-card.ts";

export interface ReviewResult {
  /** Absent where there are problems. */
  readonly card?: ScoreCard;
  readonly problems: readonly Problem[];
}

/** Scores a plan's findings, and the outcome models' forecasts drawn in the same worlds, against what happened. */
export function reviewBrief(brief: Brief, plan: PlanFindings, outcomes: Outcomes): ReviewResult {
  const { found, problems } = tableOfBrief(brief);
  if (found === undefined) return { problems };
  const forecast = forecastBrief(found, { seed: plan.seed, draws: plan.worlds });
  const issues = scoreIssues(plan, forecast, outcomes);
  const forecasts = scoreForecasts(brief, plan, outcomes);
  const { cited, judged, judgedAfter } = plan.inputs;
  const share = judgedAfter / Math.max(1, cited + judged + judgedAfter);
  const day = asOf(brief);
  const known = day?.to ?? day?.from;
  return {
    problems: [],
    card: {
      engine: "review",
      version: plan.version,
      title: brief.head.title ?? "Untitled brief",
      ...(known === undefined ? {} : { asOf: known }),
      seed: plan.seed,
      worlds: plan.worlds,
      inputsHash: plan.inputsHash,
      inputs: plan.inputs,
      judgedAfterShare: share,
      ...(judgedAfter > 0 ? { noTestOfSkill: noTestOfSkill(share) } : {}),
      issues,
      horizons: outcomes.horizons.map(({ id, until }) => summarise(id, until, issues)),
      forecasts,
      totals: totalsOf(forecasts),
      verdicts: Object.fromEntries(
        verdicts.map((verdict) => [verdict, forecasts.filter((one) => one.verdict === verdict).length]),
      ) as ScoreCard["verdicts"],
      reliability: {
        author: reliability(pairsOf(forecasts, (score) => score.author?.chance)),
        ours: reliability(pairsOf(forecasts, (score) => score.ours?.chance)),
      },
    },
  };
}

function noTestOfSkill(share: number): string {
  return `${Math.round(share * 100)} % of the numbers that feed this were judged after the event: this is no test of skill.`;
}

function pairsOf(scores: readonly ForecastScore[], chance: (score: ForecastScore) => number | undefined) {
  return scores.flatMap((score) => {
    const came = score.verdict === "not told" ? undefined : worthOf[score.verdict];
    const said = chance(score);
    return came === undefined || said === undefined ? [] : [{ chance: said, came }];
  });
}
