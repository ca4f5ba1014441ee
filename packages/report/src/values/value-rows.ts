/** Values as rows of texts: the same for the report and the terminal. */
import type { PlanFindings, ValueRange } from "@demarche/core/run";
import { engineText } from "../html/engine-text.ts";
import { valuesMessages as words } from "../messages/values.ts";
import { type BriefIndex, capitalise, listText, numberText, signedText } from "../wording/index.ts";

export type Values = NonNullable<PlanFindings["values"]>;
type Change = Values["changes"][number];
type Question = Values["questions"][number];
type Decision = Values["sensitivity"]["decisions"][number];
type Turning = Decision["inputs"][number];

/** Rows of texts under a title; the first column says what. Several things in one cell stand on lines of their own. */
export interface ValueBlock {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** To hundredths: many are small, and their order is what counts. */
export function rangeText({ value, low, high }: ValueRange): string {
  const [v, l, h] = [value, low, high].map((x) => signedText(x, 2));
  return l === h ? v! : `${v} (${l} to ${h})`;
}
/** A level, not a difference: without a sign. */
const levelRange = ({ value, low, high }: ValueRange): string => {
  const [v, l, h] = [value, low, high].map((x) => numberText(x, 2));
  return l === h ? v! : `${v} (${l} to ${h})`;
};
const gapText = (gap: number): string => numberText(gap, 2);

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
  return {
    title,
    head: [what, screened, resolved, gap, head],
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
          rangeText(change.screened),
          again === undefined ? "–" : rangeText(again.value),
          again === undefined ? "–" : gapText(again.gap),
          otherwise.length === 0 ? "–" : otherwise.join(join),
        ];
      }),
  };
}

export function signalBlock(index: BriefIndex, { moves }: Values): ValueBlock {
  const { title, move, free, heard, net, gap } = words.moves;
  return {
    title,
    head: [move, free, heard, net, gap],
    rows: moves.map((each) => [
      index.nameOf(each.move),
      each.free === undefined ? "–" : rangeText(each.free.value),
      rangeText(each.heard.value),
      rangeText(each.net),
      gapText(each.gap),
    ]),
  };
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
    rows: values.questions
      .filter(wanted)
      .slice(0, most)
      .map((question) => [
        capitalise(engineText(question.what)),
        rangeText(question.worth.value) + (question.told ? words.questions.told : ""),
        whoText(index, question),
        question.toldBy.length === 0 ? "–" : names(index, question.toldBy),
      ]),
  };
}

function whoText(index: BriefIndex, { whom }: Question): string {
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
  return {
    title,
    head: [what, same, anew, gap],
    rows: [
      ...time.later.map((each) => [
        later(index.inProse(each.after), each.lost.length),
        rangeText(each.screened),
        rangeText(each.resolved),
        gapText(each.gap),
      ]),
      // Where no move tells anything there is nothing to wait for.
      ...(moves.length === 0 ? [] : [[waiting, "–", rangeText(time.waiting.value), "–"]]),
    ],
  };
}

export function decisionBlock(index: BriefIndex, { sensitivity }: Values, most: number): ValueBlock {
  const { title, decision, worth, hangs, nothing } = words.decisions;
  return {
    title,
    head: [decision, worth, hangs],
    rows: sensitivity.decisions.map((each) => [
      decisionName(index, each),
      rangeText(each.worth),
      each.inputs.length === 0 ? nothing : each.inputs.slice(0, most).map(turningText).join("\n"),
    ]),
  };
}

function decisionName(index: BriefIndex, { kind, move, instead }: Decision): string {
  if (kind === "best" || move === undefined) return words.decisions.best;
  return words.decisions.choice(
    index.nameOf(move),
    (instead ?? []).length === 0 ? "" : names(index, instead!.slice(0, 2)),
  );
}

/** A number of an input with its unit. */
export function atText(value: number, unit: Turning["unit"]): string {
  const digits = Math.abs(value) < 10 && unit !== "percent" ? 2 : 0;
  return numberText(value, digits) + words.units[unit];
}

function turningText({ what, unit, low, high, turnsAt }: Turning): string {
  const name = capitalise(engineText(what));
  const { turns, stays, open } = words.decisions;
  if (turnsAt === undefined) return stays(name, signedText(low.value, 2), signedText(high.value, 2));
  const end = (at: number | undefined) => (at === undefined ? open : atText(at, unit));
  return turns(name, atText(turnsAt.at, unit), end(turnsAt.low), end(turnsAt.high));
}

export function tornadoBlock({ sensitivity }: Values): ValueBlock {
  const { title, input, range, low, high } = words.tornado;
  return {
    title,
    head: [input, range, low, high],
    rows: sensitivity.tornado.map((bar) => [
      capitalise(engineText(bar.what)),
      `${atText(bar.from, bar.unit)} – ${atText(bar.to, bar.unit)}`,
      levelRange(bar.low),
      levelRange(bar.high),
    ]),
  };
}

export function driverBlock({ sensitivity }: Values): ValueBlock {
  const { title, what, first, total, groups } = words.drivers;
  const nameOf = (kind: string, id: string) =>
    kind === "group" ? groups[id as keyof typeof groups] : capitalise(engineText(id.replace(/ \([^()]*\)$/u, "")));
  return {
    title,
    head: [what, first, total],
    rows: sensitivity.drivers.map((each) => [
      nameOf(each.kind, each.id),
      levelRange(each.first),
      levelRange(each.total),
    ]),
  };
}

export function methodBlock({ sensitivity }: Values): ValueBlock {
  const { title, what, value, over, set } = words.method;
  return {
    title,
    head: [what, value, over],
    rows: sensitivity.method.map((each) => [
      capitalise(set(each.what, each.setTo)),
      levelRange(each.value),
      rangeText(each.bestOverWritten),
    ]),
  };
}
