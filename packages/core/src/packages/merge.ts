/**
 * The kernel: many sorted lists of utility vectors, each shifted by a constant vector, merged into the sorted list of
 * those that no other dominates ([P7]). One priority queue, one archive, no allocation while it runs.
 */
import type { Progress } from "../run/engine.ts";
import { createArchive } from "./archive.ts";
import { addTie, createPoints, growPoints, type PointList } from "./points.ts";

/** Work done so far and where to stop, counted, never timed: the same on every machine. */
export interface Budget {
  /** Vectors looked at and nodes of the archive visited. */
  work: number;
  readonly maxWork: number;
  /** Points in one list. */
  readonly maxPoints: number;
  /** Told the share of the work allowed that is done, now and then. */
  readonly progress?: Progress | undefined;
}

export interface Merger {
  /** Forgets the streams. */
  open(): void;
  /**
   * Adds the points start..end of the source, shifted by `shift[shiftStart..]`; each counts `weight` times; `tag` is
   * written to `from` of what survives.
   */
  add(
    start: number,
    end: number,
    shift: Float64Array,
    shiftStart: number,
    weight: number,
    exactWeight: bigint,
    tag: number,
  ): void;
  /** Appends the survivors to `out`, in falling lexicographic order. False: the budget ran out and `out` is incomplete. */
  run(source: PointList, out: PointList, budget: Budget): boolean;
}

/**
 * `slack`: per party, how much a vector may better one in the archive and still be dropped; zero for exact fronts.
 * `floor`: per party, the least value worth keeping (−Infinity: all).
 */
export function createMerger(parties: number, slack: Float64Array, floor: Float64Array): Merger {
  const P = parties;
  const archive = createArchive(P, slack);
  let capacity = 32;
  let next = new Int32Array(capacity);
  let stop = new Int32Array(capacity);
  let tags = new Int32Array(capacity);
  let weights = new Float64Array(capacity);
  let shifts = new Float64Array(capacity * P);
  let current = new Float64Array(capacity * P);
  let heap = new Int32Array(capacity);
  const exactWeights: bigint[] = [];
  let streams = 0;
  let values: Float64Array = new Float64Array(0);
  let into: PointList = createPoints(P, 0);
  let first = 0;
  let candidates = 0;
  const floored = floor.some((x) => x > -Infinity);

  function reserve(): void {
    capacity *= 2;
    const ints = (old: Int32Array) => {
      const larger = new Int32Array(capacity);
      larger.set(old);
      return larger;
    };
    const floats = (old: Float64Array, width: number) => {
      const larger = new Float64Array(capacity * width);
      larger.set(old);
      return larger;
    };
    [next, stop, tags, heap] = [ints(next), ints(stop), ints(tags), ints(heap)];
    weights = floats(weights, 1);
    shifts = floats(shifts, P);
    current = floats(current, P);
  }

  /** True where stream a's vector comes before stream b's. */
  function before(a: number, b: number): boolean {
    const x = a * P;
    const y = b * P;
    for (let j = 0; j < P; j++) {
      const d = current[x + j]! - current[y + j]!;
      if (d !== 0) return d > 0;
    }
    return a < b;
  }

  function siftDown(root: number, size: number): void {
    const moving = heap[root]!;
    let hole = root;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= size) break;
      if (child + 1 < size && before(heap[child + 1]!, heap[child]!)) child++;
      if (!before(heap[child]!, moving)) break;
      heap[hole] = heap[child]!;
      hole = child;
    }
    heap[hole] = moving;
  }

  /** True where stream s's present vector is the last one kept: equal ones come one after another. */
  function repeatsLast(base: number): boolean {
    if (into.length === first) return false;
    const kept = into.utilities;
    const last = (into.length - 1) * P;
    for (let j = 0; j < P; j++) if (kept[last + j]! !== current[base + j]!) return false;
    return true;
  }

  /** Moves stream s to its next vector that is not already covered; false at its end. */
  function load(s: number): boolean {
    const base = s * P;
    const end = stop[s]!;
    for (let k = next[s]!; k < end; k++) {
      candidates++;
      let low = false;
      for (let j = 0, at = k * P; j < P; j++, at++) {
        const x = values[at]! + shifts[base + j]!;
        current[base + j] = x;
        if (floored && x < floor[j]!) low = true;
      }
      if (low) continue;
      // An equal vector is covered too, but it counts.
      if (into.length > first && archive.covers(current, base) && !repeatsLast(base)) continue;
      next[s] = k;
      return true;
    }
    return false;
  }

  return {
    open() {
      streams = 0;
    },
    add(start, end, shift, shiftStart, weight, exactWeight, tag) {
      if (start >= end) return;
      if (streams === capacity) reserve();
      const s = streams++;
      next[s] = start;
      stop[s] = end;
      tags[s] = tag;
      weights[s] = weight;
      exactWeights[s] = exactWeight;
      for (let j = 0; j < P; j++) shifts[s * P + j] = shift[shiftStart + j]!;
    },
    run(source, out, budget) {
      values = source.utilities;
      into = out;
      first = out.length;
      candidates = 0;
      archive.clear();
      let size = 0;
      for (let s = 0; s < streams; s++) if (load(s)) heap[size++] = s;
      for (let k = (size >> 1) - 1; k >= 0; k--) siftDown(k, size);
      while (size > 0) {
        const s = heap[0]!;
        const base = s * P;
        const k = next[s]!;
        if (repeatsLast(base)) {
          out.counts[out.length - 1]! += weights[s]! * source.counts[k]!;
          if (out.exactCounts) out.exactCounts[out.length - 1]! += exactWeights[s]! * source.exactCounts![k]!;
          if (out.ties) addTie(out.ties, out.length - 1, tags[s]!, k);
        } else if (out.length === first || !archive.covers(current, base)) {
          growPoints(out);
          const n = out.length++;
          for (let j = 0; j < P; j++) out.utilities[n * P + j] = current[base + j]!;
          out.counts[n] = weights[s]! * source.counts[k]!;
          if (out.exactCounts) out.exactCounts[n] = exactWeights[s]! * source.exactCounts![k]!;
          out.from[n] = tags[s]!;
          out.at[n] = k;
          archive.insert(current, base);
          if (n - first >= budget.maxPoints) return false;
        }
        next[s] = k + 1;
        if (!load(s)) {
          size--;
          if (size === 0) break;
          heap[0] = heap[size]!;
        }
        siftDown(0, size);
        if (candidates > 10_000) {
          budget.work += candidates + archive.spent();
          candidates = 0;
          if (budget.work > budget.maxWork) return false;
          budget.progress?.(budget.work / budget.maxWork);
        }
      }
      budget.work += candidates + archive.spent();
      return budget.work <= budget.maxWork;
    },
  };
}
