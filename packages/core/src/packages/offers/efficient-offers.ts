/** Offers read from a frontier: equivalent simultaneous offers ([P18]) and post-settlement improvements ([P19]). */
import { compareLeximin } from "../bargaining.ts";
import type { Frontier } from "../frontier.ts";
import { listZone, ratioMultiples, ratios } from "../solutions.ts";
import type { Space } from "../space.ts";
import { describeOffer, type Offer } from "./offer.ts";

/** Points looked at for difference; of more, the best for the others are kept. */
const MOST_POINTS = 1_000;

export interface EquivalentOffersQuestion {
  readonly party: number;
  /** Worth to the party and how far it may lie from it, own units. */
  readonly target: number;
  readonly tolerance: number;
  readonly count: number;
  readonly disagreement: readonly bigint[];
}

/** Efficient packages of the zone, about equally good for one party, as good as can be for the others, and unlike each other. */
export function findEquivalentOffers(
  space: Space,
  frontier: Frontier,
  question: EquivalentOffersQuestion,
): readonly Offer[] {
  const { party, target, tolerance, count, disagreement } = question;
  const { num, den } = space.unit[party]!;
  const step = Number(num) / Number(den);
  const points = Array.from(listZone(space, frontier), (k) => ({ k, u: frontier.exactOf(k) })).filter(
    ({ u }) => Math.abs(Number(u[party]!) * step - target) <= tolerance,
  );
  if (points.length === 0) return [];
  const others = disagreement.map((_, p) => p).filter((p) => p !== party);
  const gains = (u: readonly bigint[]) => others.map((p) => u[p]! - disagreement[p]!);
  const span = others.map((_, k) => points.reduce((top, { u }) => (gains(u)[k]! > top ? gains(u)[k]! : top), 0n));
  const multiples = ratioMultiples(span);
  const rated = points
    .map(({ k, u }) => ({ k, u, fair: ratios(gains(u), multiples) }))
    .sort((a, b) => compareLeximin(b.fair, a.fair))
    .slice(0, MOST_POINTS)
    .map((point) => ({ ...point, options: frontier.packageOf(point.k) }));
  const chosen = rated.slice(0, 1);
  while (chosen.length < Math.min(count, rated.length)) {
    let best = rated[0]!;
    let most = -1;
    // Ties in difference go to the fairer, which comes first.
    for (const point of rated) {
      const different = Math.min(...chosen.map((other) => countDifferent(point.options, other.options)));
      if (different > most) [best, most] = [point, different];
    }
    if (most <= 0) break;
    chosen.push(best);
  }
  return chosen.map(({ options, u }) => describeOffer(space, options, u));
}

function countDifferent(a: Int32Array, b: Int32Array): number {
  let different = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) different++;
  return different;
}

/**
 * Efficient packages that give no party less than the deal and some more: at most `count`, those first whose least gain
 * in own units is greatest, ties in the frontier's order.
 */
export function findImprovements(
  space: Space,
  frontier: Frontier,
  deal: readonly bigint[],
  count = Infinity,
): readonly Offer[] {
  const steps = space.unit.map(({ num, den }) => Number(num) / Number(den));
  const better: { readonly k: number; readonly u: readonly bigint[]; readonly least: number }[] = [];
  for (let k = 0; k < frontier.size; k++) {
    const u = frontier.exactOf(k);
    if (!u.every((value, p) => value >= deal[p]!) || u.every((value, p) => value === deal[p]!)) continue;
    better.push({ k, u, least: Math.min(...u.map((value, p) => Number(value - deal[p]!) * steps[p]!)) });
  }
  better.sort((a, b) => b.least - a.least || a.k - b.k);
  return better.slice(0, count).map(({ k, u }) => describeOffer(space, frontier.packageOf(k), u));
}
