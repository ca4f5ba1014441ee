/** `parties`, `blocs` and `terms`: who, and what words mean. */
import type { Bloc, Party, Term } from "../brief.ts";
import type { Form } from "../forms/form.ts";
import { shaped } from "../forms/form.ts";
import { oneOrMore } from "../forms/list.ts";
import { mapping, must, word } from "../forms/mapping.ts";
import { chance, hundred } from "../forms/quantity.ts";
import { parties as partySet, reference, scope } from "../forms/reference.ts";
import { oneOf, text, yes } from "../forms/scalar.ts";
import { things } from "./ids.ts";

const alsoCalled = word(oneOrMore(text, "names"), "Other names met in the sources");

const people = things(
  mapping({ name: word(text, "Full name"), office: word(text, "Office held") }, { what: "a person", main: "name" }),
  "people",
);

export const parties: Form<readonly Party[]> = things(
  mapping(
    {
      name: word(text, "Name in print (the id, hyphens as blanks)"),
      role: word(
        oneOf("principal", "third", "audience"),
        "Has a seat; has none but matters; settles nothing but watches (principal)",
      ),
      influence: word(hundred("influence"), "Influence on all issues, 0..100 (50)"),
      "represented by": word(reference("party"), "Who speaks for it at a table where it has no seat"),
      friends: word(
        partySet,
        "Members with whom it has a hearing though absent: among gatekeepers they make it one too",
      ),
      people: word(people, "Who act for it"),
      "also called": alsoCalled,
    },
    { what: "a party", main: "name" },
  ),
  "parties",
);

/** Members are expanded; `except` has been taken out. */
export const blocs: Form<readonly Bloc[]> = shaped(
  things(
    mapping(
      {
        members: must(partySet, "Actors that go together"),
        except: word(partySet, "Who, though in a set named under `members`, does not belong"),
        splits: word(chance, "Chance that they draw apart (0 %)"),
        "also called": alsoCalled,
      },
      { what: "a bloc", list: "members" },
    ),
    "blocs",
  ),
  (rows) =>
    rows.map(({ except = [], ...bloc }) => ({
      ...bloc,
      members: bloc.members.filter((member) => !except.includes(member)),
    })),
);

export const terms: Form<readonly Term[]> = shaped(
  things(
    mapping(
      {
        name: word(text, "Name in print (the id, hyphens as blanks)"),
        members: word(scope, "What it covers"),
        except: word(scope, "What it does not cover though its members do"),
        open: word(yes, "The list is not closed"),
        means: word(text, "Definition"),
        watch: word(oneOrMore(text, "indicators"), "What shows it"),
        "also called": alsoCalled,
      },
      { what: "a term", main: "name", list: "members" },
    ),
    "terms",
  ),
  (rows, _at, { names }) =>
    rows.map((term) => ({
      ...term,
      members: term.members ?? [],
      except: term.except ?? [],
      resolved: names.sets.get(term.id) ?? [],
    })),
);
