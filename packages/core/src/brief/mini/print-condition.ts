/** Conditions as text that reads back to the same condition. */
import type { Condition, Fact } from "../brief.ts";

function printFact(fact: Fact): string {
  switch (fact.fact) {
    case "assumption":
      return fact.assumption;
    case "is":
      return `${fact.issue} is ${fact.negated ? "not " : ""}${fact.option}${fact.orBetter ? " or better" : ""}`;
    case "item":
      return `${fact.issue} ${fact.state}`;
    case "accepts":
      return `${fact.party} accepts ${fact.option} on ${fact.issue}`;
    case "signal":
      return `${fact.move} is ${fact.negated ? "not " : ""}${fact.signal}`;
    case "move":
      return `${fact.move} ${fact.state}`;
    case "broke down":
      return `${fact.forum} broke down`;
    default:
      return `${fact.when} ${fact.date.text}`;
  }
}

export function printCondition(condition: Condition): string {
  switch (condition.op) {
    case "fact":
      return printFact(condition);
    case "not":
      return `not ${condition.part.op === "fact" ? printFact(condition.part) : `(${printCondition(condition.part)})`}`;
    default:
      return condition.parts
        .map((part) => (part.op === "and" || part.op === "or" ? `(${printCondition(part)})` : printCondition(part)))
        .join(` ${condition.op} `);
  }
}
