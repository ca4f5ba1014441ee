import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  ADVICE,
  type Fault,
  FILE_FAULTS,
  FORM_FAULTS,
  NAME_FAULTS,
  WHOLE_FAULTS,
  WORD_FAULTS,
} from "./fixtures/faults.ts";
import { formatDiagnostic, readBrief } from "./index.ts";

const SMALL = readFileSync(new URL("fixtures/small.brief.yaml", import.meta.url), "utf8");

/** The brief with the fault in it, and where the mark stood. */
function spoil([, find, put]: Fault): { readonly text: string; readonly line: number; readonly column: number } {
  expect(SMALL.split(find), `\`${find}\` stands once in the small brief`).toHaveLength(2);
  const marked = SMALL.split(find).join(put);
  const mark = marked.indexOf("▶");
  expect(mark, "a mark says where the message must stand").toBeGreaterThan(-1);
  const before = marked.slice(0, mark);
  return { text: marked.replace("▶", ""), line: before.split("\n").length, column: mark - before.lastIndexOf("\n") };
}

test("the small brief is sound", () => {
  const { brief, diagnostics } = readBrief(SMALL, { file: "small" });
  expect(diagnostics.map(formatDiagnostic)).toEqual([]);
  expect(brief).toBeDefined();
});

describe("each fault gives its own message at its own place, and no other", () => {
  test.each([...FILE_FAULTS, ...WORD_FAULTS, ...FORM_FAULTS, ...NAME_FAULTS, ...WHOLE_FAULTS])(
    "%s: %s → %s",
    (...fault) => {
      const { text, line, column } = spoil(fault);
      const { brief, diagnostics } = readBrief(text, { file: "b" });
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      const [first] = errors;
      expect([...new Set(errors.map(({ code }) => code))], diagnostics.map(formatDiagnostic).join("\n")).toEqual([
        fault[0],
      ]);
      expect([first?.place.line, first?.place.column], formatDiagnostic(first!)).toEqual([line, column]);
      expect(first?.message).toMatch(/\.$/u);
      expect(brief).toBeUndefined();
    },
  );
});

describe("advice leaves the brief readable", () => {
  test.each(ADVICE)("%s: %s → %s", (...fault) => {
    const { text, line, column } = spoil(fault);
    const without = fault[0] === "others-not-considered" ? text.replace("others will table: []\n", "") : text;
    const { brief, diagnostics } = readBrief(without, { file: "b" });
    expect(diagnostics.map(({ code, place }) => [code, place.line, place.column])).toEqual([[fault[0], line, column]]);
    expect(diagnostics[0]?.severity).not.toBe("error");
    expect(brief).toBeDefined();
  });
});

describe("hints", () => {
  test.each([
    ["us: upland", "us: uplnd", "Did you mean `upland`?"],
    ["  probe-them: {", "  probe-them: { targt: lowland,", "Did you mean `target`?"],
    ["otherwise: no-flow", "otherwise: no-flw", "Did you mean `no-flow`?"],
    ["salience: 80", "salience: 1,000", "Put text with a comma between quotation marks; numbers have no comma."],
    ["dry-winter: likely", "dry-winter: 0.3", "Write `30%` if a part of one is meant, `0.3%` if per cent."],
    ["dry-winter: likely", "dry-winter: 30", "Write `30%`."],
    ["us: upland", "us: downstream", "Names here: `upland`, `midland`, `lowland`, `press`."],
  ])("%s → %s", (find, put, hint) => {
    const { diagnostics } = readBrief(SMALL.replace(find, put), { file: "b" });
    expect(diagnostics[0]?.hint).toBe(hint);
  });

  test("of two places, both are named", () => {
    const { diagnostics } = readBrief(SMALL.replace("weir: The weir", "upland: The weir"), { file: "b" });
    expect(formatDiagnostic(diagnostics[0]!)).toBe(
      "b:20:3 duplicate-name `upland` is already the name of a party; a name is used once in a brief.\n    see b:12:3\n    Rename one of them; what is printed can be given with `name:`.",
    );
  });

  test("a citation after the date names both dates", () => {
    const { diagnostics } = readBrief(SMALL.replace("The weir", "{ source: memoirs }"), { file: "b" });
    expect(diagnostics[0]?.message).toBe("`memoirs` is of 2040, after the brief's date, 2031-09-30.");
  });
});
