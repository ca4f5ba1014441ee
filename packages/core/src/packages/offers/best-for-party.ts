/** The k packages of the zone that are best for one party ([P18]). */
import { createScalarSolver, type RegretVisitor } from "../scalar.ts";
import type { Space } from "../space.ts";
import { describeOffer, type Offer } from "./offer.ts";

const MAX_SETTINGS = 2_000_000;

export interface BestOffers {
  readonly offers: readonly Offer[];
  /** False: the search stopped at its limit, and others may be better. */
  readonly complete: boolean;
}

/** Best first. Undefined: integers pass 2^53, or the links are too many. */
export function findBestForParty(
  space: Space,
  party: number,
  count: number,
  maxSettings = MAX_SETTINGS,
): BestOffers | undefined {
  const solver = space.exact ? undefined : createScalarSolver(space);
  if (!solver) return undefined;
  const P = space.parties.length;
  const weights = new Float64Array(P);
  weights[party] = 1;
  const bound = solver.solve(weights);
  const found: { readonly sums: Float64Array; readonly options: Int32Array }[] = [];
  const visitor: RegretVisitor = {
    budget: Infinity,
    hopeful(sums, start, depth) {
      for (let p = 0; p < P; p++)
        if (sums[start + p]! + solver.rest[depth * P + p]! < space.reservation[p]!) return false;
      return true;
    },
    visit(options, sums, start) {
      found.push({ options: options.slice(), sums: sums.slice(start, start + P) });
      found.sort((a, b) => b.sums[party]! - a.sums[party]! || compareVectors(b.sums, a.sums));
      if (found.length > count) found.length = count;
      if (found.length === count) visitor.budget = bound - found[count - 1]!.sums[party]!;
    },
  };
  const complete = solver.enumerate(visitor, maxSettings);
  return { offers: found.map(({ options, sums }) => describeOffer(space, options, sums)), complete };
}

function compareVectors(a: Float64Array, b: Float64Array): number {
  for (let p = 0; p < a.length; p++) if (a[p] !== b[p]) return a[p]! - b[p]!;
  return 0;
}
