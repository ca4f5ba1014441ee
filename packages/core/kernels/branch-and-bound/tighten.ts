/** Weights under which little can be gained, and the options that fall too short under them. */
import { absorb, chosenAt, gainsAt, openAt, regretsAt, rowsAt, startsAt, weightsAt } from "./branch-state";
import { moveWeights } from "./move-weights";
import {
  addressOf,
  bar,
  doubt,
  isOther,
  isRaised,
  issues,
  numbers,
  offer,
  offered,
  placeBits,
  rowCount,
  settle,
  shareAllowed,
  stride,
  sumAcross,
  table,
  VECTOR,
  width,
} from "./problem";

/** Steps at a branch and at the root, measured. */
const STEPS: i32 = 8;
const FIRST_STEPS: i32 = 100;
/** Gains below zero that are rounding, as a share of the gain that is raised. */
const ROUNDING: f64 = 1e-12;

let weights: StaticArray<f64> = new StaticArray<f64>(0);
/** Gains of the best package under the weights, and its row in each open issue. */
let reached: StaticArray<f64> = new StaticArray<f64>(0);
let best: StaticArray<i32> = new StaticArray<i32>(0);
/** Worth of each live row under the weights, and the greatest of each open issue. */
let worth: StaticArray<f64> = new StaticArray<f64>(0);
let most: StaticArray<f64> = new StaticArray<f64>(0);

export function reserveTightening(): void {
  weights = numbers(stride);
  reached = numbers(stride);
  best = new StaticArray<i32>(issues);
  worth = numbers(rowCount);
  most = numbers(issues);
}

/**
 * The least bound found on the score of what is left, rounding allowed for; −∞: nothing that passes the bar is left. The
 * branch keeps the weights found and, of each row, the regret under them.
 */
export function tighten(depth: i32): f64 {
  const mine = addressOf(weightsAt, depth * stride);
  memory.copy(addressOf(weights, 0), mine, width);
  let least: f64 = Infinity;
  const last = depth === 0 ? FIRST_STEPS : STEPS;
  for (let step = 0; step <= last; step++) {
    const bound = boundUnderWeights(depth);
    if (bound < bar) return -Infinity;
    if (scoreReached() > bar) offerReached(depth);
    const excess = bound - bar;
    if (bound < least) {
      least = bound;
      memory.copy(mine, addressOf(weights, 0), width);
      dropShort(depth, shareAllowed * excess);
      if (openAt[depth] === 0) break;
    }
    if (step < last) moveWeights(weights, reached, excess);
  }
  return least;
}

/**
 * Most that weights · gains can be in the branch, rounding added. A worth's lowest bits hold the place of its row, so
 * that the greatest tells which it is without a branch that a processor could guess wrong.
 */
function boundUnderWeights(depth: i32): f64 {
  const values = addressOf(table, 0);
  const under = addressOf(weights, 0);
  const w0 = v128.load(under);
  const w1 = v128.load(under, 16);
  const w2 = v128.load(under, 32);
  const w3 = v128.load(under, 48);
  const w4 = v128.load(under, 64);
  const w5 = v128.load(under, 80);
  const rest = v128.splat<i64>(~placeBits);
  const rows = depth * rowCount;
  const starts = depth * (issues + 1);
  const gains = addressOf(gainsAt, depth * stride);
  const into = addressOf(reached, 0);
  let sum = v128.splat<f64>(0);
  for (let at: usize = 0; at < width; at += VECTOR) {
    const settled = v128.load(gains + at);
    const either = v128.add<f64>(settled, v128.load(addressOf(doubt, 0) + at));
    v128.store(into + at, settled);
    sum = v128.add<f64>(sum, v128.mul<f64>(either, v128.load(under + at)));
  }
  let bound = v128.extract_lane<f64>(sumAcross(sum), 0);
  for (let k = 0; k < openAt[depth]; k++) {
    const begin = startsAt[starts + k];
    const end = startsAt[starts + k + 1];
    let top = v128.splat<f64>(-Infinity);
    for (let r = begin; r < end; r++) {
      const row = values + <usize>rowsAt[rows + r] * width;
      let v = v128.add<f64>(v128.mul<f64>(v128.load(row), w0), v128.mul<f64>(v128.load(row, 16), w1));
      if (width > 32)
        v = v128.add<f64>(
          v,
          v128.add<f64>(v128.mul<f64>(v128.load(row, 32), w2), v128.mul<f64>(v128.load(row, 48), w3)),
        );
      if (width > 64)
        v = v128.add<f64>(
          v,
          v128.add<f64>(v128.mul<f64>(v128.load(row, 64), w4), v128.mul<f64>(v128.load(row, 80), w5)),
        );
      for (let at: usize = 96; at < width; at += VECTOR)
        v = v128.add<f64>(v, v128.mul<f64>(v128.load(row + at), v128.load(under + at)));
      v = v128.or(v128.and(sumAcross(v), rest), v128.splat<i64>(<i64>(r - begin)));
      v128.store_lane<f64>(addressOf(worth, r), v, 0);
      top = v128.pmax<f64>(top, v);
    }
    const greatest = v128.extract_lane<f64>(top, 0);
    const row = rowsAt[rows + begin + <i32>(reinterpret<i64>(greatest) & placeBits)];
    most[k] = greatest;
    best[k] = row;
    bound += greatest;
    const from = addressOf(table, row * stride);
    for (let at: usize = 0; at < width; at += VECTOR)
      v128.store(into + at, v128.add<f64>(v128.load(into + at), v128.load(from + at)));
  }
  return bound;
}

/** Score of the best package under the weights: a guess, which the host looks into. */
function scoreReached(): f64 {
  const far = v128.splat<f64>(Infinity);
  let least = far;
  let leastOther = far;
  for (let at: usize = 0; at < width; at += VECTOR) {
    const gains = v128.load(addressOf(reached, 0) + at);
    least = v128.pmin<f64>(least, v128.bitselect(gains, far, v128.load(changetype<usize>(isRaised) + at)));
    leastOther = v128.pmin<f64>(leastOther, v128.bitselect(gains, far, v128.load(changetype<usize>(isOther) + at)));
  }
  const score = min(v128.extract_lane<f64>(least, 0), v128.extract_lane<f64>(least, 1));
  const other = min(v128.extract_lane<f64>(leastOther, 0), v128.extract_lane<f64>(leastOther, 1));
  return other < -ROUNDING * (1 + abs(score)) ? -Infinity : score;
}
function offerReached(depth: i32): void {
  for (let i = 0; i < issues; i++) offered[i] = chosenAt[depth * issues + i];
  for (let k = 0; k < openAt[depth]; k++) settle(offered, 0, best[k]);
  offer();
}

/** Drops live rows that fall short of their issue's best by more than `excess`, and keeps what the others fall short. */
function dropShort(depth: i32, excess: f64): void {
  const rows = depth * rowCount;
  const starts = depth * (issues + 1);
  let kept = 0;
  let open = 0;
  let from = 0;
  for (let k = 0; k < openAt[depth]; k++) {
    const end = startsAt[starts + k + 1];
    const start = kept;
    for (let r = from; r < end; r++) {
      const regret = most[k] - worth[r];
      rowsAt[rows + kept] = rowsAt[rows + r];
      regretsAt[rows + kept] = regret;
      kept += i32(regret <= excess);
    }
    from = end;
    if (kept === start + 1) absorb(depth, rowsAt[rows + --kept]);
    else startsAt[starts + open++] = start;
  }
  startsAt[starts + open] = kept;
  openAt[depth] = open;
}
