/** Results as tidy separated values: one row an issue, model, round, actor and measure. */
import type { ForecastFindings } from "./forecast.ts";
import { modelNames } from "./models.ts";

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Columns: issue, model, round, party, measure, value. Rounds and parties are empty where a measure has none. */
export function forecastCsv({ table, panel, model, trajectories, distributions }: ForecastFindings): string {
  const rows: (readonly (string | number)[])[] = [["issue", "model", "round", "party", "measure", "value"]];
  table.issues.forEach((issue, p) => {
    for (const name of modelNames) rows.push([issue.id, name, "", "", "forecast", panel.issues[p]!.models[name]]);
    for (const entry of trajectories[p]!) {
      rows.push([issue.id, model, entry.round, "", "median", entry.median]);
      rows.push([issue.id, model, entry.round, "", "mean", entry.mean]);
      for (const row of issue.rows) {
        const party = table.actors[row.actor]!.id;
        rows.push([issue.id, model, entry.round, party, "position", entry.positions[party]!]);
      }
    }
    const { quantiles, options, none } = distributions[p]!;
    for (const [percent, value] of Object.entries(quantiles))
      rows.push([issue.id, "compromise", "", "", `quantile ${percent} %`, value]);
    for (const option of options) rows.push([issue.id, "compromise", "", "", `chance of ${option.id}`, option.chance]);
    if (none !== undefined) rows.push([issue.id, "compromise", "", "", "chance of no agreement", none]);
  });
  return `${rows.map((row) => row.map((value) => quoted(String(value))).join(",")).join("\n")}\n`;
}
