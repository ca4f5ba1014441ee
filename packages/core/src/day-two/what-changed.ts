/** What changed since, and why: two plans of one brief, before what was observed and after. */
import type { Model, ModelStep } from "../model/model.ts";
import type { ModelPast, Selection } from "../model/past.ts";
import { categoriesOf } from "../plan/categories.ts";
import { planWithout } from "../plan/left-out.ts";
import type { Merged } from "../plan/merged.ts";
import { isDecided, shrinkAmong, shrinkingOf } from "../plan/open-categories.ts";
import { differenceWithInterval, meanWithInterval } from "../plan/value-range.ts";
import type { Variant } from "../plan/variants.ts";
import type { PlanFindings, ValueRange } from "../run/findings.ts";
import type { Change, ChangeOfValue, DayTwoFinding, ItemChange, MoveChange, ObservationFinding } from "./finding.ts";
import { forecastChanges } from "./forecast-changes.ts";
import { inputChanges } from "./input-changes.ts";

/** One side of the comparison. */
export interface Side {
  readonly model: Model;
  readonly merged: Merged;
  readonly variants: readonly Variant[];
  /** Absent where nothing had been observed. */
  readonly selection?: Selection;
}

export function whatChanged(
  before: Side,
  after: Side & {
    readonly selection: Selection;
    readonly past: ModelPast;
    readonly known: number;
    readonly seed: number;
  },
  found: Pick<PlanFindings, "forecasts">,
): DayTwoFinding {
  const { past, selection } = after;
  const n = { before: before.merged.worlds, after: after.merged.worlds };
  const share = (pick: (merged: Merged) => number): Change => ({
    before: pick(before.merged) / n.before,
    after: pick(after.merged) / n.after,
  });
  return {
    today: past.today,
    known: after.known,
    observations: observationsOf(past, selection),
    worlds: n,
    tried: selection.tried,
    surveyed: selection.surveyed,
    items: after.model.items.map((_, i) => itemChange(before, after, i)),
    plans: {
      none: valueChange(before, after, ({ kind }) => kind === "none"),
      asWritten: valueChange(before, after, ({ kind }) => kind === "asWritten"),
      others: Object.fromEntries(
        after.model.otherPlans.map(({ id }, p) => [
          id,
          valueChange(before, after, ({ kind, index }) => kind === "other" && index === p),
        ]),
      ),
    },
    moves: after.model.moves.flatMap((move, m) => (move.ours ? moveChange(before, after, past, m) : [])),
    assumptions: after.model.assumptions.map(({ id }, a) => ({ id, ...share((merged) => merged.holds[a]!) })),
    inputs: inputChanges(before, after, after.seed),
    branches: branchesOf(after.model.plan.stages.flat()).flatMap((step) => {
      const taken = waysOf(step);
      if (taken === undefined) return [];
      const path = after.model.plan.paths[step.index]!;
      return [{ path, yes: share((merged) => taken(merged)[0]), no: share((merged) => taken(merged)[1]) }];
    }),
    forecasts: forecastChanges(before, after, past, found.forecasts),
  };
}

function observationsOf(past: ModelPast, selection: Selection): ObservationFinding[] {
  return past.observations.map(({ path, text, day, ownLuck }, k) => ({
    path,
    fact: text,
    day,
    expected: selection.held[k]! / selection.surveyed,
    taken: ownLuck ? "own luck" : selection.forced.includes(k) ? "not learnt" : "learnt",
  }));
}

function itemChange(before: Side, after: Side, index: number): ItemChange {
  const item = after.model.items[index]!;
  const cats = categoriesOf(item);
  const decided = isDecided(after.model, index);
  const chance = ({ model, merged }: Side, from: number, to: number): number => {
    let count = 0;
    for (let c = from; c < to; c++) count += merged.items[index]!.categories[c]!;
    return shrinkAmong(shrinkingOf(model, index, merged.items[index]!.categories), from, count / merged.worlds);
  };
  const change = (from: number, to = from + 1): Change => ({
    before: chance(before, from, to),
    after: chance(after, from, to),
  });
  return {
    id: item.id,
    ask: change(0),
    rungs: item.ladder.slice(1).map((option, r) => ({ id: item.options[option]!.id, ...change(r + 1) })),
    worse: change(cats.worse),
    none: change(cats.none, cats.count),
    decided,
  };
}

const valuesOf = ({ merged, variants }: Side, isIt: (variant: Variant) => boolean): Float64Array | undefined =>
  merged.values[variants.findIndex(isIt)];

function valueChange(before: Side, after: Side, isIt: (variant: Variant) => boolean): ChangeOfValue {
  return {
    before: meanWithInterval(valuesOf(before, isIt)!),
    after: meanWithInterval(valuesOf(after, isIt)!),
  };
}

function moveChange(before: Side, after: Side, past: ModelPast, move: number): MoveChange[] {
  const worth = (side: Side): ValueRange | undefined => {
    const without = side.merged.values[planWithout(side.merged, side.variants, move)];
    return without === undefined ? undefined : differenceWithInterval(side.merged.values[0]!, without);
  };
  const [was, is] = [worth(before), worth(after)];
  const state = past.made[move] ? "made" : past.over.includes(move) ? "over" : "open";
  if (was === undefined && is === undefined && state === "open") return [];
  return [
    {
      move: after.model.moves[move]!.id,
      state,
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    },
  ];
}

type Branch = Extract<ModelStep, { step: "if" }>;

function branchesOf(steps: readonly ModelStep[]): Branch[] {
  return steps.flatMap((step) => (step.step === "if" ? [step, ...branchesOf(step.yes), ...branchesOf(step.no)] : []));
}

/** Worlds in which each way of a branch is taken; undefined where neither has a step. */
function waysOf({ index, yes, no }: Branch): ((merged: Merged) => [number, number]) | undefined {
  const [firstYes, firstNo] = [yes[0], no[0]];
  if (firstYes !== undefined)
    return ({ reached }) => [reached[firstYes.index]!, reached[index]! - reached[firstYes.index]!];
  if (firstNo !== undefined)
    return ({ reached }) => [reached[index]! - reached[firstNo.index]!, reached[firstNo.index]!];
  return undefined;
}
