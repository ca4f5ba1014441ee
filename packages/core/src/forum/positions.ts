/** Members on a scale: who is pivotal, and what would be preferred to `otherwise`. SPEC.md [W1]–[W3]. */
import { type Game, wins } from "./game.ts";

export interface Pivot {
  readonly at: number;
  /** All members at that place. */
  readonly members: readonly number[];
}
export interface Pivots {
  /** Last to join the lowest coalition that wins, and the highest; absent where nothing can be adopted. */
  readonly fromBelow?: Pivot;
  readonly fromAbove?: Pivot;
}
/** Open interval. */
export interface Stretch {
  readonly above: number;
  readonly below: number;
}

export function pivotsOf(game: Game, positions: readonly number[]): Pivots {
  const places = [...new Set(positions)].sort((a, b) => a - b);
  const winsTogether = (belongs: (position: number) => boolean): boolean =>
    wins(
      game,
      Uint8Array.from(positions, (position) => (belongs(position) ? 1 : 0)),
    );
  const pivotAt = (at: number): Pivot => ({
    at,
    members: [...positions.keys()].filter((i) => positions[i] === at),
  });
  const below = places.find((place) => winsTogether((position) => position <= place));
  const above = [...places].reverse().find((place) => winsTogether((position) => position >= place));
  return {
    ...(below === undefined ? {} : { fromBelow: pivotAt(below) }),
    ...(above === undefined ? {} : { fromAbove: pivotAt(above) }),
  };
}

/**
 * Places that a winning coalition prefers to `otherwise`, where each member prefers what is nearer to it. Above: those who gain by x
 * stand beyond the middle between x and `otherwise`, and they win as long as that middle is below the pivot from above.
 */
export function winSet({ fromBelow, fromAbove }: Pivots, otherwise: number): readonly Stretch[] {
  const down =
    fromBelow !== undefined && fromBelow.at < otherwise
      ? [{ above: 2 * fromBelow.at - otherwise, below: otherwise }]
      : [];
  const up =
    fromAbove !== undefined && fromAbove.at > otherwise
      ? [{ above: otherwise, below: 2 * fromAbove.at - otherwise }]
      : [];
  return [...down, ...up];
}

/** What a chair who alone may propose would put forward: the place nearest to its own that passes, or `otherwise`. At the edge of the win-set the pivot does not mind. */
export function chairsProposal(stretches: readonly Stretch[], otherwise: number, chair: number): number {
  const nearest = stretches.map(({ above, below }) => Math.min(below, Math.max(above, chair)));
  return [otherwise, ...nearest].reduce((best, place) =>
    Math.abs(place - chair) < Math.abs(best - chair) ? place : best,
  );
}
