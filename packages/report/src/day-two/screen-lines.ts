/** Day two on a screen: what changed, in sentences; whoever prints them breaks them into lines. */
import { dayTwoMessages as words } from "../messages/day-two.ts";
import {
  conditionText,
  dayText,
  indexBrief,
  levelText,
  listText,
  numberText,
  type PaperInput,
  quoted,
} from "../wording/index.ts";
import { chanceChange, changedItems, ladderOf, notLearntText } from "./rows.ts";
import { learntTexts, moveNames, resolvedTexts } from "./sentences.ts";

const mostItems = 6;
const mostLearnt = 4;

/** A heading, then a sentence to a paragraph; empty where nothing has been observed. */
export function whatChangedLines({ brief, findings }: PaperInput): readonly string[] {
  const found = findings.dayTwo;
  if (found === undefined) return [];
  const index = indexBrief(brief);
  const { asWritten, none } = found.plans;
  const items = changedItems(found);
  const learnt = learntTexts(index, found);
  const harm = moveNames(index, found, "harm");
  const over = moveNames(index, found, "over");
  const resolved = resolvedTexts(index, found);
  const some = (texts: readonly string[], most: number): string =>
    listText(
      texts.length > most ? [...texts.slice(0, most), words.memo.more(numberText(texts.length - most))] : [...texts],
    );
  return [
    words.screen.heading(found.today === "" ? undefined : dayText(found.today)),
    ...(found.known === 0 ? [] : [words.compared.since(numberText(found.known))]),
    words.screen.worth(numberText(asWritten.before.value), levelText(asWritten.after)),
    words.screen.noPlan(numberText(none.before.value), levelText(none.after)),
    ...items
      .slice(0, mostItems)
      .map((item) =>
        words.screen.item(
          quoted(index.nameOf(item.id)),
          chanceChange(item.ask, item.decided),
          chanceChange(ladderOf(item), item.decided),
          chanceChange(item.none, item.decided),
        ),
      ),
    ...(items.length > mostItems ? [words.screen.moreItems(numberText(items.length - mostItems))] : []),
    ...(learnt.length === 0 ? [] : [words.memo.learnt(some(learnt, mostLearnt))]),
    ...(harm.length === 0 ? [] : [words.memo.drop(listText(harm))]),
    ...(over.length === 0 ? [] : [words.over(listText(over))]),
    ...(resolved.length === 0 ? [] : [words.memo.resolved(listText(resolved))]),
    ...found.observations.flatMap(({ taken, path, expected }) => {
      const entry = brief.observed.find((each) => each.path === path);
      if (taken !== "not learnt" || entry === undefined) return [];
      const [held, surveyed] = [numberText(expected * found.surveyed, 0), numberText(found.surveyed, 0)];
      return [notLearntText(expected)(conditionText(index, entry.fact), held, surveyed)];
    }),
  ];
}
