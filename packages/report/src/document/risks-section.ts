import type { Contradiction } from "@demarche/core/run";
import { asSentence, memo, messageText } from "../wording/index.ts";
import { type Block, bold, bullets, heading, paragraph } from "./document.ts";
import type { MemoContext } from "./memo-context.ts";
import { movesIn } from "./plan-steps.ts";

const order: Readonly<Record<Contradiction["severity"], number>> = { contradiction: 0, tension: 1, gap: 2 };

/** Contradictions between places that this brief names: the gravest first, and of equal ones those in the plan before those in moves that it does not make. */
export function rankedContradictions(context: MemoContext): readonly Contradiction[] {
  const made = new Set<string>(movesIn(context.plan));
  const idle = ({ paths }: Contradiction): number =>
    Number(paths.some((path) => path.startsWith("moves/") && !made.has(path.split("/")[1]!)));
  return context.findings.contradictions
    .filter((entry) => entry.paths.every((path) => context.names(path)))
    .toSorted((a, b) => order[a.severity] - order[b.severity] || idle(a) - idle(b));
}

/** The same with the first of each kind before the second of any: few places tell of more kinds. */
function byKind(ranked: readonly Contradiction[]): readonly Contradiction[] {
  const seen = new Map<string, number>();
  const turns = ranked.map((entry) => {
    const turn = seen.get(entry.code) ?? 0;
    seen.set(entry.code, turn + 1);
    return { entry, turn };
  });
  return turns
    .toSorted((a, b) => order[a.entry.severity] - order[b.entry.severity] || a.turn - b.turn)
    .map(({ entry }) => entry);
}

/** The gravest contradictions and tensions. */
export function risksSection(context: MemoContext, most: number): readonly Block[] {
  const all = byKind(rankedContradictions(context));
  if (all.length === 0) return [heading(2, memo.risks), paragraph([{ text: memo.contradictionsNone }])];
  const shown = all.slice(0, most);
  const left = all.length - shown.length;
  return [
    heading(2, left > 0 ? memo.moreInHeading(memo.risks, left, "D") : memo.risks),
    bullets(
      shown.map((entry) => [
        bold(`${memo.severity[entry.severity]}. `),
        { text: asSentence(messageText(context.index, entry.message)) },
      ]),
    ),
  ];
}
