/** The text of a slate with its ballots, or what is wrong with it and where. Form: docs/guide/slate-data.md. */
import type { Diagnostic } from "../../brief/diagnostic.ts";
import { nearestOf } from "../../brief/suggest.ts";
import { type Json, type JsonSource, lineAndColumn, offsetOf, readJson } from "../../conflict/json-source.ts";
import { fraction } from "../../forum/fraction.ts";
import { type Ballot, type Contest, canFill, type Group, openState } from "../count/contest.ts";

export interface Slate {
  readonly name?: string;
  readonly source?: string;
  readonly names: readonly string[];
  readonly contest: Contest;
  readonly ballots: readonly Ballot[];
  /** Vetoed names, with those who veto them where the file says who. */
  readonly vetoed: readonly { readonly name: number; readonly by: readonly string[] }[];
}
export type SlateReading =
  | { readonly ok: true; readonly slate: Slate }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

type SlateProblemCode =
  | "slate-not-json"
  | "slate-shape"
  | "slate-unknown-word"
  | "slate-unknown-name"
  | "slate-name-twice"
  | "slate-bad-number"
  | "slate-no-ballots"
  | "slate-out-of-reach";
type Path = readonly (string | number)[];
type JsonObject = { readonly [key: string]: Json };

const words = ["name", "source", "names", "seats", "ballots", "vetoes", "groups"];
const mostSeats = 1000;

/** `file` is only named in messages. */
export function readSlate(text: string, file: string): SlateReading {
  const source = readJson(text);
  if ("message" in source) {
    const place = { file, ...lineAndColumn(text, source.offset), length: 1 };
    return {
      ok: false,
      diagnostics: [
        { code: "slate-not-json", severity: "error", place, message: source.message, hint: "The file has to be JSON." },
      ],
    };
  }
  const reader = new Reader(text, file, source);
  const slate = reader.slate();
  return slate === undefined || reader.diagnostics.length > 0
    ? { ok: false, diagnostics: reader.diagnostics }
    : { ok: true, slate };
}

class Reader {
  readonly diagnostics: Diagnostic[] = [];
  private readonly text: string;
  private readonly file: string;
  private readonly source: JsonSource;
  private names: readonly string[] = [];

  constructor(text: string, file: string, source: JsonSource) {
    this.text = text;
    this.file = file;
    this.source = source;
  }

  slate(): Slate | undefined {
    const { value } = this.source;
    if (!isObject(value)) {
      this.report("slate-shape", [], "The slate is not an object.", 'Write {"names": ["A", "B"], "ballots": [["A"]]}.');
      return undefined;
    }
    for (const key of Object.keys(value)) if (!words.includes(key)) this.unknownWord([key], key, words);
    this.names = this.texts(value["names"], ["names"], "at least two names");
    if (this.names.length === 0) return undefined;
    const seats = value["seats"] === undefined ? 1 : this.count(value["seats"], ["seats"], "The number of seats", 1);
    const vetoed = this.vetoes(value["vetoes"]);
    const groups = this.groups(value["groups"]);
    const ballots = this.ballots(value["ballots"]);
    const contest: Contest = {
      names: this.names.length,
      seats: seats ?? 1,
      groups,
      struck: vetoed.map(({ name }) => name),
    };
    if (this.diagnostics.length === 0 && !canFill(contest, openState(contest)))
      this.report(
        "slate-out-of-reach",
        ["seats"],
        `${contest.seats} ${contest.seats === 1 ? "seat" : "seats"} cannot be filled: too few names are left, or the groups' bounds contradict.`,
        "Name more people, fewer seats, or wider bounds.",
      );
    return {
      ...this.said(value, "name"),
      ...this.said(value, "source"),
      names: this.names,
      contest,
      ballots,
      vetoed,
    };
  }

  private said(value: JsonObject, key: "name" | "source"): { name?: string; source?: string } {
    const given = value[key];
    if (given === undefined) return {};
    if (typeof given === "string") return { [key]: given };
    this.report("slate-shape", [key], `"${key}" is not a text.`, "Put it between quotation marks.");
    return {};
  }

  private ballots(value: Json | undefined): Ballot[] {
    if (!Array.isArray(value) || value.length === 0) {
      const how = 'Give a list, such as [["A", "B"], {"ranking": ["B"], "count": 3}].';
      this.report("slate-no-ballots", value === undefined ? [] : ["ballots"], "There are no ballots.", how);
      return [];
    }
    return (value as readonly Json[]).map((entry, k): Ballot => {
      const path = ["ballots", k];
      if (!isObject(entry)) return { ranking: this.ranking(entry, path), weight: fraction(1n, 1n) };
      for (const key of Object.keys(entry))
        if (!["ranking", "count"].includes(key)) this.unknownWord([...path, key], key, ["ranking", "count"]);
      const count = entry["count"] === undefined ? 1 : this.count(entry["count"], [...path, "count"], "The count", 1e9);
      return {
        ranking: this.ranking(entry["ranking"], [...path, "ranking"]),
        weight: fraction(BigInt(count ?? 1), 1n),
      };
    });
  }

  private ranking(value: Json | undefined, path: Path): number[] {
    const list = this.list(value, path, "A ballot is a list of names, best first.");
    return this.namesIn(list, path);
  }

  private namesIn(list: readonly Json[], path: Path): number[] {
    const found: number[] = [];
    list.forEach((name, k) => {
      const place = typeof name === "string" ? this.names.indexOf(name) : -1;
      if (place < 0) {
        const near = typeof name === "string" ? nearestOf(name, [...this.names]) : undefined;
        const hint = near === undefined ? `Names are ${this.names.slice(0, 8).join(", ")}.` : `Did you mean "${near}"?`;
        this.report("slate-unknown-name", [...path, k], `${JSON.stringify(name)} is not among the names.`, hint);
      } else if (found.includes(place))
        this.report("slate-name-twice", [...path, k], `${JSON.stringify(name)} stands twice.`, "Name it once.");
      else found.push(place);
    });
    return found;
  }

  /** A list of names, or by voter the names that it vetoes. */
  private vetoes(value: Json | undefined): Slate["vetoed"] {
    if (value === undefined) return [];
    const by = new Map<number, string[]>();
    const note = (names: readonly number[], voter?: string) => {
      for (const name of names) by.set(name, [...(by.get(name) ?? []), ...(voter === undefined ? [] : [voter])]);
    };
    if (isObject(value))
      for (const [voter, names] of Object.entries(value))
        note(
          this.namesIn(this.list(names, ["vetoes", voter], "Vetoes are a list of names."), ["vetoes", voter]),
          voter,
        );
    else note(this.namesIn(this.list(value, ["vetoes"], "Vetoes are a list of names."), ["vetoes"]));
    return [...by].map(([name, voters]) => ({ name, by: voters })).sort((a, b) => a.name - b.name);
  }

  private groups(value: Json | undefined): Group[] {
    if (value === undefined) return [];
    if (!isObject(value)) {
      this.report(
        "slate-shape",
        ["groups"],
        '"groups" is not an object.',
        'Write {"north": {"names": ["A"], "least": 1}}.',
      );
      return [];
    }
    const seen = new Map<number, string>();
    return Object.entries(value).map(([id, entry]): Group => {
      const path = ["groups", id];
      if (!isObject(entry)) {
        this.report("slate-shape", path, `The group "${id}" is not an object.`, 'Write {"names": ["A"], "least": 1}.');
        return { names: [], least: 0, most: 0 };
      }
      for (const key of Object.keys(entry))
        if (!["names", "least", "most"].includes(key))
          this.unknownWord([...path, key], key, ["names", "least", "most"]);
      const names = this.namesIn(this.list(entry["names"], [...path, "names"], "A group has a list of names."), [
        ...path,
        "names",
      ]);
      for (const name of names) {
        const other = seen.get(name);
        if (other !== undefined)
          this.report(
            "slate-name-twice",
            [...path, "names"],
            `"${this.names[name]}" is also in the group "${other}".`,
            "Put each name into one group.",
          );
        seen.set(name, id);
      }
      const bound = (key: "least" | "most", unsaid: number) =>
        entry[key] === undefined
          ? unsaid
          : (this.count(entry[key], [...path, key], `"${key}"`, mostSeats, 0) ?? unsaid);
      return { names, least: bound("least", 0), most: bound("most", names.length) };
    });
  }

  private texts(value: Json | undefined, path: Path, what: string): string[] {
    const list = this.list(value, path, `"${String(path.at(-1))}" is a list of ${what}.`);
    const found: string[] = [];
    list.forEach((entry, k) => {
      if (typeof entry !== "string" || entry === "")
        this.report("slate-shape", [...path, k], "A name is a text.", "Put names between quotation marks.");
      else if (found.includes(entry))
        this.report("slate-name-twice", [...path, k], `"${entry}" stands twice.`, "Name it once.");
      else found.push(entry);
    });
    return found;
  }

  private list(value: Json | undefined, path: Path, hint: string): readonly Json[] {
    if (Array.isArray(value)) return value as readonly Json[];
    this.report("slate-shape", path, value === undefined ? "A list is missing." : "This is not a list.", hint);
    return [];
  }

  private count(value: Json | undefined, path: Path, what: string, most = mostSeats, least = 1): number | undefined {
    if (
      typeof value === "number" &&
      Number.isSafeInteger(value) &&
      value >= least &&
      value <= Math.max(most, mostSeats)
    )
      return value;
    this.report("slate-bad-number", path, `${what} is not a whole number of ${least} or more.`, "Give one, such as 3.");
    return undefined;
  }

  private unknownWord(path: Path, word: string, known: readonly string[]): void {
    const near = nearestOf(word, [...known]);
    const hint = near === undefined ? `It may have ${known.join(", ")}.` : `Did you mean "${near}"?`;
    this.report("slate-unknown-word", path, `There is no "${word}" here.`, hint);
  }

  private report(code: SlateProblemCode, path: Path, message: string, hint: string): void {
    // A path that is not there is told at the nearest thing around it.
    const place = { file: this.file, ...lineAndColumn(this.text, offsetOf(this.source, path)), length: 1 };
    this.diagnostics.push({ code, severity: "error", place, path: path.join("/"), message, hint });
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
