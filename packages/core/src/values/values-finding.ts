/** From what was rolled out to what things are worth. */
import type { Brief } from "../brief/brief.ts";
import type { Model } from "../model/model.ts";
import { differenceWithInterval, meanWithInterval } from "../plan/value-range.ts";
import type { InputGroup } from "../run/findings.ts";
import type { WorldSet } from "../search/budget.ts";
import type { Factors } from "../search/factors.ts";
import type { SolveLimits } from "../search/solve.ts";
import { choicesOf } from "./choices.ts";
import type { ChangeValue, Decided, Driver, Resolved, TimeValues, ValuesFinding } from "./findings.ts";
import { clairvoyance, questionsOf } from "./questions.ts";
import type { Screened, Screening } from "./screening.ts";
import { decidedBy, spreadOf, tornadoOf } from "./sensitivity.ts";
import type { ValuesSettings } from "./settings.ts";
import { signalValues, without, worthOfWaiting } from "./signals.ts";
import { sobolIndices } from "./sobol.ts";
import { gapOf, movesOfPlan, type Planned, type Tables, valuesOf } from "./study.ts";

interface Opened {
  readonly tables: Tables;
  readonly plan: Planned;
}
/** What it is made of. Without moves there is nothing to search: `factors` and `base` are absent. */
export interface Worked {
  readonly brief: Brief;
  readonly model: Model;
  readonly screening: Screening;
  readonly screened: Screened;
  readonly settings: ValuesSettings;
  readonly limits: SolveLimits;
  /** A move of the brief, not a look. */
  readonly isOurs: (move: number) => boolean;
  readonly factors: Factors | undefined;
  readonly base: Opened | undefined;
  /** Changes searched again. */
  readonly resolved: readonly number[];
  readonly open: (change: number) => Opened;
  readonly mixes: readonly { readonly b: Float64Array; readonly mixed: readonly Float64Array[] }[];
  readonly worlds: Readonly<Record<WorldSet, number>>;
}

const nothing = { value: 0, low: 0, high: 0 };

export function valuesFinding(worked: Worked): ValuesFinding {
  const { brief, model, settings, limits, factors, base, isOurs, worlds } = worked;
  const { questionNodes: nodes, mostMoves } = settings.budget;
  const few: SolveLimits = { ...limits, nodes, ...(mostMoves === undefined ? {} : { mostMoves }) };
  const idOf = (move: number) => (isOurs(move) ? model.moves[move]!.id : undefined);
  return {
    worlds,
    plan: settings.isRecommended ? "best" : "written",
    gap: base === undefined ? 0 : gapOf(base.plan),
    changes: changeValues(worked),
    moves:
      base === undefined
        ? []
        : signalValues(base.tables, base.plan, limits, few, settings.budget, idOf).sort(
            (a, b) => b.heard.value.value - a.heard.value.value,
          ),
    questions:
      base === undefined || factors === undefined
        ? []
        : questionsOf(brief, model, factors, base.tables, base.plan, few, settings),
    clairvoyance: base === undefined ? nothing : clairvoyance(base.tables, base.plan),
    time: timeValues(worked),
    sensitivity: sensitivityOf(worked, few),
  };
}

function changeValues({ model, screening, screened, base, resolved, open, isOurs }: Worked): ChangeValue[] {
  const asIs = base === undefined ? undefined : valuesOf(base.tables, base.plan.policies);
  return screening.changes.map(({ kind, id, replacedBy, sign }, k): ChangeValue => {
    const over = (a: Float64Array, b: Float64Array) =>
      sign === 1 ? differenceWithInterval(a, b) : differenceWithInterval(b, a);
    const again = (): { resolved?: Resolved } => {
      if (base === undefined || asIs === undefined || !resolved.includes(k)) return {};
      const { tables, plan } = open(k);
      const changed = valuesOf(tables, plan.policies);
      const [withIt, without] = (sign === 1 ? [base.plan, plan] : [plan, base.plan]).map(movesOfPlan) as [
        number[],
        number[],
      ];
      const names = (moves: readonly number[], not: readonly number[]) =>
        moves.filter((m) => isOurs(m) && !not.includes(m)).map((m) => model.moves[m]!.id);
      return {
        resolved: {
          value: over(asIs, changed),
          gap: gapOf(base.plan) + gapOf(plan),
          instead: names(without, withIt),
          dropped: names(withIt, without),
        },
      };
    };
    const named = { kind, id, ...(replacedBy === undefined ? {} : { replacedBy }) };
    return { ...named, screened: over(screened.plan, screened.changes[k]!), ...again() };
  });
}

function timeValues({ model, screening, screened, base, limits, settings }: Worked): TimeValues {
  if (base === undefined) return { later: [], waiting: { value: nothing, inSample: 0 } };
  const { tables, plan } = base;
  const later = screening.laters.map(({ after, lost }, k) => {
    const again = without(tables, plan, { ...limits, barred: new Set(lost) }, settings.budget);
    return {
      after: model.forums[after]!.id,
      lost: lost.map((m) => model.moves[m]!.id),
      screened: differenceWithInterval(screened.plan, screened.laters[k]!),
      resolved: again.information.value,
      gap: again.gap,
    };
  });
  return { later, waiting: worthOfWaiting(tables, plan, limits, settings.budget) };
}

function sensitivityOf(worked: Worked, limits: SolveLimits): ValuesFinding["sensitivity"] {
  const { model, screening, screened, settings, base } = worked;
  const draws = screening.draw(screened.plan.length);
  const spread = spreadOf(model, draws.values, draws.width, screened.plan.length);
  const everywhere = Int32Array.from(screened.plan.keys());
  const over = screened.best.map((value, w) => value - screened.written[w]!);
  const decisions: Decided[] =
    settings.best === undefined ? [] : [{ kind: "best", ...decidedBy(spread, over, everywhere) }];
  if (base !== undefined && settings.isRecommended)
    for (const choice of choicesOf(base.tables, base.plan, limits))
      if (worked.isOurs(choice.move))
        decisions.push({
          kind: "choice",
          move: model.moves[choice.move]!.id,
          instead: choice.instead.filter(worked.isOurs).map((m) => model.moves[m]!.id),
          ...decidedBy(spread, choice.gain, choice.worlds),
        });
  return {
    decisions,
    drivers: driversOf(worked),
    tornado: tornadoOf(spread, screened.plan).map(({ bar }) => bar),
    method: screening.method.map(({ what, setTo }, k) => {
      const [plan, best, written] = screened.method[k]!;
      return { what, setTo, value: meanWithInterval(plan), bestOverWritten: differenceWithInterval(best, written) };
    }),
  };
}

interface DriverSet extends Pick<Driver, "kind" | "id"> {
  readonly inputs: readonly number[];
}
const groups: readonly (InputGroup | "events")[] = ["positions", "costs", "rules", "admission", "model", "events"];

/** Each group of inputs, luck included; and the numbers on which our value hangs most. */
export function driverSets(model: Model, screening: Screening, screened: Screened, most: number): DriverSet[] {
  const byGroup = groups.flatMap((group): DriverSet[] => {
    const inputs = model.inputs.flatMap((input, i) =>
      input.group === group && input.distribution.kind !== "exact" ? [i] : [],
    );
    return inputs.length === 0 ? [] : [{ kind: "group", id: group, inputs }];
  });
  const draws = screening.draw(screened.plan.length);
  const spread = spreadOf(model, draws.values, draws.width, screened.plan.length);
  const single = tornadoOf(spread, screened.plan).flatMap(({ input: { path, what, inputs } }): DriverSet[] => {
    return inputs.length === 0 ? [] : [{ kind: "input", id: `${what} (${path})`, inputs }];
  });
  return [...byGroup, ...single.slice(0, most)];
}

function driversOf({ model, screening, screened, settings, mixes }: Worked): Driver[] {
  if (mixes.length === 0) return [];
  const joined = (of: (mix: Worked["mixes"][number]) => Float64Array) =>
    Float64Array.from(mixes.flatMap((mix) => [...of(mix)]));
  const b = joined((mix) => mix.b);
  return driverSets(model, screening, screened, settings.budget.drivers).map(({ kind, id }, k) => ({
    kind,
    id,
    ...sobolIndices(
      screened.plan,
      b,
      joined((mix) => mix.mixed[k]!),
    ),
  }));
}
