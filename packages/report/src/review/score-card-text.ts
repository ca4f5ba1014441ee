/** A score-card, and a corpus, on a screen. */
import type { CorpusCard, ScoreCard } from "@demarche/core/review";
import { numberText } from "../wording/number-text.ts";
import { chanceGiven, howWords, nameOfScored, scoreNotes } from "./score-words.ts";

const percent = (share: number) => `${Math.round(share * 100)} %`;
const padded = (text: string, width: number) => text.padEnd(width);

export function scoreCardText(card: ScoreCard): string[] {
  const lines = [`Score-card: ${card.title}`];
  if (card.asOf !== undefined) lines.push(`As of ${card.asOf}.`);
  if (card.noTestOfSkill !== undefined) lines.push(card.noTestOfSkill);
  for (const horizon of card.horizons) {
    lines.push(
      "",
      `Horizon ‘${horizon.horizon}’${horizon.until === undefined ? "" : ` (until ${horizon.until})`}: ${horizon.scoredIssues} issues scored`,
    );
    for (const issue of card.issues.filter((one) => one.horizon === horizon.horizon)) {
      const plan = issue.points.find((point) => point.by === "plan");
      const chance = issue.chances.find((score) => score.by === "plan");
      const parts = [howWords[issue.how], ...(issue.result.length > 0 ? [issue.result.join(" / ")] : [])];
      const scored = [
        ...(plan === undefined ? [] : [`off by ${numberText(plan.absoluteError, 0)}`]),
        ...(chance === undefined ? [] : [chanceGiven(issue.how, percent(chance.ofOutcome))]),
        ...(issue.unscored === undefined ? [] : [`not scored: ${issue.unscored}`]),
      ];
      lines.push(`  ${issue.title}: ${parts.join(", ")} (${scored.join("; ")})`);
    }
    lines.push("  Mean error, within 10, within 20:");
    for (const { by, meanAbsoluteError, within10, within20, issues } of horizon.points)
      lines.push(
        `    ${padded(nameOfScored(by), 34)}${numberText(meanAbsoluteError).padStart(6)}${percent(within10).padStart(7)}${percent(within20).padStart(7)}  of ${issues}`,
      );
    lines.push("  Log score, Brier:");
    for (const { by, logScore, brier, issues } of horizon.chances)
      lines.push(
        `    ${padded(nameOfScored(by), 34)}${numberText(logScore, 2).padStart(6)}${numberText(brier, 2).padStart(7)}  of ${issues}`,
      );
    if (horizon.coverage !== undefined)
      lines.push(
        `  CRPS ${numberText(horizon.crps ?? 0)}; intervals of 50, 80, 90 % held ${["50", "80", "90"].map((p) => percent(horizon.coverage![p] ?? 0)).join(", ")}.`,
      );
  }
  if (card.forecasts.length > 0) lines.push("", "Forecasts: verdict, author, computed");
  for (const { statement, verdict, author, ours } of card.forecasts)
    lines.push(
      `  ${padded(verdict, 9)}${(author === undefined ? "–" : percent(author.chance)).padStart(6)}${(ours === undefined ? "–" : percent(ours.chance)).padStart(6)}  ${statement}`,
    );
  for (const { by, scored, brier, logScore, rightSide } of card.totals)
    lines.push(
      `  ${padded(nameOfScored(by), 24)} Brier ${numberText(brier, 2)}, log ${numberText(logScore, 2)}, right side ${percent(rightSide)}, of ${scored}`,
    );
  return [...lines, "", ...scoreNotes];
}

export function corpusText(card: CorpusCard): string[] {
  const lines: string[] = [];
  for (const { name, models } of card.past) {
    lines.push(
      `${name}: each dossier left out in turn`,
      `  ${padded("", 34)}  error    RMS  <=10  <=20   CRPS  held 50/80/90`,
    );
    for (const [model, s] of Object.entries(models))
      lines.push(
        `  ${padded(nameOfScored(model), 34)}${numberText(s.meanAbsoluteError, 2).padStart(7)}${numberText(s.rootMeanSquare, 2).padStart(7)}${percent(s.within10).padStart(6)}${percent(s.within20).padStart(6)}${numberText(s.crps, 2).padStart(7)}  ${["50", "80", "90"].map((p) => numberText((s.coverage[p] ?? 0) * 100)).join(" / ")}`,
      );
    lines.push("");
  }
  for (const { name, issues } of card.cases) {
    const known = issues.filter((issue) => issue.errors !== undefined);
    lines.push(
      `${name}: ${issues.length} ${issues.length === 1 ? "issue" : "issues"}, ${known.length === 0 ? "outcomes not known" : `${known.length} with a known outcome`}`,
    );
    for (const { issue, errors } of known)
      lines.push(
        `  ${issue}: ${Object.entries(errors!)
          .map(([model, error]) => `${model} off by ${numberText(error)}`)
          .join("; ")}`,
      );
  }
  return [...lines, card.note];
}
