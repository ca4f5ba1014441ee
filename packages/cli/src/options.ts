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

/** Numbers by name, `north=3,south=2`: texts as written, by name. */
export function weights(text: string): Readonly<Record<string, string>> {
  const pairs = names(text).map((pair) => {
    const at = pair.lastIndexOf("=");
    const [name, number] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    if (at < 1 || !/^\d+(\.\d+)?$/.test(number) || Number(number) === 0)
      throw new InvalidArgumentError(`In "${pair}" a party and a positive number were expected, such as north=3.`);
    return [name, number] as const;
  });
  const twice = pairs.find(([name], k) => pairs.findIndex(([other]) => other === name) !== k);
  if (twice) throw new InvalidArgumentError(`${twice[0]} is given two weights.`);
  return Object.fromEntries(pairs);
}
