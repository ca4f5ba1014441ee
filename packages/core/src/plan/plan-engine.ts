/**
 * The plan engine: no plan, the plan as written, the plan without each move, other plans, offers never made, other outcome
 * models and interventions, all on the same worlds; then ranges, with one group of inputs held fixed at a time.
 * Cost O(worlds × variants × items × seats × options), less what the memo saves; memory O(worlds × variants).
 */
import type { Model } from "../model/model.ts";
import type { Selection } from "../model/past.ts";
import type { Engine } from "../run/engine.ts";
import type { InputGroup } from "../run/findings.ts";
import { breakEvenOf } from "./break-even.ts";
import { categoriesOf, categoryOf } from "./categories.ts";
import { Draws } from "./draws.ts";
import { Roll } from "./roll.ts";
import { createItemTally, type ItemTally, tallyItem, tallyOffers } from "./tally.ts";
import { type Variant, variantsOf } from "./variants.ts";
import { WrittenRun } from "./written-run.ts";

export interface PlanSettings {
  readonly seed: number;
  /** How many are rolled out; those kept where something has been observed. */
  readonly worlds: number;
  readonly selection?: Selection;
  /** Only what the compared plans are worth: no ranges, interventions, other models. */
  readonly plansOnly?: boolean;
}

export type PlanTask =
  | { readonly kind: "worlds"; readonly from: number; readonly count: number }
  | { readonly kind: "range"; readonly group: InputGroup; readonly from: number; readonly count: number }
  | { readonly kind: "break-even"; readonly forecast: number };

export interface WorldsPart {
  readonly kind: "worlds";
  readonly items: readonly ItemTally[];
  /** By variant: our value in each world. */
  readonly values: readonly Float64Array[];
  /** By variant: Σ points of each item; categories by item; made and worked by move. */
  readonly itemPoints: readonly Float64Array[];
  readonly categories: readonly (readonly Float64Array[])[];
  readonly done: readonly Float64Array[];
  readonly worked: Float64Array;
  readonly typed: Float64Array;
  readonly reached: Float64Array;
  readonly holds: Float64Array;
  readonly offers: Float64Array;
  readonly bundles: Float64Array;
  /** By forecast, as written: antecedent held, event came about (antecedent or not), both. */
  readonly forecasts: Float64Array;
  /** By variant of an intervention: the event came about. */
  readonly events: Float64Array;
}
export interface RangePart {
  readonly kind: "range";
  readonly group: InputGroup;
  /** By outer draw: shares of each category of each item, item after item. */
  readonly shares: readonly Float64Array[];
}
export interface BreakEvenPart {
  readonly kind: "break-even";
  readonly forecast: number;
  readonly factor: number | undefined;
}
export type PlanPart = WorldsPart | RangePart | BreakEvenPart;

const worldsInTask = 500;
/** Worlds for what other models say and for interventions: pairs on the same worlds need no more. */
export const annexWorlds = 2000;
/** Worlds for a break-even, which asks for a difference of ten points. */
const breakEvenWorlds = 250;
/** MODEL.md §4.4: outer draws of the group held fixed, inner worlds over which all else is averaged. */
export const outerDraws = 100;
export const innerWorlds = 100;
const outerInTask = 10;
/** After observations: inner worlds tried for each one wanted, and how few will do. */
const innerTries = 10;
const fewestInner = 25;
export const rangeGroups: readonly InputGroup[] = ["positions", "costs", "rules", "admission", "model"];

export function createPlanEngine<Finding>(
  model: Model,
  settings: PlanSettings,
  merge: (parts: readonly PlanPart[], variants: readonly Variant[]) => Finding,
): Engine<PlanTask, PlanPart, Finding> {
  const plansOnly = settings.plansOnly === true;
  const variants = plansOnly ? variantsOf(model).filter(isPlan) : variantsOf(model);
  const tasks: PlanTask[] = [];
  for (let from = 0; from < settings.worlds; from += worldsInTask)
    tasks.push({ kind: "worlds", from, count: Math.min(worldsInTask, settings.worlds - from) });
  for (const group of plansOnly ? [] : rangeGroups)
    for (let from = 0; from < outerDraws; from += outerInTask)
      tasks.push({ kind: "range", group, from, count: outerInTask });
  for (const variant of variants)
    if (variant.kind === "ifSo") tasks.push({ kind: "break-even", forecast: variant.index });
  // Made once a runner and reused from task to task; what they hold never outlives a world.
  let roll: Roll | undefined;
  let draws: Draws | undefined;
  return {
    tasks,
    step(task) {
      const { selection } = settings;
      roll ??= new Roll(model, selection?.forced);
      draws ??= new Draws(model, settings.seed, Math.max(worldsInTask, outerInTask * innerWorlds), selection?.worlds);
      switch (task.kind) {
        case "worlds":
          return rollWorlds(roll, draws, variants, task.from, task.count);
        case "range":
          return selection !== undefined && roll.past?.isLearnt === true
            ? rollRangeKept(roll, draws, selection.worlds, task.group, task.from, task.count)
            : rollRange(roll, draws, task.group, task.from, task.count);
        case "break-even":
          return {
            kind: "break-even",
            forecast: task.forecast,
            factor: breakEvenOf(roll, draws, task.forecast, Math.min(settings.worlds, breakEvenWorlds)),
          };
      }
    },
    merge: (parts) => merge(parts, variants),
  };
}

const isPlan = ({ kind }: Variant): boolean =>
  kind === "asWritten" || kind === "none" || kind === "without" || kind === "other";

function rollWorlds(roll: Roll, draws: Draws, variants: readonly Variant[], from: number, count: number): WorldsPart {
  const { model } = roll;
  draws.fill(from, count);
  const part: WorldsPart = {
    kind: "worlds",
    items: model.items.map((_, index) => createItemTally(model, index)),
    values: variants.map(() => new Float64Array(count)),
    itemPoints: variants.map(() => new Float64Array(model.items.length)),
    categories: variants.map((v) =>
      countsCategories(v) ? model.items.map((item) => new Float64Array(categoriesOf(item).count)) : [],
    ),
    done: variants.map(() => new Float64Array(model.moves.length)),
    worked: new Float64Array(model.moves.length),
    typed: new Float64Array(model.moves.length),
    reached: new Float64Array(model.plan.paths.length),
    holds: new Float64Array(model.assumptions.length),
    offers: new Float64Array(model.offers.length * (5 + model.parties.length)),
    bundles: new Float64Array(model.bundles.length),
    forecasts: new Float64Array(model.forecasts.length * 3),
    events: new Float64Array(variants.length),
  };
  const written = new WrittenRun(model);
  for (let w = 0; w < count; w++) {
    roll.begin(draws.values, w * draws.width);
    for (let v = 0; v < variants.length; v++) {
      const variant = variants[v]!;
      if (from >= annexWorlds && countsCategories(variant)) continue;
      if (written.isSame(variant)) {
        part.values[v]![w] = written.value;
        addTo(part.itemPoints[v]!, written.itemPoints);
        addTo(part.done[v]!, written.done);
        continue;
      }
      roll.run(variant.plan, variant.variation);
      part.values[v]![w] = roll.value;
      addTo(part.itemPoints[v]!, roll.itemPoints);
      addTo(part.done[v]!, roll.done);
      const categories = part.categories[v]!;
      for (let i = 0; i < categories.length; i++) categories[i]![categoryOf(roll, i)]!++;
      if (variant.kind === "asWritten") {
        written.keep(roll);
        tallyAsWritten(roll, part);
      } else if (variant.kind === "ifSo" || variant.kind === "ifNot") {
        if (model.forecasts[variant.index]!.event?.(roll)) part.events[v]!++;
      }
    }
  }
  return part;
}

const countsCategories = (variant: Variant): boolean =>
  variant.kind === "model" || variant.kind === "ifSo" || variant.kind === "ifNot";

function tallyAsWritten(roll: Roll, part: WorldsPart): void {
  const { model } = roll;
  for (let i = 0; i < model.items.length; i++) tallyItem(roll, i, part.items[i]!);
  addTo(part.worked, roll.worked);
  addTo(part.typed, roll.typedPoints);
  for (let s = 0; s < part.reached.length; s++) part.reached[s] = part.reached[s]! + roll.reached[s]!;
  for (let a = 0; a < part.holds.length; a++) if (roll.holds(a)) part.holds[a]!++;
  tallyOffers(roll, part.offers);
  for (const [b, bundle] of model.bundles.entries())
    if (bundle.items.every((i) => roll.ended[i] === 0)) part.bundles[b]!++;
  for (const [f, forecast] of model.forecasts.entries()) {
    const met = forecast.antecedent?.(roll) ?? true;
    const came = forecast.event?.(roll) ?? false;
    if (met) part.forecasts[f * 3]!++;
    if (came) part.forecasts[f * 3 + 1]!++;
    if (met && came) part.forecasts[f * 3 + 2]!++;
  }
}

function addTo(sums: Float64Array, values: Float64Array | Uint8Array): void {
  for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! + values[i]!;
}

function rollRange(roll: Roll, draws: Draws, group: InputGroup, from: number, count: number): RangePart {
  draws.fillNested(group, from, count, innerWorlds);
  const shares: Float64Array[] = [];
  for (let j = 0; j < count; j++) {
    const here = createShares(roll.model);
    for (let k = 0; k < innerWorlds; k++) {
      roll.begin(draws.values, (j * innerWorlds + k) * draws.width);
      addShares(roll, here, 1 / innerWorlds);
    }
    shares.push(here);
  }
  return { kind: "range", group, shares };
}

/**
 * The same after observations: the group is as in a world kept, and of all else only what agrees with the observations then.
 * Where hardly anything does, the average is of what was found.
 */
function rollRangeKept(
  roll: Roll,
  draws: Draws,
  kept: Uint32Array,
  group: InputGroup,
  from: number,
  count: number,
): RangePart {
  const shares: Float64Array[] = [];
  for (const world of kept.subarray(from, from + count)) {
    const here = createShares(roll.model);
    let found = 0;
    for (let tried = 0; found < innerWorlds && tried < innerWorlds * innerTries; tried += innerWorlds) {
      draws.fillHeld(group, world, tried, innerWorlds);
      for (let k = 0; k < innerWorlds && found < innerWorlds; k++) {
        roll.begin(draws.values, k * draws.width);
        if (!roll.agrees) continue;
        found++;
        addShares(roll, here, 1);
      }
    }
    if (found >= fewestInner) shares.push(here.map((n) => n / found));
  }
  return { kind: "range", group, shares };
}

function createShares(model: Model): Float64Array {
  return new Float64Array(model.items.reduce((n, item) => n + categoriesOf(item).count, 0));
}

function addShares(roll: Roll, shares: Float64Array, amount: number): void {
  const { model } = roll;
  roll.run(model.plan);
  let at = 0;
  for (let i = 0; i < model.items.length; i++) {
    const slot = at + categoryOf(roll, i);
    shares[slot] = shares[slot]! + amount;
    at += categoriesOf(model.items[i]!).count;
  }
}
