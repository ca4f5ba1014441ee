import type { FullSettings } from "./settings.ts";

/** Weight w thrown in for a preference of `by` (within −1..1 on utilities of 0..1): signed, towards the first option. */
export type Vote = (w: number, by: number) => number;

const clipped = (by: number) => Math.max(-1, Math.min(1, by / 1e-8));
const votes: Readonly<Record<FullSettings["voting"], Vote>> = {
  proportional: (w, by) => w * by,
  binary: (w, by) => w * clipped(by),
  "mixed binary": (w, by) => w * (0.8 * by + 0.2 * clipped(by)),
  "mixed cubic": (w, by) => w * (0.5 * by + 0.5 * by * by * by),
  cubic: (w, by) => w * by * by * by,
  asymmetric: (w, by) => (by < 0 ? w * by : (2 / 3) * w * by),
};
export function voteBy(rule: FullSettings["voting"]): Vote {
  return votes[rule];
}

/** Chance that a coalition of strength a beats one of strength b; both above 0. */
export type Victory = (a: number, b: number) => number;

const share = (a: number, b: number) => a / (a + b);
const square = (x: number) => x * x;
const victories: Readonly<Record<FullSettings["victory"], Victory>> = {
  linear: share,
  square: (a, b) => share(square(a), square(b)),
  quartic: (a, b) => share(square(square(a)), square(square(b))),
  octic: (a, b) => share(square(square(square(a))), square(square(square(b)))),
  binary: byTenPercent,
};
export function victoryBy(model: FullSettings["victory"]): Victory {
  return victories[model];
}

/** A tenth more strength is as good as certain (a million to one); between, the chance runs straight with the share of strength. */
function byTenPercent(a: number, b: number): number {
  const certain = 1 / (1 + 1e-6);
  if (a >= 1.1 * b) return certain;
  if (b >= 1.1 * a) return 1 - certain;
  return 0.5 + ((certain - 0.5) * (share(a, b) - 0.5)) / (1.1 / 2.1 - 0.5);
}
