/** Scores of each issue at each horizon. */
import type { ForecastFindings } from "../../forecast/index.ts";
import type { PlanFindings } from "../../run/findings.ts";
import { meanPlusResidualChances, mixWithEven } from "../harness-baselines.ts";
import type { ItemOutcome, Outcomes } from "../outcomes/outcomes.ts";
import { centralInterval, holds, nominalPercents, sampleCrps } from "../sample-scores.ts";
import type { ChanceScore, HorizonScore, IssueScore, PointScore } from "./score-card.ts";

const nothings: readonly ItemOutcome["how"][] = ["not agreed", "not admitted", "not raised"];

/** Every item of the plan, at every horizon for which the outcomes tell something. */
export function scoreIssues(plan: PlanFindings, forecast: ForecastFindings, outcomes: Outcomes): IssueScore[] {
  return outcomes.horizons.flatMap(({ id: horizon }) =>
    plan.items.flatMap((item) => {
      const outcome = (outcomes.items[item.id] ?? outcomes.items[item.instanceOf ?? ""])?.[horizon];
      return outcome === undefined ? [] : [scoreIssue(item, forecast, outcome, horizon, plan.method.shrinkage)];
    }),
  );
}

type Item = PlanFindings["items"][number];

function scoreIssue(
  item: Item,
  forecast: ForecastFindings,
  outcome: ItemOutcome,
  horizon: string,
  shrinkage: number,
): IssueScore {
  const index = forecast.table.issues.findIndex((issue) => issue.id === item.id);
  const named = (outcome.result ?? []).map((id) => item.options.find((option) => option.id === id)?.title ?? id);
  const scale = index < 0 ? undefined : forecast.table.issues[index]!;
  const onScale = (x: number) => (scale === undefined ? undefined : (100 * (x - scale.low)) / (scale.high - scale.low));
  const ats = (outcome.result ?? []).map((id) => item.options.find((option) => option.id === id)?.at);
  const places = ats.flatMap((at) => (at === undefined ? [] : (onScale(at) ?? [])));
  const place =
    places.length > 0 && places.length === ats.length
      ? places.reduce((sum, x) => sum + x, 0) / places.length
      : undefined;
  const distribution = forecast.distributions[index];
  const sample = place === undefined ? undefined : distribution?.sample.map((x) => onScale(x)!);
  const told = categoriesOf(item, outcome);
  return {
    issue: item.id,
    title: item.title,
    horizon,
    how: outcome.how,
    result: named,
    ...(outcome.statement === undefined ? {} : { statement: outcome.statement }),
    ...(place === undefined && told === undefined
      ? { unscored: "nothing on its scale came about, and it was not left without agreement" }
      : {}),
    ...(place === undefined ? {} : { place }),
    points: place === undefined ? [] : pointsOf(item, forecast, index, place, onScale),
    chances: told === undefined ? [] : chancesOf(item, forecast, index, told, shrinkage, onScale),
    ...(sample === undefined || place === undefined
      ? {}
      : {
          crps: sampleCrps(sample, place),
          inside: Object.fromEntries(
            nominalPercents.map((percent) => [String(percent), holds(centralInterval(sample, percent), place)]),
          ),
        }),
  };
}

/** Weights over the options and no agreement, summing to 1: one category, or two halves. Undefined where neither came about. */
function categoriesOf(item: Item, { how, result }: ItemOutcome): readonly number[] | undefined {
  const weights = [...item.options.map(() => 0), 0];
  if (nothings.includes(how)) weights[item.options.length] = 1;
  else if (result === undefined) return undefined;
  else
    for (const id of result) {
      const o = item.options.findIndex((option) => option.id === id);
      weights[o] = weights[o]! + 1 / result.length;
    }
  return weights;
}

function pointsOf(
  item: Item,
  { panel, table }: ForecastFindings,
  index: number,
  place: number,
  onScale: (x: number) => number | undefined,
): PointScore[] {
  const score = (by: string, at: number | undefined): PointScore[] =>
    at === undefined ? [] : [{ by, place: at, absoluteError: Math.abs(at - place) }];
  const agreed = item.options.reduce((sum, option) => sum + option.chance, 0);
  const mean = item.options.reduce((sum, option) => sum + option.chance * (option.at ?? 0), 0);
  const { models } = panel.issues[index]!;
  const otherwise = table.issues[index]!.otherwise;
  return [
    ...score("plan", agreed > 0 ? onScale(mean / agreed) : undefined),
    ...Object.entries(models).flatMap(([model, at]) => score(model, onScale(at))),
    ...score("status quo", otherwise === undefined ? undefined : onScale(otherwise)),
    ...score("always 50", 50),
  ];
}

function chancesOf(
  item: Item,
  forecast: ForecastFindings,
  index: number,
  told: readonly number[],
  shrinkage: number,
  onScale: (x: number) => number | undefined,
): ChanceScore[] {
  const none = Math.max(0, 1 - item.options.reduce((sum, option) => sum + option.chance, 0));
  const shrunk = mixWithEven([...item.options.map((option) => option.chance), none], shrinkage);
  const even = told.map(() => 1 / told.length);
  const scored = [scoreChances("plan", shrunk, told), scoreChances("even", even, told)];
  if (index < 0) return scored;
  const places = item.options.map((option) => onScale(option.at ?? 0)!);
  const mean = onScale(forecast.panel.issues[index]!.models.compromise)!;
  const dressed = mixWithEven(
    meanPlusResidualChances(places, mean, forecast.distributions[index]!.none ?? 0),
    shrinkage,
  );
  return [...scored, scoreChances("mean plus residual", dressed, told)];
}

function scoreChances(by: string, chances: readonly number[], told: readonly number[]): ChanceScore {
  const sum = (of: (k: number) => number) => told.reduce((total, _, k) => total + of(k), 0);
  return {
    by,
    ofOutcome: sum((k) => told[k]! * chances[k]!),
    logScore: sum((k) => (told[k] === 0 ? 0 : -told[k]! * Math.log(chances[k]!))),
    brier: sum((k) => (chances[k]! - told[k]!) * (chances[k]! - told[k]!)),
  };
}

/** Means over the issues of one horizon. */
export function summarise(horizon: string, until: string | undefined, issues: readonly IssueScore[]): HorizonScore {
  const own = issues.filter((issue) => issue.horizon === horizon);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const bys = <T extends { readonly by: string }>(of: (issue: IssueScore) => readonly T[]) => {
    const found = new Map<string, T[]>();
    for (const score of own.flatMap(of)) found.set(score.by, [...(found.get(score.by) ?? []), score]);
    return [...found];
  };
  const crps = own.flatMap((issue) => issue.crps ?? []);
  const inside = own.flatMap((issue) => (issue.inside === undefined ? [] : [issue.inside]));
  return {
    horizon,
    ...(until === undefined ? {} : { until }),
    points: bys((issue) => issue.points).map(([by, scores]) => {
      const errors = scores.map((score) => score.absoluteError);
      const share = (most: number) => errors.filter((error) => error <= most + 1e-9).length / errors.length;
      return { by, issues: errors.length, meanAbsoluteError: mean(errors), within10: share(10), within20: share(20) };
    }),
    chances: bys((issue) => issue.chances).map(([by, scores]) => ({
      by,
      issues: scores.length,
      logScore: mean(scores.map((score) => score.logScore)),
      brier: mean(scores.map((score) => score.brier)),
    })),
    ...(crps.length === 0
      ? {}
      : {
          crps: mean(crps),
          coverage: Object.fromEntries(
            nominalPercents.map((p) => [String(p), mean(inside.map((one) => (one[String(p)] ? 1 : 0)))]),
          ),
        }),
    scoredIssues: own.filter((issue) => issue.unscored === undefined).length,
  };
}
