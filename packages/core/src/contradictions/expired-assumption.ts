import type { Condition, DateSpan, Id, Path } from "../brief/brief.ts";
import { conditionFacts } from "../brief/condition-facts.ts";
import type { Contradiction } from "../run/findings.ts";
import type { Check } from "./check.ts";
import type { Dossier } from "./dossier.ts";
import { timeOfGoal, timeOfItem, timeOfMove } from "./time.ts";

/**
 * [C10] An assumption expires before what rests on it: a contradiction where it has expired before that begins, a
 * tension where it expires before that ends. Goals, moves, steps, rules with dates, forums, forecasts, items.
 */
export const expiredAssumption: Check = {
  rule: "C10",
  find: (dossier) =>
    dossier.brief.assumptions.flatMap(({ id, path, until }) => {
      const last = until?.to;
      if (last === undefined) return [];
      return restingOn(id, dossier).flatMap((rest): Contradiction[] => {
        const { from, to } = rest.time ?? {};
        const expiredBefore = from !== undefined && last < from;
        if (!expiredBefore && (rest.untilBegins === true || to === undefined || last >= to)) return [];
        return [
          {
            code: "expired-assumption",
            severity: expiredBefore ? "contradiction" : "tension",
            paths: [rest.path, path],
            message: `${rest.words} rests on ${dossier.say(id)}, which is taken for granted only until ${until?.text ?? last}: ${expiredBefore ? "before it begins" : "before it is over"}.`,
            why: "Look again on that day: renew the assumption with a reason, or say what is done when it no longer holds.",
          },
        ];
      });
    }),
};

interface Resting {
  readonly path: Path;
  readonly words: string;
  readonly time: DateSpan | undefined;
  /** It is enough that the assumption lasts until this begins. */
  readonly untilBegins?: boolean;
}

function restingOn(assumption: Id, dossier: Dossier): readonly Resting[] {
  const { brief, say } = dossier;
  const on = (condition: Condition | undefined) =>
    condition !== undefined &&
    conditionFacts(condition).some((fact) => fact.fact === "assumption" && fact.assumption === assumption);
  const steps = [dossier.plan, ...dossier.otherPlans].flatMap((plan) => plan.steps);
  return [
    ...brief.goals
      .filter((goal) => on(goal.if))
      .map((goal) => ({ path: goal.path, words: say(goal.id), time: timeOfGoal(goal, dossier) })),
    ...brief.moves
      .filter((move) => on(move.if))
      .map((move) => ({ path: move.path, words: `The move ${say(move.id)}`, time: timeOfMove(move, dossier) })),
    ...steps.flatMap((step) => (step.step === "if" && on(step.if) ? underBranch(step.path, step.then, dossier) : [])),
    ...brief.rules
      .filter((rule) => on(rule.if))
      .map((rule) => ({ path: rule.path, words: `The rule ${say(rule.id)}`, time: datesIn(rule.if) })),
    ...brief.forums
      .filter((forum) => on(forum.endsIf))
      .map((forum) => ({
        path: forum.path,
        words: `The end of ${say(forum.id)}`,
        time: forum.dates,
        untilBegins: true,
      })),
    ...brief.forecasts
      .filter((each) => on(each.if))
      .map((each) => ({ path: each.path, words: `The forecast ${say(each.id)}`, time: each.due, untilBegins: true })),
    ...dossier.items
      .filter((item) => on(item.inherited.unless))
      .map((item) => ({
        path: item.path,
        words: `Whether ${say(item.id)} is dropped`,
        time: dayBefore(timeOfItem(item, dossier)),
        untilBegins: true,
      })),
  ];
}

function underBranch(
  path: Path,
  then: readonly { readonly step: string; readonly move?: Id }[],
  dossier: Dossier,
): readonly Resting[] {
  return then.flatMap((step) => {
    const move = step.move === undefined ? undefined : dossier.move(step.move);
    return move ? [{ path, words: `The branch to ${dossier.say(move.id)}`, time: timeOfMove(move, dossier) }] : [];
  });
}

/** The time a condition names: from `after`, to `before`. */
function datesIn(condition: Condition): DateSpan | undefined {
  const dates = conditionFacts(condition).flatMap((fact) => (fact.fact === "date" ? [fact] : []));
  const from = dates.find(({ when }) => when === "after")?.date.to;
  const to = dates.find(({ when }) => when === "before")?.date.from;
  if (from === undefined && to === undefined) return undefined;
  return {
    text: dates.map(({ when, date }) => `${when} ${date.text}`).join(" "),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** An item is dropped before its forum meets: an assumption good until the eve is good enough. */
function dayBefore(time: DateSpan | undefined): DateSpan | undefined {
  if (time?.from === undefined) return undefined;
  const eve = new Date(Date.parse(time.from) - 86_400_000).toISOString().slice(0, 10);
  return { text: eve, from: eve, to: eve };
}
