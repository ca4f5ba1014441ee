/** The facts that a condition speaks of. */
import type { Condition, Fact } from "./brief.ts";

/** All facts in a condition, in the order in which they stand, with repeats. */
export function conditionFacts(condition: Condition): readonly Fact[] {
  switch (condition.op) {
    case "and":
    case "or":
      return condition.parts.flatMap(conditionFacts);
    case "not":
      return conditionFacts(condition.part);
    default: {
      const { op: _op, ...fact } = condition;
      return [fact];
    }
  }
}
