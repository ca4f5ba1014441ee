import { expect, it } from "vitest";
import { countLines } from "./text-lines.ts";

const text = (words: string, bold = false) => [{ text: words, ...(bold ? { bold } : {}) }];

it("breaks between words, never within one that fits", () => {
  // "mmmm" is 4 × 0.83 em: two do not fit on 7 ems, three take three lines of 4 ems
  expect(countLines(text("mmmm mmmm"), 70, 10)).toBe(1);
  expect(countLines(text("mmmm mmmm"), 68, 10)).toBe(2);
  expect(countLines(text("mmmm mmmm mmmm"), 40, 10)).toBe(3);
});
it("takes one line for nothing, and breaks a word longer than the line", () => {
  expect(countLines([], 100, 10)).toBe(1);
  expect(countLines(text("nnnnnnnnnn"), 20, 10)).toBe(3);
});
it("counts bold as wider and marks as narrower", () => {
  expect(countLines(text("nnnn nnnn"), 42.6, 10)).toBe(1);
  expect(countLines(text("nnnn nnnn", true), 42.6, 10)).toBe(2);
  expect(countLines([...text("nnnn"), { text: "[1]", raised: true }], 27.1, 10)).toBe(1);
});
it("breaks where a run ends only if there is a blank", () => {
  expect(countLines([{ text: "nnnn" }, { text: "nnnn", bold: true }], 41, 10)).toBe(2);
});
