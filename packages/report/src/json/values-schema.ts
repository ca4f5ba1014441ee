/** What things are worth, and what the recommendation hangs on, in plan.json. */
import { count, type JsonSchema, listOf, number, oneOf, record, ref, share, text, truth } from "./schema-parts.ts";

const id = text("a name of the brief");
const information = (what: string): JsonSchema =>
  record({ value: ref("value"), inSample: number("on the worlds searched: never below zero") }, what);
const named = { path: text("place in the brief"), what: text(), unit: oneOf("percent", "points", "issue", "number") };
const range = { from: number("5 % point, in its unit"), to: number("95 % point") };

export const valuesSchema: JsonSchema = record(
  {
    worlds: record({ searched: count(), pruned: count(), valued: count() }),
    plan: oneOf("best", "written"),
    gap: number("between the best plan found and what none can exceed, points"),
    changes: listOf(
      record({
        kind: oneOf("concealment", "showing", "bundle", "offer", "forum", "consent"),
        id,
        "replacedBy?": id,
        screened: ref("value"),
        "resolved?": record({
          value: ref("value"),
          gap: number("points by which the two searches may have missed"),
          instead: listOf(id, "moves of the best plan without it alone"),
          dropped: listOf(id, "moves of the best plan with it alone"),
        }),
      }),
      "with the thing less without it",
    ),
    moves: listOf(
      record({
        move: id,
        "free?": information("what it tells, known free, in private and at once"),
        heard: information("its signals heard over not looked at"),
        net: ref("value"),
        gap: number(),
      }),
    ),
    questions: listOf(
      record({
        kind: oneOf("unknown", "assumption"),
        path: named.path,
        what: named.what,
        worth: information("known before anything is done"),
        told: truth("told from noise, of as many as were asked"),
        toldBy: listOf(id, "moves that tell of it"),
        whom: record({ parties: listOf(id), people: listOf(id), sources: listOf(id) }),
      }),
      "those worth most first",
    ),
    clairvoyance: ref("value"),
    time: record({
      later: listOf(
        record({ after: id, lost: listOf(id), screened: ref("value"), resolved: ref("value"), gap: number() }),
      ),
      waiting: information("deciding as we hear over deciding all at the start"),
    }),
    sensitivity: record({
      decisions: listOf(
        record({
          kind: oneOf("best", "choice"),
          "move?": id,
          "instead?": listOf(id),
          worth: ref("value"),
          share: share("of the worlds in which it comes to be decided"),
          inputs: listOf(
            record({
              ...named,
              ...range,
              low: ref("value"),
              high: ref("value"),
              "turnsAt?": record({ at: number("in its unit"), "low?": number(), "high?": number() }),
            }),
          ),
        }),
      ),
      drivers: listOf(
        record({ kind: oneOf("group", "input"), id: text(), first: ref("value"), total: ref("value") }),
        "Sobol indices: shares of the variance of our value",
      ),
      tornado: listOf(
        record({ ...named, ...range, low: ref("value"), middle: ref("value"), high: ref("value") }),
        "our value in the thirds of an input",
      ),
      method: listOf(record({ what: text(), setTo: text(), value: ref("value"), bestOverWritten: ref("value") })),
    }),
  },
  "only with --values",
);
