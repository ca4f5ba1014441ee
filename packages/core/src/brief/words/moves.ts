/** `moves`: what can be done, by us and by others. */
import type { Chance, Move, Path, Reveals, Signal, SignalChance, Stated } from "../brief.ts";
import { condition } from "../forms/condition.ts";
import type { Form, Reader } from "../forms/form.ts";
import { shaped, withIssues } from "../forms/form.ts";
import { byShape, listOf, oneOrMore } from "../forms/list.ts";
import { mapping, must, word } from "../forms/mapping.ts";
import { chance, dates, points } from "../forms/quantity.ts";
import { issues, issuesNamedBy, option, parties, reference, scope } from "../forms/reference.ts";
import { oneOf, scalar, yes } from "../forms/scalar.ts";
import { printNumber } from "../mini/number.ts";
import { boundsOf } from "../mini/spread.ts";
import { childOf } from "../tree/node.ts";
import { audience } from "./agenda.ts";
import { effects } from "./effects.ts";
import { things } from "./ids.ts";

type SignalWords = Omit<Signal, "id">;
const signalCase = shaped(
  mapping(
    {
      if: word(condition, "When this row holds; the last row may do without"),
      chance: must(chance, "Chance of the signal then"),
    },
    { what: "a row of a signal's chances" },
  ),
  ({ if: when, chance: then }) => ({ ...(when === undefined ? {} : { if: when }), chance: then }),
);
const signal = byShape<SignalWords, SignalWords, SignalWords>(
  "a chance, a mapping of `if`, `chance` and `else`, or a list of such rows",
  {
    scalar: shaped(chance, (given, at): SignalWords => ({ path: at, likelihood: { kind: "chance", chance: given } })),
    list: shaped(listOf(signalCase, "rows of `if` and `chance`"), (cases, at, { desk }): SignalWords => {
      const early = cases.findIndex((row, index) => row.if === undefined && index < cases.length - 1);
      if (early !== -1)
        desk.report(
          "unreachable-row",
          desk.spanOf(`${at}/${early}`) ?? { start: 0, end: 1 },
          "Rows behind this one can never hold: it has no `if`.",
          "Put the row without `if` last.",
          { path: at },
        );
      return { path: at, likelihood: { kind: "cases", cases } };
    }),
    map: shaped(
      mapping(
        {
          if: word(condition, "When `chance` holds"),
          chance: must(chance, "Chance of the signal then"),
          else: word(chance, "Chance of the signal otherwise (0 %)"),
        },
        { what: "a signal" },
      ),
      ({ if: when, chance: then, else: other, ...rest }): SignalWords => {
        const likelihood: SignalChance =
          when === undefined
            ? { kind: "chance", chance: then }
            : {
                kind: "cases",
                cases: [{ if: when, chance: then }, ...(other === undefined ? [] : [{ chance: other }])],
              };
        return { ...rest, likelihood };
      },
    ),
  },
);
const success = scalar("`success`", { enum: ["success"] }, (value) =>
  value === "success"
    ? { value: "success" as const }
    : {
        problem: {
          code: "unknown-word",
          message: `\`${value}\` stands where only \`success\` can.`,
          hint: "`success`: we learn whether it worked; other signals go in a mapping with their chances.",
        },
      },
);
const signals = byShape<"success", never, readonly Signal[]>("`success`, or a mapping from signals to their chances", {
  scalar: success,
  map: things(signal, "signals"),
});

const what = scalar("`ideal`, `salience` or `both`", { enum: ["ideal", "salience", "both"] }, (value) => {
  if (value === "both") return { value: ["ideal", "salience"] as const };
  if (value === "ideal" || value === "salience") return { value: [value] as readonly ("ideal" | "salience")[] };
  return { problem: { code: "unknown-word", message: `\`${value}\` is none of \`ideal\`, \`salience\`, \`both\`.` } };
});
const revealed = shaped(
  mapping(
    {
      issue: must(issues, "On which issue"),
      to: word(parties, "To whom (the target)"),
      what: word(what, "What it shows (salience)"),
      chance: word(chance, "Chance that it shows it (100 %)"),
    },
    { what: "what a move reveals", main: "issue" },
  ),
  ({ issue, what: shown, ...rest }): readonly Reveals[] =>
    issue.map((each) => ({ ...rest, issue: each, what: shown ?? ["salience"] })),
);
const reveals: Form<readonly Reveals[]> = shaped(oneOrMore(revealed, "such"), (lists) => lists.flat());

/** The least that a chance can be, in percent; 0 where that depends on a yardstick or is not known. */
function leastOf({ value }: Stated<Chance>): number {
  return value.kind === "word" ? 0 : Math.min(...boundsOf(value), 100) * (value.kind === "unknown" ? 0 : 1);
}
/** A move gives one signal: if even the least chances sum to more than 100 %, they cannot all be right. */
function checkSignalSum(given: readonly Signal[], at: Path, { desk }: Reader): void {
  const least = given.map(({ likelihood }) => {
    if (likelihood.kind === "chance") return leastOf(likelihood.chance);
    const covered = likelihood.cases.some((row) => row.if === undefined);
    return covered ? Math.min(...likelihood.cases.map((row) => leastOf(row.chance))) : 0;
  });
  const sum = least.reduce((total, chance) => total + chance, 0);
  if (sum <= 100 + 1e-9) return;
  desk.report(
    "signals-over-100",
    desk.spanOf(`${at}/signals`)!,
    `The chances of these signals sum to ${printNumber(Math.round(sum * 1e6) / 1e6)} % at the least.`,
    "A move gives one signal; what is left over is the signal `none`.",
    { path: `${at}/signals` },
  );
}

const KINDS = [
  "probe",
  "press",
  "court",
  "propose",
  "offer",
  "bundle",
  "escalate",
  "pre-agree",
  "publicise",
  "commit",
  "conceal",
  "confirm",
] as const;

const move = shaped(
  mapping(
    {
      kind: must(oneOf(...KINDS), "What sort of step it is"),
      by: word(reference("party"), "Who makes it (us)"),
      target: word(parties, "At whom it is aimed"),
      through: word(reference("person"), "The person it goes through"),
      issue: word(issues, "What it is about"),
      option: word(option, "The option it is about"),
      link: word(reference("link"), "The link it puts forward"),
      scope: word(scope, "What it is about: parties, blocs, terms"),
      forum: word(reference("forum"), "Where, or whither"),
      dates: word(dates, "When"),
      if: word(condition, "Condition it needs"),
      chance: word(chance, "Chance of success (100 %)"),
      intensity: word(oneOf("low", "moderate", "high"), "How hard"),
      "if it works": word(effects, "What it changes if it works"),
      "if it fails": word(effects, "What it changes if it fails"),
      cost: word(points, "What it costs us, in points (0)"),
      worth: word(points, "What the act itself is worth, whatever comes of it, in points (0)"),
      audience: word(audience, "What it brings with each audience, in points"),
      public: word(yes, "It becomes known to all"),
      signals: word(signals, "What we learn from it"),
      reveals: word(reveals, "What it shows to others"),
    },
    { what: "a move" },
  ),
  ({ issue, ...rest }, at, reader): Omit<Move, "id"> => {
    if (rest.signals !== undefined && rest.signals !== "success") checkSignalSum(rest.signals, at, reader);
    return { ...rest, ...(issue === undefined ? {} : { issues: issue }) };
  },
);
export const moves: Form<readonly Move[]> = things(
  withIssues(move, (node, reader) => issuesNamedBy(childOf(node, "issue"), reader)),
  "moves",
);
