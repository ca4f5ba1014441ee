/** How the best plan stands beside the plan as written, and what of it is said first. */
import type { Brief, Id } from "@demarche/core/brief";
import type { PlanFindings, ValueRange } from "@demarche/core/run";
import type { BestPlan, PlanPartFinding } from "@demarche/core/search";
import { verdictOf } from "../html/verdict.ts";
import { bestPlanMessages as words } from "../messages/best-plan.ts";
import { type BriefIndex, levelText, listText, pointsText, quoted } from "../wording/index.ts";
import { movesInTree } from "./choices.ts";

/** `nothing`: the gain prints as nought. `same`: none in any world. */
export type Standing = "recommended" | "same" | "nothing" | "luck" | "worse";

export function standingOf({ overAsWritten, recommended }: BestPlan): Standing {
  if (isNought(overAsWritten)) return "same";
  const verdict = verdictOf(overAsWritten);
  if (verdict === "nothing") return "nothing";
  if (recommended) return "recommended";
  return verdict === "against" ? "worse" : "luck";
}

/**
 * The best plan as far as the brief may print it: none where the findings speak of a move that the brief does not have, so that
 * nothing that was taken out of a brief for its readers comes back from findings made of the whole.
 */
export function bestPlanOf({ moves }: BriefIndex, { plans }: PlanFindings): BestPlan | undefined {
  const { best } = plans;
  const named =
    best === undefined ? [] : [...best.parts.flatMap((part) => part.moves), ...best.leftOut.map(({ move }) => move)];
  return named.every((move) => moves.has(move)) ? best : undefined;
}

/** The best plan where it is to be followed; undefined where the plan as written stands. */
export function recommendedPlan(index: BriefIndex, findings: PlanFindings): BestPlan | undefined {
  const best = bestPlanOf(index, findings);
  return best !== undefined && standingOf(best) === "recommended" ? best : undefined;
}

/** Nought in every world. */
export function isNought({ value, low, high }: ValueRange): boolean {
  return value === 0 && low === 0 && high === 0;
}

/** Do the two plans differ on this part? */
export function isDifferent({ added, dropped, overAsWritten }: PlanPartFinding): boolean {
  return added.length > 0 || dropped.length > 0 || !isNought(overAsWritten);
}

/** Names of moves in a list, in quotation marks; what is beyond `most` is counted. */
export function moveNames(index: BriefIndex, moves: readonly Id[], most = moves.length): string {
  const named = moves.length > most + 1 ? moves.slice(0, most) : moves;
  const more = moves.length - named.length;
  return listText([...named.map((move) => quoted(index.nameOf(move))), ...(more > 0 ? [words.moreMoves(more)] : [])]);
}

/** What a part does otherwise than the plan as written, as a gerund: "leaving out ‘A’ and ‘B’". */
export function deedsText(index: BriefIndex, part: PlanPartFinding, most?: number): string {
  const deeds = [
    ...(part.added.length > 0 ? [words.adding(moveNames(index, part.added, most))] : []),
    ...(part.dropped.length > 0 ? [words.leavingOut(moveNames(index, part.dropped, most))] : []),
  ];
  return deeds.length === 0
    ? words.otherwise(moveNames(index, movesInTree(part.tree), most))
    : deeds.join(` ${words.and} `);
}

/** The lead in plain words: what it brings, whether it is recommended and why, where the difference comes from. */
export function leadSentences(index: BriefIndex, best: BestPlan): readonly string[] {
  const standing = standingOf(best);
  const over = pointsText(best.overAsWritten);
  const { lead, verdict, fresh } = words;
  if (!hasPlan(index.brief)) {
    if (best.steps.length === 0) return [lead.nothingToDo];
    const alone = standing === "same" ? "nothingAlone" : (`${standing}Alone` as const);
    return [lead.unwritten(over, fresh), verdict[alone]];
  }
  if (standing === "same") return [lead.same, lead.overNone(pointsText(best.overNone))];
  const first =
    best.steps.length === 0
      ? [lead.noMoves(over, fresh)]
      : [lead.over(over, fresh), lead.overNone(pointsText(best.overNone))];
  const part = greatestDifference(best);
  const most =
    part === undefined || standing === "nothing"
      ? []
      : [
          (part.items.length === 0 ? words.mostTyped : words.most)(
            deedsText(index, part),
            pointsText(part.overAsWritten),
          ),
        ];
  return [...first, verdict[standing], ...most];
}

/** The part that gives the most of the gain, where more than one does and its own is clear. */
function greatestDifference(best: BestPlan): PlanPartFinding | undefined {
  const clear = best.parts.filter(({ overAsWritten }) => verdictOf(overAsWritten) === "for");
  const sorted = clear.toSorted((a, b) => b.overAsWritten.value - a.overAsWritten.value);
  return best.parts.filter(isDifferent).length > 1 ? sorted[0] : undefined;
}

function hasPlan(brief: Brief): boolean {
  return brief.plan.length > 0;
}

/** One line for the first page and the screen. */
export function summaryLine(index: BriefIndex, best: BestPlan): string {
  const missed = best.bound - best.found;
  const gap = missed < exactly ? "" : ` ${words.summary.gap(levelText({ value: missed, low: missed, high: missed }))}`;
  return `${standingLine(index, best)}${gap}`;
}

/** Points below this print as nought. */
const exactly = 0.05;

function standingLine(index: BriefIndex, best: BestPlan): string {
  const over = pointsText(best.overAsWritten);
  const standing = standingOf(best);
  const { summary } = words;
  if (!hasPlan(index.brief)) {
    if (best.steps.length === 0) return summary.nothingToDo;
    return standing === "recommended" ? summary.recommendedAlone(over) : summary.notWorth(over);
  }
  if (standing === "same") return summary.same;
  return standing === "recommended" ? summary.recommended(over) : summary.stands(over);
}
