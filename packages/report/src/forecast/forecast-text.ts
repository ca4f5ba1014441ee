/** A forecast on a screen. */
import { type ForecastFindings, modelNames } from "@demarche/core/forecast";
import { numberText } from "../wording/number-text.ts";
import { listText } from "../wording/sentence.ts";
import { forecastWords, modelWords } from "./words.ts";

/** Places of an issue as people read them: two decimals on short scales, one on long. */
export function placeText(value: number, issue: { readonly low: number; readonly high: number }): string {
  return numberText(value, issue.high - issue.low < 20 ? 2 : 1);
}

const percent = (share: number) => {
  const points = share * 100;
  if (points <= 2.5) return points < 0.05 ? "below 1 %" : "1–2 %";
  return points >= 97.5 ? "98–99 %" : `${5 * Math.round(points / 5)} %`;
};

/** Lines of plain text, a paragraph an issue. */
export function forecastText(findings: ForecastFindings): string[] {
  const { table, panel } = findings;
  const lines = table.title === undefined ? [] : [table.title, ""];
  table.issues.forEach((_, p) => {
    lines.push(...issueLines(findings, p), "");
  });
  if (panel.exchange === undefined) lines.push(forecastWords.single);
  for (const { issue, why } of findings.left) lines.push(`Left out: ${issue}, since ${why}.`);
  const unknown = new Map<string, string[]>();
  for (const { issue, party } of findings.unknown) unknown.set(issue, [...(unknown.get(issue) ?? []), party]);
  for (const [issue, parties] of unknown)
    lines.push(`Without a position on ${issue}, and so not counted: ${listText(parties)}.`);
  lines.push(forecastWords.compromiseRecord, forecastWords.notTested, forecastWords.neverAveraged);
  return lines;
}

function issueLines({ table, panel, distributions }: ForecastFindings, p: number): string[] {
  const issue = table.issues[p]!;
  const one = panel.issues[p]!;
  const { quantiles, options, none } = distributions[p]!;
  const place = (value: number) => placeText(value, issue);
  const between = (low: string, high: string) => `${place(quantiles[low]!)} to ${place(quantiles[high]!)}`;
  const lines = [
    `${issue.name} (${place(issue.low)}..${place(issue.high)}${issue.unit === undefined ? "" : ` ${issue.unit}`})`,
  ];
  for (const model of modelNames)
    lines.push(`  ${modelWords[model].name.padEnd(30)}${place(one.models[model]).padStart(8)}`);
  lines.push(
    `  Half of outcomes like this lie within ${between("25", "75")}, eight in ten within ${between("10", "90")}.`,
  );
  const chances = options.map((option, o) => `${issue.options[o]!.name} ${percent(option.chance)}`);
  if (none !== undefined) chances.push(`no agreement (breakdown) ${percent(none)}`);
  if (options.length > 0) lines.push(`  Nearest to: ${chances.join("; ")}.`);
  const { ended, period, rounds } = one.challenge;
  const span = `${rounds.length - 1} ${rounds.length === 2 ? "round" : "rounds"}`;
  const how = ended === "cycle" ? `runs in a circle of ${period} rounds` : `ends after ${span}: ${ended}`;
  lines.push(
    `  The challenge model ${how}. ${one.agree ? "The models agree." : `The models differ: ${place(one.lowest)} to ${place(one.highest)}.`}`,
  );
  return lines;
}
