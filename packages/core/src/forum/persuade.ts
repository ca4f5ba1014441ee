/** The cheapest winning coalition: who must be won over, given what each costs. SPEC.md [S3]. */
import { type Game, wins } from "./game.ts";

export interface Persuasion {
  /** Positions of those to win over, rising. */
  readonly members: readonly number[];
  readonly cost: number;
  /** False: the search was broken off; nothing can cost less than `atLeast`. */
  readonly cheapest: boolean;
  readonly atLeast: number;
}
const MOST_NODES = 200_000;

/**
 * `costs` by member: a whole number ≥ 0, or undefined for one that cannot be won; `inFavour` are there already. Undefined where
 * all that can be won do not win. Branch and bound; a node's bound is what the dearest requirement takes at least if votes could
 * be had in parts.
 */
export function cheapestPersuasion(
  game: Game,
  costs: readonly (number | undefined)[],
  inFavour: readonly boolean[],
): Persuasion | undefined {
  const chosen = Uint8Array.from(inFavour, (favour) => (favour ? 1 : 0));
  const possible = chosen.map((favour, i) => (favour === 1 || costs[i] !== undefined ? 1 : 0));
  if (!wins(game, possible)) return undefined;
  if (wins(game, chosen)) return { members: [], cost: 0, cheapest: true, atLeast: 0 };
  const offered = [...costs.keys()].filter((i) => chosen[i] === 0 && costs[i] !== undefined);
  const worth = worthOf(game);
  const order = offered.sort((a, b) => costs[a]! * worth[b]! - costs[b]! * worth[a]! || a - b);
  const start = boundFrom(game, costs, chosen, order, 0);
  let best = { cost: Number.POSITIVE_INFINITY, members: [] as readonly number[] };
  let nodes = 0;
  const search = (depth: number, cost: number): void => {
    nodes++;
    if (nodes > MOST_NODES && best.cost < Number.POSITIVE_INFINITY) return;
    const i = order[depth];
    if (i === undefined || cost + boundFrom(game, costs, chosen, order, depth) >= best.cost) return;
    chosen[i] = 1;
    const joined = cost + costs[i]!;
    if (joined < best.cost) {
      if (wins(game, chosen)) best = { cost: joined, members: order.filter((k) => chosen[k] === 1) };
      else search(depth + 1, joined);
    }
    chosen[i] = 0;
    possible[i] = 0;
    if (wins(game, possible)) search(depth + 1, cost);
    possible[i] = 1;
  };
  search(0, 0);
  const cheapest = nodes <= MOST_NODES;
  return {
    members: [...best.members].sort((a, b) => a - b),
    cost: best.cost,
    cheapest,
    atLeast: cheapest ? best.cost : start,
  };
}

/** What a member brings, as shares of the quotas: only the order of the search depends on it. */
function worthOf(game: Game): readonly number[] {
  if (game.kind === "compound") return Array.from({ length: game.size }, () => 1);
  return Array.from(
    { length: game.size },
    (_, i) =>
      1e-9 +
      (game.vetoes.includes(i) ? 1 : 0) +
      game.requirements.reduce((sum, { weights, quota }) => sum + weights[i]! / Math.max(1, quota), 0),
  );
}

/** Least that those from `depth` on must still cost. */
function boundFrom(
  game: Game,
  costs: readonly (number | undefined)[],
  chosen: Uint8Array,
  order: readonly number[],
  depth: number,
): number {
  if (game.kind === "compound") return 0;
  const open = order.slice(depth);
  const vetoes = open.filter((i) => game.vetoes.includes(i)).reduce((sum, i) => sum + costs[i]!, 0);
  const whole = game.requirements.reduce((dearest, { weights, quota }) => {
    const have = weights.reduce((sum, w, i) => sum + (chosen[i] === 1 ? w : 0), 0);
    return Math.max(dearest, leastFor(quota - have, open, weights, costs));
  }, 0);
  if (game.fewestToBlock === 0) return Math.max(vetoes, whole);
  const needed = game.size - game.fewestToBlock + 1 - chosen.reduce((sum, favour) => sum + favour, 0);
  const ones = Array.from({ length: game.size }, () => 1);
  return Math.max(vetoes, Math.min(whole, leastFor(needed, open, ones, costs)));
}

function leastFor(
  missing: number,
  open: readonly number[],
  weights: readonly number[],
  costs: readonly (number | undefined)[],
): number {
  let [left, cost] = [missing, 0];
  const cheapestFirst = open
    .filter((i) => weights[i]! > 0)
    .sort((a, b) => costs[a]! * weights[b]! - costs[b]! * weights[a]!);
  for (const i of cheapestFirst) {
    if (left <= 0) return cost;
    cost += costs[i]! * Math.min(1, left / weights[i]!);
    left -= weights[i]!;
  }
  return left <= 0 ? cost : Number.POSITIVE_INFINITY;
}
