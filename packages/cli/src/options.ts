import { InvalidArgumentError } from "commander";
import { readPairs } from "./pairs.ts";

/** A parser of whole numbers for an option. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`A whole number from ${least} to ${most} was expected.`);
    return value;
  };
}

/** Names separated by commas. */
export function names(text: string): readonly string[] {
  const all = text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (all.length === 0)
    throw new InvalidArgumentError("At least one name was expected, such as delegation or minister,delegation.");
  return all;
}

/** A path that says something: an empty one is most often a variable that was not set. */
export function path(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("A path was expected.");
  return text;
}

type Named = Readonly<Record<string, string>>;

/** Texts by name, `north=3,south=2`, in one option or several; every name once. `expected` says what a pair should look like. */
function named(text: string, before: Named | undefined, expected: string, isSound: (value: string) => boolean): Named {
  const pairs = readPairs(text);
  if ("problem" in pairs) throw new InvalidArgumentError(`${pairs.problem} Here ${expected}.`);
  if (pairs.length === 0) throw new InvalidArgumentError(`Here ${expected}.`);
  const all = new Map(Object.entries(before ?? {}));
  for (const [name, value] of pairs) {
    if (name === "" || !isSound(value)) throw new InvalidArgumentError(`In "${name}=${value}" ${expected}.`);
    if (all.has(name)) throw new InvalidArgumentError(`${name} is given twice.`);
    all.set(name, value);
  }
  return Object.fromEntries(all);
}

/** Positive numbers by party, as written. */
export function weights(text: string, before?: Named): Named {
  return named(
    text,
    before,
    "a party and a positive number were expected, such as north=3; whole numbers up to 1000 always do",
    (value) => /^\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value) && Number(value) > 0 && Number.isFinite(Number(value)),
  );
}

/** Options by issue. */
export function choices(text: string, before?: Named): Named {
  const expected = 'an issue and an option were expected, such as tariff=low or "Fish, fresh"="5 %, then none"';
  return named(text, before, expected, (value) => value !== "");
}
