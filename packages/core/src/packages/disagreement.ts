/** Where the parties stand without agreement, on the integer scales ([P6]): what was said, never replaced. */
import { createScalarSolver } from "./scalar.ts";
import type { Space } from "./space.ts";
import { leastWide } from "./wide.ts";

/**
 * The reservation where one was given, even below every package; else the least utility over the space, so that the
 * party accepts anything. Undefined: none was given and the graph is too wide to find the least.
 */
export function findDisagreement(space: Space): readonly bigint[] | undefined {
  const missing = space.parties.flatMap((_, p) => (isGiven(space, p) ? [] : [p]));
  if (missing.length === 0) return space.parties.map((_, p) => given(space, p));
  if (space.exact) {
    const wide = space.exact;
    return space.parties.map((_, p) => (isGiven(space, p) ? given(space, p) : leastWide(space, wide, p)));
  }
  const solver = createScalarSolver(space);
  if (!solver) return undefined;
  const weights = new Float64Array(space.parties.length);
  return space.parties.map((_, p) => {
    if (isGiven(space, p)) return given(space, p);
    weights.fill(0);
    weights[p] = -1;
    return BigInt(-solver.solve(weights));
  });
}

const isGiven = (space: Space, p: number): boolean =>
  space.exact ? space.exact.reservation[p] !== undefined : space.reservation[p] !== -Infinity;
const given = (space: Space, p: number): bigint => space.exact?.reservation[p] ?? BigInt(space.reservation[p]!);
