import { agreementSchema } from "./agreement-schema.ts";
import { bestPlanSchema, planTreeSchema } from "./best-plan-schema.ts";
import { dayTwoSchema } from "./day-two-schema.ts";
import { forumsSchema, slatesSchema } from "./forums-schema.ts";
import {
  byName,
  count,
  type JsonSchema,
  listOf,
  number,
  oneOf,
  record,
  ref,
  share,
  text,
  truth,
} from "./schema-parts.ts";
import { valuesSchema } from "./values-schema.ts";

const chance = {
  chance: share("shown: shrunk toward an even spread"),
  low: share("10th percentile over what is not known"),
  high: share("90th percentile"),
};
const value = {
  value: number("points: hundredths of our whole agenda"),
  low: number("5 % point of the computation's error"),
  high: number("95 % point"),
};
const id = text("a name of the brief");
const ladder = { ask: share(), rungs: listOf(share()), worse: share(), none: share() };

const item = record({
  ask: record({ ...chance, option: id }, "the ask or better"),
  rungs: listOf(record({ ...chance, id }), "in order of the ladder: this rung or better and not the one before"),
  worse: ref("chance"),
  none: record({ ...chance, because: ref("reasons") }, "no agreement, and why"),
  id,
  title: text(),
  under: listOf(id, "headings above it, outermost first"),
  "instanceOf?": id,
  forum: id,
  unshrunk: record(ladder, "the same chances before shrinking"),
  widest: ref("inputGroup"),
  admitted: share(),
  "askGivenAdmitted?": share("absent where it is admitted in too few worlds"),
  options: listOf(record({ id, title: text(), "at?": number("natural units"), chance: share() })),
  "density?": listOf(share(), "20 equal cells of the scale from its lower end"),
  parties: listOf(
    record({
      party: id,
      role: oneOf("member", "third"),
      known: truth("false: no position is known"),
      "ideal?": ref("spread"),
      salience: ref("spread"),
      influence: ref("spread"),
      keepsOff: share("of worlds in which it keeps the item off"),
      refuses: share("of worlds in which its consent alone was wanting"),
    }),
  ),
  otherModels: byName(record(ladder), "what other outcome models say; not shrunk"),
  dropped: share("of worlds in which `unless` holds"),
  ourValue: share("mean of our value of what comes out"),
  weight: share("of our whole agenda"),
});

const move = record({
  move: id,
  ...value,
  "asIf?": text("what branches take the move to have told where it is left out; absent: they take `else`"),
  worth: ref("value"),
  typed: number("points typed in for the act itself"),
  fallsAway: listOf(id),
  done: share(),
  worked: share(),
  items: listOf(record({ issue: id, points: number() })),
});

const plans = record({
  none: ref("value"),
  asWritten: record({ ...value, overNone: ref("value") }),
  without: byName(ref("move"), "the plan as written without each move"),
  others: byName(record({ ...value, overAsWritten: ref("value") })),
  "best?": bestPlanSchema,
});

const conditional = record({
  forecast: id,
  void: truth("the plan cannot bring the condition about"),
  "why?": text(),
  worlds: count(),
  "issue?": id,
  rungs: listOf(record({ id, ifSo: share(), ifNot: share() })),
  "event?": record({ ifSo: share(), ifNot: share() }),
  rules: listOf(id),
  "breakEven?": number(),
});

const offer = record({
  link: id,
  made: share(),
  accepted: share(),
  worth: ref("value"),
  declines: byName(share()),
  premium: record({ shown: number(), open: number() }),
});

const defs: Readonly<Record<string, JsonSchema>> = {
  chance: record(chance),
  value: record(value),
  spread: record({ low: number("5 % point"), median: number(), high: number("95 % point") }),
  inputGroup: oneOf("positions", "costs", "rules", "admission", "model"),
  reasons: record({
    notAdmitted: share(),
    noCompetence: share(),
    brokeDown: share(),
    refused: byName(share(), "by the one party whose consent alone was wanting; `jointly` where no single one's was"),
    notReached: share(),
  }),
  item,
  move,
  planTree: planTreeSchema,
};

/** The published JSON Schema of plan.json; properties in the order in which they are written. */
export function planJsonSchema(): JsonSchema {
  const root = record({
    engine: { const: "plan" },
    version: text(),
    seed: count(),
    worlds: count(),
    inputsHash: { type: "string", pattern: "^[0-9a-f]{64}$", description: "SHA-256 of the canonical inputs" },
    us: id,
    outcomeModel: text(),
    items: listOf(ref("item"), "items of the plan as written"),
    plans,
    conditionals: listOf(conditional),
    forecasts: listOf(
      record({
        id,
        "computed?": share(),
        "antecedent?": share(),
        "stated?": record({ low: share(), high: share(), "word?": text() }),
      }),
    ),
    offers: listOf(offer),
    bundles: listOf(record({ link: id, settled: share() })),
    steps: listOf(record({ path: text(), reached: share() })),
    assumptions: listOf(record({ id, holds: share() })),
    stability: listOf(
      record({
        issue: id,
        forum: id,
        members: listOf(id),
        worlds: count(),
        settlements: listOf(
          record({ option: id, refuses: listOf(id), willing: byName(share(), "by member"), enough: share() }),
        ),
      }),
      "the heaviest items read as conflicts: who would rather take which settlement than have none",
    ),
    forums: forumsSchema,
    slates: slatesSchema,
    agendaOrder: listOf(
      record({ forum: id, first: id, second: id, rules: listOf(id), worth: ref("value"), worlds: count() }),
      "what it is worth to settle the first before the second, for which it sets a precedent",
    ),
    agreement: agreementSchema,
    contradictions: listOf(
      record({
        code: text(),
        severity: oneOf("contradiction", "tension", "gap"),
        paths: { type: "array", items: text(), minItems: 1, maxItems: 2 },
        message: text(),
        why: text(),
      }),
    ),
    "dayTwo?": dayTwoSchema,
    "values?": valuesSchema,
    unknowns: listOf(
      record({
        path: text(),
        what: text(),
        group: ref("inputGroup"),
        worth: number(),
        low: number(),
        high: number(),
        swing: number(),
      }),
    ),
    typedPayoffs: listOf(record({ path: text(), what: text(), points: ref("spread"), "breakEven?": number() })),
    notPriced: listOf(record({ path: text(), what: text(), why: text() })),
    defaults: listOf(record({ path: text(), what: text(), value: text() })),
    inputs: record({ cited: count(), judged: count(), judgedAfter: count() }),
    method: record({
      disagreementMean: number(),
      shrinkage: share(),
      carryOver: text(),
      carePremium: text(),
      gateShare: text(),
      fewestWorlds: count(),
    }),
  });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Demarche: findings of a plan (plan.json)",
    description:
      "Chances are 0..1 and unrounded; values are points, hundredths of our whole agenda; names are the brief's.",
    ...root,
    $defs: defs,
  };
}

/** The schema as the bytes of schema/plan.schema.json. */
export function planJsonSchemaText(): string {
  return `${JSON.stringify(planJsonSchema(), null, 2)}\n`;
}
