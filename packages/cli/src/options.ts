import { InvalidArgumentError } from "commander";

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

/** Texts by name, `north=3,south=2`; every name once. `expected` says what a pair should look like. */
function pairs(text: string, expected: string, isSound: (value: string) => boolean): Readonly<Record<string, string>> {
  const all = names(text).map((pair) => {
    const at = pair.lastIndexOf("=");
    const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    if (at < 1 || !isSound(value)) throw new InvalidArgumentError(`In "${pair}" ${expected}.`);
    return [name, value] as const;
  });
  const twice = all.find(([name], k) => all.findIndex(([other]) => other === name) !== k);
  if (twice) throw new InvalidArgumentError(`${twice[0]} is given twice.`);
  return Object.fromEntries(all);
}

/** Positive numbers by party, as written. */
export function weights(text: string): Readonly<Record<string, string>> {
  return pairs(
    text,
    "a party and a positive number were expected, such as north=3",
    (value) => /^\d+(\.\d+)?$/.test(value) && Number(value) > 0,
  );
}

/** Options by issue. */
export function choices(text: string): Readonly<Record<string, string>> {
  return pairs(text, "an issue and an option were expected, such as tariff=low", (value) => value !== "");
}
