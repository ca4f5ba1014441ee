import type { Condition, Fact, Id } from "@demarche/core/brief";

/** All facts that a condition names, in order. */
export function factsOf(condition: Condition): readonly Fact[] {
  switch (condition.op) {
    case "fact":
      return [condition];
    case "not":
      return factsOf(condition.part);
    default:
      return condition.parts.flatMap(factsOf);
  }
}

/** Issues on whose outcome a condition rests. */
export function issuesOf(condition: Condition): readonly Id[] {
  return factsOf(condition).flatMap((fact) =>
    fact.fact === "is" || fact.fact === "item" || fact.fact === "accepts" ? [fact.issue] : [],
  );
}
