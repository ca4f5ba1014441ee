/** The plans that are compared, all on the same worlds. */

import type { OutcomeModelName } from "../brief/brief.ts";
import type { Forced, Model, ModelPlan, ModelStep, Reply } from "../model/model.ts";
import type { Variation } from "./rolled-world.ts";

export type VariantKind = "asWritten" | "none" | "without" | "other" | "offerOff" | "model" | "ifSo" | "ifNot";
export interface Variant {
  readonly kind: VariantKind;
  /** Move, plan, offer or forecast by index; -1 where there is none. */
  readonly index: number;
  readonly outcomeModel?: OutcomeModelName;
  readonly plan: ModelPlan;
  readonly variation: Variation;
}

const outcomeModels: readonly OutcomeModelName[] = ["compromise", "median", "nash", "veto"];

/** Moves that a plan can come to. */
export function movesOf(plan: ModelPlan): number[] {
  const walk = (steps: readonly ModelStep[]): number[] =>
    steps.flatMap((step) => {
      if (step.step === "do") return [step.move];
      return step.step === "if" ? [...walk(step.yes), ...walk(step.no)] : [];
    });
  return [...new Set(plan.stages.flatMap(walk))];
}

/** Those of them that are still to be made: not made yet, and not too late. */
function movesAhead({ past }: Model, plan: ModelPlan): number[] {
  const moves = movesOf(plan);
  return past === undefined ? moves : moves.filter((move) => !past.made[move] && !past.over.includes(move));
}

/** No plan: our agenda as listed and no moves (but those that have been made). */
export function noPlan(model: Model): ModelPlan {
  return { id: "none", stages: model.plan.stages.map(() => []), paths: [] };
}

const repliesOf = ({ replies = [] }: ModelPlan, move: number): readonly Reply[] =>
  replies.filter((reply) => reply.move === move);

const withoutMove = (move: number, asIf: Reply | undefined): Variation => ({
  without: new Set([move]),
  ...(asIf === undefined ? {} : { asIf }),
});

/** The variants in a fixed order, the plan as written first. */
export function variantsOf(model: Model): Variant[] {
  const { plan } = model;
  const variants: Variant[] = [
    { kind: "asWritten", index: -1, plan, variation: {} },
    { kind: "none", index: -1, plan: noPlan(model), variation: {} },
  ];
  const moves = movesAhead(model, plan);
  for (const move of moves)
    for (const asIf of [undefined, ...repliesOf(plan, move)])
      variants.push({ kind: "without", index: move, plan, variation: withoutMove(move, asIf) });
  for (const [index, other] of model.otherPlans.entries())
    variants.push({ kind: "other", index, plan: other, variation: {} });
  for (const [index] of model.offers.entries())
    if (moves.some((move) => model.moves[move]!.offers.includes(index)))
      variants.push({ kind: "offerOff", index, plan, variation: { offersOff: new Set([index]) } });
  const usual = model.method.models.length === 1 ? model.method.models[0]!.model : undefined;
  for (const name of outcomeModels)
    if (name !== usual)
      variants.push({ kind: "model", index: -1, outcomeModel: name, plan, variation: { outcomeModel: name } });
  for (const [index, forecast] of model.forecasts.entries()) {
    if (forecast.force === undefined || isVoid(model, index) || isSeen(model, forecast.force)) continue;
    variants.push({ kind: "ifSo", index, plan, variation: { forced: forecast.force } });
    variants.push({ kind: "ifNot", index, plan, variation: { forced: forecast.force.map(turned) } });
  }
  return variants;
}

function turned(forced: Forced): Forced {
  return { ...forced, holds: !forced.holds };
}

/** An antecedent that our plan cannot bring about: a move of ours that it never makes. */
export function isVoid(model: Model, forecast: number): boolean {
  const moves = movesAhead(model, model.plan);
  return (model.forecasts[forecast]!.force ?? []).some(
    (f) =>
      f.kind !== "assumption" &&
      f.holds &&
      model.moves[f.move]!.ours &&
      !moves.includes(f.move) &&
      model.past?.made[f.move] !== true,
  );
}

/** Whether it has been seen how it stands with any of this: what has come about can no longer be brought about or kept from coming. */
export function isSeen({ past }: Model, force: readonly Forced[]): boolean {
  const subjects = past?.observations.flatMap((o) => o.subjects) ?? [];
  return force.some((f) =>
    subjects.some((subject) =>
      f.kind === "assumption"
        ? subject.kind === "assumption" && subject.assumption === f.assumption
        : (subject.kind === "done" || subject.kind === "signal" || subject.kind === "worked") &&
          subject.move === f.move,
    ),
  );
}
