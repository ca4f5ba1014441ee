/** What of the changes is worth a line, and how a change is printed. */
import type { AgendaNode, Id } from "@demarche/core/brief";
import type { Change, DayTwoFinding, InputChange, ItemChange, MoveChange } from "@demarche/core/day-two";
import { dayTwoMessages as words } from "../messages/day-two.ts";
import { numberText, shareText } from "../wording/index.ts";

/** Changes of a chance below this are not listed, nor those within so many standard errors of the computation. */
const least = 0.03;
const leastErrors = 3;

/** The ask or any rung below it. */
export function ladderOf(item: ItemChange): Change {
  const sum = (pick: (change: Change) => number) =>
    item.rungs.reduce((total, rung) => total + pick(rung), pick(item.ask));
  return { before: sum((change) => change.before), after: sum((change) => change.after) };
}

const size = ({ before, after }: Change): number => Math.abs(after - before);

/** Large enough to be told, and not by the luck of which worlds were drawn. */
function matters(change: Change, { worlds }: DayTwoFinding): boolean {
  const middle = (change.before + change.after) / 2;
  const error = Math.sqrt(middle * (1 - middle) * (1 / worlds.before + 1 / worlds.after));
  return size(change) >= least && size(change) >= leastErrors * error;
}

/** How far its chances moved: the farthest of ask, ask or fallback, and nothing. */
function shiftOf(item: ItemChange): number {
  return Math.max(size(item.ask), size(ladderOf(item)), size(item.none));
}

/** Items that changed, the most changed first. */
export function changedItems(found: DayTwoFinding): readonly ItemChange[] {
  const moved = (item: ItemChange) => [item.ask, ladderOf(item), item.none].some((change) => matters(change, found));
  return found.items.filter((item) => item.decided || moved(item)).sort((a, b) => shiftOf(b) - shiftOf(a));
}

/** "40 % → 35 %"; what has been seen to be so or not so is 0 % or 100 %. */
export function chanceChange(change: Change, decided = false): string {
  return words.to(shareText(change.before), decided ? certainText(change.after) : shareText(change.after));
}

const hair = 1e-9;

/** A shown chance; one of exactly 0 or 1 was observed. */
export function certainText(chance: number): string {
  if (chance <= hair) return "0 %";
  return chance >= 1 - hair ? "100 %" : shareText(chance);
}

/** Of the assumptions, those of which something was learnt. */
export function changedAssumptions(found: DayTwoFinding): DayTwoFinding["assumptions"] {
  return found.assumptions.filter((entry) => matters(entry, found)).sort((a, b) => size(b) - size(a));
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
      resolved !== undefined || (before !== undefined && after !== undefined && matters({ before, after }, found)),
  );
}

/** That all of these moves have been made, or can no longer be; undefined where one is still to be made. */
export function stateText(found: DayTwoFinding | undefined, moves: readonly string[]): string | undefined {
  const states = moves.map((move) => found?.moves.find((entry) => entry.move === move)?.state ?? "open");
  const [state] = states;
  if (state === undefined || state === "open" || states.some((each) => each !== state)) return undefined;
  return words.moves.states[state];
}

/** Without items whose outcome has been seen, or that were struck: all of them where none is left. */
export function stillOpen<Item extends { readonly id: string }>(
  items: readonly Item[],
  found: DayTwoFinding | undefined,
): readonly Item[] {
  const left = items.filter(({ id }) => found?.items.some((item) => item.id === id && item.decided) !== true);
  return left.length === 0 ? items : left;
}

/** Whether all of it has been seen to come out, or to be struck: nothing is left to do about it. */
export function isDecided(found: DayTwoFinding | undefined, node: AgendaNode): boolean {
  const under = (each: AgendaNode): readonly Id[] => {
    if (each.type === "heading") return each.items.flatMap(under);
    return each.instances === undefined ? [each.id] : each.instances.map(({ id }) => id);
  };
  const ids = under(node);
  return ids.length > 0 && ids.every((id) => found?.items.some((item) => item.id === id && item.decided) === true);
}

/** A fact that fewer worlds than this had by itself is rare whatever else was observed. */
const rare = 0.02;

/** Why nothing is learnt from a fact: it is rare by itself, or with the others alone. */
export function notLearntText(expected: number): typeof words.notLearnt {
  return expected < rare ? words.notLearnt : words.notTogether;
}
