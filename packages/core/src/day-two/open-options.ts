/** What observations leave open of each item, for engines that roll no past out: agreement spaces and published models. */
import type { Item, Model } from "../model/model.ts";
import type { ModelObservation, PastCondition, Subject } from "../model/past.ts";
import { noSignal, offScale, pending, type RollState, why } from "../model/state.ts";

export interface ItemLeft {
  /** Indices of its options, or `offScale`; never empty. */
  readonly options: readonly number[];
  /** It stands, agreed or not: nothing is left to settle. */
  readonly decided: boolean;
  /** The observations that say so, as a brief writes them. */
  readonly because: readonly string[];
}
interface ItemOutcomes {
  readonly outcomes: readonly Outcome[];
  readonly because: readonly string[];
  /** No agreement is excluded, nor that there is none: what is known is not how it came out. */
  readonly isAnyAgreement: boolean;
}
export interface StillOpen {
  /** By item; undefined where nothing observed narrows it. */
  readonly items: readonly (ItemLeft | undefined)[];
  /** Observations of how items, what they take or a forum stand of which no use could be made here. */
  readonly unused: readonly string[];
  /** By assumption: whether it was observed to hold; undefined: not observed. */
  readonly holds: readonly (boolean | undefined)[];
}

/** How an item may stand at an option (or off its scale), and by what. */
export interface Outcome {
  readonly option: number;
  readonly ended: number;
  readonly admitted: boolean;
}

/**
 * `worth`: our value of an option, 0..100, for "or better". An outcome of an item is left where each observation that is a
 * single fact on it holds there. What is joined by "or" over several items narrows none of them by itself.
 */
export function stillOpen(model: Model, worth: (item: number, option: number) => number): StillOpen {
  const observations = model.past?.observations ?? [];
  const used = new Set<string>();
  const items = model.items.map((item, i): ItemLeft | undefined => {
    const left = outcomesLeft(model, i, worth);
    if (left === undefined) return undefined;
    for (const text of left.because) used.add(text);
    const all = new Set(outcomesOf(item).map(({ option }) => option)).size;
    const options = [...new Set(left.outcomes.map(({ option }) => option))];
    if (options.length === all && all > 1) return undefined;
    return { options, decided: options.length === 1, because: left.because };
  });
  return {
    items,
    unused: observations.filter((o) => !used.has(o.text) && isOfItems(o)).map(({ text }) => text),
    holds: model.assumptions.map((_, a) => holdsOf(observations, a)),
  };
}

/** Of one item: the outcomes that observations leave, and those that exclude the others; undefined where none excludes any. */
export function outcomesLeft(
  model: Model,
  item: number,
  worth: (item: number, option: number) => number,
): ItemOutcomes | undefined {
  const observations = model.past?.observations ?? [];
  let outcomes = outcomesOf(model.items[item]!);
  const because: string[] = [];
  // What came out stands, though its forum broke down over the rest.
  for (const observation of [...observations.filter((o) => !isBreakdown(o)), ...observations.filter(isBreakdown)]) {
    const kept = outcomes.filter((outcome) => isLeft(model, item, outcome, observation, worth));
    if (kept.length === 0 || kept.length === outcomes.length) continue;
    outcomes = kept;
    because.push(observation.text);
  }
  const agreed = (list: readonly Outcome[]) => list.filter(({ ended }) => ended === why.agreed).length;
  const isAnyAgreement =
    agreed(outcomes) < outcomes.length && agreed(outcomes) === agreed(outcomesOf(model.items[item]!));
  return because.length === 0 ? undefined : { outcomes, because, isAnyAgreement };
}

function outcomesOf({ options, otherwise, resolvedAs }: Item): Outcome[] {
  const without = otherwise >= 0 ? otherwise : offScale;
  return [
    ...options.flatMap((_, option) => (option === without ? [] : [{ option, ended: why.agreed, admitted: true }])),
    { option: without, ended: why.notAdmitted, admitted: false },
    // Dropped beforehand, where its `unless` holds.
    ...(resolvedAs >= 0 ? [{ option: resolvedAs, ended: why.notReached, admitted: false }] : []),
    ...[why.noCompetence, why.brokeDown, why.refused, why.notReached].map((ended) => ({
      option: without,
      ended,
      admitted: true,
    })),
  ];
}

function isLeft(
  model: Model,
  item: number,
  outcome: Outcome,
  observation: ModelObservation,
  worth: (item: number, option: number) => number,
): boolean {
  const { condition, subjects, pins } = observation;
  // A forum that broke down settles nothing of its own.
  const broken = pins?.some((pin) => pin.kind === "breakdown" && pin.holds && pin.forum === model.items[item]!.forum);
  if (broken === true) return outcome.ended !== why.agreed;
  if (factIn(condition) === undefined || !subjects.some((s) => isOf(s, item))) return true;
  return asks(model, condition, stateOf(model, item, outcome, worth));
}

const isOf = (subject: Subject, item: number): boolean =>
  (subject.kind === "result" || subject.kind === "admission") && subject.item === item;

const isBreakdown = ({ subjects }: ModelObservation): boolean => subjects.some(({ kind }) => kind === "breakdown");

/** The one fact of a condition; undefined where it has several. */
function factIn(condition: PastCondition): number | undefined {
  if (condition.op === "fact") return condition.fact;
  return condition.op === "not" ? factIn(condition.part) : undefined;
}

function asks(model: Model, condition: PastCondition, state: RollState): boolean {
  if (condition.op === "not") return !asks(model, condition.part, state);
  return condition.op === "fact" && model.past!.facts[condition.fact]!.holds(state);
}

/** A world in which this item stands so, and whatever could bring it before its forum was done, and nothing that takes it elsewhere. */
function stateOf(
  model: Model,
  item: number,
  { option, ended, admitted }: Outcome,
  worth: (item: number, option: number) => number,
): RollState {
  const result = new Int16Array(model.items.length).fill(pending);
  const endings = new Uint8Array(model.items.length);
  const before = new Uint8Array(model.items.length).fill(1);
  const { forum, raisedBy, raisedTo } = model.items[item]!;
  const done = new Uint8Array(model.moves.length).fill(1);
  for (const [k, move] of raisedBy.entries()) if (raisedTo[k] !== forum) done[move] = 0;
  result[item] = option;
  endings[item] = ended;
  before[item] = admitted ? 1 : 0;
  return {
    inputs: new Float64Array(model.inputs.length),
    base: 0,
    done,
    worked: new Uint8Array(model.moves.length),
    signal: new Int16Array(model.moves.length).fill(noSignal),
    result,
    ended: endings,
    admitted: before,
    broke: new Uint8Array(model.forums.length),
    today: "",
    holds: () => false,
    ourValue: worth,
    accepts: () => false,
  };
}

/** Of an item, of what somebody would accept (which is about nothing that stands), or of a forum. */
function isOfItems({ subjects, reports }: ModelObservation): boolean {
  const isElse = subjects.some(({ kind }) => kind === "assumption") || reports.length > 0;
  return !isElse && subjects.every(({ kind }) => kind === "result" || kind === "admission");
}

function holdsOf(observations: readonly ModelObservation[], assumption: number): boolean | undefined {
  const pin = observations
    .flatMap(({ pins }) => pins ?? [])
    .find((each) => each.kind === "assumption" && each.assumption === assumption);
  return pin?.kind === "assumption" ? pin.holds : undefined;
}
