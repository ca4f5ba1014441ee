import type { Change, Effect, Id, Place, Quantity } from "@demarche/core/brief";
import type { BriefIndex } from "./brief-index.ts";
import { messages } from "./messages.ts";
import { numberText, signedText } from "./number-text.ts";
import { chanceInputText, placeText } from "./quantity-text.ts";
import { insideSentence, listText, quoted } from "./sentence.ts";

/** "rises by 10 to 30", "falls by 5", "changes by −5 to +10". */
function relativeText(by: Quantity, points: boolean): string {
  const words = messages.effect;
  const print = (text: string): string => (points ? words.percentagePoints(text) : text);
  const bounds =
    by.kind === "exact"
      ? [by.value]
      : by.kind === "range" || by.kind === "uniform"
        ? [by.low, by.high]
        : by.kind === "triple"
          ? [by.least, by.most]
          : [];
  if (bounds.length === 0) return words.changes(messages.unknown);
  const span = (values: readonly string[]): string =>
    values.length === 2 && values[0] !== values[1] ? messages.between(values[0]!, values[1]!) : values[0]!;
  if (bounds.every((bound) => bound >= 0)) return words.rises(print(span(bounds.map((bound) => numberText(bound)))));
  if (bounds.every((bound) => bound <= 0)) {
    return words.falls(print(span([...bounds].reverse().map((bound) => numberText(-bound)))));
  }
  return words.changes(print(span(bounds.map((bound) => signedText(bound)))));
}

function changedTo(index: BriefIndex, issue: Id | undefined, to: Place | (Change & { relative: false })["to"]): string {
  if (to.kind === "word") return to.word;
  if (issue !== undefined) return placeText(index, issue, to);
  return to.kind === "mix" ? messages.unknown : chanceInputText(to as Quantity);
}

function chanceChange(index: BriefIndex, change: Change): string {
  if (change.relative) return relativeText(change.by, true);
  const to = change.to;
  return messages.effect.becomes(
    to.kind === "word" || to.kind === "mix" ? changedTo(index, undefined, to) : chanceInputText(to as Quantity),
  );
}

/** One effect of a rule or move as clauses: "the ideal of France on ‘Future of the Ruhr’ rises by 5 to 25". */
export function effectText(index: BriefIndex, effect: Effect): string {
  const words = messages.effect;
  const name = (id: Id): string => quoted(index.nameOf(id));
  switch (effect.on) {
    case "position": {
      const parties = listText(effect.parties.map((party) => index.inProse(party)));
      const issues = effect.issues === undefined ? messages.allIssues : listText(effect.issues.map(name));
      const only = effect.issues?.length === 1 ? effect.issues[0] : undefined;
      return listText(
        effect.changes.map(({ what, change }) => {
          const subject = messages.what[what];
          return change.relative
            ? words.shifted(subject, parties, issues, relativeText(change.by, false))
            : words.set(subject, parties, issues, changedTo(index, what === "ideal" ? only : undefined, change.to));
        }),
      );
    }
    case "admission":
      return words.admission(listText(effect.issues.map(name)), chanceChange(index, effect.change));
    case "breakdown":
      return words.breakdown(index.inProse(effect.forum), chanceChange(index, effect.change));
    case "assumption": {
      const statement = index.assumptions.get(effect.assumption)?.statement ?? index.nameOf(effect.assumption);
      return words.assumption(insideSentence(statement), chanceChange(index, effect.change));
    }
    case "move":
      return words.move(name(effect.move), chanceChange(index, effect.change));
  }
}
