import type { Issue } from "@demarche/core/brief";
import { memo } from "../wording/index.ts";
import { basisLines, type CardText, closedBackground, freeBackground } from "./card-texts.ts";
import { type Block, bold, heading, type Inline, paragraph } from "./document.ts";
import type { MemoContext } from "./memo-context.ts";

interface Entry {
  readonly number: string;
  readonly line: Inline;
  readonly weight: number;
  readonly own: boolean;
}

function weightOf(context: MemoContext, issue: Issue): number {
  const ids = [issue.id, ...(issue.instances ?? []).map((instance) => instance.id)];
  return ids.reduce((sum, id) => sum + (context.item(id)?.weight ?? 0), 0);
}

function entriesOf(context: MemoContext, issue: Issue, text: CardText): readonly Entry[] {
  const number = context.index.numberOf(issue.id) ?? "";
  return text.lines.map((line) => ({
    number,
    line,
    weight: weightOf(context, issue),
    own: !text.composed,
  }));
}

/** At most `most` lines: those that the brief's author wrote before those composed, the weightier items first, printed in the order of the agenda, the number of an item once. */
function choose(entries: readonly Entry[], most: number): readonly Inline[] {
  const ranked = entries.toSorted((a, b) => Number(b.own) - Number(a.own) || b.weight - a.weight);
  const kept = new Set(ranked.slice(0, most));
  return entries
    .filter((entry) => kept.has(entry))
    .map(({ number, line }, at, shown) =>
      shown[at - 1]?.number === number ? line : [{ text: `${number}: ` }, ...line],
    );
}

/** Background in two parts: what may be used freely, and what is not to be disclosed. */
export function backgroundSection(context: MemoContext, most: number): readonly Block[] {
  const issues = context.index.ownIssues.filter((issue) => !issue.id.includes("/"));
  const free = issues.flatMap((issue) => [
    ...entriesOf(context, issue, freeBackground(context, issue)),
    ...entriesOf(context, issue, { lines: basisLines(context, issue), composed: true }),
  ]);
  const closed = issues.flatMap((issue) => entriesOf(context, issue, closedBackground(context, issue)));
  const part = (title: string, entries: readonly Entry[]): Block => {
    const lines = choose(entries, most);
    const text: Inline =
      lines.length === 0 ? [{ text: memo.nothingGiven }] : lines.flatMap((line) => [...line, { text: " " }]);
    return paragraph([bold(`${title.toUpperCase()}. `), ...text]);
  };
  return [heading(2, memo.background), part(memo.free, free), part(memo.closed, closed)];
}
