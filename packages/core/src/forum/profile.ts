/** What the indices need of a game: winning coalitions by size, and swings of each member by the number of the others. */

import { compoundProfile } from "./compound-profile.ts";
import { type CountLimits, countWithin } from "./count/count-within.ts";
import { binomials } from "./count/problem.ts";
import type { Game, VotesGame } from "./game.ts";

export interface Profile {
  readonly size: number;
  /** Winning coalitions by size, 0..size. */
  readonly winning: readonly bigint[];
  /**
   * By member, and by size 0..size − 1: losing coalitions without the member that win with it. Members that cannot be told
   * apart may share one array.
   */
  readonly swings: readonly (readonly bigint[])[];
}

/** Undefined where counting would take more than the limits. */
export function profileOf(game: Game, limits: CountLimits = {}): Profile | undefined {
  if (game.kind === "votes") return votesProfile(game, limits);
  const parts: Profile[] = [];
  for (const part of game.parts) {
    const profile = profileOf(part, limits);
    if (profile === undefined) return undefined;
    parts.push(profile);
  }
  return compoundProfile(game.outer, parts);
}

/** Seen from outside: a coalition wins if those whom it leaves out have no veto and not more weight than can be spared. */
function votesProfile(
  { size, requirements, vetoes, fewestToBlock }: VotesGame,
  limits: CountLimits,
): Profile | undefined {
  const vetoing = new Set(vetoes);
  const free = Array.from({ length: size }, (_, i) => i).filter((i) => !vetoing.has(i));
  const outside = countWithin(
    {
      count: free.length,
      weights: requirements.map(({ weights }) => free.map((i) => weights[i]!)),
      limits: requirements.map(({ weights, quota }) => weights.reduce((sum, w) => sum + w, 0) - quota),
      largest: free.length,
    },
    limits,
  );
  if (outside === undefined) return undefined;
  const [sets, setsOfOthers] = [binomials(free.length), binomials(Math.max(0, free.length - 1))];
  const few = (list: readonly bigint[], any: readonly bigint[]) =>
    fewestToBlock === 0 ? list : list.map((number, t) => (t < fewestToBlock ? (any[t] ?? 0n) : number));
  const all = few(outside.all, sets);
  const winning = Array.from({ length: size + 1 }, (_, s) => all[size - s] ?? 0n);
  const known = new Map<readonly bigint[], readonly bigint[]>();
  const swingsOf = (list: readonly bigint[], having: (list: readonly bigint[]) => readonly bigint[]) => {
    const found = known.get(list);
    if (found !== undefined) return found;
    const swings = swingsFrom(winning, having(list));
    known.set(list, swings);
    return swings;
  };
  const swings: (readonly bigint[])[] = [];
  // Whoever has a veto is in every winning coalition.
  for (const i of vetoing) swings[i] = swingsOf(winning, () => winning);
  free.forEach((i, place) => {
    swings[i] = swingsOf(outside.without[place]!, (list) => {
      const without = few(list, setsOfOthers);
      return Array.from({ length: size + 1 }, (_, s) => without[size - s] ?? 0n);
    });
  });
  return { size, winning, swings };
}

/** `having` counts the winning coalitions that a member is in; the rest win without it, and so with it too. */
function swingsFrom(winning: readonly bigint[], having: readonly bigint[]): readonly bigint[] {
  return Array.from({ length: winning.length - 1 }, (_, s) => having[s + 1]! - (winning[s]! - having[s]!));
}
