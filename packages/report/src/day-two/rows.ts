/** What of the changes is worth a line, and how a change is printed. */
import type { Change, DayTwoFinding, InputChange, ItemChange, MoveChange } from "@demarche/core/day-two";
import { dayTwoMessages as words } from "../messages/day-two.ts";
import { numberText, shareText } from "../wording/index.ts";

/** Changes of a chance below this are not listed. */
const least = 0.03;

/** The ask or any rung below it. */
export function ladderOf(item: ItemChange): Change {
  const sum = (pick: (change: Change) => number) =>
    item.rungs.reduce((total, rung) => total + pick(rung), pick(item.ask));
  return { before: sum((change) => change.before), after: sum((change) => change.after) };
}

const size = ({ before, after }: Change): number => Math.abs(after - before);

/** How far its chances moved: the farthest of ask, ask or fallback, and nothing. */
function shiftOf(item: ItemChange): number {
  return Math.max(size(item.ask), size(ladderOf(item)), size(item.none));
}

/** Items that changed, the most changed first. */
export function changedItems(found: DayTwoFinding): readonly ItemChange[] {
  return found.items.filter((item) => item.decided || shiftOf(item) >= least).sort((a, b) => shiftOf(b) - shiftOf(a));
}

/** "40 % → 35 %"; what has been seen to be so or not so is 0 % or 100 %. */
export function chanceChange(change: Change, decided = false): string {
  return words.to(shareText(change.before), decided ? certainText(change.after) : shareText(change.after));
}

const hair = 1e-9;

function certainText(chance: number): string {
  if (chance <= hair) return "0 %";
  return chance >= 1 - hair ? "100 %" : shareText(chance);
}

/** Of the assumptions, those of which something was learnt. */
export function changedAssumptions(found: DayTwoFinding): DayTwoFinding["assumptions"] {
  return found.assumptions.filter((entry) => size(entry) >= least).sort((a, b) => size(b) - size(a));
}

/** Moves that turn: worth making before and harmful now, or the reverse. */
export function turnedMoves(found: DayTwoFinding, to: "harm" | "good"): readonly MoveChange[] {
  return found.moves.filter(({ state, before, after }) => {
    if (state !== "open" || after === undefined) return false;
    if (to === "harm") return after.high < 0 && (before === undefined || before.high >= 0);
    return after.low > 0 && before !== undefined && before.low <= 0;
  });
}

export function inputChangeText({ before, after }: InputChange): string {
  // Shares between 0 and 1 need two decimals to show that they moved.
  const decimals = Math.max(Math.abs(before), Math.abs(after)) <= 1 ? 2 : 0;
  return words.to(numberText(before, decimals), numberText(after, decimals));
}

/** What becomes of a branch: whether one of its ways has fallen away since. */
export function verdictOf(branch: DayTwoFinding["branches"][number]): string {
  const { yes, no } = branch;
  if (yes.after + no.after <= hair) return words.branches.unreached;
  if (yes.after <= hair) return words.branches.fellAway;
  return no.after <= hair ? words.branches.applies : words.branches.open;
}

/** Forecasts that are resolved, or whose computed chance moved. */
export function changedForecasts(found: DayTwoFinding): DayTwoFinding["forecasts"] {
  return found.forecasts.filter(
    ({ before, after, resolved }) =>
      resolved !== undefined || (before !== undefined && after !== undefined && Math.abs(after - before) >= least),
  );
}

/** That all of these moves have been made, or can no longer be; undefined where one is still to be made. */
export function stateText(found: DayTwoFinding | undefined, moves: readonly string[]): string | undefined {
  const states = moves.map((move) => found?.moves.find((entry) => entry.move === move)?.state ?? "open");
  const [state] = states;
  if (state === undefined || state === "open" || states.some((each) => each !== state)) return undefined;
  return words.moves.states[state];
}
