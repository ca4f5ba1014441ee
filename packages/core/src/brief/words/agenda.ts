/** `agenda` and `others will table`: headings and issues. */
import type { Basis, Card, Carried, Id } from "../brief.ts";
import { citation } from "../forms/annotations.ts";
import { condition } from "../forms/condition.ts";
import type { Form } from "../forms/form.ts";
import { shaped, shared } from "../forms/form.ts";
import { byShape, oneOrMore } from "../forms/list.ts";
import { mapping, record, word } from "../forms/mapping.ts";
import { chance, points } from "../forms/quantity.ts";
import { option, parties, reference, scope } from "../forms/reference.ts";
import { oneOf, text, yes } from "../forms/scalar.ts";
import { childOf } from "../tree/node.ts";

export const party: Form<Id> = reference("party");
/** A party whose role is `audience`. */
const onlooker: Form<Id> = shaped(reference("party"), (id, at, { desk, names }, node) => {
  if (names.roles.get(id) === "audience") return id;
  desk.report(
    "not-an-audience",
    node.span,
    `\`${id}\` is no audience.`,
    "Give it `role: audience`, or put what the act is worth to it where its positions stand.",
    { path: at, other: names.things.get(id)?.span },
  );
  return undefined;
});
const audiencePoints = record(points, { what: "points", keyForm: onlooker });
export const audience = shared("audience", () => audiencePoints);

const basisMapping = shaped(
  mapping(
    {
      supports: word(option, "The option it supports"),
      strength: word(oneOf("weak", "fair", "strong"), "How well it supports it (fair)"),
      for: word(parties, "Whose case it is (ours)"),
    },
    { what: "a basis" },
  ),
  (value, at, { desk }, node): Basis | undefined => {
    const cited = value.sources?.[0];
    if (cited !== undefined) return { ...value, citation: cited };
    if (childOf(node, "source") === undefined)
      desk.report(
        "missing-word",
        node.span,
        "`source` is missing in the description of a basis.",
        "`source`: the agreement or passage it stands on.",
        { path: at },
      );
    return undefined;
  },
);
const basisOne = byShape(`${citation.expects}, or a mapping that describes a basis`, {
  scalar: shaped(citation, (value, at): Basis => ({ path: at, citation: value, sources: [value] })),
  map: basisMapping,
});
/** On a goal, the options that a basis may support are those of the issues that the goal names. */
const basisAny = oneOrMore(basisOne, "such");
export const basis: Form<readonly Basis[]> = shared("basis", () => basisAny);

const carried: Form<Carried> = shared("carried", () => carriedAny);
const carriedAny: Form<Carried> = byShape("`yes`, or a mapping that describes under what it is carried", {
  scalar: shaped(yes, (_yes, at): Carried => ({ path: at })),
  map: mapping(
    {
      "instead of": word(text, "How it would stand alone"),
      control: word(chance, "Chance that the framing is ours (100 %)"),
    },
    { what: "a carrying-in" },
  ),
});

const lines = oneOrMore(text, "texts");
const card: Form<Card> = shared("card", () => cardWords);
const cardWords: Form<Card> = shaped(
  mapping(
    {
      objective: word(text, "What we want, in two lines"),
      "points to make": word(lines, "What to say"),
      "if raised": word(lines, "What to say only if others raise it"),
      "do not say": word(lines, "What to keep to ourselves"),
      background: word(lines, "Background that may be used freely"),
      "not to be disclosed": word(lines, "Background that may not"),
    },
    { what: "a card" },
  ),
  ({ objective, pointsToMake, ifRaised, doNotSay, background, notToBeDisclosed }) => ({
    ...(objective === undefined ? {} : { objective }),
    ...(pointsToMake === undefined ? {} : { pointsToMake }),
    ...(ifRaised === undefined ? {} : { ifRaised }),
    ...(doNotSay === undefined ? {} : { doNotSay }),
    ...(background === undefined ? {} : { background }),
    ...(notToBeDisclosed === undefined ? {} : { notToBeDisclosed }),
  }),
);

/** Words that a heading says for its items too. */
export const itemWords = {
  forum: word(reference("forum"), "Where we want it settled (the brief's forum)"),
  "now before": word(reference("forum"), "Where it lies until moved"),
  "confirmed in": word(oneOrMore(reference("forum"), "forums"), "Where it must pass too, in this order"),
  scope: word(scope, "What it is about: parties, blocs, terms"),
  unless: word(condition, "Condition under which it is dropped"),
  admission: word(chance, "Chance that it gets onto the agenda (computed)"),
  discussing: word(
    record(points, { what: "points", keyForm: party }),
    "Worth, to each party, of having it discussed, in points of this issue's scale (nil)",
  ),
  posture: word(oneOf("attack", "defence"), "Whether we press it or ward it off"),
  carried: word(carried, "Brought in under this heading's cover"),
  basis: word(basis, "What prior agreement supports it"),
  card: word(card, "Words for the printed sheet"),
} as const;
