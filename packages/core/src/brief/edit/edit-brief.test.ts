import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Edit } from "./edit.ts";
import { editBrief } from "./edit-brief.ts";

function edited(text: string, edit: Edit): string {
  const result = editBrief(text, edit);
  if ("error" in result) throw new Error(`${result.error.code}: ${result.error.message}`);
  const back = editBrief(result.text, result.undo);
  expect(back).toMatchObject({ text });
  return result.text;
}
function refusal(text: string, edit: Edit): string | undefined {
  const result = editBrief(text, edit);
  return "error" in result ? result.error.code : undefined;
}

const BRIEF = `# a brief
demarche: 1   # the version
parties: { us: Us, them: Them }

agenda:
  # the first thing
  - issue: price   # what it costs
    options: [low, high]
    positions:
      us: { ideal: high, salience: 60 }
      # what we know of them
      them: low   # a guess
    because: >-
      long text
      in two lines

  - issue: date # when
    options:
      soon: 0
      late: 100
`;

describe("set", () => {
  test.each([
    [
      "a scalar with a comment behind",
      ["agenda", 0, "positions", "them"],
      "10..30",
      "them: low   # a guess",
      "them: 10..30   # a guess",
    ],
    [
      "a scalar made a mapping",
      ["agenda", 0, "positions", "them"],
      { ideal: "low", salience: "40" },
      "them: low   #",
      "them: { ideal: low, salience: 40 }   #",
    ],
    [
      "a scalar in a flow mapping",
      ["agenda", 0, "positions", "us", "ideal"],
      "low, or so",
      "{ ideal: high,",
      '{ ideal: "low, or so",',
    ],
    ["a flow list", ["agenda", 0, "options"], ["a", "b", "c"], "[low, high]", "[a, b, c]"],
    ["a folded text", ["agenda", 0, "because"], "short", ">-\n      long text\n      in two lines\n", "short\n"],
    [
      "a block mapping made another",
      ["agenda", 1, "options"],
      { now: "0", soon: "50" },
      "soon: 0\n      late: 100",
      "now: 0\n      soon: 50",
    ],
    [
      "a block mapping made a list",
      ["agenda", 1, "options"],
      ["now", "late"],
      ":\n      soon: 0\n      late: 100",
      ": [now, late]",
    ],
    ["text that needs quotes", ["agenda", 1, "issue"], "note #3c", "issue: date #", 'issue: "note #3c" #'],
    ["lines", ["parties", "us"], "a\nb", "us: Us", 'us: "a\\nb"'],
  ] as const)("%s", (_, path, value, was, is) => {
    expect(edited(BRIEF, { edit: "set", path, value })).toBe(BRIEF.replace(was, is));
  });

  test("keeps CRLF and the byte order mark", () => {
    const text = `\uFEFF${BRIEF.replaceAll("\n", "\r\n")}`;
    const path = ["agenda", 1, "options"];
    const result = edited(text, { edit: "set", path, value: { now: "0", soon: "50" } });
    expect(result).toBe(text.replace("soon: 0\r\n      late: 100", "now: 0\r\n      soon: 50"));
  });

  test("fills an empty value", () => {
    expect(edited("a:   # here\nb: 1\n", { edit: "set", path: ["a"], value: "x" })).toBe("a: x   # here\nb: 1\n");
    expect(edited("a: { b, c: d }\n", { edit: "set", path: ["a", "b"], value: "x" })).toBe("a: { b: x, c: d }\n");
  });

  test("leaves a comment between a key and its block", () => {
    const text = "a: # why\n  b: 1\nc: 2\n";
    expect(edited(text, { edit: "set", path: ["a"], value: "x" })).toBe("a: # why\n  x\nc: 2\n");
    expect(edited("a: # why\n- b\n", { edit: "set", path: ["a"], value: "x" })).toBe("a: # why\n  x\n");
  });

  test("quotes only what would not read back, in the shorter quotes", () => {
    const set = (value: string) => edited("a: x\n", { edit: "set", path: ["a"], value }).slice(3, -1);
    for (const bare of [
      "no",
      "007",
      "+10",
      "1945-11-29",
      "10..35",
      "60% a or 40% b",
      "ruhr is a or better",
      "~",
      "a, b",
      "it's",
    ]) {
      expect(set(bare)).toBe(bare);
    }
    expect(set("")).toBe('""');
    expect(set(" a")).toBe('" a"');
    expect(set("a: b")).toBe('"a: b"');
    expect(set('"why"')).toBe(`'"why"'`);
    expect(set("@home")).toBe('"@home"');
    expect(set("a\u2028b")).toBe('"a\\u2028b"');
  });
});

describe("remove", () => {
  test.each([
    [
      "a block entry with the comment behind it",
      ["agenda", 0, "positions", "them"],
      "      them: low   # a guess\n",
      "",
    ],
    [
      "an entry with all it holds",
      ["agenda", 1],
      "  - issue: date # when\n    options:\n      soon: 0\n      late: 100\n",
      "",
    ],
    ["the first entry behind a dash", ["agenda", 0, "issue"], "issue: price   # what it costs\n    options", "options"],
    ["the first of a flow mapping", ["parties", "us"], "us: Us, ", ""],
    ["the last of a flow list", ["agenda", 0, "options", 1], ", high", ""],
    ["a folded text", ["agenda", 0, "because"], "    because: >-\n      long text\n      in two lines\n", ""],
  ] as const)("%s", (_, path, was, is) => {
    expect(edited(BRIEF, { edit: "remove", path })).toBe(BRIEF.replace(was, is));
  });

  test("the only entry leaves an empty collection", () => {
    expect(edited("a:\n  b: 1\nc: 2\n", { edit: "remove", path: ["a", "b"] })).toBe("a: {}\nc: 2\n");
    expect(edited("a:\n- b\nc: 2\n", { edit: "remove", path: ["a", 0] })).toBe("a: []\nc: 2\n");
    expect(edited("a: 1 # b\n", { edit: "remove", path: ["a"] })).toBe("{} # b\n");
    // Behind a dash, with a comment between: deeper than the key.
    expect(edited("- a: # b\n  - c\n", { edit: "remove", path: [0, "a", 0] })).toBe("- a: # b\n    []\n");
  });

  test("in flow over several lines the neighbours keep their comments", () => {
    const text = "a: { b: 1, # one\n  # above c\n  c: 2, # two\n  d: 3 } # end\n";
    const remove = (key: string) => edited(text, { edit: "remove", path: ["a", key] });
    expect(remove("b")).toBe("a: { # above c\n  c: 2, # two\n  d: 3 } # end\n");
    expect(remove("c")).toBe("a: { b: 1, # one\n  # above c\n  d: 3 } # end\n");
    expect(remove("d")).toBe("a: { b: 1, # one\n  # above c\n  c: 2, # two\n   } # end\n");
  });

  test("comments on lines of their own stay", () => {
    const text = "a:\n  - b: 1 # one\n    # own\n    c: 2\n";
    expect(edited(text, { edit: "remove", path: ["a", 0, "b"] })).toBe("a:\n  -\n    # own\n    c: 2\n");
  });
});

describe("insert", () => {
  test.each([
    [
      "last in a block mapping",
      { path: ["agenda", 0, "positions", "third"], value: "low" },
      "# a guess\n",
      "# a guess\n      third: low\n",
    ],
    [
      "before a key",
      { path: ["title"], value: "On price", before: "parties" },
      "# the version\n",
      "# the version\ntitle: On price\n",
    ],
    [
      "first behind a dash",
      { path: ["agenda", 1, "name"], value: "When", before: "issue" },
      "issue: date",
      "name: When\n    issue: date",
    ],
    ["first in a flow list", { path: ["agenda", 0, "options", 0], value: "none" }, "[low", "[none, low"],
    ["last in a flow mapping", { path: ["parties", "third"], value: "A, B" }, "Them }", 'Them, third: "A, B" }'],
    [
      "last in a block list",
      { path: ["agenda", 2], value: { issue: "place", options: ["here", "there"] } },
      "late: 100\n",
      "late: 100\n  - { issue: place, options: [here, there] }\n",
    ],
    ["in the middle of a block list", { path: ["agenda", 1], value: "x" }, "two lines\n", "two lines\n  - x\n"],
  ] as const)("%s", (_, edit, was, is) => {
    expect(edited(BRIEF, { edit: "insert", ...edit })).toBe(BRIEF.replace(was, is));
  });

  test("into empty collections and files without a last line break", () => {
    expect(edited("a: {} # b\n", { edit: "insert", path: ["a", "c"], value: "d" })).toBe("a: { c: d } # b\n");
    expect(edited("a: [ ]\n", { edit: "insert", path: ["a", 0], value: "d" })).toBe("a: [d]\n");
    expect(edited("a: 1 # b", { edit: "insert", path: ["c"], value: "d" })).toBe("a: 1 # b\nc: d");
  });

  test("what is too long for a line goes in block style", () => {
    const value = { statement: "x".repeat(70), because: "y".repeat(70), watch: ["p", "q"] };
    const is = `a: 1\nb:\n  statement: ${"x".repeat(70)}\n  because: ${"y".repeat(70)}\n  watch: [p, q]\n`;
    expect(edited("a: 1\n", { edit: "insert", path: ["b"], value })).toBe(is);
  });
});

describe("errors are values", () => {
  test.each([
    ["edit-text-unreadable", "a: [", { edit: "set", path: ["a"], value: "x" }],
    ["edit-path-missing", BRIEF, { edit: "set", path: ["agenda", 2], value: "x" }],
    ["edit-path-missing", BRIEF, { edit: "set", path: [], value: "x" }],
    ["edit-path-missing", BRIEF, { edit: "remove", path: ["agenda", 0, "positions", "nobody"] }],
    ["edit-path-missing", BRIEF, { edit: "insert", path: ["agenda", 0, "positions", "them", "salience"], value: "3" }],
    ["edit-path-missing", BRIEF, { edit: "insert", path: ["agenda", 3], value: "3" }],
    ["edit-path-missing", BRIEF, { edit: "insert", path: ["parties", "x"], value: "3", before: "y" }],
    ["edit-already-there", BRIEF, { edit: "insert", path: ["parties", "us"], value: "3" }],
    ["edit-text-unreadable", "a: &x 1\nb: *x\n", { edit: "set", path: ["a"], value: "2" }],
    ["edit-would-not-read-back", "? a\n: 1\nb: 2\n", { edit: "remove", path: ["a"] }],
    ["edit-out-of-date", "a: 1\n", { edit: "splice", at: 3, was: "2", becomes: "1" }],
  ] as const)("%s", (code, text, edit) => {
    expect(refusal(text, edit)).toBe(code);
  });
});

test("every code of writing back has a row in docs/errors.md, and a test here", () => {
  const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");
  const codes = [...new Set([...read("edit.ts").matchAll(/"(edit-[a-z-]+)"/g)].map(([, code]) => code!))];
  const rows = [...read("../../../../../docs/errors.md").matchAll(/^\| `(edit-[a-z-]+)` \|/gm)].map(
    ([, code]) => code!,
  );
  expect(new Set(rows)).toEqual(new Set(codes));
  const tests = read("edit-brief.test.ts");
  for (const code of codes) expect(tests).toContain(code);
});
