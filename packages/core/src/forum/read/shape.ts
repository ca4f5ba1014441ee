/** Reading values of a rule file; what is not as expected is reported, and read on without. */

import { nearestOf } from "../../brief/suggest.ts";
import type { Json } from "../../conflict/json-source.ts";
import type { Fraction } from "../fraction.ts";
import type { Report, RulePath } from "../problem.ts";
import { exactly } from "./whole-weights.ts";

export type JsonObject = { readonly [key: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function readText(value: Json | undefined, path: RulePath, report: Report): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  report("forum-shape", path, `"${path.at(-1)}" is not a text.`, "Put it between quotation marks.");
  return undefined;
}

/** A finite number, exactly as written. */
export function readNumber(
  value: Json | undefined,
  path: RulePath,
  what: string,
  report: Report,
): Fraction | undefined {
  if (typeof value !== "number") {
    report("forum-bad-number", path, `${what} is not a number.`, "Give it as a number, such as 4 or 2.5.");
    return undefined;
  }
  const read = exactly(value);
  if (read === undefined) {
    report("forum-bad-number", path, `${what} has more digits than can be read exactly.`, "Give at most 15 digits.");
  }
  return read;
}

/** Names of members, each once. Positions in `members`. */
export function readNames(
  value: Json | undefined,
  path: RulePath,
  members: ReadonlyMap<string, number>,
  report: Report,
): readonly number[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    report("forum-shape", path, `"${path.at(-1)}" is not a list.`, 'Give names in a list: ["A", "B"].');
    return [];
  }
  const found = new Set<number>();
  (value as readonly Json[]).forEach((name, k) => {
    const place = typeof name === "string" ? members.get(name) : undefined;
    if (typeof name !== "string" || place === undefined)
      report("forum-unknown-member", [...path, k], ...unknownMember(name, members));
    else if (found.has(place)) {
      report("forum-name-twice", [...path, k], `"${name}" is named twice.`, "Name it once.");
    } else found.add(place);
  });
  return [...found];
}

export function whatItMayHave(word: string, words: readonly string[]): string {
  const near = meant(word, words);
  return near === undefined ? `It may have ${words.join(", ")}.` : `Did you mean "${near}"?`;
}

/** The word that begins so, or else the nearest; capitals make no difference. */
function meant(word: string, words: readonly string[]): string | undefined {
  const lower = words.map((each) => each.toLowerCase());
  const given = word.toLowerCase();
  const begun = given.length < 3 ? undefined : lower.find((each) => each.startsWith(given));
  const near = begun ?? nearestOf(given, lower);
  return near === undefined ? words[lower.indexOf(given)] : words[lower.indexOf(near)];
}

export function unknownMember(name: Json, members: ReadonlyMap<string, number>): readonly [string, string] {
  const names = [...members.keys()];
  const near = typeof name === "string" ? meant(name, names) : undefined;
  if (near !== undefined) return [`${JSON.stringify(name)} is not a member.`, `Did you mean "${near}"?`];
  const listed = names.slice(0, 8).join(", ") + (names.length > 8 ? " …" : "");
  return [`${JSON.stringify(name)} is not a member.`, `Members are ${listed}.`];
}

/** Numbers by member: an object by name, or a list in the order of the members. */
export function readByMember(
  value: Json | undefined,
  path: RulePath,
  members: ReadonlyMap<string, number>,
  what: string,
  report: Report,
): readonly (Fraction | undefined)[] | undefined {
  const read: (Fraction | undefined)[] = Array.from({ length: members.size }, () => undefined);
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    if (list.length !== members.size) {
      report("forum-shape", path, `There are ${list.length} numbers for ${members.size} members.`, "Give one each.");
      return undefined;
    }
    list.forEach((each, k) => {
      read[k] = readNumber(each, [...path, k], `${what} of ${[...members.keys()][k]}`, report);
    });
    return read;
  }
  if (!isObject(value)) {
    report("forum-shape", path, `"${path.at(-1)}" gives no numbers by member.`, 'Write {"A": 4, "B": 2}.');
    return undefined;
  }
  for (const [name, each] of Object.entries(value)) {
    const place = members.get(name);
    if (typeof name !== "string" || place === undefined)
      report("forum-unknown-member", [...path, name], ...unknownMember(name, members));
    else read[place] = readNumber(each, [...path, name], `${what} of ${name}`, report);
  }
  return read;
}
