import type { Condition, Fact } from "@demarche/core/brief";
import type { BriefIndex } from "./brief-index.ts";
import { dateText, dayText } from "./date-text.ts";
import { messages } from "./messages.ts";
import { capitalise, insideSentence, quoted } from "./sentence.ts";

/** A fact of the condition language as a clause: "Future of the Ruhr comes out at ‘four powers’ or better". */
function factText(index: BriefIndex, fact: Fact): string {
  const words = messages.fact;
  const name = (id: string): string => quoted(index.nameOf(id));
  switch (fact.fact) {
    case "assumption": {
      const statement = index.assumptions.get(fact.assumption)?.statement;
      return words.assumption(insideSentence(statement ?? index.nameOf(fact.assumption)));
    }
    case "is":
      return words.is(name(fact.issue), quoted(index.optionName(fact.issue, fact.option)), fact.orBetter, fact.negated);
    case "item":
      return words[fact.state](name(fact.issue));
    case "accepts":
      return words.accepts(
        index.inProse(fact.party),
        quoted(index.optionName(fact.issue, fact.option)),
        name(fact.issue),
      );
    case "signal":
      return words.signal(name(fact.move), quoted(index.signalName(fact.move, fact.signal)), fact.negated);
    case "move":
      return words[fact.state](name(fact.move));
    case "broke down":
      return words.brokeDown(index.inProse(fact.forum));
    case "date": {
      const { from, to, text } = fact.date;
      const day = fact.when === "before" ? (from ?? to) : (to ?? from);
      const wholeSpan = from !== undefined && to !== undefined;
      return words[fact.when](day === undefined ? text : wholeSpan ? dateText(fact.date) : dayText(day));
    }
  }
}

/** Of an item and a move "is not admitted" reads better than "it is not so that … is admitted". */
function notText(index: BriefIndex, part: Condition): string {
  if (part.op === "fact" && part.fact === "item")
    return messages.fact.not[part.state](quoted(index.nameOf(part.issue)));
  if (part.op === "fact" && part.fact === "move") return messages.fact.not[part.state](quoted(index.nameOf(part.move)));
  return messages.not(conditionText(index, part));
}

/** A condition in plain English with the brief's names, as a clause for the inside of a sentence. */
export function conditionText(index: BriefIndex, condition: Condition): string {
  switch (condition.op) {
    case "fact":
      return factText(index, condition);
    case "not":
      return notText(index, condition.part);
    default: {
      const word = condition.op === "and" ? messages.and : messages.or;
      const parts = condition.parts.map((part) => {
        const text = conditionText(index, part);
        return part.op === "and" || part.op === "or" ? `(${text})` : text;
      });
      return parts.join(`, ${word} `);
    }
  }
}

/** The same at the head of a sentence or in a table cell. */
export function conditionHead(index: BriefIndex, condition: Condition): string {
  return capitalise(conditionText(index, condition));
}
