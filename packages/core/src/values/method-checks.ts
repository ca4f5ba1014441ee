/** The method's constants put to other values that could be defended: does the recommendation hang on them? */
import type { OutcomeModelName } from "../brief/brief.ts";
import type { Model } from "../model/model.ts";
import type { Variation } from "../plan/rolled-world.ts";

export interface MethodVariant {
  readonly what: string;
  readonly setTo: string;
  readonly model: Model;
  readonly variation: Variation;
}

const outcomeModels: readonly OutcomeModelName[] = ["compromise", "median", "nash", "veto"];
/** Of the correlation of an issue's surprises from one forum to a later one. */
const carryOvers = [0.5, 0.95];
/** Of the mean cost of disagreement, as shares of what it is. */
const shares = [2 / 3, 3 / 2];

export function methodVariants(model: Model): MethodVariant[] {
  const { models, carryOver, disagreementMean } = model.method;
  const usual = models.length === 1 ? models[0]!.model : undefined;
  const others = outcomeModels
    .filter((name) => name !== usual)
    .map(
      (name): MethodVariant => ({
        what: "outcome model",
        setTo: name,
        model,
        variation: { outcomeModel: name },
      }),
    );
  const moved = model.items.some((item) => item.laterResidual >= 0 || item.laterOptionResiduals.length > 0);
  const carried =
    model.inputs[carryOver]!.distribution.kind !== "exact" || !moved
      ? []
      : carryOvers.map(
          (value): MethodVariant => ({
            what: "carry-over",
            setTo: `${value}`,
            model: {
              ...model,
              inputs: model.inputs.map((input, i) =>
                i === carryOver ? { ...input, distribution: { kind: "exact", value } } : input,
              ),
            },
            variation: {},
          }),
        );
  const drawn = model.inputs.some((input) => input.distribution.kind === "exponential");
  const costs = !drawn
    ? []
    : shares.map(
        (share): MethodVariant => ({
          what: "mean cost of disagreement",
          setTo: `${Math.round(disagreementMean * share)}`,
          model: {
            ...model,
            inputs: model.inputs.map((input) =>
              input.distribution.kind === "exponential"
                ? { ...input, distribution: { ...input.distribution, mean: input.distribution.mean * share } }
                : input,
            ),
          },
          variation: {},
        }),
      );
  return [...others, ...carried, ...costs];
}
