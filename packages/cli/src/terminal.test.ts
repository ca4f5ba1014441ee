import { describe, expect, it } from "vitest";
import { inPlainMarks, openTerminal, showsColour, showsUnicode, withoutControls } from "./terminal.ts";

describe("what a terminal can show", () => {
  it.each([
    [{ LANG: "de_DE.UTF-8" }, "linux", true],
    [{ LANG: "de_DE.utf8", LC_ALL: "C" }, "linux", false],
    [{ LC_CTYPE: "en_GB.UTF-8", LANG: "C" }, "linux", true],
    [{}, "linux", false],
    [{}, "win32", true],
    [{}, "darwin", true],
  ] as const)("unicode with %j on %s: %s", (environment, platform, expected) => {
    expect(showsUnicode(environment, platform)).toBe(expected);
  });
  it.each([
    [{}, true, true],
    [{ NO_COLOR: "" }, true, true],
    [{ NO_COLOR: "1" }, true, false],
    [{ TERM: "dumb" }, true, false],
    [{}, false, false],
  ] as const)("colour with %j, watched %s: %s", (environment, isTTY, expected) => {
    expect(showsColour(environment, { isTTY })).toBe(expected);
  });
});

it("lets no name steer the terminal, and leaves every letter", () => {
  expect(withoutControls("a\u001b[31mb\u009bc\r\u0007\u202ed\te\nf")).toBe(
    "a\ufffd[31mb\ufffdc\ufffd\ufffd\ufffdd\te\nf",
  );
  expect(withoutControls("Südmark ‘北’ é")).toBe("Südmark ‘北’ é");
});
it("has ASCII for the marks that we print", () => {
  expect(inPlainMarks("‘a’ “b” 1–2 −3 …\u00a0Ü")).toBe("'a' \"b\" 1-2 -3 ... Ü");
});
it("hands data through to the letter, whatever it holds", () => {
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text) };
  const terminal = openTerminal(stream, stream, { LANG: "C" }, "linux");
  terminal.data('{"a": "‘–’"}\n');
  terminal.print("‘–’", "strong");
  expect(written).toEqual(['{"a": "‘–’"}\n', "'-'\n"]);
  expect(terminal).toMatchObject({ columns: 80, rows: 24, unicode: false });
  expect(terminal.redraw).toBeUndefined();
});
