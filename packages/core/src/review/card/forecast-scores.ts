/** Scores of the brief's own forecasts: the author's words and our computed chances, side by side. */
import type { Brief } from "../../brief/brief.ts";
import type { PlanFindings } from "../../run/findings.ts";
import { brierOf, logScoreOf } from "../event-scores.ts";
import type { Outcomes, Verdict } from "../outcomes/outcomes.ts";
import type { ForecastScore, ForecastTotals } from "./score-card.ts";

/** What a verdict counts as: 'partly' is a half, 'void' nothing. */
export const worthOf: Readonly<Record<Verdict, number | undefined>> = {
  true: 1,
  false: 0,
  partly: 0.5,
  void: undefined,
};

/** Chances of 0 and 1 are taken as 1 and 99 %, which is as far as papers print them. */
const printable = (chance: number) => Math.min(0.99, Math.max(0.01, chance));

export function scoreForecasts(brief: Brief, plan: PlanFindings, outcomes: Outcomes): ForecastScore[] {
  return brief.forecasts.map((forecast): ForecastScore => {
    const told = outcomes.forecasts[forecast.id];
    const finding = plan.forecasts.find((one) => one.id === forecast.id);
    const came = told === undefined ? undefined : worthOf[told.verdict];
    const score = (chance: number) =>
      came === undefined
        ? {}
        : { brier: brierOf(printable(chance), came), logScore: logScoreOf(printable(chance), came) };
    const stated = finding?.stated;
    // 'unknown' is no forecast: the words commit to nothing.
    const committed = stated !== undefined && forecast.chance?.value.kind !== "unknown";
    const middle = committed ? (stated.low + stated.high) / 2 : undefined;
    const unscored = whyNot(told?.verdict, committed, finding?.computed, forecast.shift !== undefined);
    return {
      forecast: forecast.id,
      statement: forecast.statement ?? forecast.id,
      verdict: told?.verdict ?? "not told",
      ...(told?.resolved === undefined ? {} : { resolved: told.resolved }),
      ...(told?.statement === undefined ? {} : { what: told.statement }),
      ...(middle === undefined || stated === undefined
        ? {}
        : {
            author: {
              chance: middle,
              low: stated.low,
              high: stated.high,
              ...(stated.word === undefined ? {} : { word: stated.word }),
              ...score(middle),
            },
          }),
      ...(finding?.computed === undefined ? {} : { ours: { chance: finding.computed, ...score(finding.computed) } }),
      ...(unscored === undefined ? {} : { unscored }),
    };
  });
}

function whyNot(
  verdict: Verdict | undefined,
  committed: boolean,
  computed: number | undefined,
  comparative: boolean,
): string | undefined {
  if (verdict === undefined) return "the outcomes do not tell";
  if (verdict === "void") return "void: what it depends on never came about";
  if (committed || computed !== undefined) return undefined;
  return comparative
    ? "comparative, and only one side of the comparison came about"
    : "neither the author's words nor a computation give a chance";
}

export function totalsOf(scores: readonly ForecastScore[]): ForecastTotals[] {
  const of = (by: ForecastTotals["by"], chance: (score: ForecastScore) => number | undefined): ForecastTotals[] => {
    const pairs = scores.flatMap((score) => {
      const came = score.verdict === "not told" ? undefined : worthOf[score.verdict];
      const said = chance(score);
      return came === undefined || said === undefined ? [] : [{ came, said: printable(said) }];
    });
    if (pairs.length === 0) return [];
    const mean = (value: (pair: (typeof pairs)[number]) => number) =>
      pairs.reduce((sum, pair) => sum + value(pair), 0) / pairs.length;
    const plain = pairs.filter(({ came }) => came !== 0.5);
    const right = plain.reduce(
      (sum, { said, came }) => sum + (said === 0.5 ? 0.5 : said > 0.5 === (came === 1) ? 1 : 0),
      0,
    );
    return [
      {
        by,
        scored: pairs.length,
        brier: mean(({ said, came }) => brierOf(said, came)),
        logScore: mean(({ said, came }) => logScoreOf(said, came)),
        rightSide: plain.length === 0 ? 0 : right / plain.length,
      },
    ];
  };
  return [
    ...of("author", (score) => score.author?.chance),
    ...of("ours", (score) => score.ours?.chance),
    ...of("always even", () => 0.5),
  ];
}
