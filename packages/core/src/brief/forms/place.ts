/** Forms of places on an issue's scale: options exist, numbers lie on the scale and in its order. */
import type { Id, OptionBound, Path, Place, Spread, Stated } from "../brief.ts";
import { NAME } from "../mini/name.ts";
import { DIGITS, NUMBER, printNumber } from "../mini/number.ts";
import { parsePlace } from "../mini/place.ts";
import { boundsOf } from "../mini/spread.ts";
import type { IssueNamed } from "../names/names.ts";
import type { ScalarNode } from "../tree/node.ts";
import type { Form, Reader } from "./form.ts";
import { shaped, shared } from "./form.ts";
import { inText } from "./quantity.ts";
import { checkOption } from "./reference.ts";
import { scalar, spanWithin } from "./scalar.ts";
import { stated } from "./stated.ts";

const BOUND = `(?:${NUMBER}|${NAME})`;
const PLACE_SCHEMA = {
  type: ["string", "number"],
  pattern: `^(?:(?:uniform )?${BOUND}(?:\\.\\.${BOUND}){0,2}|${DIGITS}% .+)$`,
};
type Bound = number | OptionBound;

const written: Form<Place> = scalar(
  "a place: an option, a number, a range such as `20..clause`, or `unknown`",
  PLACE_SCHEMA,
  parsePlace,
);

/** A place on the items in reach. */
const plainPlace: Form<Place> = shaped(written, (place, at, reader, node) =>
  node.kind === "scalar" && checkPlace(place, node, at, reader) ? settleDirection(place, reader) : undefined,
);
const statedPlace = stated(plainPlace);
export const place: Form<Stated<Place>> = shared("place", () => statedPlace);

/** True if the place can be on every item in reach; else reports why not. */
export function checkPlace(value: Place, node: ScalarNode, at: Path, reader: Reader): boolean {
  const bounds: readonly Bound[] = value.kind === "mix" ? value.parts : boundsOf(value);
  const offsets = offsetsOf(node.text, bounds);
  for (const [k, bound] of bounds.entries())
    if (
      typeof bound !== "number" &&
      !checkOption(reader, bound.option, spanWithin(reader, node, offsets[k]), at, reader.issues)
    )
      return false;
  return (reader.issues ?? []).every((id) => {
    const issue = reader.names.issues.get(id);
    return issue === undefined || fits(value, bounds, id, issue, node, at, reader);
  });
}

/** Where in the text each option's name stands. */
function offsetsOf(text: string, bounds: readonly Bound[]): ({ offset: number; length: number } | undefined)[] {
  let from = 0;
  return bounds.map((bound) => {
    if (typeof bound === "number") return undefined;
    const offset = text.indexOf(bound.option, from);
    from = offset + bound.option.length;
    return { offset, length: bound.option.length };
  });
}

function fits(
  value: Place,
  bounds: readonly Bound[],
  id: Id,
  issue: IssueNamed,
  node: ScalarNode,
  at: Path,
  reader: Reader,
): boolean {
  if (value.kind === "unknown" || value.kind === "mix") return true;
  if (issue.kind !== "scale") {
    if (value.kind === "exact" && typeof value.value !== "number") return true;
    reader.desk.report(
      "no-distance",
      node.span,
      `\`${id}\` is a ${issue.kind}: its options have no distances, so \`${node.text}\` says nothing there.`,
      "Name one option, or a mix such as `60% a or 40% b`; or give `values` or `ranks`.",
      { path: at },
    );
    return false;
  }
  const [least, most] = issue.from <= issue.to ? [issue.from, issue.to] : [issue.to, issue.from];
  const outside = bounds.find((bound) => typeof bound === "number" && (bound < least || bound > most));
  if (outside !== undefined) {
    reader.desk.report(
      "outside-scale",
      node.span,
      `${inText(node.text, outside as number)} is not on the scale of \`${id}\`, which runs ${printNumber(issue.from)}..${printNumber(issue.to)}.`,
      undefined,
      { path: at },
    );
    return false;
  }
  const places = bounds.map((bound) => (typeof bound === "number" ? bound : issue.options.get(bound.option)?.at));
  const rises = (factor: number) =>
    places.every(
      (here, k) =>
        k === 0 || here === undefined || places[k - 1] === undefined || factor * (here - places[k - 1]!) >= 0,
    );
  const first = places[0];
  const flat = places.length > 1 && first !== undefined && first === places.at(-1);
  if (!flat && (rises(1) || (issue.from > issue.to && rises(-1)))) return true;
  const message = flat
    ? `\`${node.text}\` begins where it ends.`
    : `\`${node.text}\` does not run along the scale of \`${id}\`.`;
  const order = [...issue.options]
    .filter(([, { at: where }]) => where !== undefined)
    .map(([name, { at: where }]) => `${name} ${printNumber(where!)}`);
  reader.desk.report(
    "impossible-range",
    node.span,
    message,
    flat ? "Name the one place." : `From low to high: ${order.join(", ")}.`,
    { path: at },
  );
  return false;
}

/** On a falling scale a range may be typed either way; in the data `low` is the end nearer to where the scale begins. */
function settleDirection(value: Place, reader: Reader): Place {
  const issue = reader.names.issues.get(reader.issues?.[0] ?? "");
  if (
    issue === undefined ||
    issue.from <= issue.to ||
    value.kind === "mix" ||
    value.kind === "unknown" ||
    value.kind === "exact"
  )
    return value;
  const placeOf = (bound: Bound) => (typeof bound === "number" ? bound : issue.options.get(bound.option)?.at);
  const bounds = boundsOf(value as Spread<Bound>);
  const [first, last] = [placeOf(bounds[0]!), placeOf(bounds.at(-1)!)];
  if (first === undefined || last === undefined || first > last) return value;
  if (value.kind === "triple") return { ...value, least: value.most, most: value.least };
  return { ...value, low: value.high, high: value.low };
}
