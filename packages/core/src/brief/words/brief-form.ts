/** The whole brief, top down: the one definition that reading, messages and the JSON Schema come from. */

import type { Belief } from "../brief.ts";
import { shaped, withIssues } from "../forms/form.ts";
import { oneOrMore } from "../forms/list.ts";
import { byName, mapping, must, word } from "../forms/mapping.ts";
import { place } from "../forms/place.ts";
import { chance, date, hundred } from "../forms/quantity.ts";
import { issues, issuesNamedBy, parties as partySet, reference } from "../forms/reference.ts";
import { text } from "../forms/scalar.ts";
import { childOf } from "../tree/node.ts";
import { forums } from "./forums.ts";
import { goals, links, rules } from "./goals-links-rules.ts";
import { headWords, method } from "./head.ts";
import { things } from "./ids.ts";
import { agenda } from "./issue.ts";
import { moves } from "./moves.ts";
import { blocs, parties, terms } from "./parties.ts";
import { forecasts, observed, plan } from "./plan.ts";
import { sources } from "./sources.ts";

const assumptions = things(
  mapping(
    {
      chance: must(chance, "Chance that it holds"),
      statement: word(text, "What is assumed"),
      until: word(date, "When it expires"),
      watch: word(oneOrMore(text, "indicators"), "What shows whether it holds"),
    },
    { what: "an assumption", main: "chance" },
  ),
  "assumptions",
);
const belief = shaped(
  mapping(
    {
      by: must(partySet, "Who believes it"),
      about: must(reference("party"), "Of whom"),
      issue: word(issues, "On which issues"),
      ideal: word(place, "What they believe it wants"),
      salience: word(hundred("salience"), "How much they believe it cares"),
    },
    { what: "a belief" },
  ),
  ({ issue, ...rest }): Omit<Belief, "id"> => ({ ...rest, ...(issue === undefined ? {} : { issues: issue }) }),
);
const beliefs = things(
  withIssues(belief, (node, reader) => issuesNamedBy(childOf(node, "issue"), reader)),
  "beliefs",
);

export const briefForm = mapping(
  {
    ...headWords,
    method: word(method, "Constants and models"),
    sources: word(sources, "What the brief leans on"),
    parties: must(parties, "Who takes part"),
    blocs: word(blocs, "Actors that go together"),
    terms: word(terms, "Places, branches, defined expressions"),
    forums: word(forums, "Where things are settled (one of all principals, by consensus)"),
    assumptions: word(assumptions, "What may or may not hold"),
    beliefs: word(beliefs, "Who believes what of whom"),
    agenda: must(agenda, "Headings and issues, in our order"),
    "others will table": word(agenda, "What others will put on the table, and our answer"),
    goals: word(goals, "What is wanted beyond the items"),
    links: word(links, "What hangs together"),
    rules: word(rules, "What changes what"),
    moves: word(moves, "What can be done, by us and by others"),
    plan: word(plan, "Moves in order, with branches ([])"),
    "other plans": word(byName(plan, { what: "plans" }), "Plans to compare with"),
    forecasts: word(forecasts, "What we expect"),
    observed: word(observed, "What has been observed since"),
  },
  { what: "the brief" },
);
