/** `goals`, `links` and `rules`: what is wanted beyond the items, and what hangs together. */
import type { Goal, Id, Link, Rule } from "../brief.ts";
import { condition } from "../forms/condition.ts";
import type { Form, Reader } from "../forms/form.ts";
import { shaped, withIssues } from "../forms/form.ts";
import { listOf } from "../forms/list.ts";
import { mapping, must, record, word } from "../forms/mapping.ts";
import { dates, points } from "../forms/quantity.ts";
import { issues, issuesNamedBy, item, option, parties, reference, scope } from "../forms/reference.ts";
import { oneOf, text, yes } from "../forms/scalar.ts";
import { childOf } from "../tree/node.ts";
import { basis, party } from "./agenda.ts";
import { effects } from "./effects.ts";
import { things } from "./ids.ts";
import { THEN } from "./then.ts";

const goal = shaped(
  mapping(
    {
      statement: word(text, "What is wanted"),
      kind: word(oneOf("result", "relation", "avoid", "promise", "limit"), "What sort of goal (result)"),
      issue: word(issues, "Issues through which it is reached, or that it binds"),
      target: word(parties, "Whose act or good will it is"),
      forum: word(reference("forum"), "Where"),
      dates: word(dates, "When"),
      against: word(parties, "Against whom"),
      scope: word(scope, "What it is about"),
      if: word(condition, "While this holds"),
      basis: word(basis, "What prior agreement supports it"),
      worth: word(points, "What it is worth to us, in points (not priced)"),
    },
    { what: "a goal", main: "statement" },
  ),
  ({ issue, ...rest }): Omit<Goal, "id"> => ({ ...rest, ...(issue === undefined ? {} : { issues: issue }) }),
);
export const goals: Form<readonly Goal[]> = things(
  withIssues(goal, (node, reader) => issuesNamedBy(childOf(node, "issue"), reader)),
  "goals",
);

const tableRow = mapping(
  {
    if: must(condition, "When the row holds"),
    worth: must(record(points, { what: "points", keyForm: party }), "What it is then worth to each party, in points"),
  },
  { what: "a row of `table`" },
);
const optionOfItem = {
  what: "options",
  keyForm: item,
  itemReader: (id: Id, reader: Reader) => ({ ...reader, issues: [id] }),
};
type LinkWords = Link extends infer L ? (L extends { readonly id: Id } ? Omit<L, "id"> : never) : never;

const link: Form<LinkWords> = shaped(
  mapping(
    {
      depends: word(issues, "Issues whose values do not add"),
      table: word(
        listOf(tableRow, "rows of `if` and `worth`"),
        "With `depends`: what combinations are worth (unknown)",
      ),
      bundle: word(issues, "Issues settled together or not at all"),
      offer: word(record(option, optionOfItem), "What we accept if `if` comes out"),
      if: word(condition, "With `offer`: what must come out"),
      by: word(reference("party"), "With `offer`: who offers (us)"),
      target: word(parties, "With `offer`: to whom"),
      hinted: word(yes, "With `offer`: only hinted"),
    },
    { what: "a link" },
  ),
  (
    { depends, table, bundle, offer, if: when, by, target, hinted, ...rest },
    at,
    { desk },
    node,
  ): LinkWords | undefined => {
    const kinds = ["depends", "bundle", "offer"].filter((key) => childOf(node, key) !== undefined);
    const span = desk.spanOf(at) ?? node.span;
    if (kinds.length !== 1) {
      const message =
        kinds.length === 0
          ? "This link says none of `depends`, `bundle`, `offer`."
          : `This link says ${kinds.map((key) => `\`${key}\``).join(" and ")} at once.`;
      desk.report("one-of", span, message, "A link is one of the three; write a second link for the other.", {
        path: at,
      });
      return undefined;
    }
    const stray =
      kinds[0] === "offer"
        ? childOf(node, "table") && "table"
        : ["if", "by", "target", "hinted", ...(kinds[0] === "bundle" ? ["table"] : [])].find(
            (key) => childOf(node, key) !== undefined,
          );
    if (stray !== undefined) {
      desk.report(
        "one-of",
        span,
        `\`${stray}\` does not go together with \`${kinds[0]}\`.`,
        "`table` goes with `depends`; `if`, `by`, `target` and `hinted` go with `offer`.",
        { path: at },
      );
      return undefined;
    }
    if (depends !== undefined)
      return { ...rest, kind: "depends", issues: depends, ...(table === undefined ? {} : { table }) };
    if (bundle !== undefined) return { ...rest, kind: "bundle", issues: bundle };
    if (offer === undefined) return undefined;
    return {
      ...rest,
      kind: "offer",
      offer,
      ...(when === undefined ? {} : { if: when }),
      ...(by === undefined ? {} : { by }),
      ...(target === undefined ? {} : { target }),
      ...(hinted === undefined ? {} : { hinted }),
    };
  },
);
export const links: Form<readonly Link[]> = things(link, "links");

export const rules: Form<readonly Rule[]> = things(
  mapping(
    { if: must(condition, "When it takes effect"), [THEN]: must(effects, "What it changes") },
    { what: "a rule" },
  ),
  "rules",
);
