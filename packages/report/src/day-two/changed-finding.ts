/** Day two among the findings of the first page. */
import type { Paper } from "../html/paper.ts";
import { dayTwoMessages as words } from "../messages/day-two.ts";
import { type Markup, markup } from "../svg/markup.ts";
import { dayText, levelText, listText, quoted } from "../wording/index.ts";

/** Undefined where nothing has been observed. */
export function changedFinding(paper: Paper): { readonly text: Markup; readonly section: string } | undefined {
  const { index, notes } = paper;
  const found = paper.findings.dayTwo;
  if (found === undefined) return undefined;
  const { before, after } = found.plans.asWritten;
  const day = found.today === "" ? undefined : dayText(found.today);
  const decided = found.items.filter((item) => item.decided).map(({ id }) => quoted(index.nameOf(id)));
  const worth = words.finding.worth(day, levelText(before), levelText(after));
  const tail = decided.length === 0 ? "" : ` ${words.finding.decided(listText(decided))}`;
  return { text: markup`${worth}${notes.computed("/dayTwo/plans/asWritten")}${tail}`, section: "observed" };
}
