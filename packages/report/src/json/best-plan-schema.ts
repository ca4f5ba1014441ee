/** The best plan in plan.json. */
import { count, type JsonSchema, listOf, number, oneOf, record, ref, share, text, truth } from "./schema-parts.ts";

const id = text("a name of the brief");

/** A step as the brief writes it; `if` holds steps itself. */
const step: JsonSchema = {
  type: "object",
  description: "a step as the brief's own language has it: do, ask or if; the text says the same for people",
};

export const bestPlanSchema: JsonSchema = record(
  {
    worlds: record({
      searched: count(),
      pruned: count("held against, to take out what is luck"),
      valued: count("on which each choice is valued"),
    }),
    nodes: count("choices looked at"),
    found: number("on the worlds searched, points over making no move: the best found"),
    bound: number("what no plan can exceed there"),
    "mostMoves?": count("limit on the moves of any path, where one was asked for"),
    steps: listOf(step),
    text: text("the same as it can be pasted into a brief"),
    value: ref("value"),
    overNone: ref("value"),
    overAsWritten: ref("value"),
    recommended: truth("better than the plan as written by more than the interval"),
    items: listOf(
      record({
        id,
        ask: share(),
        rungs: listOf(record({ id, chance: share() })),
        worse: share(),
        none: share(),
      }),
      "chances under it, shown as those of the plan as written are",
    ),
    parts: listOf(
      record({
        moves: listOf(id, "planned together"),
        items: listOf(id, "that they can change"),
        overNone: ref("value"),
        overAsWritten: ref("value"),
        found: number("on the worlds searched"),
        bound: number(),
        added: listOf(id, "not in the plan as written"),
        dropped: listOf(id, "in the plan as written alone"),
        tree: ref("planTree"),
      }),
      "those that bring most first",
    ),
    "tradeoffs?": listOf(
      record({
        against: oneOf("disclosure", "strain", "worst case"),
        "party?": id,
        plans: listOf(
          record({
            moves: listOf(id),
            text: text("as it can be pasted into the brief"),
            value: ref("value"),
            other: number("things shown, moves against the party, or points at the tenth percentile"),
          }),
          "most value first",
        ),
      }),
      "where asked for: plans to choose between when more than our utility is wanted",
    ),
    leftOut: listOf(record({ move: id, why: text() }), "moves that the search does not consider"),
  },
  "the best plan found over the moves that the brief allows; absent where it allows none",
);

export const planTreeSchema: JsonSchema = record({
  "move?": text("neither this nor looksAt: nothing more is done"),
  "looksAt?": text("no move: it is seen how this issue, settled by an earlier forum, came out"),
  share: share("of the worlds valued that come here"),
  "why?": record({
    worth: ref("value"),
    instead: listOf(id, "what would be done without the move"),
    turns: listOf(
      record({ assumption: id, at: number("per cent at which the choice turns"), now: number("per cent") }),
    ),
  }),
  branches: listOf(
    record({ on: text("a condition, else, or nothing where there is one branch"), next: ref("planTree") }),
  ),
});
