/** A whole forecast: the panel, one model's way there, and the distribution of each issue. Plain data, in the table's units. */

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { version } from "../../version.ts";
import { meanOf } from "../../worlds/index.ts";
import { distributionOf, distributionOfDraws, type IssueDistribution } from "../distribution.ts";
import { drawIssue } from "../drawn-issue.ts";
import { columnsOf, type ForecastTable } from "../forecast-table.ts";
import type { BriefTable } from "../from-brief.ts";
import { type Swing, swingsOf } from "../sensitivity.ts";
import { varyTable } from "../vary.ts";
import type { ModelName } from "./models.ts";
import { type Panel, type PanelSettings, panelOf } from "./panel.ts";
import {
  challengeTrajectory,
  entryOf,
  exchangeTrajectory,
  spatialTrajectory,
  type TrajectoryEntry,
} from "./trajectory.ts";

export interface ForecastSettings extends PanelSettings {
  /** Whose rounds the trajectory shows (challenge). */
  readonly model?: ModelName;
  readonly seed?: number;
  /** Draws of uncertain inputs (10000). */
  readonly draws?: number;
}
export interface ForecastFindings {
  readonly engine: "forecast";
  readonly version: string;
  readonly seed: number;
  readonly draws: number;
  /** SHA-256 of the table, the settings and the version, hex. */
  readonly inputsHash: string;
  readonly model: ModelName;
  readonly table: ForecastTable;
  readonly panel: Panel;
  /** By issue. */
  readonly trajectories: readonly (readonly TrajectoryEntry[])[];
  readonly distributions: readonly IssueDistribution[];
  /** By issue: inputs of the compromise mean, the widest swing first; `row` counts in the issue's rows. */
  readonly swings: readonly (readonly Swing[])[];
  /** Where inputs are exact: the error assumed of them for the swings, percent of the scale. */
  readonly assumedError?: number;
  readonly left: BriefTable["left"];
  readonly unknown: BriefTable["unknown"];
}

/** Where a table states single numbers: what its coders may be off by (5 % and 95 % points), percent of the scale. An assumption. */
const assumedError = 10;

/** Forecasts a table of exact numbers. @throws RangeError when the table is malformed */
export function forecastTable(table: ForecastTable, settings: ForecastSettings = {}): ForecastFindings {
  const seed = settings.seed ?? 1;
  const draws = settings.draws ?? 10_000;
  return {
    ...commonOf(table, settings),
    distributions: table.issues.map((issue) => distributionOf(issue)),
    ...assumedSwings(table, seed, draws),
    left: [],
    unknown: [],
  };
}

/** Forecasts a brief: uncertain inputs are drawn, in the same worlds as a plan's; breakdown is the atom at no agreement. */
export function forecastBrief(found: BriefTable, settings: ForecastSettings = {}): ForecastFindings {
  const { model, table, items } = found;
  const seed = settings.seed ?? model.method.seed;
  const draws = settings.draws ?? model.method.worlds;
  const drawn = items.map((item) => drawIssue(model, item, seed, draws));
  return {
    ...commonOf(table, { ...settings, seed, draws }),
    distributions: table.issues.map((issue, p) => {
      const item = model.items[items[p]!]!;
      const breakdown = model.inputs[model.forums[item.forum]!.breakdown]!.distribution;
      const residual = model.inputs[item.residual]!.key;
      // A forum of which no breakdown is said is not thereby sure to agree: nothing is known of it.
      const none = meanOf(breakdown) / 100;
      return distributionOfDraws(issue, drawn[p]!, seed, residual, none > 0 ? none : undefined);
    }),
    // A brief that states no range at all is treated as data are.
    ...(drawn.some((one) => swingsOf(one).length > 0)
      ? { swings: drawn.map(swingsOf) }
      : assumedSwings(table, seed, draws)),
    left: found.left,
    unknown: found.unknown,
  };
}

function assumedSwings(
  table: ForecastTable,
  seed: number,
  draws: number,
): Pick<ForecastFindings, "swings" | "assumedError"> {
  const names = table.actors.map((actor) => actor.id);
  return {
    swings: table.issues.map((issue) => swingsOf(varyTable(issue, names, assumedError, seed, draws))),
    assumedError,
  };
}

type Common = Omit<ForecastFindings, "distributions" | "swings" | "assumedError" | "left" | "unknown">;

function commonOf(table: ForecastTable, settings: ForecastSettings): Common {
  const model = settings.model ?? "challenge";
  const panel = panelOf(table, settings);
  const hashed = JSON.stringify([version, table, settings]);
  return {
    engine: "forecast",
    version,
    seed: settings.seed ?? 1,
    draws: settings.draws ?? 10_000,
    inputsHash: bytesToHex(sha256(utf8ToBytes(hashed))),
    model,
    table,
    panel,
    trajectories: table.issues.map((issue, p) => {
      if (model === "challenge") return challengeTrajectory(table, issue, panel.issues[p]!.challenge);
      if (model === "exchange" && panel.exchange !== undefined) return exchangeTrajectory(table, p, panel.exchange);
      if (model === "spatial") return spatialTrajectory(table, p, panel.spatial.find((run) => run.issues.includes(p))!);
      return [entryOf(table, issue, 0, columnsOf(issue).position)];
    }),
  };
}
