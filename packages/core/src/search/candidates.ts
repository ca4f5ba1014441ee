/** Which moves a plan may be made of. */
import type { Brief, Id } from "../brief/brief.ts";
import type { Model } from "../model/model.ts";
import type { Contradiction } from "../run/findings.ts";

/** Contradictions with the brief's own limits: a plan does not go there, whatever it would bring. */
const limits = new Set(["excluded-scope", "own-red-line", "offer-below-bottom-line"]);

export interface Candidates {
  readonly moves: readonly number[];
  readonly leftOut: readonly { readonly move: Id; readonly why: string }[];
}

export function candidatesOf(brief: Brief, model: Model, contradictions: readonly Contradiction[]): Candidates {
  const asOf = brief.head.date?.to ?? brief.head.date?.from ?? "";
  const moves: number[] = [];
  const leftOut: { move: Id; why: string }[] = [];
  const within = (path: string, outer: string) => path === outer || path.startsWith(`${outer}/`);
  for (const [index, move] of model.moves.entries()) {
    if (!move.ours || model.past?.made[index] === true) continue;
    const places = [move.path, ...move.offers.map((offer) => model.offers[offer]!.path)];
    const against = contradictions.find(
      ({ code, paths }) => limits.has(code) && paths.some((path) => places.some((place) => within(path, place))),
    );
    const last = move.to === "" ? move.from : move.to;
    if (model.past?.over.includes(index) === true || (last !== "" && last < asOf))
      leftOut.push({ move: move.id, why: "its time is over" });
    else if (against !== undefined) leftOut.push({ move: move.id, why: against.message });
    else moves.push(index);
  }
  return { moves, leftOut };
}
