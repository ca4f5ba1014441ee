/** Options that leave some party below its floor whatever else comes are dropped. */
import { absorb, gainsAt, openAt, rowsAt, startsAt } from "./branch-state";
import { addressOf, floors, issues, numbers, rowCount, stride, table, VECTOR, width } from "./problem";

/** Per open issue the most each party can have of it; what each has to spare if it gets all of these. */
let tops: StaticArray<f64> = new StaticArray<f64>(0);
let spare: StaticArray<f64> = new StaticArray<f64>(0);

export function reserveFloors(): void {
  tops = numbers(issues * stride);
  spare = numbers(stride);
}

/** False: some party is below its floor in any case. */
export function keepFloors(depth: i32): bool {
  while (openAt[depth] > 0) {
    if (!findSpare(depth)) return false;
    const before = startsAt[depth * (issues + 1) + openAt[depth]];
    if (!dropBelow(depth)) return false;
    const dropped = startsAt[depth * (issues + 1) + openAt[depth]] < before;
    if (!dropped) break;
  }
  return true;
}

function findSpare(depth: i32): bool {
  const rows = depth * rowCount;
  const starts = depth * (issues + 1);
  const into = addressOf(spare, 0);
  for (let at: usize = 0; at < width; at += VECTOR)
    v128.store(
      into + at,
      v128.sub<f64>(v128.load(addressOf(gainsAt, depth * stride) + at), v128.load(addressOf(floors, 0) + at)),
    );
  for (let k = 0; k < openAt[depth]; k++) {
    const top = addressOf(tops, k * stride);
    findTops(top, rows + startsAt[starts + k], rows + startsAt[starts + k + 1]);
    for (let at: usize = 0; at < width; at += VECTOR)
      v128.store(into + at, v128.add<f64>(v128.load(into + at), v128.load(top + at)));
  }
  let short = v128.splat<f64>(0);
  for (let at: usize = 0; at < width; at += VECTOR)
    short = v128.or(short, v128.lt<f64>(v128.load(into + at), v128.splat<f64>(0)));
  return !v128.any_true(short);
}

/** The most each party can have of an issue whose live rows stand at `from` to `end`; up to twelve parties in one go. */
function findTops(into: usize, from: i32, end: i32): void {
  const values = addressOf(table, 0);
  let row = values + <usize>rowsAt[from] * width;
  let t0 = v128.load(row);
  let t1 = v128.load(row, 16);
  let t2 = v128.load(row, 32);
  let t3 = v128.load(row, 48);
  let t4 = v128.load(row, 64);
  let t5 = v128.load(row, 80);
  for (let r = from + 1; r < end; r++) {
    row = values + <usize>rowsAt[r] * width;
    t0 = v128.pmax<f64>(t0, v128.load(row));
    t1 = v128.pmax<f64>(t1, v128.load(row, 16));
    if (width > 32) {
      t2 = v128.pmax<f64>(t2, v128.load(row, 32));
      t3 = v128.pmax<f64>(t3, v128.load(row, 48));
    }
    if (width > 64) {
      t4 = v128.pmax<f64>(t4, v128.load(row, 64));
      t5 = v128.pmax<f64>(t5, v128.load(row, 80));
    }
  }
  v128.store(into, t0);
  v128.store(into, t1, 16);
  if (width > 32) {
    v128.store(into, t2, 32);
    v128.store(into, t3, 48);
  }
  if (width > 64) {
    v128.store(into, t4, 64);
    v128.store(into, t5, 80);
  }
  for (let at: usize = 96; at < width; at += VECTOR) {
    let top = v128.load(values + <usize>rowsAt[from] * width + at);
    for (let r = from + 1; r < end; r++) top = v128.pmax<f64>(top, v128.load(values + <usize>rowsAt[r] * width + at));
    v128.store(into + at, top);
  }
}

/** False: nothing of some issue is left. */
function dropBelow(depth: i32): bool {
  const values = addressOf(table, 0);
  const rows = depth * rowCount;
  const starts = depth * (issues + 1);
  const open = openAt[depth];
  let kept = 0;
  let still = 0;
  let from = 0;
  for (let k = 0; k < open; k++) {
    const end = startsAt[starts + k + 1];
    const start = kept;
    const least = addressOf(tops, k * stride);
    for (let at: usize = 0; at < width; at += VECTOR)
      v128.store(least + at, v128.sub<f64>(v128.load(least + at), v128.load(addressOf(spare, 0) + at)));
    const l0 = v128.load(least);
    const l1 = v128.load(least, 16);
    const l2 = v128.load(least, 32);
    const l3 = v128.load(least, 48);
    const l4 = v128.load(least, 64);
    const l5 = v128.load(least, 80);
    for (let r = from; r < end; r++) {
      const row = rowsAt[rows + r];
      const at = values + <usize>row * width;
      let below = v128.or(v128.lt<f64>(v128.load(at), l0), v128.lt<f64>(v128.load(at, 16), l1));
      if (width > 32)
        below = v128.or(below, v128.or(v128.lt<f64>(v128.load(at, 32), l2), v128.lt<f64>(v128.load(at, 48), l3)));
      if (width > 64)
        below = v128.or(below, v128.or(v128.lt<f64>(v128.load(at, 64), l4), v128.lt<f64>(v128.load(at, 80), l5)));
      for (let p: usize = 96; p < width; p += VECTOR)
        below = v128.or(below, v128.lt<f64>(v128.load(at + p), v128.load(least + p)));
      rowsAt[rows + kept] = row;
      kept += i32(!v128.any_true(below));
    }
    from = end;
    if (kept === start) return false;
    if (kept === start + 1) absorb(depth, rowsAt[rows + --kept]);
    else startsAt[starts + still++] = start;
  }
  startsAt[starts + still] = kept;
  openAt[depth] = still;
  return true;
}
