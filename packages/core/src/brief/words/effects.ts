/** Effects of rules and moves: on positions, admission, breakdown, assumptions, or the chance of another move. */
import type { Chance, Change, Effect, Id, Place, Quantity } from "../brief.ts";
import type { Form } from "../forms/form.ts";
import { shaped, shared, withIssues } from "../forms/form.ts";
import { listOf } from "../forms/list.ts";
import { mapping, word } from "../forms/mapping.ts";
import { checkPlace } from "../forms/place.ts";
import { checkOrder, checkQuantity, checkYardstick, readChance } from "../forms/quantity.ts";
import { issues, issuesNamedBy, parties, reference } from "../forms/reference.ts";
import { scalar, TEXT_SCHEMA } from "../forms/scalar.ts";
import { parseChange } from "../mini/change.ts";
import type { Parsed } from "../mini/parsed.ts";
import { parsePlace } from "../mini/place.ts";
import { parseQuantity } from "../mini/spread.ts";
import { childOf } from "../tree/node.ts";

/** A change as large as the whole scale is the most that makes sense. */
const SHIFT = { least: -100, most: 100, why: "a change is at most 100 either way" };
const HUNDRED = { least: 0, most: 100, why: "the new value is 0..100" };

function checkShift(text: string, parsed: Parsed<Change>, limited: boolean): Parsed<Change> {
  if ("problem" in parsed || !parsed.value.relative) return parsed;
  const checked = limited ? checkQuantity(text, parsed.value.by, SHIFT) : checkOrder(text, parsed.value.by);
  return "problem" in checked ? checked : parsed;
}
function readLevel(text: string): Parsed<Quantity> {
  const parsed = parseQuantity(text);
  return "problem" in parsed ? parsed : checkQuantity(text, parsed.value, HUNDRED);
}
const EXPECTS = "a change such as `+5..+25`, or a new value";
const level: Form<Change> = scalar(EXPECTS, TEXT_SCHEMA, (text) =>
  checkShift(text, parseChange(text, readLevel, false), true),
);
const ideal: Form<Change> = shaped(
  scalar(EXPECTS, TEXT_SCHEMA, (text) => checkShift(text, parseChange(text, parsePlace, false), false)),
  (change, at, reader, node) =>
    change.relative || node.kind !== "scalar" || checkPlace(change.to as Place, node, at, reader) ? change : undefined,
);
const chanceChange: Form<Change> = shaped(
  scalar("a change such as `+10..+30%`, or a new chance", { type: "string" }, (text) =>
    checkShift(text, parseChange<Chance>(text, readChance, true), true),
  ),
  (change, at, reader, node) =>
    change.relative || checkYardstick(change.to as Chance, at, reader, node) ? change : undefined,
);

const CHANGED = ["ideal", "salience", "influence", "cost of disagreement"] as const;
const written = mapping(
  {
    party: word(parties, "Whose position changes"),
    issue: word(issues, "On which issues (all)"),
    ideal: word(ideal, "Change of what it wants, or its new place"),
    salience: word(level, "Change of how much it cares"),
    influence: word(level, "Change of its influence"),
    "cost of disagreement": word(level, "Change of what no agreement costs it"),
    admission: word(chanceChange, "With `issue`: change of its chance of admission, in percentage points"),
    forum: word(reference("forum"), "With `breakdown`: which forum"),
    breakdown: word(chanceChange, "Change of the forum's chance of breaking down"),
    assumption: word(reference("assumption"), "With `chance`: which assumption"),
    move: word(reference("move"), "With `chance`: which move"),
    chance: word(chanceChange, "Change of the chance of the assumption or the move"),
  },
  { what: "an effect" },
);

/** The words that go together, by the word that says on what the effect is. */
const KINDS: readonly (readonly [main: string, on: Effect["on"], others: readonly string[]])[] = [
  ["admission", "admission", ["issue"]],
  ["breakdown", "breakdown", ["forum"]],
  ["assumption", "assumption", ["chance"]],
  ["move", "move", ["chance"]],
];
const ON_POSITION: readonly string[] = ["party", "issue", ...CHANGED];
const OWN: readonly string[] = [...ON_POSITION, "admission", "forum", "breakdown", "assumption", "move", "chance"];

const effect: Form<Effect> = withIssues(
  shaped(written, (value, at, reader, node): Effect | undefined => {
    const given = node.kind === "map" ? node.entries.map((entry) => entry.key).filter((key) => OWN.includes(key)) : [];
    const kind = KINDS.find(([main]) => given.includes(main));
    const allowed = kind === undefined ? ON_POSITION : [kind[0], ...kind[2]];
    const span = reader.desk.spanOf(at) ?? node.span;
    const stray = given.find((key) => !allowed.includes(key));
    if (stray !== undefined) {
      reader.desk.report(
        "effect-mixed",
        span,
        `\`${stray}\` does not go together with \`${given.find((key) => key !== stray) ?? stray}\` in one effect.`,
        "An effect is on a position (`party`, `issue`, and what changes), or on `issue` and `admission`, `forum` and `breakdown`, `assumption` and `chance`, `move` and `chance`.",
        { path: at },
      );
      return undefined;
    }
    const needed = kind === undefined ? ["party"] : [kind[0], ...kind[2]];
    const missing = needed.find((key) => !given.includes(key));
    if (missing !== undefined || (kind === undefined && !CHANGED.some((key) => given.includes(key)))) {
      reader.desk.report(
        "missing-word",
        span,
        `\`${missing ?? "ideal"}\` is missing in the description of an effect.`,
        missing === undefined
          ? "Say what changes: `ideal`, `salience`, `influence` or `cost of disagreement`."
          : undefined,
        { path: at },
      );
      return undefined;
    }
    const {
      party,
      issue,
      ideal: _i,
      salience: _s,
      influence: _f,
      costOfDisagreement: _c,
      admission,
      forum,
      breakdown,
      assumption,
      move,
      chance,
      ...rest
    } = value;
    if (kind === undefined) {
      const changes = CHANGED.flatMap((what) => {
        const change = value[what === "cost of disagreement" ? "costOfDisagreement" : what];
        return change === undefined ? [] : [{ what, change, path: `${at}/${what}` }];
      });
      return party === undefined
        ? undefined
        : { ...rest, on: "position", parties: party, ...(issue === undefined ? {} : { issues: issue }), changes };
    }
    if (admission !== undefined && issue !== undefined)
      return { ...rest, on: "admission", issues: issue, change: admission };
    if (breakdown !== undefined && forum !== undefined) return { ...rest, on: "breakdown", forum, change: breakdown };
    if (assumption !== undefined && chance !== undefined)
      return { ...rest, on: "assumption", assumption, change: chance };
    return move === undefined || chance === undefined ? undefined : { ...rest, on: "move", move, change: chance };
  }),
  (node, reader): readonly Id[] | undefined => issuesNamedBy(childOf(node, "issue"), reader),
);
const effectList = listOf(effect, "effects");
export const effects: Form<readonly Effect[]> = shared("effects", () => effectList);
