import { expect, test } from "vitest";
import { parseDates } from "./mini/date.ts";
import { whenText } from "./when-text.ts";

test.each([
  ["2030-07-01", "on 2030-07-01"],
  ["2030-07", "in 2030-07"],
  ["2030", "in 2030"],
  ["2030-07-01..2030-07-03", "from 2030-07-01 to 2030-07-03"],
  ["2030-07..", "from 2030-07"],
  ["..2030-07", "up to 2030-07"],
])("%s is said as %s", (text, said) => {
  const parsed = parseDates(text);
  expect("value" in parsed && whenText(parsed.value)).toBe(said);
});
