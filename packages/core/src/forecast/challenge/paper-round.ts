/** Reading B, `paper`: the equations as printed (Scholz, Calbert & Smith 2011, eq. 5–7, 15–24, 30–36). */
import { medianWith } from "../weighted.ts";
import { setRisk } from "./risk.ts";
import type { ChallengeWork } from "./work.ts";

/** Chances by pair: those nearer to i against those nearer to j, each by weight × how much nearer; even where nobody cares. */
function fillWin(position: Float64Array, { n, weight, win }: ChallengeWork): void {
  for (let i = 0; i < n; i++) {
    win[i * n + i] = 0.5;
    const xi = position[i]!;
    for (let j = i + 1; j < n; j++) {
      const xj = position[j]!;
      let forI = 0;
      let forJ = 0;
      for (let k = 0; k < n; k++) {
        const xk = position[k]!;
        const nearer = weight[k]! * (Math.abs(xk - xj) - Math.abs(xk - xi));
        if (nearer > 0) forI += nearer;
        else forJ -= nearer;
      }
      const all = forI + forJ;
      const chance = all > 0 ? forI / all : 0.5;
      win[i * n + j] = chance;
      win[j * n + i] = 1 - chance;
    }
  }
}

/**
 * One round: fills `work.risk`, `gain` (of the second pass) and `accepted`, and writes the new positions to `work.next`.
 * @param quo chance Q that an unchallenged table stays as it is: 1 in the 1994 replication, 0.5 in later work
 */
export function paperRound(position: Float64Array, salience: ArrayLike<number>, work: ChallengeWork, quo = 1): void {
  const { n, win, gain, security, risk, weight, next, accepted } = work;
  let low = position[0]!;
  let high = low;
  for (let i = 1; i < n; i++) {
    const x = position[i]!;
    if (x < low) low = x;
    if (x > high) high = x;
  }
  const range = high - low;
  next.set(position);
  accepted.fill(-1);
  risk.fill(1);
  gain.fill(0);
  if (!(range > 0)) return;
  fillWin(position, work);
  const middle = quo < 1 ? medianWith(position, weight, work.order) : 0;
  security.fill(0);
  // First pass, neutral to risk (r = 1): success is worth 2d, failure −2d, the status quo nothing, drift ±e.
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const apart = Math.abs(position[i]! - position[j]!);
      const d = apart / range;
      let expected = 2 * d * (1 - 2 * salience[j]! * (1 - win[i * n + j]!));
      if (quo < 1) {
        const off = Math.abs(position[i]! - middle);
        expected -= ((1 - quo) * (off < apart ? off + apart : -(off + apart))) / range;
      }
      security[j] = security[j]! + expected;
    }
  setRisk(work);
  for (let i = 0; i < n; i++) {
    const r = risk[i]!;
    const still = 2 - 4 * Math.exp(-r * Math.LN2);
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const apart = Math.abs(position[i]! - position[j]!);
      // Opposed to nobody at its own place; without this rounding alone would make offers there.
      if (apart === 0) continue;
      const d = apart / range;
      const half = 0.5 - 0.5 * d;
      const succeed = half > 0 ? 2 - 4 * Math.exp(r * Math.log(half)) : 2;
      const fail = 2 - 4 * Math.exp(r * Math.log(0.5 + 0.5 * d));
      const resisted = salience[j]! * (1 - win[i * n + j]!);
      let without = still;
      if (quo < 1) {
        const off = Math.abs(position[i]! - middle);
        const e = (off + apart) / range;
        // Where the median lies nearer than the rival, what comes of itself is better for i, else worse.
        const drift = off < apart ? 0.5 - 0.25 * e : 0.5 + 0.25 * e;
        without = quo * still + (1 - quo) * (2 - 4 * (drift > 0 ? Math.exp(r * Math.log(drift)) : 0));
      }
      gain[i * n + j] = succeed + resisted * (fail - succeed) - without;
    }
  }
  for (let j = 0; j < n; j++) takeBestOffer(position, range, work, j);
}

/** Two expectations (of some units) or two moves (in ranges) nearer than this are equal: rounding must not choose. */
const tie = 1e-12;

/**
 * Of those that j loses to (a > 0 > b), the one that expects most of it is obeyed, of equals the one that asks the least
 * move, and equal pulls in opposite directions hold each other: fully where j has more to lose than the other to gain
 * (|b| ≥ a), else the share |b| / a of the way.
 */
function takeBestOffer(position: Float64Array, range: number, work: ChallengeWork, j: number): void {
  const { n, gain, next, accepted } = work;
  const own = position[j]!;
  let most = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    const a = gain[i * n + j]!;
    const b = gain[j * n + i]!;
    if (!(a > 0 && b < 0) || a < most - tie) continue;
    const to = -b >= a ? position[i]! : own + ((position[i]! - own) * -b) / a;
    const length = Math.abs(to - own);
    if (a <= most + tie && accepted[j] !== -1) {
      if (length > least + tie * range) continue;
      const back = to > own !== next[j]! > own;
      if (length >= least - tie * range) {
        if (back) next[j] = own;
        continue;
      }
    }
    if (a > most) most = a;
    least = length;
    next[j] = to;
    accepted[j] = i;
  }
  if (next[j] === own) accepted[j] = -1;
}
