import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPairs } from "./pairs.ts";

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe("pairs on the command line", () => {
  it("whatever stands between quotation marks stands for itself", () => {
    const name = fc.string({ minLength: 1, unit: fc.constantFrom("a", "b", ",", "=", '"', " ", "ß") });
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 4 }), (pairs) => {
        expect(readPairs(pairs.map(([a, b]) => `${quote(a)}=${quote(b)}`).join(","))).toEqual(pairs);
        expect(readPairs(pairs.map(([a, b]) => ` ${quote(a)} = ${quote(b)} `).join(","))).toEqual(pairs);
      }),
    );
  });
  it.each<[string, readonly (readonly [string, string])[]]>([
    [
      "a=b,c=d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      " a = b , c = d, ",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["a=b=c", [["a=b", "c"]]],
    [
      'a="x, y",b=z',
      [
        ["a", "x, y"],
        ["b", "z"],
      ],
    ],
    [
      '"Fish, fresh"=free,"p=q"="r=s"',
      [
        ["Fish, fresh", "free"],
        ["p=q", "r=s"],
      ],
    ],
    ['say "hi"=5 % "off"', [['say "hi"', '5 % "off"']]],
    ["a=", [["a", ""]]],
    ["", []],
  ])("%s", (text, pairs) => {
    expect(readPairs(text)).toEqual(pairs);
  });
  it.each([
    ["a", 'There is no = in "a".'],
    ['"a', "The quotation mark before a is not closed."],
    ['"a"b=c', 'A = was expected behind "a".'],
    ['a="b"c', 'A comma was expected behind "b".'],
  ])("%s is refused", (text, problem) => {
    expect(readPairs(text)).toEqual({ problem });
  });
});
