/** An issue's own words, its instances, and the tree of headings and issues. */
import type { Id, Option, Otherwise, Path } from "../brief.ts";
import type { Form, Reader } from "../forms/form.ts";
import { reportShape, shaped, shared } from "../forms/form.ts";
import { byShape, listOf } from "../forms/list.ts";
import type { Mapped } from "../forms/mapping.ts";
import { byName, mapping, must, record, word } from "../forms/mapping.ts";
import { chance, count, date, hundred, number, plainQuantity, quantity } from "../forms/quantity.ts";
import { NAME_SCHEMA, option, parties, reference } from "../forms/reference.ts";
import { oneOf, scalar, text, yes } from "../forms/scalar.ts";
import { NUMBER, parseNumber } from "../mini/number.ts";
import type { Parsed } from "../mini/parsed.ts";
import { fail } from "../mini/parsed.ts";
import { parseSpread } from "../mini/spread.ts";
import type { Node } from "../tree/node.ts";
import { childOf } from "../tree/node.ts";
import { audience, itemWords, party } from "./agenda.ts";
import { history } from "./forums.ts";
import { things } from "./ids.ts";
import { positions } from "./positions.ts";

/** A name given here: it was checked when names were collected. */
const givenName: Form<Id> = scalar("a name", NAME_SCHEMA, (value) => ({ value }));

const described = mapping(
  {
    at: word(quantity({ why: "" }), "Its place on the scale"),
    members: word(parties, "Who takes part in it"),
    forum: word(reference("forum"), "The venue it means"),
    audience: word(audience, "What it brings us in public, in points"),
  },
  { what: "an option", main: "at" },
);
interface OptionsGiven {
  /** A bare list: even steps on a scale. */
  readonly listed: boolean;
  readonly options: readonly Option[];
}
const listedOptions = shaped(listOf(givenName, "names"), (ids, at, { desk }): OptionsGiven => {
  for (const [index, id] of ids.entries()) desk.mark(`${at}/${id}`, desk.spanOf(`${at}/${index}`)!);
  return { listed: true, options: ids.map((id) => ({ path: `${at}/${id}`, id })) };
});
const namedOptions = shaped(things(described, "options"), (given): OptionsGiven => ({ listed: false, options: given }));
const options: Form<OptionsGiven> = shared("options", () => optionsAny);
const optionsAny = byShape<never, OptionsGiven, OptionsGiven>("a list of names, or a mapping from names to places", {
  list: listedOptions,
  map: namedOptions,
});

function parseScale(value: string): Parsed<{ readonly from: number; readonly to: number }> {
  const parsed = parseSpread(value, parseNumber);
  if ("value" in parsed && parsed.value.kind === "range" && parsed.value.low !== parsed.value.high)
    return { value: { from: parsed.value.low, to: parsed.value.high } };
  return fail(
    "not-a-scale",
    `\`${value}\` is not a scale.`,
    "Two numbers, in the order of the options: `20..33`, or falling, `12..0`.",
  );
}
const scale = scalar(
  "two numbers such as `20..33`",
  { type: "string", pattern: `^${NUMBER}\\.\\.${NUMBER}$` },
  parseScale,
);

const otherwiseMapping = mapping(
  {
    option: word(option, "What happens without agreement, if it is one of the options"),
    values: word(
      record(hundred("a value"), { what: "values", keyForm: party }),
      "What it is worth to each party, 0..100, if it is off the scale",
    ),
  },
  { what: "what happens otherwise" },
);
const otherwise: Form<Otherwise> = shared("otherwise", () => otherwiseAny);
const otherwiseAny: Form<Otherwise> = byShape("an option, `unknown`, or a mapping of `name` and `values`", {
  scalar: {
    ...option,
    read(node, at, reader): Otherwise | undefined {
      if (node.kind === "scalar" && node.text === "unknown") return { path: at, kind: "unknown" };
      const id = option.read(node, at, reader);
      return id === undefined ? undefined : { path: at, kind: "option", option: id };
    },
  },
  map: shaped(otherwiseMapping, ({ option: id, values, ...rest }, at, { desk }, node): Otherwise | undefined => {
    if (id !== undefined && values === undefined) return { ...rest, kind: "option", option: id };
    if (values !== undefined && id === undefined) return { ...rest, kind: "values", values };
    if (values === undefined && childOf(node, "option") === undefined && childOf(node, "values") === undefined)
      return { ...rest, kind: "unknown" };
    if (values !== undefined)
      desk.report(
        "one-of",
        desk.spanOf(at) ?? node.span,
        "`otherwise` is an option or has `values`, not both.",
        "Values stand for a thing off the scale.",
        { path: at },
      );
    return undefined;
  }),
});

const changed = shaped(
  listOf(mapping({ statement: must(text, "What has changed") }, { what: "a change", main: "statement" }), "statements"),
  (rows) => rows.map(({ statement, ...rest }) => ({ ...rest, value: statement })),
);

/** What an issue says of itself, and an instance may say anew. */
const issueWords = {
  ...itemWords,
  kind: word(oneOf("scale", "choice", "slate"), "Options on a scale, or a choice, or persons and seats (scale)"),
  seats: word(count(1), "Seats to fill on a slate (1)"),
  quotas: word(
    record(plainQuantity({ least: 0, why: "a quota is not negative" }), { what: "quotas", keyForm: option }),
    "Seats that go to each option",
  ),
  exponent: word(number({ least: 0.1, why: "an exponent is 0.1 or more" }), "Exponent of the distance (1)"),
  options: word(
    options,
    "The ways to settle it: a list in even steps, first = lower end, or a mapping from names to places",
  ),
  scale: word(scale, "Ends of the scale in natural units; may fall (0..100)"),
  unit: word(text, "The natural unit"),
  open: word(yes, "More options may come"),
  otherwise: word(otherwise, "What happens without agreement (unknown)"),
  "resolved as": word(option, "How it stands where `unless` holds"),
  history: word(history, "What was proposed before, and what became of it"),
  changed: word(changed, "What has changed since: why it is ripe"),
  instrument: word(text, "The form of the agreement"),
  due: word(date, "By when it must be settled"),
  institution: word(reference("forum"), "The forum whose own future it is"),
  positions: word(positions, "Who wants what: parties or blocs"),
  by: word(parties, "Under `others will table`: who tables it"),
  chance: word(chance, "Under `others will table`: chance that it is tabled (unknown)"),
  answer: word(
    oneOf("accept", "refuse", "trade", "put off", "unknown"),
    "Under `others will table`: our answer (unknown)",
  ),
} as const;

export type IssueWords = Mapped<typeof issueWords>;
export interface InstanceWords {
  readonly id: Id;
  readonly path: Path;
  readonly words: IssueWords | undefined;
}

const instanceMapping = mapping(issueWords, { what: "an instance" });
function readInstance(instance: Id, reader: Reader): Reader {
  return { ...reader, issues: [`${reader.issues?.[0] ?? ""}/${instance}`] };
}
const instanceWords = byShape<"same", never, IssueWords>("`same`, or a mapping of the words that differ", {
  scalar: oneOf("same"),
  map: instanceMapping,
});
const instances = byShape<never, readonly InstanceWords[], readonly InstanceWords[]>(
  "a list of names, or a mapping from names to `same` or the words that differ",
  {
    list: shaped(listOf(givenName, "names"), (ids, at, { desk }) =>
      ids.map((id, index) => {
        desk.mark(`${at}/${id}`, desk.spanOf(`${at}/${index}`)!);
        return { id, path: `${at}/${id}`, words: undefined };
      }),
    ),
    map: shaped(byName(instanceWords, { what: "instances", itemReader: readInstance }), (rows) =>
      rows.map(({ id, path, value }) => ({ id, path, words: value === "same" ? undefined : value })),
    ),
  },
);

function agendaPath(node: Node, at: Path): Path {
  const id = childOf(node, "issue") ?? childOf(node, "heading");
  return id?.kind === "scalar" ? `${at.split("/")[0]}/${id.text}` : at;
}

const issueForm = mapping(
  {
    issue: must(givenName, "The issue's name"),
    ...issueWords,
    instances: word(instances, "Several alike: a list of names, or a mapping to `same` or the words that differ"),
  },
  { what: "an issue", pathOf: agendaPath },
);
const headingForm = mapping(
  {
    heading: must(givenName, "The heading's name"),
    items: must(
      shared("agenda", () => agenda),
      "What stands under it",
    ),
    ...itemWords,
  },
  { what: "a heading", pathOf: agendaPath },
);

export type WrittenIssue = {
  readonly type: "issue";
  readonly words: Mapped<{ issue: { form: Form<Id>; doc: string; required: true } }> &
    IssueWords & { readonly instances?: readonly InstanceWords[] };
};
interface WrittenHeading {
  readonly type: "heading";
  readonly words: Mapped<typeof itemWords> & { readonly heading: Id; readonly items: readonly WrittenNode[] };
}
export type WrittenNode = WrittenIssue | WrittenHeading;

const EXPECTS = "an entry that begins `issue: NAME` or `heading: NAME`";
const agendaNode: Form<WrittenNode> = {
  expects: EXPECTS,
  read(node, at, reader) {
    if (node.kind !== "map") return reportShape(reader, node, at, EXPECTS);
    const issue = childOf(node, "issue");
    const heading = childOf(node, "heading");
    const path = agendaPath(node, at);
    if (heading?.kind === "scalar") {
      reader.desk.mark(path, heading.span);
      const words = headingForm.read(node, at, reader);
      return words === undefined ? undefined : { type: "heading", words };
    }
    if (issue?.kind === "scalar") {
      reader.desk.mark(path, issue.span);
      const words = issueForm.read(node, at, { ...reader, issues: [issue.text] });
      return words === undefined ? undefined : { type: "issue", words };
    }
    reader.desk.report(
      "missing-word",
      node.span,
      "This entry of the agenda has no `issue` and no `heading`.",
      "Begin it with `issue: NAME` or `heading: NAME`.",
      { path },
    );
    return undefined;
  },
  schema: (definitions) => ({ anyOf: [issueForm.schema(definitions), headingForm.schema(definitions)] }),
};
export const agenda: Form<readonly WrittenNode[]> = listOf(agendaNode, "headings and issues");
