/** Winning coalitions in which everybody is needed, and the coalitions that can just stop everything. SPEC.md [S1], [S2]. */
import { type Game, wins } from "./game.ts";

export interface CoalitionList {
  /** Positions of members, each list rising; fewest members first. */
  readonly coalitions: readonly (readonly number[])[];
  /** False where there are more than were asked for, or the search was broken off. */
  readonly complete: boolean;
}
const MOST_NODES = 50_000;

/** `importance` by member (swings, say): the search is short where those who matter most come first. */
export function minimalWinning(game: Game, importance: readonly number[], most: number): CoalitionList {
  return searchMinimal(game.size, importance, most, (coalition) => wins(game, coalition));
}

/** A coalition blocks if the others do not win without it. */
export function minimalBlocking(game: Game, importance: readonly number[], most: number): CoalitionList {
  return searchMinimal(game.size, importance, most, (coalition) => !wins(game, outside(coalition)));
}

/** Members without whom the others do not win. */
export function blockAlone(game: Game): readonly number[] {
  return Array.from({ length: game.size }, (_, i) => i).filter((i) => {
    const others = new Uint8Array(game.size).fill(1);
    others[i] = 0;
    return !wins(game, others);
  });
}

function outside(coalition: Uint8Array): Uint8Array {
  return coalition.map((in_) => 1 - in_);
}

export function searchMinimal(
  size: number,
  importance: readonly number[],
  most: number,
  enough: (coalition: Uint8Array) => boolean,
): CoalitionList {
  const order = Array.from({ length: size }, (_, i) => i).sort((a, b) => importance[b]! - importance[a]! || a - b);
  const found: (readonly number[])[] = [];
  const chosen = new Uint8Array(size);
  /** Chosen, and all who have not been asked yet. */
  const possible = new Uint8Array(size).fill(1);
  let nodes = 0;
  let complete = true;
  const everybodyNeeded = (): boolean =>
    order.every((i) => {
      if (chosen[i] === 0) return true;
      chosen[i] = 0;
      const still = enough(chosen);
      chosen[i] = 1;
      return !still;
    });
  const search = (depth: number): void => {
    if (found.length > most || nodes > MOST_NODES) {
      complete = false;
      return;
    }
    nodes++;
    const i = order[depth];
    if (i === undefined) return;
    chosen[i] = 1;
    if (enough(chosen)) {
      if (everybodyNeeded()) found.push(Array.from(chosen.keys()).filter((k) => chosen[k] === 1));
    } else search(depth + 1);
    chosen[i] = 0;
    possible[i] = 0;
    if (enough(possible)) search(depth + 1);
    possible[i] = 1;
  };
  if (enough(possible) && !enough(chosen)) search(0);
  const listed = found.slice(0, most).sort((a, b) => a.length - b.length || firstDifference(a, b));
  return { coalitions: listed, complete: complete && found.length <= most };
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((member, k) => member !== b[k]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
