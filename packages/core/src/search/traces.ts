/** What a factor of moves may do, as sequences of which those that come to the same are one (traces of Mazurkiewicz 1977). */
import type { Factor } from "./factors.ts";

export interface Traces {
  /** Each as places in `factor.moves`, in its first order; the empty one first, shorter before longer. */
  readonly list: readonly (readonly number[])[];
  /** `next[trace * moves + move]`: the trace with that move made after it; -1 where it may not be, or is beyond the limit. */
  readonly next: Int32Array;
  /** All that the factor may do is listed. */
  readonly complete: boolean;
}

/** What traces come to, to tell the promising ones: by trace, points in each of a few worlds. */
export type Worth = (traces: readonly (readonly number[])[]) => readonly Float64Array[];

/**
 * Lists what the factor may do, up to `most` traces; where there are more, at each length those that promise most by `worth`,
 * lengthened from those of the length before, and whatever begins one of `plans` (moves of the model in the order in which they are made). Cost O(traces × moves²), and of `worth` O(traces × moves) at most.
 * Two sequences are one trace when exchanging neighbours that commute turns the one into the other.
 */
export function tracesOf(
  factor: Factor,
  most: number,
  worth?: Worth,
  plans: readonly (readonly number[])[] = [],
): Traces {
  const whole = listed(factor, most, (children) => children);
  if (whole.complete || worth === undefined) return whole;
  const each = Math.max(1, Math.floor((most - 1) / factor.moves.length) - plans.length);
  const none = worth([[]])[0]!;
  const prefixes = new Set(
    plans.flatMap((plan) => {
      const places = plan.flatMap((m) => (factor.moves.includes(m) ? [factor.moves.indexOf(m)] : []));
      return places.map((_, k) => firstOrder(factor, places.slice(0, k + 1)).join(","));
    }),
  );
  return listed(factor, most, (children) => {
    const picked = promising(children, each, worth(children), none);
    const along = children.filter((child) => prefixes.has(child.join(",")) && !picked.includes(child));
    return [...along, ...picked];
  });
}

/** `pick` says which of the traces of one length are listed. */
function listed(
  factor: Factor,
  most: number,
  pick: (children: readonly (readonly number[])[]) => readonly (readonly number[])[],
): Traces {
  const n = factor.moves.length;
  const list: (readonly number[])[] = [[]];
  const known = new Map<string, number>([["", 0]]);
  let complete = true;
  for (let from = 0; from < list.length; ) {
    const children = new Map<string, readonly number[]>();
    for (const trace of list.slice(from))
      for (let m = 0; m < n; m++) {
        const longer = after(factor, trace, m);
        if (longer !== undefined) children.set(longer.join(","), longer);
      }
    from = list.length;
    const picked = pick([...children.values()]).slice(0, most - list.length);
    complete &&= picked.length === children.size;
    for (const trace of picked) known.set(trace.join(","), list.push(trace) - 1);
  }
  const next = list.flatMap((trace) =>
    Array.from({ length: n }, (_, m) => known.get(after(factor, trace, m)?.join(",") ?? "never") ?? -1),
  );
  return { list, next: Int32Array.from(next), complete };
}

/** Of the traces those that make none but these moves of the model: enough to follow a plan of them, or any part of one. */
export function tracesOfMoves({ list, next, complete }: Traces, factor: Factor, moves: ReadonlySet<number>): Traces {
  const n = factor.moves.length;
  const kept = list.flatMap((trace, t) => (trace.every((place) => moves.has(factor.moves[place]!)) ? [t] : []));
  const place = new Map(kept.map((t, k) => [t, k]));
  return {
    list: kept.map((t) => list[t]!),
    next: Int32Array.from(
      kept.flatMap((t) => Array.from(next.subarray(t * n, (t + 1) * n), (to) => place.get(to) ?? -1)),
    ),
    complete,
  };
}

/** The trace with one more move, in its first order; undefined where it may not come after. */
function after(factor: Factor, trace: readonly number[], m: number): number[] | undefined {
  const n = factor.moves.length;
  if (trace.some((other) => other === m || factor.before[m * n + other] === 1)) return undefined;
  return firstOrder(factor, [...trace, m]);
}

/** Half by what they come to in the mean, half by what they would if made only where that beats doing nothing. */
function promising(
  children: readonly (readonly number[])[],
  count: number,
  points: readonly Float64Array[],
  none: Float64Array,
): (readonly number[])[] {
  const order = (score: (values: Float64Array) => number) => {
    const scores = points.map(score);
    return [...children.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b);
  };
  const inMean = order((values) => values.reduce((sum, x) => sum + x, 0));
  const atBest = order((values) => values.reduce((sum, x, w) => sum + Math.max(x, none[w]!), 0));
  const picked = new Set(inMean.slice(0, Math.ceil(count / 2)));
  for (const k of atBest) {
    if (picked.size >= count) break;
    picked.add(k);
  }
  return [...picked].sort((a, b) => a - b).map((k) => children[k]!);
}

/** Of the orders that come to the same the one that is first, move by move. */
function firstOrder(factor: Factor, sequence: readonly number[]): number[] {
  const n = factor.moves.length;
  const left = [...sequence];
  const order: number[] = [];
  while (left.length > 0) {
    let pick = 0;
    for (let k = 1; k < left.length; k++) {
      const free = left.slice(0, k).every((earlier) => factor.commute[earlier * n + left[k]!] === 1);
      if (free && left[k]! < left[pick]!) pick = k;
    }
    order.push(left[pick]!);
    left.splice(pick, 1);
  }
  return order;
}
