/** `positions`: the same words for every party, so that any can be "us". */
import type { Position, Rung } from "../brief.ts";
import type { Form } from "../forms/form.ts";
import { shaped, shared } from "../forms/form.ts";
import { byShape, listOf, oneOrMore } from "../forms/list.ts";
import { byName, mapping, must, record, word } from "../forms/mapping.ts";
import { place } from "../forms/place.ts";
import { date, hundred } from "../forms/quantity.ts";
import { option, parties, reference } from "../forms/reference.ts";
import { text } from "../forms/scalar.ts";

export type PositionWords = Omit<Position, "party" | "fromBloc">;
type RedLines = NonNullable<Position["redLines"]>;

const rung: Form<Rung> = mapping(
  {
    option: must(option, "The option that is authorised"),
    authority: word(text, "Who may grant it"),
    due: word(date, "By when it must be granted"),
  },
  { what: "a rung of the ladder", main: "option" },
);
const listed = shaped(oneOrMore(option, "options"), (options): RedLines => options.map((each) => ({ option: each })));
const redLines: Form<RedLines> = byShape("options, or a mapping from options to reasons", {
  scalar: listed,
  list: listed,
  map: shaped(
    byName(text, { what: "reasons", keyForm: option }),
    (rows): RedLines => rows.map(({ id, value }) => ({ option: id, why: value })),
  ),
});
const shownAs = mapping(
  {
    ideal: word(place, "What we let be believed that we want"),
    salience: word(hundred("salience"), "How much we let be believed that we care"),
    to: word(parties, "Who is to believe it"),
  },
  { what: "what is shown" },
);

const position: Form<PositionWords> = shared("position", () => positionWords);
const positionWords: Form<PositionWords> = mapping(
  {
    ideal: word(place, "What it wants (unknown)"),
    ask: word(option, "What it says (its ideal)"),
    interest: word(text, "Why it wants it"),
    salience: word(hundred("salience"), "How much it cares, 0..100 (unknown)"),
    influence: word(hundred("influence"), "What it can bring to bear here, 0..100 (the party's)"),
    "cost of disagreement": word(
      hundred("a cost of disagreement"),
      "What no agreement costs it, 0..100 scale points (exponential, mean 30)",
    ),
    fallbacks: word(oneOrMore(rung, "rungs, best first"), "The ladder below the ask, in order of worth"),
    "bottom line": word(place, "The least it accepts now (none)"),
    "red lines": word(redLines, "What it never accepts, and why"),
    "shown as": word(shownAs, "What we let be believed (what is so)"),
    values: word(
      record(hundred("a value"), { what: "values", keyForm: option }),
      "On a choice or slate: worth of each option, 0..100",
    ),
    ranks: word(listOf(option, "options"), "On a choice or slate: options, best first"),
  },
  { what: "a position", main: "ideal" },
);

/** Keys are parties or blocs. */
export const positions = byName(position, { what: "positions", keyForm: reference("party", "bloc") });
