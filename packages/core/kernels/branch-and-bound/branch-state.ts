/**
 * A branch: what is settled, and the live rows of its open issues. One of each per depth: a branch settles an issue, and
 * what it settles beside is undone with it.
 */
import { addressOf, issues, numbers, rowCount, settle, stride, table, VECTOR, width } from "./problem";

/** Live rows, issue by issue; where each open issue begins among them and, last, where they end. */
export let rowsAt: StaticArray<i32> = new StaticArray<i32>(0);
export let startsAt: StaticArray<i32> = new StaticArray<i32>(0);
export let openAt: StaticArray<i32> = new StaticArray<i32>(0);
/** What each live row falls short of its issue's best under the weights of the branch. */
export let regretsAt: StaticArray<f64> = new StaticArray<f64>(0);
/** Gains of what is settled, and the options settled. */
export let gainsAt: StaticArray<f64> = new StaticArray<f64>(0);
export let chosenAt: StaticArray<i32> = new StaticArray<i32>(0);
/** The weights under which least can be gained, as far as found. */
export let weightsAt: StaticArray<f64> = new StaticArray<f64>(0);

export function reserveBranches(): void {
  const depths = issues + 1;
  rowsAt = new StaticArray<i32>(depths * rowCount);
  startsAt = new StaticArray<i32>(depths * (issues + 1));
  openAt = new StaticArray<i32>(depths);
  regretsAt = numbers(depths * rowCount);
  gainsAt = numbers(depths * stride);
  chosenAt = new StaticArray<i32>(depths * issues);
  weightsAt = numbers(depths * stride);
}

/** An issue with one live row is settled. */
export function absorb(depth: i32, row: i32): void {
  const into = addressOf(gainsAt, depth * stride);
  const from = addressOf(table, row * stride);
  for (let at: usize = 0; at < width; at += VECTOR)
    v128.store(into + at, v128.add<f64>(v128.load(into + at), v128.load(from + at)));
  settle(chosenAt, depth * issues, row);
}

/**
 * The branch below `depth` in which `row` settles the open issue `pick`, and all else has `excess` to lose.
 */
export function enter(depth: i32, pick: i32, row: i32, excess: f64): void {
  const below = depth + 1;
  memory.copy(addressOf(gainsAt, below * stride), addressOf(gainsAt, depth * stride), width);
  memory.copy(addressOf(weightsAt, below * stride), addressOf(weightsAt, depth * stride), width);
  for (let i = 0; i < issues; i++) chosenAt[below * issues + i] = chosenAt[depth * issues + i];
  absorb(below, row);
  const from = depth * rowCount;
  const starts = depth * (issues + 1);
  const into = below * rowCount;
  const startsBelow = below * (issues + 1);
  let kept = 0;
  let open = 0;
  for (let k = 0; k < openAt[depth]; k++) {
    if (k === pick) continue;
    const start = kept;
    const end = startsAt[starts + k + 1];
    for (let r = startsAt[starts + k]; r < end; r++) {
      rowsAt[into + kept] = rowsAt[from + r];
      kept += i32(regretsAt[from + r] <= excess);
    }
    if (kept === start + 1) absorb(below, rowsAt[into + --kept]);
    else startsAt[startsBelow + open++] = start;
  }
  startsAt[startsBelow + open] = kept;
  openAt[below] = open;
}

/** Packages that are left in a branch, counted up to `most` + 1. */
export function countCompletions(depth: i32, most: i32): i32 {
  const starts = depth * (issues + 1);
  let count: i64 = 1;
  for (let k = 0; k < openAt[depth] && count <= <i64>most; k++)
    count *= <i64>(startsAt[starts + k + 1] - startsAt[starts + k]);
  return <i32>min(count, <i64>most + 1);
}
