import type { Chance, Id, OptionBound, Place, Quantity, Spread } from "@demarche/core/brief";
import type { BriefIndex } from "./brief-index.ts";
import { messages } from "./messages.ts";
import { numberText } from "./number-text.ts";
import { listText, quoted } from "./sentence.ts";

function spreadText<B>(spread: Spread<B>, print: (bound: B) => string): string {
  switch (spread.kind) {
    case "unknown":
      return messages.unknown;
    case "exact":
      return print(spread.value);
    case "range":
      return joined(print(spread.low), print(spread.high));
    case "triple":
      return messages.likeliest(joined(print(spread.least), print(spread.most)), print(spread.likeliest));
    case "uniform":
      return messages.anywhere(print(spread.low), print(spread.high));
  }
}

/** "10–35" between plain numbers, "+5 to +25" or "as now to break" where a dash would not read. */
function joined(low: string, high: string): string {
  return /^[\d.]+$/u.test(low) && /^[\d.]+$/u.test(high) ? `${low}–${high}` : messages.between(low, high);
}

/** A number as the brief gives it: "35", "10–35", "10–35, most likely 20", "not known". */
export function quantityText(quantity: Quantity, unit = ""): string {
  const text = spreadText(quantity, (value) => numberText(value, 2));
  return unit === "" || quantity.kind === "unknown" ? text : `${text} ${unit}`;
}

/** A chance as the brief gives it: "20–50 %", "likely", "not known". */
export function chanceInputText(chance: Chance): string {
  return chance.kind === "word" ? chance.word : quantityText(chance, "%");
}

/** Between numbers alone the unit stands once: "18–22 per cent". */
function isOfNumbers(spread: Spread<number | OptionBound>): spread is Quantity {
  return Object.values(spread).every((bound) => typeof bound !== "object");
}

/** A place on an issue's scale as the brief gives it, options by name in quotation marks. */
export function placeText(index: BriefIndex, issue: Id, place: Place): string {
  if (place.kind === "mix") {
    const parts = place.parts.map((part) =>
      messages.mixPart(numberText(part.percent), quoted(index.optionName(issue, part.option))),
    );
    return listText(parts, messages.or);
  }
  const unit = index.issues.get(issue)?.unit;
  if (isOfNumbers(place)) return quantityText(place, unit);
  const print = (bound: number | OptionBound): string =>
    typeof bound === "number"
      ? numberText(bound, 2) + (unit === undefined ? "" : ` ${unit}`)
      : quoted(index.optionName(issue, bound.option));
  return spreadText(place, print);
}
