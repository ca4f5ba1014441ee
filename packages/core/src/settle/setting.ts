/** The world in which items are settled, and what it adds to the members' means. */
import type { OutcomeModelName } from "../brief/brief.ts";
import type { Item, Model } from "../model/model.ts";
import { carryOver, residualQuantile } from "../worlds/index.ts";
import type { Ballot } from "./acceptance.ts";

export interface Setting {
  readonly model: Model;
  readonly inputs: Float64Array;
  readonly base: number;
  readonly outcomeModel: OutcomeModelName;
  readonly ballot: Ballot;
  /** Points of percent by which acting effects change the chance of admission, and a chance that replaces it (or NaN). */
  readonly admissionShift: number;
  readonly admissionSet: number;
  /** How far the replacing chance acts: 1 as the brief gives it, another strength only to find a break-even. */
  readonly admissionPull: number;
}

/** Scale points by which the outcome misses the mean in this world: one residual per issue, tied to it before a later forum. */
export function residualOf(
  setting: Pick<Setting, "inputs" | "base" | "model">,
  item: Item,
  forum: number,
  option: number,
): number {
  const { inputs, base, model } = setting;
  const own = inputs[base + (item.ordered ? item.residual : item.optionResiduals[option]!)]!;
  if (forum === item.nowBefore) return residualQuantile(own);
  const later = item.ordered ? item.laterResidual : (item.laterOptionResiduals[option] ?? -1);
  if (later < 0) return residualQuantile(own);
  return residualQuantile(carryOver(own, inputs[base + later]!, inputs[base + model.method.carryOver]!));
}
