/** How well a point forecast dressed with its own past errors would have done, each dossier left out in turn. */
import { centralInterval, holds, nominalPercents, sampleCrps } from "../sample-scores.ts";

/** One settled issue on 0..100. */
export interface PastForecast {
  readonly id: string;
  /** Issues of one dossier are left out together. */
  readonly dossier: string;
  readonly forecast: number;
  readonly outcome: number;
}
export interface BacktestScores {
  readonly issues: number;
  readonly dossiers: number;
  readonly meanAbsoluteError: number;
  readonly rootMeanSquare: number;
  /** Share of issues missed by at most so many points. */
  readonly within10: number;
  readonly within20: number;
  /** Share of outcomes in the central interval of nominal 50, 80, 90 %. */
  readonly coverage: Readonly<Record<string, number>>;
  /** Mean CRPS of the dressed forecast, points. */
  readonly crps: number;
}

/** @param rows at least two dossiers. @throws RangeError otherwise */
export function backtestResiduals(rows: readonly PastForecast[]): BacktestScores {
  const dossiers = new Map<string, PastForecast[]>();
  for (const row of rows) dossiers.set(row.dossier, [...(dossiers.get(row.dossier) ?? []), row]);
  if (dossiers.size < 2) throw new RangeError("back-test: leaving a dossier out takes at least two");
  const inside = new Map<number, number>();
  let crps = 0;
  for (const [dossier, own] of dossiers) {
    const errors = rows.filter((row) => row.dossier !== dossier).map((row) => row.outcome - row.forecast);
    const mirrored = Float64Array.from([...errors, ...errors.map((e) => -e)]).sort();
    for (const { forecast, outcome } of own) {
      const sample = mirrored.map((e) => Math.min(100, Math.max(0, forecast + e)));
      crps += sampleCrps(sample, outcome);
      for (const percent of nominalPercents)
        if (holds(centralInterval(sample, percent), outcome)) inside.set(percent, (inside.get(percent) ?? 0) + 1);
    }
  }
  const n = rows.length;
  const errors = rows.map((row) => Math.abs(row.outcome - row.forecast));
  const share = (most: number) => errors.filter((error) => error <= most + 1e-9).length / n;
  return {
    issues: n,
    dossiers: dossiers.size,
    meanAbsoluteError: errors.reduce((sum, e) => sum + e, 0) / n,
    rootMeanSquare: Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / n),
    within10: share(10),
    within20: share(20),
    coverage: Object.fromEntries(nominalPercents.map((percent) => [String(percent), (inside.get(percent) ?? 0) / n])),
    crps: crps / n,
  };
}
