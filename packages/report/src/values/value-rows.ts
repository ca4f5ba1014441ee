/** Values as rows of texts: the same for the report and the terminal. */
import type { PlanFindings, ValueRange } from "@demarche/core/run";
import { valuesMessages as words } from "../messages/values.ts";
import {
  type BriefIndex,
  capitalise,
  inputInside,
  inputText,
  listText,
  numberText,
  pointsFine,
  pointsShort,
} from "../wording/index.ts";

export type Values = NonNullable<PlanFindings["values"]>;
type Change = Values["changes"][number];
type Question = Values["questions"][number];
type Decision = Values["sensitivity"]["decisions"][number];
type Turning = Decision["inputs"][number];

/** Rows of texts under a title; the first column says what. Several things in one cell stand on lines of their own. */
export interface ValueBlock {
  readonly title: string;
  readonly head: readonly string[];
  /** Of the columns, percent. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

/** A level, not a difference: without a sign. */
const levelRange = ({ value, low, high }: ValueRange): string => rangeOf([value, low, high].map((x) => numberText(x)));
/** A share 0..1 in whole percent. */
const shareRange = ({ value, low, high }: ValueRange): string =>
  rangeOf(
    [value, low, high].map((x) => numberText(100 * x, 0)),
    words.units.percent,
  );
const rangeOf = ([v, l, h]: readonly string[], unit = ""): string =>
  l === v && h === v ? `${v}${unit}` : `${v}${unit} (${l} to ${h})`;

/** Without the column of what the searches may have missed, where that is nothing anywhere: what it leaves goes to the first. */
function withoutIdle(block: ValueBlock, column: number): ValueBlock {
  if (block.rows.some((row) => row[column] !== "0" && row[column] !== "–")) return block;
  const others = <T>(list: readonly T[]) => list.filter((_, k) => k !== column);
  const [first = 0, ...rest] = others(block.widths);
  return {
    ...block,
    head: others(block.head),
    widths: [first + block.widths[column]!, ...rest],
    rows: block.rows.map(others),
  };
}

/** Does it change anything, to hundredths? */
export const isSomething = (change: Change): boolean =>
  [change.screened, bestKnown(change)].some(({ value }) => Math.abs(value) >= 0.005);
const names = (index: BriefIndex, ids: readonly string[]): string => listText(ids.map((id) => `‘${index.nameOf(id)}’`));

export const bestKnown = (change: Change): ValueRange => change.resolved?.value ?? change.screened;
export const changeName = (index: BriefIndex, { kind, id, replacedBy }: Change): string =>
  replacedBy === undefined
    ? words.changes.names[kind](index.nameOf(id))
    : words.changes.rather(index.nameOf(id), index.nameOf(replacedBy));

/** Largest first. */
export function sortedChanges({ changes }: Values): Change[] {
  return [...changes].sort((a, b) => Math.abs(bestKnown(b).value) - Math.abs(bestKnown(a).value));
}

export function changeBlock(
  index: BriefIndex,
  values: Values,
  wanted: (change: Change) => boolean = () => true,
): ValueBlock {
  const { title, what, screened, resolved, gap, otherwise: head, make, leave, join } = words.changes;
  const block: ValueBlock = {
    title,
    head: [what, screened, resolved, gap, head],
    widths: [32, 18, 18, 8, 24],
    rows: sortedChanges(values)
      .filter(wanted)
      .map((change) => {
        const again = change.resolved;
        const otherwise =
          again === undefined
            ? []
            : [
                ...(again.instead.length > 0 ? [make(names(index, again.instead))] : []),
                ...(again.dropped.length > 0 ? [leave(names(index, again.dropped))] : []),
              ];
        return [
          changeName(index, change),
          pointsFine(change.screened),
          again === undefined ? "–" : pointsFine(again.value),
          again === undefined ? "–" : numberText(again.gap),
          otherwise.length === 0 ? "–" : otherwise.join(join),
        ];
      }),
  };
  return withoutIdle(block, 3);
}

export function signalBlock(index: BriefIndex, { moves }: Values): ValueBlock {
  const { title, move, free, heard, net, gap } = words.moves;
  const block: ValueBlock = {
    title,
    head: [move, free, heard, net, gap],
    widths: [30, 20, 20, 22, 8],
    rows: moves.map((each) => [
      index.nameOf(each.move),
      each.free === undefined ? "–" : pointsFine(each.free.value),
      pointsFine(each.heard.value),
      pointsFine(each.net),
      numberText(each.gap),
    ]),
  };
  return withoutIdle(block, 4);
}

/** Would the answer be worth anything, to hundredths? */
export const isWorthAsking = ({ worth }: Question): boolean => worth.value.value >= 0.005;

export function questionBlock(
  index: BriefIndex,
  values: Values,
  most: number,
  wanted: (question: Question) => boolean = () => true,
): ValueBlock {
  const { title, what, worth, who, by } = words.questions;
  return {
    title,
    head: [what, worth, who, by],
    widths: [40, 22, 22, 16],
    rows: values.questions
      .filter(wanted)
      .slice(0, most)
      .map((question) => [
        capitalise(askedText(index, question)),
        pointsFine(question.worth.value) + (question.told ? words.questions.told : ""),
        whoText(index, question),
        question.toldBy.length === 0 ? "–" : names(index, question.toldBy),
      ]),
  };
}

/** Who could know: parties with their people, and sources; a dash where nobody is named. */
export function whoText(index: BriefIndex, { whom }: Question): string {
  const { brief } = index;
  const parties = whom.parties.map((id) => {
    const people = (brief.parties.find((party) => party.id === id)?.people ?? []).map(
      (person) => person.name ?? person.id,
    );
    return words.questions.party(index.nameOf(id), people.join(", "));
  });
  const texts = [...parties, ...whom.sources.map((id) => index.nameOf(id))];
  return texts.length === 0 ? "–" : texts.join("; ");
}

export function timeBlock(index: BriefIndex, { time, moves }: Values): ValueBlock {
  const { title, what, same, anew, gap, later, waiting } = words.time;
  const block: ValueBlock = {
    title,
    head: [what, same, anew, gap],
    widths: [48, 22, 22, 8],
    rows: [
      ...time.later.map((each) => [
        later(index.inProse(each.after), each.lost.length),
        pointsFine(each.screened),
        pointsFine(each.resolved),
        numberText(each.gap),
      ]),
      // Where no move tells anything there is nothing to wait for.
      ...(moves.length === 0 ? [] : [[waiting, "–", pointsFine(time.waiting.value), "–"]]),
    ],
  };
  return withoutIdle(block, 3);
}

export function decisionBlock(index: BriefIndex, { sensitivity }: Values, most: number): ValueBlock {
  const { title, decision, worth, hangs, nothing } = words.decisions;
  return {
    title,
    head: [decision, worth, hangs],
    widths: [30, 18, 52],
    rows: sensitivity.decisions.map((each) => [
      decisionName(index, each),
      pointsFine(each.worth),
      each.inputs.length === 0
        ? nothing
        : each.inputs
            .slice(0, most)
            .map((input) => turningText(index, input))
            .join("\n"),
    ]),
  };
}

export function decisionName(index: BriefIndex, { kind, move, instead }: Decision): string {
  if (kind === "best" || move === undefined) return words.decisions.best;
  return words.decisions.choice(
    index.nameOf(move),
    (instead ?? []).length === 0 ? "" : names(index, instead!.slice(0, 2)),
  );
}

type Measured = Pick<Turning, "path" | "unit">;

/** A number of an input, as finely as such numbers are known. */
function figureText(value: number, unit: Turning["unit"]): string {
  const size = Math.abs(value);
  return numberText(value, unit === "percent" || size >= 10 ? 0 : unit === "points" || size >= 1 ? 1 : 2);
}

/** The same with its unit. */
export function atText(index: BriefIndex, value: number, { path, unit }: Measured): string {
  return figureText(value, unit) + unitText(index, { path, unit });
}

/** Of an issue its own, where it has one. */
function unitText(index: BriefIndex, { path, unit }: Measured): string {
  if (unit !== "issue") return words.units[unit];
  const issue = [...index.issues.values()].find((each) => path.startsWith(`${each.path}/`));
  return issue?.unit === undefined ? "" : ` ${issue.unit}`;
}

/** On which side of which figure the decision holds: "above 12 % (2 to 21)"; undefined where it does not turn. */
export function sideText(index: BriefIndex, { path, unit, low, turnsAt }: Turning): string | undefined {
  if (turnsAt === undefined) return undefined;
  const { above, below } = words.decisions;
  return (low.value < 0 ? above : below)(atText(index, turnsAt.at, { path, unit }), intervalText(turnsAt, unit));
}

/** The interval of a crossing in brackets; where it leaves the input's range on one side, by its other end alone. */
function intervalText({ low, high }: NonNullable<Turning["turnsAt"]>, unit: Turning["unit"]): string {
  const { between, atMost, atLeast } = words.decisions;
  if (low !== undefined && high !== undefined) return between(figureText(low, unit), figureText(high, unit));
  if (high !== undefined) return atMost(figureText(high, unit));
  return low === undefined ? "" : atLeast(figureText(low, unit));
}

/** Words for what works or not, or holds or not, and is looked at as sure either way; undefined of a number. */
export function eitherOf({ path, unit, from, to }: Pick<Turning, "path" | "unit" | "from" | "to">) {
  if (unit !== "percent" || from !== 0 || to !== 100) return undefined;
  return path.startsWith("assumptions/") ? words.either.holds : words.either.works;
}

/** What is asked: of an assumption whether it holds, which is what an answer says. */
export function askedText(index: BriefIndex, { what, path }: Pick<Question, "what" | "path">): string {
  const text = inputInside(index, what);
  return path.startsWith("assumptions/") ? text.replace(words.either.theChanceOf, words.either.whether) : text;
}

/** What is varied: of what works or not "whether ‘X’ works", since its chance is not moved over the range of the brief. */
export function variedText(index: BriefIndex, input: Pick<Turning, "what" | "path" | "unit" | "from" | "to">): string {
  const text = inputText(index, input.what);
  return eitherOf(input) === undefined ? text : text.replace(words.either.chanceOf, words.either.whether);
}

function turningText(index: BriefIndex, input: Turning): string {
  const side = sideText(index, input);
  if (side !== undefined) return words.decisions.turns(capitalise(inputText(index, input.what)), side);
  const name = capitalise(variedText(index, input));
  const ends = [pointsShort(input.low.value), pointsShort(input.high.value)] as const;
  const either = eitherOf(input);
  return either === undefined
    ? words.decisions.stays(name, ...ends)
    : words.decisions.staysEither(name, either.surely(...ends));
}

export function tornadoBlock(index: BriefIndex, { sensitivity }: Values): ValueBlock {
  const { title, input, range, low, high } = words.tornado;
  return {
    title,
    head: [input, range, low, high],
    widths: [40, 20, 20, 20],
    rows: sensitivity.tornado.map((bar) => [
      capitalise(variedText(index, bar)),
      eitherOf(bar)?.ends ?? `${figureText(bar.from, bar.unit)} – ${atText(index, bar.to, bar)}`,
      levelRange(bar.low),
      levelRange(bar.high),
    ]),
  };
}

export function driverBlock(index: BriefIndex, { sensitivity }: Values): ValueBlock {
  const { title, what, first, total, groups } = words.drivers;
  const nameOf = (kind: string, id: string) =>
    kind === "group"
      ? groups[id as keyof typeof groups]
      : capitalise(inputText(index, id.replace(/ \([^()]*\)$/u, "")));
  return {
    title,
    head: [what, first, total],
    widths: [48, 26, 26],
    rows: sensitivity.drivers.map((each) => [
      nameOf(each.kind, each.id),
      shareRange(each.first),
      shareRange(each.total),
    ]),
  };
}

export function methodBlock({ sensitivity }: Values): ValueBlock {
  const { title, what, value, over, set } = words.method;
  return {
    title,
    head: [what, value, over],
    widths: [40, 30, 30],
    rows: sensitivity.method.map((each) => [
      capitalise(set(each.what, each.setTo)),
      levelRange(each.value),
      pointsFine(each.bestOverWritten),
    ]),
  };
}
