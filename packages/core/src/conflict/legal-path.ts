/** Shortest sequences of moves in which nobody moves twice in succession. */
import { type Conflict, movesFrom } from "./graph.ts";

export interface Step {
  readonly mover: number;
  readonly from: number;
  readonly to: number;
  /** For the mover: 1 better, 0 as good, -1 worse. */
  readonly gain: -1 | 0 | 1;
}

export function stepOf(conflict: Conflict, mover: number, from: number, to: number): Step {
  const ranks = conflict.ranks[mover]!;
  const gain = ranks[to]! > ranks[from]! ? 1 : ranks[to]! < ranks[from]! ? -1 : 0;
  return { mover, from, to, gain };
}

/**
 * A shortest sequence of one or more moves of the movers from a state to one that `isGoal` accepts; undefined where there is
 * none. Among equally short ones the first in order of movers and states. O(movers × (states + moves)) for those reached.
 */
export function findLegalPath(
  conflict: Conflict,
  movers: readonly number[],
  from: number,
  improvingOnly: boolean,
  isGoal: (state: number) => boolean,
): readonly Step[] | undefined {
  interface Node {
    readonly step: Step;
    readonly before: Node | undefined;
  }
  const arrived = new Set<number>();
  const m = conflict.graph.decisionMakers.length;
  let front: Node[] = [];
  const follow = (state: number, last: number, before: Node | undefined, next: Node[]): Node | undefined => {
    for (const mover of movers) {
      if (mover === last) continue;
      for (const to of movesFrom(conflict.graph.moves[mover]!, state)) {
        const step = stepOf(conflict, mover, state, to);
        const key = to * m + mover;
        if ((improvingOnly && step.gain < 1) || arrived.has(key)) continue;
        arrived.add(key);
        const node = { step, before };
        if (isGoal(to)) return node;
        next.push(node);
      }
    }
    return undefined;
  };
  let found = follow(from, -1, undefined, front);
  while (found === undefined && front.length > 0) {
    const next: Node[] = [];
    for (const node of front) {
      found = follow(node.step.to, node.step.mover, node, next);
      if (found !== undefined) break;
    }
    front = next;
  }
  if (found === undefined) return undefined;
  const steps: Step[] = [];
  for (let node: Node | undefined = found; node !== undefined; node = node.before) steps.unshift(node.step);
  return steps;
}
