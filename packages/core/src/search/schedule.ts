/** Which traces of which factors are rolled out at once: those that agree on the moves that they share. */
import type { Factor } from "./factors.ts";
import type { Traces } from "./traces.ts";

/** One roll-out. For each factor read from it, the moves made are the trace, in its order, and others that do not touch it. */
export interface Run {
  /** Moves of the model in the order in which they are made. */
  readonly sequence: readonly number[];
  readonly reads: readonly { readonly factor: number; readonly trace: number }[];
}

interface Draft {
  sequence: number[];
  /** Moves on which it is decided whether they are made. */
  readonly decided: Set<number>;
  readonly reads: { factor: number; trace: number }[];
}

/** Every trace of every factor once, in as few runs as taking the longest lists first gives. Cost O(traces × runs × moves). */
export function scheduleOf(factors: readonly Factor[], traces: readonly Traces[]): Run[] {
  const drafts: Draft[] = [];
  const order = [...factors.keys()].sort((a, b) => traces[b]!.list.length - traces[a]!.list.length || a - b);
  for (const f of order) {
    const { moves } = factors[f]!;
    const free = new Set(drafts);
    for (const [t, places] of traces[f]!.list.entries()) {
      const trace = places.map((place) => moves[place]!);
      let taken: Draft | undefined;
      for (const draft of free) {
        const merged = merge(draft, moves, trace);
        if (merged === undefined) continue;
        draft.sequence = merged;
        taken = draft;
        break;
      }
      if (taken === undefined) {
        taken = { sequence: trace, decided: new Set(), reads: [] };
        drafts.push(taken);
      }
      free.delete(taken);
      for (const m of moves) taken.decided.add(m);
      taken.reads.push({ factor: f, trace: t });
    }
  }
  return drafts.map(({ sequence, reads }) => ({ sequence, reads }));
}

/** The draft with the trace in it; undefined where they disagree on a move of both, or on the order of two. */
function merge(draft: Draft, moves: readonly number[], trace: readonly number[]): number[] | undefined {
  for (const m of moves) if (draft.decided.has(m) && draft.sequence.includes(m) !== trace.includes(m)) return undefined;
  const merged: number[] = [];
  let at = 0;
  for (const m of draft.sequence) {
    const place = trace.indexOf(m);
    if (place >= 0) {
      if (place < at) return undefined;
      merged.push(...trace.slice(at, place));
      at = place + 1;
    }
    merged.push(m);
  }
  return [...merged, ...trace.slice(at)];
}
