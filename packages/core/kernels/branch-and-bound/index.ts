/**
 * Branch and bound where issues are not linked: for weights λ, no completion of a partial package gains more than
 * λ · (gains so far) + what the open issues give at most under λ. At each branch a few Polyak steps look for weights that
 * bring this down; options that fall too far short under them, or leave some party too little, are dropped for good,
 * and the issue whose options differ most is settled next.
 */
import {
  chosenAt,
  countCompletions,
  enter,
  gainsAt,
  openAt,
  regretsAt,
  reserveBranches,
  rowsAt,
  startsAt,
  weightsAt,
} from "./branch-state";
import { pulse } from "./host";
import { joinHalves, reserveHalves } from "./join-halves";
import { keepFloors, reserveFloors } from "./keep-floors";
import { pickIssue, reservePicking, sortOptions } from "./pick-issue";
import {
  bar,
  firstRow,
  issues,
  numbers,
  offer,
  offered,
  openProblem,
  raiseBar,
  raised,
  reserveProblem,
  rowCount,
  shareAllowed,
  stride,
  table,
} from "./problem";
import { reserveTightening, tighten } from "./tighten";

/** The host is told of one branch in so many, and one more: a power of two. */
const PULSE: i32 = 0x3fff;

let branches: i32 = 0;
let mostBranches: i32 = 0;
/** Completions from which on trying them all costs more than branching. */
let outright: i32 = 0;
let start: StaticArray<f64> = new StaticArray<f64>(0);

/** Makes room, what was there before being done with; the host then fills the table, where each issue's rows begin, the gains at the start, weights and who is raised. */
export function reserve(parties: i32, issueCount: i32, rows: i32, mostOutright: i32): void {
  heap.reset();
  outright = mostOutright;
  reserveProblem(parties, issueCount, rows);
  reserveBranches();
  reserveFloors();
  reserveTightening();
  reservePicking();
  reserveHalves(mostOutright);
  start = numbers(stride);
}
export function tableAddress(): usize {
  return changetype<usize>(table);
}
export function firstRowAddress(): usize {
  return changetype<usize>(firstRow);
}
export function startAddress(): usize {
  return changetype<usize>(start);
}
/** Weights to begin with: admissible ones. */
export function weightsAddress(): usize {
  return changetype<usize>(weightsAt);
}
/** Ones for the parties whose gain counts. */
export function raisedAddress(): usize {
  return changetype<usize>(raised);
}
export function offeredAddress(): usize {
  return changetype<usize>(offered);
}
export function countBranches(): i32 {
  return min(branches, mostBranches);
}

/**
 * Looks at all that could pass the bar; false: more than `most` branches would be needed. With `share` below one only at
 * what is likeliest to: options may fall short by that share of what they may.
 */
export function search(firstBar: f64, most: i32, share: f64): bool {
  mostBranches = most;
  branches = 0;
  openProblem(start, share);
  for (let row = 0; row < rowCount; row++) rowsAt[row] = row;
  for (let i = 0; i <= issues; i++) startsAt[i] = firstRow[i];
  openAt[0] = issues;
  for (let p = 0; p < stride; p++) gainsAt[p] = start[p];
  raiseBar(firstBar);
  return branch(0);
}

/** False: the branches are used up. */
function branch(depth: i32): bool {
  if (++branches > mostBranches) return false;
  if ((branches & PULSE) === 0) pulse(branches);
  if (!keepFloors(depth)) return true;
  if (countCompletions(depth, outright) <= outright) return tryOutright(depth);
  const bound = tighten(depth);
  if (bound === -Infinity) return true;
  if (countCompletions(depth, outright) <= outright) return tryOutright(depth);
  const pick = pickIssue(depth, bound - bar);
  sortOptions(depth, pick);
  const end = startsAt[depth * (issues + 1) + pick + 1];
  for (let r = startsAt[depth * (issues + 1) + pick]; r < end; r++) {
    const excess = shareAllowed * (bound - bar) - regretsAt[depth * rowCount + r];
    if (excess < 0) break;
    enter(depth, pick, rowsAt[depth * rowCount + r], excess);
    if (!branch(depth + 1)) return false;
  }
  return true;
}

function tryOutright(depth: i32): bool {
  if (openAt[depth] > 0) {
    const found = joinHalves(depth, mostBranches - branches);
    branches += max(0, found);
    return found >= 0;
  }
  for (let i = 0; i < issues; i++) offered[i] = chosenAt[depth * issues + i];
  offer();
  return true;
}
