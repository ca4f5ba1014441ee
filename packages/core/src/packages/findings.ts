/** What `packages` finds: plain JSON-safe data in the file's order; utilities in the parties' own units, unrounded. */
import type { ClosingIssue } from "./closing-issues.ts";
import type { NamedPackage } from "./domain.ts";
import type { Within } from "./frontier.ts";
import type { AdjustedWinner } from "./offers/adjusted-winner.ts";
import type { NearestOffer } from "./offers/nearest-acceptable.ts";
import type { Offer } from "./offers/offer.ts";
import type { Trade } from "./offers/trades.ts";
import type { Certificate } from "./solutions.ts";

export interface PackageFindings {
  readonly engine: "packages";
  readonly version: string;
  readonly parties: readonly string[];
  readonly issues: readonly string[];
  /** All packages, a whole number as text. */
  readonly outcomes: string;
  /** The frontier is whole. */
  readonly exact: boolean;
  readonly within: Within;
  /** What was taken how, for people: scaling, disagreement, semantics, limits. */
  readonly conventions: readonly string[];
  readonly frontier: FrontierFinding;
  /** Over the zone; null where it is empty or the package was not found within the limits. */
  readonly nash: NashFinding | null;
  readonly kalaiSmorodinsky: SolutionFinding | null;
  readonly egalitarian: SolutionFinding | null;
  /** Over what `within` says. */
  readonly utilitarian: SolutionFinding | null;
  /** Most that each party can have in the zone; null where it is empty or was not found. */
  readonly ideal: readonly number[] | null;
  readonly zone: ZoneFinding;
  /** Packages that were asked about: our ask, what stands without agreement. */
  readonly marks?: readonly MarkFinding[];
  readonly ours?: OurOffers;
  /** Smallest coalitions that can settle under the forum's rule, where that is not all together. */
  readonly coalitions?: readonly {
    readonly members: readonly string[];
    /** Packages that its members accept, whatever the others think. */
    readonly zone: ZoneFinding;
    /** Its own Nash package, worth to its members in their order; null where it has none. */
    readonly nash: Offer | null;
  }[];
  /** What trading two issues brings over settling each by itself, pair by pair. */
  readonly trades?: readonly Trade[];
  /** Of two parties without links: issues as divisible prizes, each worth what is at stake on it for a party. */
  readonly adjustedWinner?: AdjustedWinner;
}
export interface MarkFinding extends Offer {
  readonly id: "ask" | "no agreement" | "deal";
  /** Nobody values it below its reservation. */
  readonly acceptable: boolean;
  /** An efficient package gives nobody less and somebody more. */
  readonly dominated: boolean | null;
  /** Of which those that are best for whom they serve least: post-settlement improvements; absent where there are none, or none known. */
  readonly improvements?: readonly Offer[];
  /** The acceptable package that changes fewest issues of it; absent where it is acceptable itself, or none is known. */
  readonly nearest?: NearestOffer;
}
export interface OurOffers {
  readonly party: string;
  /** Best for us among what everyone accepts, best first. */
  readonly best: readonly Offer[];
  readonly bestComplete: boolean;
  /** About as good for us as the Nash package, efficient, unlike each other. */
  readonly equivalent: readonly Offer[];
}
export interface FrontierFinding {
  /** Vectors known: the whole frontier where `exact`. */
  readonly size: number;
  /** Of which in `points`, evenly taken; absent where all are. */
  readonly listed?: number;
  readonly exact: boolean;
  /** Per party: every package is matched by a listed one up to this; absent where nothing is proven. */
  readonly epsilon?: readonly number[];
  readonly because?: string;
  readonly points: readonly {
    readonly utilities: readonly number[];
    readonly package: NamedPackage;
    /** Packages with these utilities, as text; null where not counted. */
    readonly packages: string | null;
  }[];
}
export interface SolutionFinding {
  readonly utilities: readonly number[];
  readonly package: NamedPackage;
  readonly certified: boolean;
  readonly certificate: Certificate;
}
export interface NashFinding extends SolutionFinding {
  readonly disagreement: readonly number[];
  /** Bargaining weights as whole exponents; absent where all are equal. */
  readonly weights?: readonly number[];
}
export interface ZoneFinding {
  readonly count: string;
  /** 0..1 */
  readonly share: number;
  readonly exact: boolean;
  /** 95 % interval of the share, where not exact. */
  readonly interval?: readonly [number, number];
  /** Per party: what it could still ask more (≥ 0) before the zone closes, or (< 0) must ask less for it to open; absent: no such. */
  readonly slack?: readonly { readonly party: string; readonly points: number }[];
  /** Of an empty zone: on which issue one party's giving in would open it. */
  readonly closing?: readonly ClosingIssue[];
}
