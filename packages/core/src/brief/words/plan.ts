/** `plan`, `other plans`, `forecasts` and `observed`. */
import type { Forecast, Observation, Step } from "../brief.ts";
import { condition } from "../forms/condition.ts";
import type { Form } from "../forms/form.ts";
import { shaped, shared, withIssues } from "../forms/form.ts";
import { byShape, listOf } from "../forms/list.ts";
import { mapping, must, word } from "../forms/mapping.ts";
import { chance, date } from "../forms/quantity.ts";
import { issuesNamedBy, item, option, reference } from "../forms/reference.ts";
import { oneOf, text } from "../forms/scalar.ts";
import { childOf } from "../tree/node.ts";
import { things } from "./ids.ts";
import { THEN } from "./then.ts";

const moveName = reference("move");
const steps: Form<readonly Step[]> = shared("steps", () => stepList);

const KINDS: readonly (readonly [main: string, others: readonly string[]])[] = [
  ["do", []],
  ["ask", ["issue"]],
  ["if", ["then", "else"]],
];
const written = mapping(
  {
    do: word(moveName, "Make this move"),
    ask: word(option, "Ask for this option from here; the ladder starts at this rung"),
    issue: word(item, "With `ask`: on which issue"),
    if: word(condition, "A condition on what we have learnt by then"),
    [THEN]: word(steps, "With `if`: steps where it holds"),
    else: word(steps, "With `if`: steps where it does not ([])"),
  },
  { what: "a step" },
);
const step: Form<Step> = withIssues(
  shaped(
    written,
    ({ do: move, ask, issue, if: when, [THEN]: then, else: other, ...rest }, at, { desk }, node): Step | undefined => {
      const given = ["do", "ask", "issue", "if", "then", "else"].filter((key) => childOf(node, key) !== undefined);
      const kind = KINDS.find(([main]) => given.includes(main));
      const span = desk.spanOf(at) ?? node.span;
      const stray = given.find((key) => kind === undefined || (key !== kind[0] && !kind[1].includes(key)));
      if (kind === undefined || stray !== undefined) {
        desk.report(
          "one-of",
          span,
          kind === undefined
            ? "This step says none of `do`, `ask`, `if`."
            : `\`${stray}\` does not go together with \`${kind[0]}\` in one step.`,
          "A step is a move, `{ do: MOVE }`, `{ ask: OPTION, issue: ISSUE }` or `{ if: …, then: […], else: […] }`.",
          { path: at },
        );
        return undefined;
      }
      const missing = kind[0] === "ask" ? "issue" : "then";
      if (kind[0] !== "do" && !given.includes(missing)) {
        desk.report("missing-word", span, `\`${missing}\` is missing beside \`${kind[0]}\` in this step.`, undefined, {
          path: at,
        });
        return undefined;
      }
      if (move !== undefined) return { ...rest, step: "do", move };
      if (ask !== undefined && issue !== undefined) return { ...rest, step: "ask", issue, option: ask };
      return when === undefined || then === undefined
        ? undefined
        : { ...rest, step: "if", if: when, [THEN]: then, else: other ?? [] };
    },
  ),
  // An `ask` without its `issue` is reported as such; the option need not be too.
  (node, reader) => (childOf(node, "issue") === undefined ? undefined : issuesNamedBy(childOf(node, "issue"), reader)),
);
const stepAny = byShape<Step, never, Step>("a move's name, or a mapping that describes a step", {
  scalar: shaped(moveName, (move, at): Step => ({ path: at, step: "do", move })),
  map: step,
});
const stepList: Form<readonly Step[]> = listOf(stepAny, "steps");

export const plan: Form<readonly Step[]> = steps;

export const forecasts: Form<readonly Forecast[]> = things(
  mapping(
    {
      statement: word(text, "What is expected"),
      event: word(condition, "The event in the brief's own terms (none: resolved by hand)"),
      if: word(condition, "What must hold for it to count (void where it fails)"),
      chance: word(chance, "Its chance (where `if` holds)"),
      else: word(chance, "Its chance where `if` fails"),
      shift: word(
        oneOf("much lower", "lower", "same", "higher", "much higher"),
        "Without numbers: how `if` shifts the chance",
      ),
      due: word(date, "When it is resolved"),
      criterion: word(text, "How it is told, where no `event` says it"),
    },
    { what: "a forecast", main: "statement" },
  ),
  "forecasts",
);

const observation: Form<Observation> = mapping(
  { date: word(date, "When it was observed"), fact: must(condition, "What was observed") },
  { what: "an observation" },
);
const observations = listOf(observation, "observations");
/** Observed after the as-of date by its nature: its sources are not checked against it. */
export const observed: Form<readonly Observation[]> = {
  ...observations,
  read: (node, at, reader) => observations.read(node, at, { ...reader, feeds: false }),
};
