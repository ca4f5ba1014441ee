/** Branches set aside, so that those are searched first in which most can be gained: good packages are there. */
import { chosenAt, gainsAt, openAt, rowsAt, startsAt, weightsAt } from "./branch-state";
import { addressOf, issues, numbers, rowCount, stride, width } from "./problem";

/** Bytes that branches set aside may take. */
const MOST_BYTES: i32 = 32 << 20;

let count: i32 = 0;
let room: i32 = 0;
/** Per branch its rows, starts, options and number of open issues; its gains and weights; its bound. */
let places: StaticArray<i32> = new StaticArray<i32>(0);
let sums: StaticArray<f64> = new StaticArray<f64>(0);
let bounds: StaticArray<f64> = new StaticArray<f64>(0);

function placesEach(): i32 {
  return rowCount + (issues + 1) + issues + 1;
}

export function clearAside(): void {
  count = 0;
  room = 0;
}

/** False: there is no room for it. */
export function setAside(depth: i32, bound: f64): bool {
  const each = placesEach();
  if (room === 0) {
    // Taken only when the first branch comes here: most searches end before.
    room = min(10_000, MOST_BYTES / (each * 4 + stride * 16));
    if (room === 0) return false;
    places = new StaticArray<i32>(room * each);
    sums = numbers(room * 2 * stride);
    bounds = numbers(room);
  }
  if (count === room) return false;
  move(depth, count, true);
  bounds[count++] = bound;
  return true;
}

/** Takes the branch with the greatest bound back to `depth`; false: none with a bound of `bar` or more is left. */
export function takeBack(depth: i32, bar: f64): bool {
  let next = -1;
  let bound: f64 = -Infinity;
  for (let k = 0; k < count; k++)
    if (bounds[k] > bound) {
      bound = bounds[k];
      next = k;
    }
  if (next < 0 || bound < bar) return false;
  move(depth, next, false);
  bounds[next] = -Infinity;
  return true;
}

/** Copies the branch at `depth` to the place `k` aside, or back. */
function move(depth: i32, k: i32, aside: bool): void {
  let at = changetype<usize>(places) + ((<usize>(k * placesEach())) << 2);
  at = copy(at, changetype<usize>(rowsAt) + ((<usize>(depth * rowCount)) << 2), (<usize>rowCount) << 2, aside);
  at = copy(
    at,
    changetype<usize>(startsAt) + ((<usize>(depth * (issues + 1))) << 2),
    (<usize>(issues + 1)) << 2,
    aside,
  );
  at = copy(at, changetype<usize>(chosenAt) + ((<usize>(depth * issues)) << 2), (<usize>issues) << 2, aside);
  copy(at, changetype<usize>(openAt) + ((<usize>depth) << 2), 4, aside);
  at = copy(addressOf(sums, k * 2 * stride), addressOf(gainsAt, depth * stride), width, aside);
  copy(at, addressOf(weightsAt, depth * stride), width, aside);
}
function copy(at: usize, own: usize, bytes: usize, aside: bool): usize {
  if (aside) memory.copy(at, own, bytes);
  else memory.copy(own, at, bytes);
  return at + bytes;
}
