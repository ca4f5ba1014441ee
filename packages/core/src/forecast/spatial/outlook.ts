/** What actors see at the start of a turn: how far apart they are, how fond of risk, and who gains by challenging whom. */
import type { OptionChances } from "./option-chances.ts";
import type { FullSettings } from "./settings.ts";
import { distance, type SpatialTable, utility } from "./spatial-table.ts";

export interface Outlook {
  /** Row i: how far i finds it from its place to that of j, 0..1. */
  readonly apart: Float64Array;
  /** Taste for risk, −1..1. */
  readonly risk: Float64Array;
  /** Row h: what h takes i's taste for risk to be. */
  readonly riskSeen: Float64Array;
}

const ownShare: Readonly<Record<FullSettings["riskSeen"], number>> = {
  none: 1,
  "one third": 2 / 3,
  half: 1 / 2,
  "two thirds": 1 / 3,
  full: 0,
};

/** Those whose place is likely to win are at ease, and so fond of risk. */
export function lookAt(table: SpatialTable, settings: FullSettings, chances: OptionChances): Outlook {
  const { actors: n, position, capability, dimensions } = table;
  const apart = new Float64Array(n * n);
  const worth = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const d = distance(table, i, position, i * dimensions, position, j * dimensions);
      apart[i * n + j] = d;
      worth[i * n + j] = 1 - d;
    }
  const p = new Float64Array(n);
  chances.fill(worth, capability, n, n, p);
  const risk = riskOf(p, settings.riskRange);
  const own = ownShare[settings.riskSeen];
  const riskSeen = new Float64Array(n * n);
  for (let h = 0; h < n; h++) for (let i = 0; i < n; i++) riskSeen[h * n + i] = own * risk[h]! + (1 - own) * risk[i]!;
  return { apart, risk, riskSeen };
}

function riskOf(p: Float64Array, range: FullSettings["riskRange"]): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  for (const chance of p) {
    if (chance > most) most = chance;
    if (chance < least) least = chance;
  }
  const width = most - least;
  // Chances that differ by rounding alone make nobody fonder of risk than another.
  if (width < 1e-12) return new Float64Array(p.length);
  return p.map((chance) => {
    if (range === "max") return (2 * chance - most - least) / width;
    if (range === "min") return (chance - least) / width;
    return (3 * chance - (most + 2 * least)) / (2 * width);
  });
}

/** Worth to each actor (row) of each other's place (column), in h's eyes. */
export function worthSeenBy(h: number, n: number, { apart, riskSeen }: Outlook, out: Float64Array): void {
  for (let m = 0; m < n; m++) {
    const risk = riskSeen[h * n + m]!;
    for (let j = 0; j < n; j++) out[m * n + j] = utility(apart[m * n + j]!, risk);
  }
}
