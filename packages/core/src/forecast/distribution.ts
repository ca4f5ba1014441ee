/** Where an issue may come out: the compromise mean, with what that mean has missed before. */
import { drawKey, fillUniforms, mirroredResiduals, residualQuantile } from "../worlds/index.ts";
import type { DrawnTable } from "./challenge/challenge-draws.ts";
import { columnsOf, type TableIssue } from "./forecast-table.ts";
import { weightedMean, weightsOf } from "./weighted.ts";

export interface IssueDistribution {
  /** The weighted mean itself, in the issue's units. */
  readonly mean: number;
  /** By percent of mass below: 5, 10, 25, 50, 75, 90, 95. Issue's units. */
  readonly quantiles: Readonly<Record<string, number>>;
  /** Chance of each named option (the scale is cut half-way between them); with `none` they sum to 1. Empty without options. */
  readonly options: readonly { readonly id: string; readonly chance: number }[];
  /** Chance that the forum breaks down and settles nothing; absent where nothing is known of it. */
  readonly none?: number;
  /** Outcomes in equally likely worlds, rising, issue's units, cut to the scale. */
  readonly sample: readonly number[];
}

export const shownPercents = [5, 10, 25, 50, 75, 90, 95] as const;

/**
 * Of a table whose numbers are exact: the mean with each of the 702 mirrored residuals once, cut to the scale. Covers
 * nominal 50/80/90 % of outcomes of European legislation left out dossier by dossier; what acceptance, admission and
 * vetoes add is not in it and cannot be back-tested there. @param none chance of no agreement, 0..1
 */
export function distributionOf(issue: TableIssue, none?: number): IssueDistribution {
  const table = columnsOf(issue);
  const mean = weightedMean(table.position, weightsOf(table));
  return shaped(
    issue,
    mean,
    Float64Array.from(mirroredResiduals, (residual) => mean + inUnits(issue, residual)),
    none,
  );
}

/** As `distributionOf`, with the inputs as drawn: one residual a world, by key `residual`, of the same worlds as a plan's. */
export function distributionOfDraws(
  issue: TableIssue,
  drawn: DrawnTable,
  seed: number,
  residualKey: string,
  none?: number,
): IssueDistribution {
  const { actors, count, position, salience, capability } = drawn;
  const luck = new Float64Array(count);
  fillUniforms(drawKey(seed, "input", residualKey), { from: 0, count }, luck);
  const places = new Float64Array(count);
  let all = 0;
  for (let k = 0; k < count; k++) {
    let sum = 0;
    let weights = 0;
    let plain = 0;
    for (let i = 0, at = k; i < actors; i++, at += count) {
      const w = salience[at]! * capability[at]!;
      sum += w * position[at]!;
      weights += w;
      plain += position[at]!;
    }
    const mean = weights > 0 ? sum / weights : plain / actors;
    all += mean;
    places[k] = mean + inUnits(issue, residualQuantile(luck[k]!));
  }
  return shaped(issue, all / count, places, none);
}

const inUnits = ({ low, high }: TableIssue, points: number) => ((high - low) * points) / 100;

function shaped(issue: TableIssue, mean: number, places: Float64Array, none: number | undefined): IssueDistribution {
  const { low, high, options } = issue;
  const sample = places.map((x) => Math.min(high, Math.max(low, x))).sort();
  return {
    mean,
    quantiles: Object.fromEntries(
      shownPercents.map((percent) => [String(percent), sampleQuantile(sample, percent / 100)]),
    ),
    options: optionChances(
      options.map((option) => option.at),
      sample,
      (high - low) * 1e-9,
    ).map((chance, o) => ({ id: options[o]!.id, chance: chance * (1 - (none ?? 0)) })),
    ...(none === undefined ? {} : { none }),
    sample: [...sample],
  };
}

/** The least value with at least the share `p` of the (rising) sample at or below it. */
export function sampleQuantile(sample: ArrayLike<number>, p: number): number {
  const at = Math.ceil(p * sample.length - 1e-9) - 1;
  return sample[Math.min(sample.length - 1, Math.max(0, at))]!;
}

/**
 * Share of a rising sample that is nearest to each option; half-way counts half to each side, and options at one place
 * share. @param places rising; @param grain nearer than this to half-way is half-way: rounding must not choose
 */
function optionChances(places: readonly number[], sample: Float64Array, grain: number): number[] {
  if (places.length === 0) return [];
  const distinct = [...new Set(places)];
  const upTo = distinct.map((place, d) => {
    const next = distinct[d + 1];
    if (next === undefined) return 1;
    const cut = (place + next) / 2;
    let below = 0;
    for (const x of sample) below += x < cut - grain ? 1 : x <= cut + grain ? 0.5 : 0;
    return below / sample.length;
  });
  return places.map((place) => {
    const d = distinct.indexOf(place);
    const sharing = places.filter((other) => other === place).length;
    return (upTo[d]! - (d === 0 ? 0 : upTo[d - 1]!)) / sharing;
  });
}
