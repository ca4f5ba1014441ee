/** One call from a domain to everything that is worth saying about it. */
import type { Progress } from "../run/engine.ts";
import { version } from "../version.ts";
import { wholeExponents } from "./bargaining.ts";
import { type ClosingLimits, findClosingIssues } from "./closing-issues.ts";
import { compileSpace, type SpaceProblem } from "./compile.ts";
import { findDisagreement } from "./disagreement.ts";
import type { NamedPackage, PackageDomain } from "./domain.ts";
import type { Exact } from "./exact.ts";
import type { FrontierFinding, PackageFindings, SolutionFinding } from "./findings.ts";
import { computeFrontier, type Frontier, type FrontierLimits, type Within } from "./frontier.ts";
import { lookForOffers, type Mark, placeMark } from "./look-for-offers.ts";
import { nameOptions } from "./named-package.ts";
import { divideByAdjustedWinner } from "./offers/adjusted-winner.ts";
import {
  analyseCoalitions,
  type CoalitionLimits,
  listMinimalWinning,
  type SettlementRule,
} from "./offers/coalitions.ts";
import { partOf } from "./progress.ts";
import type { SearchLimits } from "./search.ts";
import { type SearchSettings, searchSolutions } from "./search-solutions.ts";
import { readSolutions, type Solution, type Solutions } from "./solutions.ts";
import { type Space, toUnits } from "./space.ts";
import { countZone, type ZoneSettings, type ZoneSize } from "./zone.ts";
import { findSlack } from "./zone-slack.ts";

export interface AnalysisSettings {
  /** Packages that the frontier and the utilitarian package are taken over (`all`). */
  readonly within?: Within;
  /** Bargaining weights for Nash, by party; those that are not named have one. */
  readonly weights?: Readonly<Record<string, Exact>>;
  readonly limits?: FrontierLimits;
  /** How much is looked at for the solutions where there is no frontier to read them from. */
  readonly search?: SearchLimits;
  /** How the zone is counted. */
  readonly zone?: Omit<ZoneSettings, "needed" | "seed">;
  /** How much is looked at for the issues that close an empty zone. */
  readonly closing?: ClosingLimits;
  /** Vectors of the frontier listed at most, evenly taken; as many as a text can hold. */
  readonly listed?: number;
  /** Computed beforehand (integer programming is asynchronous): of the same domain and `within`. */
  readonly frontier?: Frontier;
  /** Of the zone's estimate, where it has to be one (1). */
  readonly seed?: number;
  /** Whose offers are looked for: one of the parties. */
  readonly us?: string;
  /** A package to be placed on the picture, bettered, and brought near to what all accept: an option for every issue. */
  readonly deal?: NamedPackage;
  /** Who can settle, where not only all together. */
  readonly rule?: SettlementRule;
  /** Packages to be placed on the picture. */
  readonly marks?: readonly Mark[];
  /** Printed with the results, before those of the engine. */
  readonly conventions?: readonly string[];
  /** Told how far it is. */
  readonly progress?: Progress;
}
export interface Analysis {
  readonly findings: PackageFindings;
  readonly domain: PackageDomain;
  readonly space: Space;
  /** Absent where it was too large. */
  readonly frontier: Frontier | undefined;
  readonly solutions: Solutions | undefined;
  /** The links are too many for elimination: `computeWideGraphFrontier` may still find the frontier. */
  readonly tooWide: boolean;
}

export function analysePackages(
  domain: PackageDomain,
  settings: AnalysisSettings = {},
): Analysis | { readonly problems: readonly (SpaceProblem | QuestionProblem)[] } {
  const compiled = compileSpace(domain);
  if ("problems" in compiled) return compiled;
  const { space } = compiled;
  const { progress } = settings;
  const within = settings.within ?? "all";
  const exponents = readWeights(space, settings.weights ?? {});
  if ("code" in exponents) return { problems: [exponents] };
  const misread = checkNames(space, settings);
  if (misread) return { problems: [misread] };
  const us = settings.us === undefined ? undefined : space.parties.indexOf(settings.us);
  const marks = [
    ...(settings.marks ?? []),
    ...(settings.deal ? [{ id: "deal" as const, package: settings.deal }] : []),
  ];
  const computed = settings.frontier ?? computeFrontier(space, within, settings.limits, partOf(progress, 0, 0.5));
  const frontier = "failed" in computed ? undefined : computed;
  const disagreement = findDisagreement(space);
  const solutions =
    disagreement &&
    solve(space, frontier, disagreement, exponents, {
      ...settings.search,
      within,
      progress: partOf(progress, 0.5, 0.9),
    });
  progress?.(0.9);
  const counting = { ...settings.zone, ...(settings.seed === undefined ? {} : { seed: settings.seed }) };
  const zone = holdKnown(countZone(space, counting), space, solutions);
  const slack = findSlack(space, frontier?.exact && within === "all" ? frontier : undefined, solutions);
  const closing = zone.exact && zone.count === 0n ? findClosingIssues(space, settings.closing) : undefined;
  const divided = divideByAdjustedWinner(space);
  const finding = (solution: Solution | undefined) => describe(space, solution);
  const nash = finding(solutions?.nash);
  const own = (integers: readonly bigint[]) => integers.map((value, p) => toUnits(space, p, value));
  const equal = exponents.every((exponent) => exponent === exponents[0]);
  const findings: PackageFindings = {
    engine: "packages",
    version,
    parties: space.parties,
    issues: space.issues.map((issue) => issue.id),
    outcomes: String(space.outcomes),
    exact: frontier?.exact ?? false,
    within,
    conventions: [...(settings.conventions ?? []), ...listConventions(space, within, disagreement !== undefined)],
    frontier: frontier
      ? listPoints(space, frontier, settings.listed)
      : knownPoints(space, solutions, "failed" in computed ? computed.because : ""),
    nash:
      nash && disagreement
        ? { ...nash, disagreement: own(disagreement), ...(equal ? {} : { weights: exponents.map(Number) }) }
        : null,
    kalaiSmorodinsky: finding(solutions?.kalaiSmorodinsky),
    egalitarian: finding(solutions?.egalitarian),
    utilitarian: finding(solutions?.utilitarian),
    ideal: solutions?.ideal ? own(solutions.ideal) : null,
    zone: { ...listZoneSize(zone), ...(slack && { slack }), ...(closing && { closing }) },
    ...(marks.length > 0 && { marks: marks.flatMap((mark) => placeMark(space, frontier, mark, us ?? 0)) }),
    ...(settings.rule && listCoalitions(space, settings.rule, settings)),
    ...(us !== undefined && disagreement && lookForOffers(space, frontier, solutions, disagreement, us)),
    ...(divided && { adjustedWinner: divided }),
  };
  return {
    findings,
    domain,
    space,
    frontier,
    solutions,
    tooWide: "failed" in computed && computed.failed === "too wide",
  };
}

/** What was asked about a space that is sound does not fit it. */
export interface QuestionProblem {
  readonly code: "unknown-party" | "bad-weights" | "unknown-issue" | "unknown-option" | "missing-issue";
  readonly message: string;
  readonly hint?: string;
}

function readWeights(space: Space, weights: Readonly<Record<string, Exact>>): readonly bigint[] | QuestionProblem {
  const unknown = Object.keys(weights).find((party) => !space.parties.includes(party));
  if (unknown !== undefined)
    return {
      code: "unknown-party",
      message: `A bargaining weight is given for ${unknown}, who is not among the parties.`,
      hint: `The parties are ${space.parties.join(", ")}.`,
    };
  const exponents = wholeExponents(space.parties.map((party) => (Object.hasOwn(weights, party) ? weights[party]! : 1)));
  return (
    exponents ?? {
      code: "bad-weights",
      message: "Bargaining weights must be positive, and stand to each other as whole numbers of at most 1000 do.",
      hint: "Small whole numbers say the same: 3 and 2 rather than 0.6001 and 0.4.",
    }
  );
}

function checkNames(space: Space, { us, deal }: AnalysisSettings): QuestionProblem | undefined {
  const ids = space.issues.map(({ id }) => id);
  if (us !== undefined && !space.parties.includes(us))
    return {
      code: "unknown-party",
      message: `Offers are asked for ${us}, who is not among the parties.`,
      hint: `The parties are ${space.parties.join(", ")}.`,
    };
  if (!deal) return undefined;
  const strange = Object.keys(deal).find((issue) => !ids.includes(issue));
  if (strange !== undefined)
    return {
      code: "unknown-issue",
      message: `The deal names ${strange}, which is not among the issues.`,
      hint: `The issues are ${ids.join(", ")}.`,
    };
  for (const { id, options } of space.issues) {
    const option = Object.hasOwn(deal, id) ? deal[id]! : undefined;
    const hint = `Its options are ${options.join(", ")}.`;
    if (option === undefined) return { code: "missing-issue", message: `The deal says nothing on ${id}.`, hint };
    if (!options.includes(option))
      return { code: "unknown-option", message: `The deal has ${option} on ${id}, which has no such option.`, hint };
  }
  return undefined;
}

function solve(
  space: Space,
  frontier: Frontier | undefined,
  disagreement: readonly bigint[],
  exponents: readonly bigint[],
  settings: SearchSettings,
): Solutions | undefined {
  if (frontier?.exact) return readSolutions(space, frontier, disagreement, exponents);
  return searchSolutions(space, disagreement, exponents, settings);
}

/** At most so many: each is an analysis of its own. */
const MOST_COALITIONS = 12;

function listCoalitions(
  space: Space,
  rule: SettlementRule,
  limits: CoalitionLimits,
): Pick<PackageFindings, "coalitions"> {
  const minimal = listMinimalWinning(space.parties.length, rule);
  if (!minimal || minimal.length > MOST_COALITIONS) return {};
  const found = analyseCoalitions(space, minimal, limits);
  return {
    coalitions: found.map(({ members, zone, nash }) => ({ members, zone: listZoneSize(zone), nash: nash ?? null })),
  };
}

function describe(space: Space, solution: Solution | undefined): SolutionFinding | null {
  if (!solution) return null;
  return {
    utilities: solution.utilities,
    package: nameOptions(space, solution.options),
    certified: solution.certificate.kind !== "bound",
    certificate: solution.certificate,
  };
}

/** Figures and options listed at most: beyond, the text of the findings would not fit into one string. */
const MOST_LISTED = 4_000_000;

function listPoints(space: Space, frontier: Frontier, wanted = MOST_LISTED): FrontierFinding {
  const P = space.parties.length;
  const most = Math.min(wanted, Math.floor(MOST_LISTED / (P + space.issues.length + 1)));
  const listed = Math.min(frontier.size, most);
  const points = Array.from({ length: listed }, (_, n) => {
    const k = listed === frontier.size ? n : Math.round((n * (frontier.size - 1)) / (listed - 1));
    return {
      utilities: space.exact
        ? frontier.exactOf(k).map((value, p) => toUnits(space, p, value))
        : Array.from({ length: P }, (_unused, p) => toUnits(space, p, frontier.integers[k * P + p]!)),
      package: nameOptions(space, frontier.packageOf(k)),
      packages: frontier.countOf(k)?.toString() ?? null,
    };
  });
  const { exact, because, epsilon, size } = frontier;
  return {
    size,
    ...(listed < size ? { listed } : {}),
    exact,
    ...(because === undefined ? {} : { because, epsilon }),
    points,
  };
}

/** Where the frontier is too large: the solutions are on it, and that is what is known of it. */
function knownPoints(space: Space, solutions: Solutions | undefined, because: string): FrontierFinding {
  const points = new Map<string, FrontierFinding["points"][number]>();
  for (const solution of [solutions?.nash, solutions?.kalaiSmorodinsky, solutions?.egalitarian, solutions?.utilitarian])
    if (solution && solution.certificate.kind !== "bound")
      points.set(solution.integers.join(), {
        utilities: solution.utilities,
        package: nameOptions(space, solution.options),
        packages: null,
      });
  return {
    size: points.size,
    exact: false,
    because: `${because}; listed are only the solutions that are certified to lie on it`,
    points: [...points.values()],
  };
}

/** An estimate from draws may meet none of a few packages, one of which is known all the same. */
function holdKnown(zone: ZoneSize, space: Space, solutions: Solutions | undefined): ZoneSize {
  if (zone.exact || zone.count > 0n || !solutions?.egalitarian) return zone;
  const share = 1 / Number(space.outcomes);
  return { ...zone, count: 1n, share, interval: { low: share, high: Math.max(share, zone.interval?.high ?? 1) } };
}

function listZoneSize(zone: ZoneSize): PackageFindings["zone"] {
  const { count, share, exact, interval } = zone;
  return { count: String(count), share, exact, ...(interval && { interval: [interval.low, interval.high] as const }) };
}

function listConventions(space: Space, within: Within, known: boolean): string[] {
  const silent = space.parties.filter((_, p) =>
    space.exact ? space.exact.reservation[p] === undefined : space.reservation[p] === -Infinity,
  );
  return [
    `Utilities are whole multiples of exact fractions${space.exact ? ", here beyond 2^53 and so in long integers" : ""}; ties are exact.`,
    within === "all"
      ? "The frontier and the utilitarian package are taken over the whole space."
      : "The frontier and the utilitarian package are taken over the zone: packages that no party values below its reservation.",
    "Nash, Kalai–Smorodinsky and egalitarian packages are taken over the zone; the disagreement point is what each party has without agreement, even where that lies below every package.",
    ...(silent.length > 0
      ? [
          known
            ? `Without a reservation value, and so accepting everything, with their least utility as disagreement: ${silent.join(", ")}.`
            : `Give a reservation value for ${silent.join(", ")}: the links are too many to find their least utility, so no solution is taken.`,
        ]
      : []),
  ];
}
