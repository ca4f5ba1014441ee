/** The end of a branch: two halves of the open issues written out, and those pairs found that give every party enough. */
import { chosenAt, gainsAt, openAt, rowsAt, startsAt, weightsAt } from "./branch-state";
import {
  addressOf,
  bar,
  doubt,
  floors,
  issues,
  numbers,
  offer,
  offered,
  rowCount,
  settle,
  stride,
  sumAcross,
  table,
  VECTOR,
  width,
} from "./problem";

/** Gains of each combination of a half's live rows. */
let left: StaticArray<f64> = new StaticArray<f64>(0);
let right: StaticArray<f64> = new StaticArray<f64>(0);
/** Worth of the right ones under the weights of the branch, and their places, the best first. */
let worth: StaticArray<f64> = new StaticArray<f64>(0);
let ranked: StaticArray<i32> = new StaticArray<i32>(0);
/** What a right one must give each party. */
let need: StaticArray<f64> = new StaticArray<f64>(0);
/** Which half each open issue is in. */
let half: StaticArray<i32> = new StaticArray<i32>(0);

export function reserveHalves(most: i32): void {
  left = numbers(most * stride);
  right = numbers(most * stride);
  worth = numbers(most);
  ranked = new StaticArray<i32>(most);
  need = numbers(stride);
  half = new StaticArray<i32>(issues);
}

/**
 * Offers the packages of the branch that leave no party below its floor, and returns how many there were; −1: more than
 * `most`. Packages that tie are work too: there can be millions of them.
 */
export function joinHalves(depth: i32, most: i32): i32 {
  let found = 0;
  const starts = depth * (issues + 1);
  let lefts = 1;
  let rights = 1;
  for (let k = 0; k < openAt[depth]; k++) {
    const count = startsAt[starts + k + 1] - startsAt[starts + k];
    half[k] = i32(lefts > rights);
    if (lefts <= rights) lefts *= count;
    else rights *= count;
  }
  writeHalf(depth, 0, addressOf(left, 0));
  writeHalf(depth, 1, addressOf(right, 0));
  rankRights(depth, rights);
  for (let a = 0; a < lefts; a++) {
    let enough = findNeed(depth, a);
    for (let k = 0; k < rights && worth[ranked[k]] >= enough; k++) {
      if (!isEnough(ranked[k])) continue;
      if (++found > most) return -1;
      for (let i = 0; i < issues; i++) offered[i] = chosenAt[depth * issues + i];
      nameHalf(depth, 0, a);
      nameHalf(depth, 1, ranked[k]);
      offer();
      enough = findNeed(depth, a);
    }
  }
  return found;
}

function writeHalf(depth: i32, side: i32, into: usize): void {
  const rows = depth * rowCount;
  const starts = depth * (issues + 1);
  memory.fill(into, 0, width);
  let combinations: usize = 1;
  for (let k = 0; k < openAt[depth]; k++) {
    if (half[k] !== side) continue;
    const start = startsAt[starts + k];
    const count = startsAt[starts + k + 1] - start;
    const block = combinations * width;
    // From the last option down, so that the sums so far are overwritten last.
    for (let option = count - 1; option >= 0; option--) {
      const row = addressOf(table, rowsAt[rows + start + option] * stride);
      const to = into + <usize>option * block;
      for (let a: usize = 0; a < block; a += width)
        for (let at: usize = 0; at < width; at += VECTOR)
          v128.store(to + a + at, v128.add<f64>(v128.load(into + a + at), v128.load(row + at)));
    }
    combinations *= <usize>count;
  }
}

/** Writes the options of a combination of one half into the package offered. */
function nameHalf(depth: i32, side: i32, combination: i32): void {
  const rows = depth * rowCount;
  const starts = depth * (issues + 1);
  let rest = combination;
  for (let k = 0; k < openAt[depth]; k++) {
    if (half[k] !== side) continue;
    const start = startsAt[starts + k];
    const count = startsAt[starts + k + 1] - start;
    settle(offered, 0, rowsAt[rows + start + (rest % count)]);
    rest /= count;
  }
}

function rankRights(depth: i32, rights: i32): void {
  const under = addressOf(weightsAt, depth * stride);
  for (let b = 0; b < rights; b++) {
    let sum = v128.splat<f64>(0);
    for (let at: usize = 0; at < width; at += VECTOR)
      sum = v128.add<f64>(sum, v128.mul<f64>(v128.load(under + at), v128.load(addressOf(right, b * stride) + at)));
    const value = v128.extract_lane<f64>(sumAcross(sum), 0);
    worth[b] = value;
    let place = b;
    for (; place > 0 && worth[ranked[place - 1]] < value; place--) ranked[place] = ranked[place - 1];
    ranked[place] = b;
  }
}

/** Writes what each party still needs beside what is settled and a left combination; returns the least worth of that. */
function findNeed(depth: i32, combination: i32): f64 {
  const under = addressOf(weightsAt, depth * stride);
  let sum = v128.splat<f64>(0);
  for (let at: usize = 0; at < width; at += VECTOR) {
    const gains = v128.load(addressOf(gainsAt, depth * stride) + at);
    const settled = v128.add<f64>(gains, v128.load(addressOf(left, combination * stride) + at));
    v128.store(addressOf(need, 0) + at, v128.sub<f64>(v128.load(addressOf(floors, 0) + at), settled));
    const atMost = v128.add<f64>(settled, v128.load(addressOf(doubt, 0) + at));
    sum = v128.add<f64>(sum, v128.mul<f64>(v128.load(under + at), atMost));
  }
  return bar - v128.extract_lane<f64>(sumAcross(sum), 0);
}

function isEnough(combination: i32): bool {
  const gains = addressOf(right, combination * stride);
  for (let at: usize = 0; at < width; at += VECTOR)
    if (v128.any_true(v128.lt<f64>(v128.load(gains + at), v128.load(addressOf(need, 0) + at)))) return false;
  return true;
}
