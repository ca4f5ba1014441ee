/** How many packages everyone accepts: counted where that is possible, else estimated with an interval ([P15]). */
import { toNumber } from "./exact.ts";
import type { Space } from "./space.ts";
import { estimateZone } from "./zone-estimate.ts";
import { countBySearch } from "./zone-search.ts";
import { countByTable } from "./zone-table.ts";

export interface ZoneSize {
  readonly exact: boolean;
  /** Whole number of packages; the rounded estimate where not exact. */
  readonly count: bigint;
  /** Of all packages, 0..1. */
  readonly share: number;
  /** 95 % interval of the share; present where not exact. */
  readonly interval?: { readonly low: number; readonly high: number };
  readonly method: "table" | "search" | "estimate";
}
export interface ZoneSettings {
  /** Parties whose acceptance is needed, by index (all). */
  readonly needed?: readonly number[];
  readonly seed?: number;
  /** Drawn packages of an estimate (100,000). */
  readonly samples?: number;
  /** Settings looked at by the exact search (1,500,000). */
  readonly settings?: number;
}

export function countZone(space: Space, settings: ZoneSettings = {}): ZoneSize {
  const narrowed = settings.needed ? onlyNeeded(space, settings.needed) : space;
  const table = narrowed.exact ? undefined : countByTable(narrowed);
  if (table !== undefined) return sized(space, table, "table");
  const search = countBySearch(narrowed, settings.settings ?? 1_500_000);
  if (search !== undefined) return sized(space, search, "search");
  const estimate = estimateZone(narrowed, settings.samples ?? 100_000, settings.seed ?? 1);
  const outcomes = Number(space.outcomes);
  return {
    exact: false,
    count: Number.isFinite(outcomes)
      ? BigInt(Math.round(estimate.share * outcomes))
      : scaleShare(estimate.share, space.outcomes),
    share: estimate.share,
    interval: { low: estimate.low, high: estimate.high },
    method: "estimate",
  };
}

/** The same space in which only the given parties have a reservation. */
export function onlyNeeded(space: Space, needed: readonly number[]): Space {
  return {
    ...space,
    reservation: space.reservation.map((value, p) => (needed.includes(p) ? value : -Infinity)),
    exact: space.exact && {
      ...space.exact,
      reservation: space.exact.reservation.map((value, p) => (needed.includes(p) ? value : undefined)),
    },
  };
}

function sized(space: Space, count: bigint, method: "table" | "search"): ZoneSize {
  return { exact: true, count, share: toNumber({ num: count, den: space.outcomes }), method };
}

function scaleShare(share: number, outcomes: bigint): bigint {
  const steps = 4503599627370496;
  return (BigInt(Math.round(share * steps)) * outcomes) / BigInt(steps);
}
