/** The package of the zone that changes fewest issues of an ask ([P19]). */
import { createScalarSolver, type RegretVisitor } from "../scalar.ts";
import type { Space } from "../space.ts";
import { describeOffer, type Offer } from "./offer.ts";

const MAX_SETTINGS = 2_000_000;

export interface NearestOffer extends Offer {
  /** Issues that differ from the ask. */
  readonly changed: readonly string[];
}

/**
 * `ask`: compiled options. Ties go to the better for `party`, then to the first found. Undefined: the zone is empty, or
 * the search stopped at its limit, or the space cannot be searched.
 */
export function findNearestAcceptable(space: Space, ask: Int32Array, party: number): NearestOffer | undefined {
  if (space.exact) return undefined;
  const P = space.parties.length;
  // One party more, whose utility is minus the number of issues changed.
  const widened: Space = {
    ...space,
    parties: [...space.parties, "changes"],
    unit: [...space.unit, { num: 1n, den: 1n }],
    reservation: Float64Array.of(...space.reservation, -Infinity),
    factors: [
      ...space.factors.map(({ scope, values }) => ({ scope, values: widen(values, P) })),
      ...space.issues.map((_, i) => ({ scope: [i], values: changeTable(space.sizes[i]!, ask[i]!, P) })),
    ],
    boxes: space.boxes.map((box) => ({ ...box, values: widen(box.values, P) })),
  };
  const solver = createScalarSolver(widened);
  if (!solver) return undefined;
  const weights = new Float64Array(P + 1);
  weights[P] = 1;
  solver.solve(weights);
  let best: { readonly options: Int32Array; readonly sums: Float64Array } | undefined;
  const visitor: RegretVisitor = {
    budget: 0,
    hopeful(sums, start, depth) {
      for (let p = 0; p < P; p++)
        if (sums[start + p]! + solver.rest[depth * (P + 1) + p]! < space.reservation[p]!) return false;
      return true;
    },
    visit(options, sums, start) {
      if (best && sums[start + party]! <= best.sums[party]!) return;
      best = { options: options.slice(), sums: sums.slice(start, start + P) };
    },
  };
  for (visitor.budget = 0; !best && visitor.budget <= space.issues.length; visitor.budget++)
    if (!solver.enumerate(visitor, MAX_SETTINGS)) return undefined;
  if (!best) return undefined;
  const { options, sums } = best;
  return {
    ...describeOffer(space, options, sums),
    changed: space.issues.flatMap((issue, i) => (options[i] === ask[i] ? [] : [issue.id])),
  };
}

function widen(values: Float64Array, P: number): Float64Array {
  const wider = new Float64Array((values.length / P) * (P + 1));
  for (let k = 0; k < values.length; k++) wider[Math.floor(k / P) * (P + 1) + (k % P)] = values[k]!;
  return wider;
}

function changeTable(size: number, asked: number, P: number): Float64Array {
  const values = new Float64Array(size * (P + 1));
  for (let option = 0; option < size; option++) if (option !== asked) values[option * (P + 1) + P] = -1;
  return values;
}
