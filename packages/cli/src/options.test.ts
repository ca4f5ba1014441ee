import { InvalidArgumentError } from "commander";
import { expect, test } from "vitest";
import { weights } from "./options.ts";

test("a weight in the manner of calculators is one; how large it may be, the engine says", () =>
  expect(weights("north=1e9,south=2.5")).toEqual({ north: "1e9", south: "2.5" }));
test.each(["north=0", "north=-1", "north=NaN", "north=1e-400", "north=1e400", "north=0x10", "north=1/3", "=3"])(
  "%s is no weight, and what may stand there is told",
  (text) => {
    expect(() => weights(text)).toThrow(InvalidArgumentError);
    expect(() => weights(text)).toThrow(/positive number.*up to 1000/);
  },
);
