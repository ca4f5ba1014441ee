/** `forums`: where things are settled. */
import type { Competence, DecisionRule, Forum, HistoryEntry, Id } from "../brief.ts";
import { condition } from "../forms/condition.ts";
import type { Form } from "../forms/form.ts";
import { shaped, shared } from "../forms/form.ts";
import { byShape, listOf, oneOrMore } from "../forms/list.ts";
import { byName, mapping, must, record, word } from "../forms/mapping.ts";
import { chance, dates, number } from "../forms/quantity.ts";
import { issues, itemsNamed, option, parties, reference } from "../forms/reference.ts";
import { oneOf, scalar, text } from "../forms/scalar.ts";
import { NUMBER, parseNumber } from "../mini/number.ts";
import type { Parsed } from "../mini/parsed.ts";
import { fail } from "../mini/parsed.ts";
import { parseShare } from "../mini/share.ts";
import { itemsOf } from "../names/names.ts";
import { things } from "./ids.ts";

type Threshold = Pick<DecisionRule, "kind" | "atLeast">;

function parseThreshold(value: string): Parsed<Threshold> {
  if (value === "consensus" || value === "majority") return { value: { kind: value } };
  if (/^[0-9.]+$/u.test(value)) {
    const parsed = parseNumber(value);
    return "problem" in parsed ? parsed : { value: { kind: "count", atLeast: parsed.value } };
  }
  const share = parseShare(value);
  if ("problem" in share && share.problem.code === "not-a-share")
    return fail(
      "not-a-share",
      `\`${value}\` is no decision rule.`,
      "`consensus`, `majority`, a share such as `2/3` or `55%`, or a number of votes.",
    );
  return "problem" in share ? share : { value: { kind: "share", atLeast: share.value } };
}
const threshold = scalar(
  "`consensus`, `majority`, a share such as `2/3`, or a number of votes",
  { type: ["string", "number"], pattern: `^(?:consensus|majority|${NUMBER}(?:/${NUMBER}|%)?)$` },
  parseThreshold,
);
const party = reference("party");

const decisionRule: Form<DecisionRule> = shared("decision-rule", () => fullRule);
const fullRule: Form<DecisionRule> = shaped(
  mapping(
    {
      "at least": must(threshold, "`consensus`, `majority`, a share such as `2/3`, or a number of votes"),
      weights: word(
        record(number({ least: 0, why: "a weight is not negative" }), { what: "weights", keyForm: party }),
        "Votes of each member (one each)",
      ),
      veto: word(parties, "Without whose consent nothing passes"),
      and: word(decisionRule, "A second rule that must be met too"),
    },
    { what: "a decision rule", main: "at least" },
  ),
  ({ atLeast, weights, veto, and }) => ({
    ...atLeast,
    ...(weights === undefined ? {} : { weights }),
    ...(veto === undefined ? {} : { veto }),
    ...(and === undefined ? {} : { and }),
  }),
);

const issueName: Form<Id> = {
  ...issues,
  expects: "the name of an issue, a heading or an instance",
  read: (node, at, reader) =>
    issues.read(node, at, reader) === undefined || node.kind !== "scalar" ? undefined : node.text,
};
const needs: Form<readonly Id[]> = shaped(
  oneOrMore(
    {
      expects: "the name of a party, a bloc or a forum",
      read(node, at, reader) {
        const forum = node.kind === "scalar" && reader.names.things.get(node.text)?.kind === "forum";
        return forum ? [node.text] : parties.read(node, at, reader);
      },
      schema: (definitions) => party.schema(definitions),
    },
    "parties or forums",
  ),
  (lists: readonly (readonly Id[])[]) => [...new Set(lists.flat())],
);
const competent = mapping(
  {
    chance: word(chance, "Chance that the forum can settle it (100 %)"),
    needs: word(needs, "Parties or forums whose consent it takes"),
  },
  { what: "a competence", main: "chance" },
);
const competentInAll: Form<readonly Competence[]> = shaped(
  oneOrMore(
    shaped(itemsNamed, (ids, at) => ids.map((issue): Competence => ({ path: at, issue }))),
    "such names",
  ),
  (lists) => lists.flat(),
);
const competence = byShape<readonly Competence[], readonly Competence[], readonly Competence[]>(
  "ISSUES, or a mapping from issues to the chance that the forum can settle them",
  {
    scalar: competentInAll,
    list: competentInAll,
    map: shaped(byName(competent, { what: "competences", keyForm: issueName }), (rows, _at, { names }) =>
      rows.flatMap(({ id, value }) => (itemsOf(names, id) ?? []).map((issue) => ({ ...value, issue }))),
    ),
  },
);

export const history: Form<readonly HistoryEntry[]> = shared("history", () => historyEntries);
const historyEntries: Form<readonly HistoryEntry[]> = shaped(
  listOf(
    mapping(
      {
        date: word(dates, "When"),
        dates: word(dates, "When, from and to"),
        by: word(parties, "Who proposed it"),
        option: word(option, "What was proposed"),
        result: word(oneOf("accepted", "rejected", "deferred", "dropped"), "What became of it"),
        "refused by": word(parties, "Who refused"),
      },
      { what: "an entry of `history`" },
    ),
    "entries of `history`",
  ),
  (rows) =>
    rows.map(({ date, dates: span, ...entry }) => ({
      ...entry,
      ...(span !== undefined ? { dates: span } : date !== undefined ? { dates: date } : {}),
    })),
);

const gatekeepers = byShape<readonly Id[] | "nobody", readonly Id[], never>("parties, or `nobody`", {
  scalar: {
    ...parties,
    read: (node, at, reader) =>
      node.kind === "scalar" && node.text === "nobody" ? ("nobody" as const) : parties.read(node, at, reader),
  },
  list: parties,
});

export const forums: Form<readonly Forum[]> = things(
  mapping(
    {
      name: word(text, "Name in print (the id, hyphens as blanks)"),
      members: word(parties, "Who sits in it (all principals)"),
      dates: word(dates, "When it meets"),
      publicity: word(oneOf("closed", "communique", "open"), "What becomes known of it (closed)"),
      breakdown: word(chance, "Chance that it breaks down over everything (0 %)"),
      above: word(oneOrMore(reference("forum"), "forums"), "Forums it can overrule"),
      "ends if": word(condition, "Condition that ends it"),
      "decision rule": word(decisionRule, "How it decides (consensus)"),
      competence: word(competence, "What it can settle (everything)"),
      gatekeepers: word(gatekeepers, "Who can keep an item off its agenda (its members)"),
      adopted: word(oneOrMore(text, "items"), "The agenda as adopted, once known"),
      history: word(history, "What happened there before"),
      "also called": word(oneOrMore(text, "names"), "Other names met in the sources"),
    },
    { what: "a forum", main: "name" },
  ),
  "forums",
);
