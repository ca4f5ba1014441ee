import { meanPlusResidualChances, mixWithEven, noneShareOfOthers, uniformChances } from "./harness-baselines.ts";
import { type Case, checkCases, crpsOf, logLossOf } from "./harness-scores.ts";

/** What one way of forecasting scores on the cases. */
export interface SettingScore {
  readonly name: string;
  /** Mean log loss, nats; lower is better. */
  readonly logLoss: number;
  /** Mean CRPS given agreement, scale points; absent where no case has one. */
  readonly crps?: number;
  /**
   * Mean log loss less that of the first setting on the same cases: below 0 is better than it. Absent where each of the
   * two called something impossible that came out, in different cases.
   */
  readonly difference?: number;
  /** Standard error of `difference` over the cases, taken as independent; absent for a single case or an infinite difference. */
  readonly differenceError?: number;
  /** Log loss by case, in order. */
  readonly byCase: readonly number[];
}

/**
 * Scores each setting's chances and the two baselines on the same cases, so that a change of meaning shows its cost.
 * @param settings by name, one list of chances per case, in order; the first is what the others are compared with
 * @param options.evenWeight the share of the even spread mixed into the residual baseline (0.1, as in shown chances)
 * @returns the settings in their order, then `uniform` and `mean plus residual`
 * @throws RangeError when there is no case, or a case or a setting's chances are malformed
 */
export function scoreSettings(
  cases: readonly Case[],
  settings: Readonly<Record<string, readonly (readonly number[])[]>>,
  { evenWeight = 0.1 }: { readonly evenWeight?: number } = {},
): SettingScore[] {
  checkCases(cases);
  const none = noneShareOfOthers(cases);
  const all: [string, readonly (readonly number[])[]][] = [
    ...Object.entries(settings),
    ["uniform", cases.map((one) => uniformChances(one.options))],
    [
      "mean plus residual",
      cases.map((one, i) => mixWithEven(meanPlusResidualChances(one.options, one.forecastMean, none[i]!), evenWeight)),
    ],
  ];
  let first: readonly number[] | undefined;
  return all.map(([name, chances]) => {
    if (chances.length !== cases.length)
      throw new RangeError(`harness: setting ${name} has ${chances.length} lists of chances for ${cases.length} cases`);
    const forecast = cases.map((one, i) => ({ ...one, chances: chances[i]! }));
    checkCases(forecast);
    const byCase = forecast.map(logLossOf);
    first ??= byCase;
    const against = first;
    const ranked = forecast.map(crpsOf).filter((score) => score !== undefined);
    return {
      name,
      logLoss: meanOf(byCase),
      ...(ranked.length > 0 && { crps: meanOf(ranked) }),
      ...compare(byCase.map((loss, i) => (loss === against[i] ? 0 : loss - against[i]!))),
      byCase,
    };
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function compare(differences: readonly number[]): Pick<SettingScore, "difference" | "differenceError"> {
  const n = differences.length;
  const difference = meanOf(differences);
  if (Number.isNaN(difference)) return {};
  if (n < 2 || !Number.isFinite(difference)) return { difference };
  const squares = differences.reduce((sum, value) => sum + (value - difference) * (value - difference), 0);
  return { difference, differenceError: Math.sqrt(squares / (n - 1) / n) };
}
