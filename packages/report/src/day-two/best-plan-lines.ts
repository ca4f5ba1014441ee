/** The best plan after what has been observed, on a screen: what it is, how it stands, and how it differs from the one before. */
import type { Id, Step } from "@demarche/core/brief";
import { bestPlanOf, moveNames, summaryLine } from "../best-plan/standing.ts";
import { allSteps } from "../html/step-text.ts";
import { dayTwoMessages } from "../messages/day-two.ts";
import { type BriefIndex, indexBrief, type PaperInput } from "../wording/index.ts";

const words = dayTwoMessages.screen.best;
/** Moves named of each kind. */
const most = 5;

/**
 * A sentence or two to a line; none where nothing has been observed or the brief allows no move. `before`: the steps of the best
 * plan found without the last observations; undefined where there was none.
 */
export function bestPlanLines({ brief, findings }: PaperInput, before: readonly Step[] | undefined): readonly string[] {
  const index = indexBrief(brief);
  const best = bestPlanOf(index, findings);
  const found = findings.dayTwo;
  if (found === undefined) return [];
  // No move is left that the search could make; findings of moves that the brief does not have are not spoken of.
  if (best === undefined) return before !== undefined && findings.plans.best === undefined ? [words.noneLeft] : [];
  const now = movesText(index, best.steps);
  return [
    `${now === "" ? words.nowNothing : words.now(now)} ${summaryLine(index, best)}`,
    ...(before === undefined ? [] : [comparedLine(index, { before, now: best.steps }, gone(found.moves))]),
  ];
}

/** Moves that no plan has any more: made, or too late. */
const gone = (moves: readonly { readonly move: Id; readonly state: string }[]): ReadonlySet<Id> =>
  new Set(moves.filter(({ state }) => state !== "open").map(({ move }) => move));

function comparedLine(
  index: BriefIndex,
  { before, now }: { readonly before: readonly Step[]; readonly now: readonly Step[] },
  past: ReadonlySet<Id>,
): string {
  const then = movesText(index, before);
  const [was, is] = [movesOf(allSteps(before)), movesOf(allSteps(now))];
  const added = is.filter((move) => !was.includes(move));
  const dropped = was.filter((move) => !is.includes(move) && !past.has(move));
  const turned = is.filter((move) => was.includes(move) && isSure(now, move) !== isSure(before, move));
  const parts = [
    ...(added.length === 0 ? [] : [words.added(moveNames(index, added, most))]),
    ...(dropped.length === 0 ? [] : [words.dropped(moveNames(index, dropped, most))]),
    ...(turned.length === 0 ? [] : [words.turned(moveNames(index, turned, most))]),
  ];
  return [
    then === "" ? words.beforeNothing : words.before(then),
    ...(parts.length > 0 ? parts : [was.length === 0 ? words.standsNone : is.length > 0 ? words.stands : words.done]),
  ].join(" ");
}

/** Made whatever is learnt. */
const isSure = (steps: readonly Step[], move: Id): boolean => movesOf(steps).includes(move);

/** "‘A’ and ‘B’; under conditions, ‘C’"; "" without moves. */
function movesText(index: BriefIndex, steps: readonly Step[]): string {
  const sure = movesOf(steps);
  const perhaps = movesOf(allSteps(steps)).filter((move) => !sure.includes(move));
  return [
    ...(sure.length === 0 ? [] : [moveNames(index, sure, most)]),
    ...(perhaps.length === 0 ? [] : [words.perhaps(moveNames(index, perhaps, most))]),
  ].join("; ");
}

function movesOf(steps: readonly Step[]): readonly Id[] {
  return [...new Set(steps.flatMap((step) => (step.step === "do" ? [step.move] : [])))];
}
