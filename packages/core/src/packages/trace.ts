/** From a point of the final list back to the options chosen, through the lists it was merged from. */
import type { PointList } from "./points.ts";

/** How one list came about; walking back from a point settles the issues. */
export type Step =
  | { readonly kind: "unit" }
  | { readonly kind: "eliminate"; readonly issue: number; readonly points: PointList; readonly base: number }
  | { readonly kind: "sum"; readonly points: PointList; readonly larger: number; readonly smaller: number };

export interface Trace {
  /** Options chosen (compiled indices) behind a point, one per issue. */
  trace(point: number): Int32Array;
  /** Every choice behind a point (of an elimination with `ties`); undefined where there are more than `limit`. */
  traceAll(point: number, limit: number): readonly Int32Array[] | undefined;
}

export function createTrace(steps: readonly Step[], last: number, issues: number): Trace {
  type Place = readonly [step: number, point: number];

  /** Chosen option and the places that are still to be walked, for the main way or one of its ties. */
  function follow(step: Exclude<Step, { kind: "unit" }>, from: number, at: number, chosen: Int32Array): Place[] {
    if (step.kind === "sum")
      return [
        [step.larger, at],
        [step.smaller, from],
      ];
    chosen[step.issue] = from;
    return [[step.base, at]];
  }

  return {
    trace(point) {
      const chosen = new Int32Array(issues);
      const todo: Place[] = [[last, point]];
      for (let place = todo.pop(); place; place = todo.pop()) {
        const step = steps[place[0]]!;
        if (step.kind !== "unit")
          todo.push(...follow(step, step.points.from[place[1]]!, step.points.at[place[1]]!, chosen));
      }
      return chosen;
    },
    traceAll(point, limit) {
      const found: Int32Array[] = [];
      const todo: { readonly chosen: Int32Array; readonly places: readonly Place[] }[] = [
        { chosen: new Int32Array(issues), places: [[last, point]] },
      ];
      for (let state = todo.pop(); state; state = todo.pop()) {
        const [place, ...rest] = state.places;
        if (!place) {
          found.push(state.chosen);
          if (found.length > limit) return undefined;
          continue;
        }
        const step = steps[place[0]]!;
        if (step.kind === "unit") {
          todo.push({ chosen: state.chosen, places: rest });
          continue;
        }
        const { from, at, ties } = step.points;
        const ways: [number, number][] = [[from[place[1]]!, at[place[1]]!]];
        for (let t = ties?.first.get(place[1]) ?? -1; t >= 0; t = ties!.next[t]!)
          ways.push([ties!.from[t]!, ties!.at[t]!]);
        for (const [tag, source] of ways) {
          const chosen = Int32Array.from(state.chosen);
          todo.push({ chosen, places: [...follow(step, tag, source, chosen), ...rest] });
        }
        if (todo.length > limit) return undefined;
      }
      return found;
    },
  };
}
