/** Limited-move stability L_h and non-myopic stability for two decision makers ([S10]; Kilgour 1985, Fang, Hipel & Kilgour 1989). */
import { type Conflict, movesFrom } from "./graph.ts";
import { failOnce, type Result, succeed } from "./problem.ts";

export interface LimitedMoves {
  /** stable[h - 1][i][s] is 1 where s is L_h stable for i; h from 1. */
  readonly stable: readonly (readonly [Uint8Array, Uint8Array])[];
  /**
   * Stable for all h from some horizon on, per decision maker. Absent where what is anticipated has not come to repeat
   * itself within the horizons looked at.
   */
  readonly nonMyopic?: readonly [Uint8Array, Uint8Array];
  /** From `repeatsFrom` on the anticipations return every `period` horizons. */
  readonly repeatsFrom?: number;
  readonly period?: number;
}

/**
 * Anticipation by backward induction: with h moves left i looks where its best move leads if the other goes on with h - 1,
 * and stays unless that is better. Ties: among outcomes equally good for the mover the one worst for the other is expected, then the
 * first in order of states; the mover's own stability does not depend on it, what the other expects of it does.
 * O(horizon × (n + moves)).
 */
export function analyseLimitedMoves(conflict: Conflict, horizon: number): Result<LimitedMoves> {
  const { graph, ranks } = conflict;
  if (ranks.length !== 2) {
    return failOnce(
      "conflict-needs-two",
      [],
      `Limited-move stability is defined for two decision makers; this conflict has ${ranks.length}.`,
      "The definitions for more are disputed; use SEQ or SSEQ.",
    );
  }
  const n = graph.stateCount;
  const identity = (): Int32Array => Int32Array.from({ length: n }, (_, s) => s);
  let expected: readonly [Int32Array, Int32Array] = [identity(), identity()];
  const stable: [Uint8Array, Uint8Array][] = [];
  const seen = new Map<string, number>();
  let repeatsFrom: number | undefined;
  let period: number | undefined;
  for (let h = 1; h <= horizon; h++) {
    const before = expected;
    const look = (i: 0 | 1): Int32Array =>
      Int32Array.from({ length: n }, (_, s) => {
        const own = ranks[i]!;
        const other = ranks[i === 0 ? 1 : 0]!;
        const answer = before[i === 0 ? 1 : 0];
        let best = -1;
        for (const t of movesFrom(graph.moves[i]!, s)) {
          const outcome = answer[t]!;
          const gain = best < 0 ? 1 : own[outcome]! - own[best]!;
          const loss = best < 0 ? 0 : other[best]! - other[outcome]!;
          if (gain > 0 || (gain === 0 && (loss > 0 || (loss === 0 && outcome < best)))) best = outcome;
        }
        return best >= 0 && own[best]! > own[s]! ? best : s;
      });
    expected = [look(0), look(1)];
    stable.push([marked(expected[0]), marked(expected[1])]);
    const key = `${expected[0].join()};${expected[1].join()}`;
    const earlier = seen.get(key);
    if (earlier !== undefined && repeatsFrom === undefined) {
      repeatsFrom = earlier;
      period = h - earlier;
    }
    if (earlier === undefined) seen.set(key, h);
  }
  if (repeatsFrom === undefined || period === undefined) return succeed({ stable });
  const cycle = stable.slice(repeatsFrom - 1, repeatsFrom - 1 + period);
  const always = (i: 0 | 1): Uint8Array =>
    Uint8Array.from({ length: n }, (_, s) => (cycle.every((flags) => flags[i][s] === 1) ? 1 : 0));
  return succeed({ stable, nonMyopic: [always(0), always(1)], repeatsFrom, period });
}

function marked(expected: Int32Array): Uint8Array {
  return Uint8Array.from(expected, (outcome, s) => (outcome === s ? 1 : 0));
}
