import type { Conditional } from "@demarche/core/run";
import { planMessages } from "../../messages/plan.ts";
import type { ConditionalPair } from "../../svg/conditional-pair.ts";
import { shareText } from "../../wording/index.ts";
import type { Paper } from "../paper.ts";

const words = planMessages.conditionals;

export function forecastName(paper: Paper, id: string): string {
  return paper.index.brief.forecasts.find((forecast) => forecast.id === id)?.statement ?? paper.index.nameOf(id);
}

/** Each rung, and the event itself where one is given; null where nothing is computed. */
export function conditionalOf(paper: Paper, conditional: Conditional): ConditionalPair | null {
  if (conditional.void) return null;
  const row = (name: string, pair: { readonly ifSo: number; readonly ifNot: number }) => ({
    name,
    ifSo: pair.ifSo,
    ifNot: pair.ifNot,
    text: words.arrow(shareText(pair.ifNot), shareText(pair.ifSo)),
  });
  const event = conditional.event;
  const same = (rung: { readonly ifSo: number; readonly ifNot: number }) =>
    event !== undefined && Math.abs(rung.ifSo - event.ifSo) < 1e-9 && Math.abs(rung.ifNot - event.ifNot) < 1e-9;
  const issue = conditional.issue;
  const nameOf = (id: string) => (issue === undefined ? paper.index.nameOf(id) : paper.index.optionName(issue, id));
  // an event that is one of the rungs is marked there, not drawn twice
  const marked = conditional.rungs.find(same);
  const rows = [
    ...(event && !marked ? [row(words.event, event)] : []),
    ...conditional.rungs.map((rung) => row(rung === marked ? words.isEvent(nameOf(rung.id)) : nameOf(rung.id), rung)),
  ];
  if (rows.length === 0) return null;
  return {
    title: words.title(forecastName(paper, conditional.forecast)),
    description: words.describe(
      rows.map((entry) => words.row(entry.name, shareText(entry.ifNot), shareText(entry.ifSo))).join("; "),
    ),
    rows,
    words: { ifSo: words.ifSo, ifNot: words.ifNot },
  };
}
