import type { Contradiction } from "@demarche/core/run";
import { asSentence, memo } from "../wording/index.ts";
import { type Block, bold, bullets, heading, paragraph, smallPrint } from "./document.ts";
import type { MemoContext } from "./memo-context.ts";

const order: Readonly<Record<Contradiction["severity"], number>> = { contradiction: 0, tension: 1, gap: 2 };

/** Contradictions between places that this brief names, the gravest first. */
export function rankedContradictions(context: MemoContext): readonly Contradiction[] {
  return context.findings.contradictions
    .filter((entry) => entry.paths.every((path) => context.names(path)))
    .toSorted((a, b) => order[a.severity] - order[b.severity]);
}

/** The gravest contradictions and tensions. */
export function risksSection(context: MemoContext, most: number): readonly Block[] {
  const all = rankedContradictions(context);
  if (all.length === 0) return [heading(2, memo.risks), paragraph([{ text: memo.contradictionsNone }])];
  const shown = all.slice(0, most);
  const left = all.length - shown.length;
  return [
    heading(2, memo.risks),
    bullets(shown.map((entry) => [bold(`${memo.severity[entry.severity]}. `), { text: asSentence(entry.message) }])),
    ...(left > 0 ? [smallPrint([{ text: memo.more(left, "D") }])] : []),
  ];
}
