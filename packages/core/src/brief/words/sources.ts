/** `sources`: what the brief leans on. */

import type { Passage, Source } from "../brief.ts";
import type { Form } from "../forms/form.ts";
import { shaped } from "../forms/form.ts";
import { byShape, listOf, oneOrMore } from "../forms/list.ts";
import { byName, mapping, word } from "../forms/mapping.ts";
import { date, reachedUs } from "../forms/quantity.ts";
import { parties } from "../forms/reference.ts";
import { oneOf, scalar, text, yes } from "../forms/scalar.ts";
import { isPassageLabel, PASSAGE } from "../mini/citation.ts";
import type { Parsed } from "../mini/parsed.ts";
import { fail } from "../mini/parsed.ts";
import { things } from "./ids.ts";

function readLabel(label: string): Parsed<string> {
  return isPassageLabel(label)
    ? { value: label }
    : fail(
        "not-a-citation",
        `\`${label}\` cannot be a passage's label.`,
        "Labels hold letters, digits, points, slashes and hyphens: `3c`.",
      );
}
const label = scalar(
  "a passage's label such as `3c`",
  { type: ["string", "number"], pattern: `^${PASSAGE}$` },
  readLabel,
);

const passage = mapping(
  {
    words: word(text, "The verbatim words of the passage"),
    date: word(date, "When it was written (the source's date)"),
    "reached us": word(reachedUs, "When it reached us (its date), or `never`"),
  },
  { what: "a passage", main: "words" },
);
const listedPassages: Form<readonly Passage[]> = shaped(listOf(label, "labels"), (labels, at) =>
  labels.map((each, index) => ({ label: each, path: `${at}/${index}` })),
);
const mappedPassages: Form<readonly Passage[]> = shaped(byName(passage, { what: "passages", keyForm: label }), (rows) =>
  rows.map(({ id, value }) => ({ ...value, label: id })),
);
const passages = byShape("a list of labels, or a mapping from labels to words", {
  list: listedPassages,
  map: mappedPassages,
});

const grade = scalar(
  "an Admiralty grade `A1`..`F6`",
  { type: "string", pattern: "^[A-F][1-6]$" },
  (value): Parsed<string> =>
    /^[A-F][1-6]$/u.test(value)
      ? { value }
      : fail(
          "not-a-grade",
          `\`${value}\` is not an Admiralty grade.`,
          "A letter A to F for the source, a digit 1 to 6 for what it says: `B2`.",
        ),
);

export const sources: Form<readonly Source[]> = things(
  mapping(
    {
      name: word(text, "Title of the source"),
      date: word(date, "When it was written"),
      kind: word(oneOf("document", "talk", "press"), "What it is (document)"),
      grade: word(grade, "Admiralty grade A1..F6 (F6)"),
      signed: word(parties, "Who signed it"),
      layer: word(oneOf("original", "editorial"), "`editorial` for later notes to a publication (original)"),
      missing: word(yes, "Known of, but not at hand"),
      "reached us": word(reachedUs, "When it reached us (its date), or `never`"),
      file: word(text, "File of its text"),
      version: word(text, "Translation or edition"),
      marks: word(oneOrMore(text, "texts"), "Marks on the copy"),
      passages: word(passages, "Labels of its passages, or a mapping from labels to words"),
    },
    { what: "a source", main: "name" },
  ),
  "sources",
);
