import {
  type ForecastFindings,
  type ForecastSettings,
  forecastBrief,
  forecastTable,
  tableOfBrief,
} from "@demarche/core/forecast";
import { openBrief, stopForProblems } from "./open-brief.ts";
import { isBrief, openData, remarksOn } from "./open-data.ts";
import { readInput } from "./read-input.ts";
import { stopForUsage } from "./stop.ts";

export interface Forecasted {
  readonly findings: ForecastFindings;
  /** As-of date of a brief. */
  readonly date?: string;
  /** To be told beside the results. */
  readonly remarks: readonly string[];
  /** The file as it was read. */
  readonly input: Uint8Array;
}

const notLearnt =
  "What has been observed: issues that it decides are left out; else nothing is learnt from it, since the published models start from positions as the brief writes them. demarche update learns from it.";

/** Forecasts a brief or a file of positions. @throws Stop where it cannot be read or has errors */
export function forecastFile(file: string, settings: ForecastSettings): Forecasted {
  const input = readInput(file);
  if (!isBrief(file)) {
    const data = openData(file, input);
    const spatial = { ...data.spatial, ...settings.spatial };
    return { findings: forecastTable(data.table, { ...settings, spatial }), remarks: remarksOn(data), input };
  }
  const { brief, locate } = openBrief(file, input);
  const { found, problems } = tableOfBrief(brief);
  if (found === undefined) throw stopForProblems(problems, locate);
  const isObserved = brief.observed.length > 0;
  if (found.table.issues.length === 0 && isObserved && found.left.length > 0)
    throw stopForUsage(
      "nothing-to-forecast",
      `${file} has no issue left to forecast: ${found.left.map(({ issue, why }) => `${issue}: ${why}`).join(" · ")}.`,
      "What has come out needs no forecast; demarche update says what follows from it.",
    );
  if (found.table.issues.length === 0)
    throw stopForUsage(
      "nothing-to-forecast",
      `${file} has no issue with options on a scale and a member's position.`,
      "Give an issue options with places, and positions; choices and slates are for demarche plan.",
    );
  const date = brief.head.date?.to ?? brief.head.date?.from;
  const remarks = isObserved ? [notLearnt] : [];
  return { findings: forecastBrief(found, settings), remarks, input, ...(date === undefined ? {} : { date }) };
}
