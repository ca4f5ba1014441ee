import {
  byName,
  count,
  type JsonSchema,
  listOf,
  number,
  oneOf,
  orNull,
  record,
  share,
  text,
  truth,
} from "./schema-parts.ts";

const id = text("a name of the brief");
const whole = text("a whole number");
const utilities = listOf(number("points of a party's whole agenda"), "in the order of the parties");
const packageOf = byName(id, "option by issue");
const offer = { utilities, package: packageOf };

const solution = record({
  ...offer,
  certified: truth("no package does better: proven"),
  certificate: record({
    kind: oneOf("frontier", "search", "bound"),
    "vectors?": count("of the whole frontier that it was read from"),
    "weights?": listOf(number(), "under which no package gains more than the bound"),
    "bound?": number(),
    "threshold?": number("what a better package would have to reach"),
    "settings?": count("looked at"),
    "value?": number("reached, where not certified"),
  }),
});
const nash = {
  ...solution,
  properties: {
    ...solution.properties,
    disagreement: utilities,
    weights: listOf(count(), "bargaining weights, where not equal"),
  },
  required: [...(solution.required ?? []), "disagreement"],
};

const zone = record({
  count: whole,
  share: share(),
  exact: truth(),
  "interval?": { type: "array", items: share(), minItems: 2, maxItems: 2, description: "95 %, where an estimate" },
  "slack?": listOf(
    record({ party: id, points: number("could still ask more, or (negative) must ask less for a package to be left") }),
  ),
  "closing?": listOf(record({ party: id, issue: id }), "on which issue one party's giving in would open it"),
});

const findings = record({
  engine: { const: "packages" },
  version: text(),
  parties: listOf(id),
  issues: listOf(id),
  outcomes: whole,
  exact: truth("the frontier is whole"),
  within: oneOf("all", "zone"),
  conventions: listOf(text()),
  frontier: record({
    size: count("vectors known"),
    "listed?": count("of which listed, evenly taken"),
    exact: truth(),
    "because?": text("why not"),
    "epsilon?": listOf(number(), "by party: every package is matched by a listed one up to this"),
    points: listOf(record({ ...offer, packages: orNull(whole) })),
  }),
  nash: orNull(nash),
  kalaiSmorodinsky: orNull(solution),
  egalitarian: orNull(solution),
  utilitarian: orNull(solution),
  ideal: orNull(utilities),
  zone,
  "marks?": listOf(
    record({
      id: oneOf("ask", "no agreement", "deal"),
      ...offer,
      acceptable: truth(),
      dominated: orNull(truth()),
      "improvements?": listOf(record(offer), "give nobody less and somebody more"),
      "nearest?": record({ ...offer, changed: listOf(id) }),
    }),
  ),
  "coalitions?": listOf(record({ members: listOf(id), zone, nash: orNull(record(offer)) })),
  "ours?": record({
    party: id,
    best: listOf(record(offer)),
    bestComplete: truth(),
    equivalent: listOf(record(offer)),
  }),
  "trades?": listOf(
    record({
      issues: { type: "array", items: id, minItems: 2, maxItems: 2 },
      gains: utilities,
      least: number(),
      from: { type: "array", items: id, minItems: 2, maxItems: 2 },
      to: { type: "array", items: id, minItems: 2, maxItems: 2 },
    }),
    "pairs of issues whose trade helps everyone, over settling each by itself",
  ),
  "adjustedWinner?": record(
    {
      shares: listOf(share("of the issue that goes the first party's way"), "by issue, in their order"),
      points: { type: "array", items: number(), minItems: 2, maxItems: 2 },
      "split?": id,
    },
    "of two parties without links: issues as divisible prizes",
  ),
});

export const agreementSchema: JsonSchema = listOf(
  record({ "bundle?": id, findings }),
  "which packages are worth anyone's time: the whole brief, then each bundle by itself",
);
