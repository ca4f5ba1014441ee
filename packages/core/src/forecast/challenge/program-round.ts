/**
 * Reading A, `program`: what the program behind the published table evidently computed, kept to replicate it. It departs
 * from the printed equations: chances are divided by the votes over all pairs at once (and so are tiny), voters' risk
 * bends their votes, both sides of a pair are weighed with the focal actor's risk, and an actor in conflict gives way.
 * Found by recomputing table 2 of Scholz, Calbert & Smith 2011.
 */
import { raise } from "../raise.ts";
import { setRisk } from "./risk.ts";
import type { ChallengeWork } from "./work.ts";

/** `range` is that of the initial table throughout. */
function fillWin(position: Float64Array, range: number, { n, weight, win, risk }: ChallengeWork): void {
  win.fill(0);
  let all = 0;
  const loss = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) loss[i] = weight[k]! * raise(Math.abs(position[k]! - position[i]!) / range, risk[k]!);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        const vote = loss[j]! - loss[i]!;
        if (vote > 0) {
          win[i * n + j] = win[i * n + j]! + vote;
          all += 2 * vote;
        }
      }
  }
  if (all > 0) for (let p = 0; p < win.length; p++) win[p] = win[p]! / all;
}

/** What `challenger` expects of challenging `rival`, with exponent r. */
function expected(
  position: Float64Array,
  salience: ArrayLike<number>,
  range: number,
  { n, win }: ChallengeWork,
  challenger: number,
  rival: number,
  r: number,
): number {
  const d = Math.abs(position[challenger]! - position[rival]!) / range;
  const succeed = 2 - 4 * raise(0.5 - 0.5 * d, r);
  const fail = 2 - 4 * raise(0.5 + 0.5 * d, r);
  const chance = win[challenger * n + rival]!;
  const s = salience[rival]!;
  return s * (chance * succeed + (1 - chance) * fail) + (1 - s) * succeed - (2 - 4 * raise(0.5, r));
}

/** One round: fills `work.risk`, `gain`, `threat` and `accepted`, and writes the new positions to `work.next`. */
export function programRound(
  position: Float64Array,
  salience: ArrayLike<number>,
  range: number,
  work: ChallengeWork,
): void {
  const { n, gain, threat, security, risk, next, accepted } = work;
  next.set(position);
  accepted.fill(-1);
  risk.fill(1);
  gain.fill(0);
  threat.fill(0);
  if (!(range > 0)) return;
  fillWin(position, range, work);
  security.fill(0);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      if (i !== j) security[i] = security[i]! + expected(position, salience, range, work, j, i, 1);
  setRisk(work);
  fillWin(position, range, work);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      gain[i * n + j] = expected(position, salience, range, work, i, j, risk[i]!);
      threat[i * n + j] = expected(position, salience, range, work, j, i, risk[i]!);
    }
    takeOffer(position, work, i);
  }
}

/**
 * Conflicts that i would lose come first, the one that costs the least move (of two, that to the lower place). Else it
 * takes the compromise for which (|a| xi + |b| xj) / (|a| + |b|) is lowest, and moves the share |a| / b of the way.
 */
function takeOffer(position: Float64Array, { n, gain, threat, next, accepted }: ChallengeWork, i: number): void {
  let nearest = Number.POSITIVE_INFINITY;
  let lowest = Number.POSITIVE_INFINITY;
  const own = position[i]!;
  for (let j = 0; j < n; j++) {
    const a = gain[i * n + j]!;
    const b = threat[i * n + j]!;
    const x = position[j]!;
    if (b > a && a > 0) {
      const move = Math.abs(x - own);
      if (move > nearest || (move === nearest && x > next[i]!)) continue;
      nearest = move;
      next[i] = x;
      accepted[i] = j;
    } else if (nearest === Number.POSITIVE_INFINITY && b > 0 && a < 0 && b > -a) {
      const met = (b * x - a * own) / (b - a);
      if (met >= lowest) continue;
      lowest = met;
      next[i] = own + ((x - own) * -a) / b;
      accepted[i] = j;
    }
  }
}
