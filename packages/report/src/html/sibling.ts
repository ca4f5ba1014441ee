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

/** For an instance: the first of its issue's instances before it of which the brief says the same words. */
export function siblingLike(paper: Paper, item: ItemFinding): ItemFinding | undefined {
  const { items } = paper.findings;
  const { issues } = paper.index;
  if (item.instanceOf === undefined) return undefined;
  const own = wordsOf(issues.get(item.id));
  return items
    .slice(0, items.indexOf(item))
    .find((entry) => entry.instanceOf === item.instanceOf && wordsOf(issues.get(entry.id)) === own);
}
