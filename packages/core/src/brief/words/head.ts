/** The head of a brief, and `method`. */
import type { Method, OutcomeModelName } from "../brief.ts";
import type { Form } from "../forms/form.ts";
import { shaped } from "../forms/form.ts";
import { mapping, record, word } from "../forms/mapping.ts";
import { count, date, number, quantity } from "../forms/quantity.ts";
import { reference } from "../forms/reference.ts";
import { oneOf, scalar, TEXT_SCHEMA, text } from "../forms/scalar.ts";
import type { Parsed } from "../mini/parsed.ts";
import { fail } from "../mini/parsed.ts";
import { parseMix } from "../mini/place.ts";
import { nearestOf } from "../suggest.ts";
import { childOf } from "../tree/node.ts";

const addressee = shaped(
  mapping({ name: word(text, "Name"), office: word(text, "Office held") }, { what: "an addressee", main: "name" }),
  ({ name, office }, at, { desk }, node) => {
    if (name !== undefined) return { name, ...(office === undefined ? {} : { office }) };
    if (childOf(node, "name") === undefined)
      desk.report("missing-word", node.span, "`name` is missing in the description of an addressee.", undefined, {
        path: at,
      });
    return undefined;
  },
);
const version: Form<1> = scalar("`1`", { enum: ["1", 1] }, (value) =>
  value === "1"
    ? { value: 1 }
    : fail("version", `\`${value}\` is no version that this program reads.`, "It reads `demarche: 1`."),
);

const readerName: Form<string> = scalar(
  "the group's name alone, as in `inner: The inner cabinet`",
  TEXT_SCHEMA,
  (value) => ({ value }),
);

export const headWords = {
  demarche: { form: version, doc: "Version of the language", required: true },
  title: word(text, "Title of the brief"),
  from: word(addressee, "Who writes"),
  to: word(addressee, "To whom"),
  marking: word(text, "Marking printed on each page"),
  date: word(date, "As-of date: nothing later feeds the plan (no limit)"),
  us: word(reference("party"), "Whose brief it is (none: no plan)"),
  forum: word(reference("forum"), "The conference it is for, and so every item's forum (the only one given)"),
  unsourced: word(oneOf("judgement", "hindsight"), "What a value without a source is (judgement)"),
  readers: word(record(readerName, { what: "groups of readers" }), "Groups that `only for` may name"),
} as const;

const MODELS: readonly OutcomeModelName[] = ["compromise", "median", "nash", "veto"];
const MODEL_HINT = `Models: ${MODELS.map((name) => `\`${name}\``).join(", ")}; a mix is written \`60% compromise or 40% median\`.`;

function parseModels(value: string): Parsed<NonNullable<Method["outcomeModel"]>> {
  const mix = /^[0-9]/u.test(value) ? parseMix(value) : { value: [{ percent: 100, name: value }] };
  if ("problem" in mix) return mix;
  const stranger = mix.value.find(({ name }) => !MODELS.some((model) => model === name));
  if (stranger !== undefined) {
    const nearest = nearestOf(stranger.name, MODELS);
    return fail(
      "unknown-word",
      `\`${stranger.name}\` is no outcome model.`,
      nearest === undefined ? MODEL_HINT : `Did you mean \`${nearest}\`?`,
    );
  }
  return { value: mix.value.map(({ percent, name }) => ({ model: name as OutcomeModelName, percent })) };
}
const share = { least: 0, most: 1, why: "a share is 0..1" };

export const method: Form<Method> = mapping(
  {
    "outcome model": word(
      scalar("an outcome model, or a mix of them", { type: "string" }, parseModels),
      "What a forum makes of the positions (compromise)",
    ),
    yardstick: word(oneOf("icd203", "phia"), "Whose words of probability (icd203)"),
    worlds: word(count(2, 1_000_000), "How many worlds are drawn (10000)"),
    seed: word(count(0), "Seed of the draws (1)"),
    "care premium": word(
      quantity({ least: 0, why: "a premium is not negative" }),
      "How much what we seem to care about raises others' price (unknown)",
    ),
    "gate share": word(quantity(share), "Share of its cost that keeping an item off already brings (uniform 0..1)"),
    "carry-over": word(quantity(share), "Correlation of residuals from forum to forum (0.8)"),
    "disagreement mean": word(
      quantity({ least: 0, most: 100, why: "a cost of disagreement is 0..100" }),
      "Mean of an unknown cost of disagreement, in scale points (30)",
    ),
    shrinkage: word(number(share), "Weight of the even spread in shown chances, 0..1 (0.1)"),
  },
  { what: "the method" },
);
