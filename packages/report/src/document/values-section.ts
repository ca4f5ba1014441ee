/** What would turn the recommendation and at what figure, and what is most worth asking beforehand; only where values were asked for. */
import { countText } from "../html/world-share.ts";
import { valuesMessages } from "../messages/values.ts";
import { askedText, eitherOf, sideText, type Values, variedText, whoText } from "../values/value-rows.ts";
import { asSentence, capitalise, inputInside, pointsFine, pointsShort, quoted } from "../wording/index.ts";
import { type Block, bold, bullets, heading, type Inline, plain, smallPrint } from "./document.ts";
import type { MemoContext } from "./memo-context.ts";

type Decision = Values["sensitivity"]["decisions"][number];
type Input = Decision["inputs"][number];

const words = valuesMessages.memo;
/** Inputs named of a decision, and questions of all. */
const mostInputs = 2;
const mostQuestions = 2;
const mostInstead = 2;

/** Lines that the section can have: what to ask, what the whole plan hangs on, each choice that an input turns. */
export function valuesRows(context: MemoContext): number {
  const { values } = context.findings;
  return values === undefined ? 0 : lines(context, values).length;
}

/** At most `rows` lines; what is left of the choices is counted. */
export function valuesSection(context: MemoContext, rows: number): readonly Block[] {
  const { values } = context.findings;
  if (values === undefined) return [];
  const all = lines(context, values);
  const shown = all.slice(0, rows);
  return [
    heading(2, words.heading),
    bullets(shown),
    smallPrint(
      plain(
        [howText(context, values), ...(all.length > shown.length ? [words.more(all.length - shown.length)] : [])].join(
          " ",
        ),
      ),
    ),
  ];
}

/** Says what is varied of what works or holds or not only where a choice hangs on such. */
function howText(context: MemoContext, { sensitivity, worlds }: Values): string {
  const either = sensitivity.decisions.some((each) =>
    known(context, each).some((input) => eitherOf(input) !== undefined),
  );
  return words.how(countText(worlds.valued), either);
}

function lines(context: MemoContext, values: Values): readonly Inline[] {
  const decisions = values.sensitivity.decisions.filter(
    ({ move }) => move === undefined || context.index.moves.has(move),
  );
  const whole = decisions.filter(({ kind }) => kind === "best");
  const choices = decisions.filter((each) => each.kind === "choice" && turning(context, each).length > 0);
  const steady = decisions.length - whole.length - choices.length;
  return [
    askLine(context, values),
    ...whole.map((each) => wholeLine(context, each)),
    ...choices
      .toSorted((a, b) => Math.abs(b.worth.value) - Math.abs(a.worth.value))
      .map((each) => choiceLine(context, each)),
    ...(steady === 0 || decisions.length === whole.length ? [] : [plain(words.steady(steady, choices.length > 0))]),
  ];
}

/** Nothing that the brief does not name is printed from the findings. */
function known({ names }: MemoContext, { inputs }: Decision): readonly Input[] {
  return inputs.filter(({ path }) => names(path));
}

function turning(context: MemoContext, decision: Decision): readonly string[] {
  return known(context, decision).flatMap((input) => {
    const side = sideText(context.index, input);
    return side === undefined ? [] : [words.where(inputInside(context.index, input.what), side)];
  });
}

function wholeLine(context: MemoContext, decision: Decision): Inline {
  const turns = turning(context, decision).slice(0, mostInputs);
  const [first] = known(context, decision);
  const stays = (input: Input) => {
    const ends = [pointsShort(input.low.value), pointsShort(input.high.value)] as const;
    const either = eitherOf(input);
    return either === undefined
      ? words.wholeStays(inputInside(context.index, input.what), ...ends)
      : words.wholeEither(variedText(context.index, input), either.surely(...ends));
  };
  const told =
    turns.length > 0
      ? words.wholeTurns(turns.join(words.and))
      : first === undefined
        ? words.wholeUnknown
        : stays(first);
  return [bold(words.whole), { text: words.worth(pointsFine(decision.worth)) + told }];
}

function choiceLine(context: MemoContext, decision: Decision): Inline {
  const { index } = context;
  const instead = (decision.instead ?? []).filter((move) => index.moves.has(move)).slice(0, mostInstead);
  const names = instead.map((move) => quoted(index.nameOf(move))).join(words.next);
  const where = turning(context, decision).slice(0, mostInputs).join(words.and);
  return [
    bold(index.nameOf(decision.move ?? "")),
    {
      text: words.worth(pointsFine(decision.worth)) + words.only(where, names === "" ? words.elseWithout : names),
    },
  ];
}

function askLine(context: MemoContext, { questions }: Values): Inline {
  const told = questions.filter((question) => question.told && context.names(question.path));
  if (told.length === 0) return [bold(words.ask), { text: ` ${words.askNothing(questions.length)}` }];
  const texts = told.slice(0, mostQuestions).map((question) => {
    const who = whoText(context.index, question);
    return words.question(
      askedText(context.index, question),
      pointsFine(question.worth.value),
      who === "–" ? "" : words.knows(who),
    );
  });
  return [bold(words.ask), { text: ` ${texts.map((text) => asSentence(capitalise(text))).join(" ")}` }];
}
