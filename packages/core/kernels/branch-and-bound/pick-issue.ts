/** Which issue is settled next, and its options in order. */
import { openAt, regretsAt, rowsAt, startsAt, weightsAt } from "./branch-state";
import { addressOf, issues, numbers, rowCount, stride, sumAcross, table, VECTOR, width } from "./problem";

/** How much an option counts at least, however much it falls short. */
const LEAST_SHARE: f64 = 0.02;

let shares: StaticArray<f64> = new StaticArray<f64>(0);

export function reservePicking(): void {
  shares = numbers(rowCount);
}

/**
 * The open issue whose live options are most unlike each other in what they give the parties, for the number of them: a
 * mixture of such options is what the bound hides behind. Options count by how little they fall short.
 */
export function pickIssue(depth: i32, excess: f64): i32 {
  const values = addressOf(table, 0);
  const under = addressOf(weightsAt, depth * stride);
  const rows = depth * rowCount;
  const starts = depth * (issues + 1);
  let pick = 0;
  let most: f64 = -Infinity;
  for (let k = 0; k < openAt[depth]; k++) {
    const start = startsAt[starts + k];
    const end = startsAt[starts + k + 1];
    let total: f64 = 0;
    for (let r = start; r < end; r++) {
      const share = max(LEAST_SHARE, 1 + LEAST_SHARE - regretsAt[rows + r] / excess);
      shares[r] = share;
      total += share;
    }
    let spread = v128.splat<f64>(0);
    for (let at: usize = 0; at < width; at += VECTOR) {
      let mean = v128.splat<f64>(0);
      let square = v128.splat<f64>(0);
      for (let r = start; r < end; r++) {
        const gain = v128.load(values + <usize>rowsAt[rows + r] * width + at);
        const part = v128.mul<f64>(gain, v128.splat<f64>(shares[r] / total));
        mean = v128.add<f64>(mean, part);
        square = v128.add<f64>(square, v128.mul<f64>(part, gain));
      }
      const variance = v128.sub<f64>(square, v128.mul<f64>(mean, mean));
      spread = v128.add<f64>(spread, v128.mul<f64>(v128.load(under + at), variance));
    }
    const score = v128.extract_lane<f64>(sumAcross(spread), 0) / Math.log(<f64>(end - start) + 0.5);
    if (score > most) {
      most = score;
      pick = k;
    }
  }
  return pick;
}

/** The live rows of an open issue, those first that fall short least. */
export function sortOptions(depth: i32, pick: i32): void {
  const from = depth * rowCount + startsAt[depth * (issues + 1) + pick];
  const end = depth * rowCount + startsAt[depth * (issues + 1) + pick + 1];
  for (let a = from + 1; a < end; a++) {
    const regret = regretsAt[a];
    const row = rowsAt[a];
    let b = a;
    for (; b > from && regret < regretsAt[b - 1]; b--) {
      regretsAt[b] = regretsAt[b - 1];
      rowsAt[b] = rowsAt[b - 1];
    }
    regretsAt[b] = regret;
    rowsAt[b] = row;
  }
}
