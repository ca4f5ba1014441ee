/** Which names a brief's entries give, and which text refers to them. */
import { CONDITION_WORDS, GLOBAL_NAMES } from "./language.ts";
import { childAt, type Spot, textsOf, walk } from "./spot.ts";

/** A name given. Options, signals, instances and passages are known only within their issue, move or source. */
export interface GivenName {
  readonly name: string;
  readonly within: { readonly kind: "option" | "signal" | "instance" | "passage"; readonly of: string } | undefined;
  readonly spot: Spot;
}

export function givenNames(root: Spot): GivenName[] {
  return [...walk(root)].flatMap((spot): GivenName[] => {
    const key = String(spot.path.at(-1) ?? "");
    if (spot.form === "name" && spot.word !== undefined && GLOBAL_NAMES.has(spot.word)) {
      return [{ name: key, within: undefined, spot }];
    }
    if (spot.form === "word" && (key === "issue" || key === "heading") && spot.parent && isAgendaEntry(spot.parent)) {
      return [{ name: spot.text, within: undefined, spot: spot.parent }];
    }
    const local = localName(spot);
    return local ? [{ ...local, spot }] : [];
  });
}

function localName(spot: Spot): Omit<GivenName, "spot"> | undefined {
  const listed = spot.form === "item" && spot.shape === "text" && spot.parent?.form === "word";
  if (spot.form !== "name" && !listed) return undefined;
  const name = listed ? spot.text : String(spot.path.at(-1));
  switch (spot.word) {
    case "options":
    case "instances": {
      const of = issueOf(spot);
      return of === undefined
        ? undefined
        : { name, within: { kind: spot.word === "options" ? "option" : "instance", of } };
    }
    case "signals":
    case "passages": {
      const of = nameAbove(spot, spot.word === "signals" ? "moves" : "sources");
      return of === undefined
        ? undefined
        : { name, within: { kind: spot.word === "signals" ? "signal" : "passage", of } };
    }
    default:
      return undefined;
  }
}

function isAgendaEntry(spot: Spot): boolean {
  return spot.form === "item" && ["agenda", "items", "others will table"].includes(spot.word ?? "");
}

/** The issue that a spot stands in. */
function issueOf(spot: Spot): string | undefined {
  for (let at: Spot | undefined = spot; at; at = at.parent) {
    if (isAgendaEntry(at)) return childAt(at, "issue")?.text;
  }
  return undefined;
}
function nameAbove(spot: Spot, section: string): string | undefined {
  for (let at: Spot | undefined = spot; at; at = at.parent) {
    if (at.form === "name" && at.word === section) return String(at.path.at(-1));
  }
  return undefined;
}

/** Names in a text that refers: `note#3c`, `peace-treaties/italy`, `ruhr is clause or better`. */
function tokensOf(text: string): string[] {
  return text.match(/[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:[#/][A-Za-z0-9][A-Za-z0-9./-]*)?/g) ?? [];
}

/** A spot whose key or text refers to something, with the names in it: found once, asked often. */
export interface Reference {
  readonly spot: Spot;
  readonly tokens: ReadonlySet<string>;
}
export function referencesIn(root: Spot): readonly Reference[] {
  return [...walk(root)].flatMap((spot) => {
    const key = spot.form === "name" ? [String(spot.path.at(-1))] : [];
    const text = spot.shape === "text" && !spot.prose ? tokensOf(spot.text) : [];
    // `note#3c` and `peace-treaties/italy` also name their source and their issue.
    const wholes = text.flatMap((token) => [token, token.replace(/[#/].*$/, "")]);
    return key.length + text.length === 0 ? [] : [{ spot, tokens: new Set([...key, ...wholes]) }];
  });
}

export function refersTo({ spot, tokens }: Reference, { name, within }: GivenName): boolean {
  if (within?.kind === "passage") return tokens.has(`${within.of}#${name}`);
  if (within?.kind === "instance") return tokens.has(`${within.of}/${name}`);
  if (!within || !tokens.has(name)) return tokens.has(name);
  if (spot.word !== undefined && CONDITION_WORDS.has(spot.word)) {
    const is = new RegExp(`(^|[ (])${within.of}(/[a-z0-9-]+)? is (not )?${name}($|[ )])`);
    const accepts = new RegExp(`accepts ${name} on ${within.of}($|[ )/])`);
    return is.test(spot.text) || (within.kind === "option" && accepts.test(spot.text));
  }
  return within.kind === "option" && speaksOfIssue(spot, within.of);
}

/** Whether what is said here is said of that issue: within it, beside `issue: ISSUE`, or as `ISSUE: OPTION`. */
function speaksOfIssue(spot: Spot, issue: string): boolean {
  if (spot.form === "name" && spot.path.at(-1) === issue) return true;
  for (let at: Spot | undefined = spot.parent; at; at = at.parent) {
    if (at.form === "name" && at.path.at(-1) === issue) return true;
    if (isAgendaEntry(at)) return issuesWithin(at).includes(issue);
    const beside = textsOf(childAt(at, "issue"));
    if (beside.length > 0) return beside.some((one) => one === issue || one.startsWith(`${issue}/`));
  }
  return false;
}
function issuesWithin(entry: Spot): string[] {
  return [...walk(entry)].filter(isAgendaEntry).flatMap((one) => textsOf(childAt(one, "issue")));
}
