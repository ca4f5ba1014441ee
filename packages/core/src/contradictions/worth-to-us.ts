/** Order of options by our own values, as far as it is certain without drawing numbers. */
import type { Id, Issue, OptionBound, Place, Position } from "../brief/brief.ts";

/** Better when greater in every part; parts are our value at either end of what we may want. */
export type Worth = readonly number[];

export function isBetter(a: Worth | undefined, b: Worth | undefined): boolean {
  return a !== undefined && b !== undefined && a.length > 0 && a.every((part, i) => part > (b[i] ?? part));
}

/** Our worth of an option, or of a number on the scale; undefined where the brief leaves it open. */
export function worthToUs(item: Issue, position: Position, at: Id | number): Worth | undefined {
  if (typeof at === "string" && (position.values || position.ranks)) return worthOfChoice(position, at);
  if (item.kind === "choice" || item.kind === "slate") return undefined;
  const place = typeof at === "number" ? at : placeOf(item, at);
  const ideals = endsOf(item, position.ideal?.value);
  return place === undefined || ideals === undefined ? undefined : ideals.map((ideal) => -Math.abs(place - ideal));
}

function worthOfChoice({ values, ranks }: Position, option: Id): Worth | undefined {
  const value = values?.[option]?.value;
  if (value?.kind === "exact") return [value.value];
  const rank = ranks?.indexOf(option) ?? -1;
  return rank < 0 ? undefined : [-rank];
}

/** An option's place in natural units; undefined where it is not an exact number. */
function placeOf(item: Issue, option: Id): number | undefined {
  const index = item.options.findIndex(({ id }) => id === option);
  const at = item.options[index]?.at?.value;
  if (at !== undefined) return at.kind === "exact" ? at.value : undefined;
  if (index < 0 || item.evenSteps !== true) return undefined;
  const { from, to } = item.scale ?? { from: 0, to: 100 };
  return item.options.length === 1 ? from : from + ((to - from) * index) / (item.options.length - 1);
}

/** The lowest and the highest number of a place: one entry where it is exact; undefined where it is not known. */
export function endsOf(item: Issue, place: Place | undefined): readonly number[] | undefined {
  const number = (bound: number | OptionBound) => (typeof bound === "number" ? bound : placeOf(item, bound.option));
  switch (place?.kind) {
    case "exact":
      return allKnown([number(place.value)]);
    case "range":
    case "uniform":
      return allKnown([number(place.low), number(place.high)]);
    case "triple":
      return allKnown([number(place.least), number(place.most)]);
    case "mix":
      return allKnown(place.parts.map(({ option }) => number({ option })));
    default:
      return undefined;
  }
}
function allKnown(numbers: readonly (number | undefined)[]): readonly number[] | undefined {
  const known = numbers.filter((each) => each !== undefined);
  return known.length === numbers.length ? known : undefined;
}

/** The option that a place names, where it is exactly that. */
export function optionAt(item: Issue, place: Place | undefined): Id | undefined {
  if (place?.kind !== "exact") return undefined;
  if (typeof place.value !== "number") return place.value.option;
  return item.options.find(({ id }) => placeOf(item, id) === place.value)?.id;
}

/** What we ask for: as said, else our ideal where it is an option, else the first by rank. */
export function askOf(item: Issue, position: Position): Id | undefined {
  return position.ask ?? optionAt(item, position.ideal?.value) ?? position.ranks?.[0];
}
