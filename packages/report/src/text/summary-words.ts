import { bestPlanOf, summaryLine } from "../best-plan/standing.ts";
import { certainText } from "../day-two/rows.ts";
import { findingsThatMatter } from "../html/findings-that-matter.ts";
import { openPaper } from "../html/paper.ts";
import { summaryMessages } from "../messages/summary.ts";
import type { Markup } from "../svg/markup.ts";
import { indexBrief, type PaperInput } from "../wording/index.ts";

/** What a screen of summary is written with: the same words, numbers and findings as the report. */
export interface SummaryWords {
  readonly title: string;
  /** Number of an item as the papers print it: "3(a)". */
  readonly numberOf: (item: string) => string;
  readonly nameOf: (item: string) => string;
  /** A chance 0..1 as printed: "35 %". */
  readonly percentOf: (chance: number) => string;
  /** At most three, as plain text. */
  readonly findingsThatMatter: readonly string[];
  /** What the best plan found brings, and whether it is recommended; absent where the brief allows no move. */
  readonly bestPlan?: string;
}

export function summaryWords(input: PaperInput): SummaryWords {
  const index = indexBrief(input.brief);
  const best = bestPlanOf(index, input.findings);
  return {
    title: input.brief.head.title ?? summaryMessages.untitled,
    numberOf: (item) => index.numberOf(item) ?? "",
    nameOf: index.nameOf,
    percentOf: certainText,
    findingsThatMatter: findingsThatMatter(openPaper(input)).map(({ text }) => plainText(text)),
    ...(best === undefined ? {} : { bestPlan: summaryLine(index, best) }),
  };
}

const characters: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** Our own markup without its tags and the marks of its notes. */
function plainText({ text }: Markup): string {
  return text
    .replace(/<sup class="note">.*?<\/sup>/gs, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => characters[entity] ?? entity)
    .replace(/[ \n]+/g, " ")
    .trim();
}
