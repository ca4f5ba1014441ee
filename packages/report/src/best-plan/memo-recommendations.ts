/** The best plan in the memo: whether it is recommended, what each move of it is worth, what would change that. */
import type { Id, Step } from "@demarche/core/brief";
import type { PlanFindings } from "@demarche/core/run";
import type { BestPlan } from "@demarche/core/search";
import { type Block, cell, type Inline, paragraph, plain } from "../document/document.ts";
import type { MemoContext } from "../document/memo-context.ts";
import { movesIn } from "../document/plan-steps.ts";
import { assumptionsBehind, rulesBehind, unknownBehind } from "../document/what-would-change.ts";
import { bestPlanMessages } from "../messages/best-plan.ts";
import { type BriefIndex, memo, pointsCompact, pointsText, shareText, signedText } from "../wording/index.ts";
import { choiceVerdict, seenText, turnTexts } from "./choice-texts.ts";
import { choicesOf } from "./choices.ts";
import { bestPlanOf, deedsText, isDifferent, standingOf } from "./standing.ts";

const words = bestPlanMessages.memo;
/** Differences named before the table; the annex has all. */
const mostDeeds = 2;
const mostNamed = 2;

/** Which plan is recommended and why; nothing where the brief allows no move. */
export function standingParagraph(index: BriefIndex, findings: PlanFindings): readonly Block[] {
  const best = bestPlanOf(index, findings);
  return best === undefined ? [] : [paragraph(plain(standingText(index, best)))];
}

function standingText(index: BriefIndex, best: BestPlan): string {
  const standing = standingOf(best);
  const over = pointsText(best.overAsWritten);
  const written = index.brief.plan.length > 0;
  if (standing === "recommended") {
    if (!written) return words.recommendedAlone(over);
    const first = (best.steps.length === 0 ? words.noMoves : words.recommended)(over);
    return best.steps.length === 0 ? first : `${first} ${differences(index, best)}`;
  }
  if (!written)
    return best.steps.length === 0 || standing === "same"
      ? words.noMovesUnwritten
      : words.notAlone(over, words.why[standing]);
  return standing === "same" ? words.standsSame : words.stands(over, words.why[standing]);
}

function differences(index: BriefIndex, best: BestPlan): string {
  const different = best.parts.filter(isDifferent);
  const [only] = different;
  // the one difference is worth what the whole brings: a second figure for it, from other worlds, would only puzzle
  if (different.length === 1 && only !== undefined) return words.differsOne(deedsText(index, only, mostNamed));
  const parts = different.toSorted((a, b) => b.overAsWritten.value - a.overAsWritten.value).slice(0, mostDeeds);
  return words.differs(
    parts.map((part) => words.deed(deedsText(index, part, mostNamed), pointsCompact(part.overAsWritten))).join("; "),
  );
}

/** What each of the moves is worth where the best plan makes it, with a word; one line a choice. `conditional`: its own row says when. */
export function worthInBest(
  index: BriefIndex,
  best: BestPlan,
  moves: readonly Id[],
  conditional: boolean,
): readonly Inline[] {
  return choicesOf(index.brief, best)
    .filter((choice) => moves.includes(choice.move))
    .flatMap(({ move, share, why, seen }): readonly Inline[] => {
      const parts = [
        pointsCompact(why.worth),
        words.worthWords[choiceVerdict(why.worth)],
        ...(share === 1
          ? []
          : [
              seen.length === 1 && !conditional
                ? words.where(seenText(index, seen), shareText(share))
                : words.share(shareText(share)),
            ]),
        ...(isTyped(best, move) ? [memo.carriesTyped(signedText(why.worth.value))] : []),
      ];
      const worth = parts.join("; ");
      return cell(moves.length > 1 ? words.named(index.nameOf(move), worth) : worth);
    });
}

/** A move that bears on no item brings what the brief itself puts on it. */
function isTyped(best: BestPlan, move: Id): boolean {
  return best.parts.some((part) => part.items.length === 0 && part.moves.includes(move));
}

/** What would change a step of the best plan, the weightiest first, at most `most`. */
export function changesInBest(context: MemoContext, step: Step, most: number): readonly string[] {
  const { index, best } = context;
  const moves = step.step === "do" ? [step.move] : movesIn([step]);
  const choices = best === undefined ? [] : choicesOf(index.brief, best).filter(({ move }) => moves.includes(move));
  // what bears on no item turns on nothing that is not known of an item
  const bearing = moves.filter((move) => best === undefined || !isTyped(best, move));
  const all = [
    ...choices.flatMap((choice) => turnTexts(index, choice)).map(words.changes),
    ...(step.step === "if" ? assumptionsBehind(context, step.if) : []),
    ...moves.flatMap((move) => [
      ...assumptionsBehind(context, index.moves.get(move)?.if),
      ...rulesBehind(context, move),
    ]),
    ...unknownBehind(
      context,
      bearing.flatMap((move) => index.moves.get(move)?.issues ?? []),
    ),
  ];
  return [...new Set(all)].slice(0, most);
}
