/**
 * The space that is searched, and what is known of its solution. A row is an option of an issue: its scaled gain for
 * each party, padded with zeros to whole fours of parties, so that sums run over whole vectors of two.
 */
import { consider } from "./host";

/** Bytes of a vector of two numbers. */
export const VECTOR: usize = 16;
/** Places after the end of an array that a vector of vectors may read (and never uses). */
const SPARE_PLACES: i32 = 12;

export let parties: i32 = 0;
export let issues: i32 = 0;
export let rowCount: i32 = 0;
/** Places of a row, and its bytes. */
export let stride: i32 = 0;
export let width: usize = 0;
/** One for each party whose gain counts: the least of theirs is raised while nobody else is below zero. */
export let raised: StaticArray<i32> = new StaticArray<i32>(0);
export let raisedCount: i32 = 0;
/** Low bits of a worth that hold the option's place among the live ones of its issue. */
export let placeBits: i64 = 0;
/** Score that a package must pass to be of interest; rises as better ones are found. */
export let bar: f64 = 0;
/** Share of what an option may fall short that is allowed; one: all, so that nothing is missed. */
export let shareAllowed: f64 = 1;
/** What rounding may take from or add to a sum of gains, as a share of the greatest such sum. */
let precision: f64 = 0;

export let table: StaticArray<f64> = new StaticArray<f64>(0);
export let firstRow: StaticArray<i32> = new StaticArray<i32>(0);
export let issueOf: StaticArray<i32> = new StaticArray<i32>(0);
/** −1 (all bits) at the places of parties that are raised, and of the others; zero at the padding. */
export let isRaised: StaticArray<i64> = new StaticArray<i64>(0);
export let isOther: StaticArray<i64> = new StaticArray<i64>(0);
/** Greatest absolute gain of each party on the way to any package, times `precision`. */
export let doubt: StaticArray<f64> = new StaticArray<f64>(0);
/** Least gain of each party in a package that passes the bar. */
export let floors: StaticArray<f64> = new StaticArray<f64>(0);
/** Option of each issue in the package shown to the host. */
export let offered: StaticArray<i32> = new StaticArray<i32>(0);

export function numbers(length: i32): StaticArray<f64> {
  return new StaticArray<f64>(length + SPARE_PLACES);
}

export function reserveProblem(partyCount: i32, issueCount: i32, rows: i32): void {
  parties = partyCount;
  issues = issueCount;
  rowCount = rows;
  stride = (parties + 3) & ~3;
  width = (<usize>stride) << 3;
  table = numbers(rowCount * stride);
  firstRow = new StaticArray<i32>(issues + 1);
  issueOf = new StaticArray<i32>(rowCount);
  raised = new StaticArray<i32>(parties);
  isRaised = new StaticArray<i64>(stride + SPARE_PLACES);
  isOther = new StaticArray<i64>(stride + SPARE_PLACES);
  doubt = numbers(stride);
  floors = numbers(stride);
  offered = new StaticArray<i32>(issues);
}

/** After the table is filled, and who is raised. `start`: gains of a package before anything is settled. */
export function openProblem(start: StaticArray<f64>, share: f64): void {
  raisedCount = 0;
  shareAllowed = share;
  let most = 1;
  for (let i = 0; i < issues; i++) {
    most = max(most, firstRow[i + 1] - firstRow[i]);
    for (let row = firstRow[i]; row < firstRow[i + 1]; row++) issueOf[row] = i;
  }
  placeBits = 1;
  while (placeBits < <i64>most) placeBits <<= 1;
  // Each of issues + parties sums is off by half a last digit at most, and a worth by its place bits.
  precision = (<f64>(issues + parties + 8) + <f64>placeBits) * f64.EPSILON;
  placeBits -= 1;
  for (let p = 0; p < parties; p++) {
    raisedCount += raised[p];
    isRaised[p] = raised[p] === 1 ? -1 : 0;
    isOther[p] = raised[p] === 1 ? 0 : -1;
    let greatest = abs(start[p]);
    for (let i = 0; i < issues; i++) {
      let top: f64 = 0;
      for (let row = firstRow[i]; row < firstRow[i + 1]; row++) top = max(top, abs(table[row * stride + p]));
      greatest += top;
    }
    doubt[p] = precision * greatest;
  }
}

export function raiseBar(to: f64): void {
  bar = to;
  for (let p = 0; p < parties; p++) floors[p] = (raised[p] === 1 ? to : 0) - doubt[p];
}

/** Shows the package in `offered`. */
export function offer(): void {
  raiseBar(consider());
}

/** Writes the option of a row into a package that begins at `start` of `into`. */
export function settle(into: StaticArray<i32>, start: i32, row: i32): void {
  const issue = issueOf[row];
  into[start + issue] = row - firstRow[issue];
}

/** Address of place `place` of an array of numbers. */
export function addressOf(array: StaticArray<f64>, place: i32): usize {
  return changetype<usize>(array) + ((<usize>place) << 3);
}

/** Both places hold the sum of a vector's two. */
export function sumAcross(v: v128): v128 {
  return v128.add<f64>(v, v128.shuffle<f64>(v, v, 1, 0));
}
