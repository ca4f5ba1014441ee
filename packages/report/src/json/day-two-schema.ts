import { byName, count, type JsonSchema, listOf, number, oneOf, record, ref, share, text } from "./schema-parts.ts";

const id = text("a name of the brief");
const change = { before: share(), after: share() };
const values = record({ before: ref("value"), after: ref("value") });

/** What changed since, in a brief with observations. */
export const dayTwoSchema: JsonSchema = record(
  {
    today: text("the day from which is planned, YYYY-MM-DD; empty where unknown"),
    known: count("observations that the plan compared with knew"),
    observations: listOf(
      record({
        path: text(),
        fact: text("as a brief writes it"),
        day: text(),
        expected: share("of the worlds surveyed: it came about by itself"),
        taken: {
          ...oneOf("learnt", "own luck", "not learnt"),
          description:
            "learnt: other worlds are left out; own luck: made so, which is the same; not learnt: made so, too few worlds agreed",
        },
      }),
    ),
    worlds: record({ before: count("worlds rolled out"), after: count() }),
    tried: count("worlds looked at to find those that agree"),
    surveyed: count(),
    items: listOf(
      record({
        id,
        ask: record(change, "chances as shown"),
        rungs: listOf(record({ ...change, id })),
        worse: record(change),
        none: record(change),
        decided: { type: "boolean", description: "it has been seen how it comes out, or that it does not come up" },
      }),
    ),
    plans: record({ none: values, asWritten: values, others: byName(values) }),
    moves: listOf(
      record({ move: id, state: oneOf("made", "over", "open"), "before?": ref("value"), "after?": ref("value") }),
    ),
    assumptions: listOf(record({ ...change, id })),
    inputs: listOf(
      record({ path: text(), what: text(), before: number("mean over the worlds"), after: number() }),
      "numbers of which something was learnt",
    ),
    branches: listOf(record({ path: text(), yes: record(change), no: record(change) })),
    forecasts: listOf(
      record({ id, "before?": share(), "after?": share(), "resolved?": oneOf("true", "false", "void") }),
    ),
  },
  "what changed since, and why: the plan in the worlds that came about as observed, against the plan before",
);
