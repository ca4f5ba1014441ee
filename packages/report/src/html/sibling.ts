import type { Issue } from "@demarche/core/brief";
import type { ItemFinding } from "@demarche/core/run";
import type { Paper } from "./paper.ts";

/** What the brief says of an issue in words; its figures are left to the pictures and tables. */
function wordsOf(issue: Issue | undefined): string {
  if (!issue) return "";
  const { words, modality, because, history, changed, otherwise, instrument, due, inherited, positions } = issue;
  const said = positions.map(({ party, ask, interest, redLines, fallbacks }) => ({
    party,
    ask,
    interest,
    redLines,
    fallbacks,
  }));
  const all = { words, modality, because, history, changed, otherwise, instrument, due, inherited, said };
  // a place in the brief is no part of what is said there
  return JSON.stringify(all, (key, value: unknown) => (key === "path" ? undefined : value));
}

/** For an instance: the first of its issue's instances, where the brief says the same words of both. */
export function siblingLike(paper: Paper, item: ItemFinding): ItemFinding | undefined {
  const first = paper.findings.items.find(
    (entry) => entry.instanceOf !== undefined && entry.instanceOf === item.instanceOf,
  );
  if (!first || first.id === item.id) return undefined;
  const { issues } = paper.index;
  return wordsOf(issues.get(first.id)) === wordsOf(issues.get(item.id)) ? first : undefined;
}
