/** A plan as a tree over what we have seen. */

export type Policy = Stop | Act;
/** Nothing more is done. */
export interface Stop {
  readonly kind: "stop";
}
export const stop: Stop = { kind: "stop" };

export interface Act {
  readonly kind: "do";
  /** Index in the model. */
  readonly move: number;
  /** What comes next. One branch where what the move tells is not branched on; the last one takes whatever is not named. */
  readonly branches: readonly Branch[];
  /** Worlds of the search that come here. */
  readonly worlds: number;
}
export interface Branch {
  /** Values of `seen` after which it is taken. */
  readonly codes: readonly number[];
  readonly next: Policy;
  readonly worlds: number;
}

/** Moves that a policy may come to make, in the order in which they are met. */
export function movesIn(policy: Policy): number[] {
  const found = new Set<number>();
  const visit = (node: Policy): void => {
    if (node.kind === "stop") return;
    found.add(node.move);
    for (const branch of node.branches) visit(branch.next);
  };
  visit(policy);
  return [...found];
}

/** Most moves on any path. */
export function depthOf(policy: Policy): number {
  return policy.kind === "stop" ? 0 : 1 + Math.max(...policy.branches.map((branch) => depthOf(branch.next)));
}
