/** Our offers, trades, and where our ask and no agreement lie: for inputs that say who we are. */
import type { NamedPackage } from "./domain.ts";
import { evaluateOptions } from "./evaluate.ts";
import type { MarkFinding, PackageFindings } from "./findings.ts";
import type { Frontier } from "./frontier.ts";
import { keepGiven, readOptions } from "./named-package.ts";
import { findBestForParty } from "./offers/best-for-party.ts";
import { findEquivalentOffers, findImprovements } from "./offers/efficient-offers.ts";
import { findNearestAcceptable } from "./offers/nearest-acceptable.ts";
import { describeOffer, type Offer } from "./offers/offer.ts";
import { findTrades } from "./offers/trades.ts";
import type { Solutions } from "./solutions.ts";
import { type Space, toUnits } from "./space.ts";

const BEST = 5;
const EQUIVALENT = 3;
const IMPROVEMENTS = 3;
/** Share of our range in the zone within which offers count as equally good. */
const TOLERANCE = 0.02;

export function lookForOffers(
  space: Space,
  frontier: Frontier | undefined,
  solutions: Solutions | undefined,
  disagreement: readonly bigint[],
  us: number,
): Pick<PackageFindings, "ours" | "trades"> {
  const best = findBestForParty(space, us, BEST);
  const fair = solutions?.nash?.utilities[us];
  const top = solutions?.ideal?.[us];
  const width = top === undefined ? 0 : toUnits(space, us, top - disagreement[us]!);
  const question = { party: us, target: fair ?? 0, tolerance: TOLERANCE * width, count: EQUIVALENT, disagreement };
  const equivalent = frontier && fair !== undefined ? findEquivalentOffers(space, frontier, question) : [];
  const trades = findTrades(space)?.pairs;
  return {
    ours: {
      party: space.parties[us]!,
      best: best?.offers ?? [],
      bestComplete: best?.complete ?? false,
      equivalent,
    },
    ...(trades && { trades }),
  };
}

export interface Mark {
  readonly id: MarkFinding["id"];
  readonly package: NamedPackage;
}

/** Empty where the package names no option of some issue. */
export function placeMark(
  space: Space,
  frontier: Frontier | undefined,
  mark: Mark,
  us: number,
): readonly MarkFinding[] {
  const options = readOptions(space, mark.package);
  if (!options) return [];
  const u = evaluateOptions(space, options);
  const acceptable = u.every((value, p) =>
    space.exact ? value >= (space.exact.reservation[p] ?? value) : Number(value) >= space.reservation[p]!,
  );
  // Read from the frontier of the zone, only what is in the zone can be told.
  const tellable = frontier?.exact === true && (frontier.within === "all" || acceptable);
  const improvements = tellable ? findImprovements(space, frontier, u, IMPROVEMENTS) : [];
  const dominated = tellable ? improvements.length > 0 : null;
  const nearest = acceptable ? undefined : findNearestAcceptable(space, options, us);
  const inItsWords = <T extends Offer>(offer: T): T => ({
    ...offer,
    package: keepGiven(space, offer.package, mark.package),
  });
  return [
    {
      id: mark.id,
      ...inItsWords(describeOffer(space, options, u)),
      acceptable,
      dominated,
      ...(improvements.length > 0 && { improvements: improvements.map(inItsWords) }),
      ...(nearest && { nearest: inItsWords(nearest) }),
    },
  ];
}
