/** Who closes the zone: what each party could ask more before it closes, or must ask less for it to open. */

import type { PackageFindings } from "./findings.ts";
import type { Frontier } from "./frontier.ts";
import type { Solutions } from "./solutions.ts";
import { type Space, toUnits } from "./space.ts";

/**
 * From the whole frontier: per party the best it can have while the others have their reservation, less its own
 * reservation. Without one, only the ideal point of an open zone tells it. Parties without a reservation are left out.
 */
export function findSlack(
  space: Space,
  whole: Frontier | undefined,
  solutions: Solutions | undefined,
): PackageFindings["zone"]["slack"] {
  const P = space.parties.length;
  const reservation = space.parties.map((_, p) =>
    space.exact
      ? space.exact.reservation[p]
      : space.reservation[p] === -Infinity
        ? undefined
        : BigInt(space.reservation[p]!),
  );
  const best = whole ? bestWithOthers(whole, reservation, P) : solutions?.ideal;
  if (!best) return undefined;
  return space.parties.flatMap((party, p) => {
    const [top, own] = [best[p], reservation[p]];
    return top === undefined || own === undefined ? [] : [{ party, points: toUnits(space, p, top - own) }];
  });
}

function bestWithOthers(
  frontier: Frontier,
  reservation: readonly (bigint | undefined)[],
  P: number,
): readonly (bigint | undefined)[] {
  const best = Array.from<bigint | undefined>({ length: P }).fill(undefined);
  for (let k = 0; k < frontier.size; k++) {
    // Falls short for no party: all bests may rise; for one: only that party's.
    let short = -1;
    let many = false;
    const u = frontier.exactOf(k);
    for (let p = 0; p < P; p++)
      if (reservation[p] !== undefined && u[p]! < reservation[p]!) {
        many = short >= 0;
        if (many) break;
        short = p;
      }
    if (many) continue;
    for (let p = 0; p < P; p++)
      if ((short < 0 || short === p) && (best[p] === undefined || u[p]! > best[p]!)) best[p] = u[p]!;
  }
  return best;
}
