import { expect, it } from "vitest";
import { outlineNumbers } from "./outline-numbers.ts";

it("numbers lines by where they stand, beginning anew under each line above", () => {
  expect(outlineNumbers([0, 1, 1, 2, 1, 0, 1])).toEqual(["1", "1.1", "1.2", "1.2.1", "1.3", "2", "2.1"]);
  expect(outlineNumbers([])).toEqual([]);
});
