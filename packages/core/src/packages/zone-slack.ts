/** Who closes the zone: what each party could ask more before it closes, or must ask less for it to open. */
import { evaluateOptions } from "./evaluate.ts";
import type { PackageFindings } from "./findings.ts";
import { computeFrontier, type Frontier } from "./frontier.ts";
import { readOptions } from "./named-package.ts";
import { findBestForParty } from "./offers/best-for-party.ts";
import type { Solutions } from "./solutions.ts";
import { type Space, toUnits } from "./space.ts";
import { onlyNeeded } from "./zone.ts";

const MAX_SETTINGS = 200_000;

/**
 * From the whole frontier: per party the best it can have while the others have their reservation, less its own
 * reservation. Without one, the ideal point of an open zone tells it; of a closed zone, a search, or where integers pass
 * 2^53 the whole frontier after all. Parties without a reservation are left out.
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
  const listed = whole ?? (solutions?.ideal || !space.exact ? undefined : wholeFrontier(space));
  const best = listed ? bestWithOthers(listed, reservation, P) : (solutions?.ideal ?? searchWithOthers(space));
  const slack = space.parties.flatMap((party, p) => {
    const [top, own] = [best[p], reservation[p]];
    return top === undefined || own === undefined ? [] : [{ party, points: toUnits(space, p, top - own) }];
  });
  return slack.length > 0 ? slack : undefined;
}

/** Of long integers, which no search takes; undefined where it is too large, and then nothing is known. */
function wholeFrontier(space: Space): Frontier | undefined {
  const frontier = computeFrontier(space, "all");
  return "failed" in frontier ? undefined : frontier;
}

/** What each party can have at most while the others have their reservation; undefined where there is no such package or it was not found. */
function searchWithOthers(space: Space): readonly (bigint | undefined)[] {
  const all = space.parties.map((_, p) => p);
  return all.map((party) => {
    const eased = onlyNeeded(
      space,
      all.filter((p) => p !== party),
    );
    const found = findBestForParty(eased, party, 1, MAX_SETTINGS);
    const options = found?.complete === true ? found.offers[0]?.package : undefined;
    const compiled = options && readOptions(space, options);
    return compiled && BigInt(evaluateOptions(space, compiled)[party]!);
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
