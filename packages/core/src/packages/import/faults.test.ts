/** Malformed, truncated, contradictory and hostile files: an error at its place, never a throw, never a guess. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDomain } from "./read-domain.ts";

const good = {
  issues: { "10": ["a", "b"], "9": ["c", "d", "e"] },
  parties: {
    "2": { values: { "10": [1, 2], "9": [0, 1, 2.5] }, noAgreement: 1 },
    "1": { values: { "10": [2, 1], "9": [3, 1, 0] } },
  },
};
const goodText =
  '{"issues": {"10": ["a","b"], "9": ["c","d","e"]},\n "parties": {"2": {"values": {"10": [1, 2], "9": [0, 1, 2.5]}, "noAgreement": 1},\n "1": {"values": {"10": [2, 1], "9": [3, 1, 0]}}}}';

function faults(text: string, file = "domain.json"): string[] {
  const read = readDomain([{ file, text }]);
  return "diagnostics" in read
    ? read.diagnostics.map(({ code, place }) => `${place.file}:${place.line}:${place.column} ${code}`)
    : [];
}

/** What people are told. */
function told(text: string, file = "domain.json"): string {
  const read = readDomain([{ file, text }]);
  if (!("diagnostics" in read)) throw new Error("this was read");
  return read.diagnostics.map(({ message, hint }) => `${message} ${hint}`).join("\n");
}

describe("[P5] the plain table", () => {
  test("keeps the file's order, also where names look like numbers", () => {
    const read = readDomain([{ file: "domain.json", text: goodText }]);
    if ("diagnostics" in read) throw new Error(read.diagnostics[0]?.message);
    expect(read.domain.issues.map(({ id }) => id)).toEqual(["10", "9"]);
    expect(read.domain.parties.map(({ id }) => id)).toEqual(["2", "1"]);
  });
  test.each([
    ["cut off", goodText.slice(0, 90), "bad-json"],
    ["empty", "", "empty-file"],
    ["not JSON", "issues: [", "bad-json"],
    ["a key twice", '{"issues": {"a": ["x"], "a": ["y"]}, "parties": {}}', "bad-json"],
    ["a trailing comma", '{"issues": {"a": ["x"],}}', "bad-json"],
    ["no issues", '{"issues": {}, "parties": {"p": {"values": {}}}}', "no-issues"],
    ["no parties", '{"issues": {"a": ["x"]}, "parties": {}}', "no-parties"],
    ["no options", '{"issues": {"a": []}, "parties": {"p": {"values": {"a": []}}}}', "no-options"],
    [
      "an option twice",
      '{"issues": {"a": ["x", "x"]}, "parties": {"p": {"values": {"a": [1, 2]}}}}',
      "duplicate-option",
    ],
    [
      "an unknown issue",
      '{"issues": {"a": ["x"]}, "parties": {"p": {"values": {"a": [1], "b": [2]}}}}',
      "unknown-issue",
    ],
    ["too few values", '{"issues": {"a": ["x", "y"]}, "parties": {"p": {"values": {"a": [1]}}}}', "wrong-length"],
    [
      "no values for an issue",
      '{"issues": {"a": ["x"], "b": ["y"]}, "parties": {"p": {"values": {"a": [1]}}}}',
      "missing-values",
    ],
    ["a value that is no number", '{"issues": {"a": ["x"]}, "parties": {"p": {"values": {"a": ["1"]}}}}', "wrong-type"],
    [
      "a value beyond measure",
      '{"issues": {"a": ["x"]}, "parties": {"p": {"values": {"a": [1e99999]}}}}',
      "not-a-number",
    ],
    [
      "a misspelt key",
      '{"issues": {"a": ["x"]}, "parties": {"p": {"values": {"a": [1]}, "noagreement": 3}}}',
      "unknown-key",
    ],
    [
      "a link nested wrongly",
      '{"issues": {"a": ["x", "y"], "b": ["u", "v"]}, "parties": {"p": {"values": {"a": [1, 2], "b": [0, 0]}, "links": [{"issues": ["a", "b"], "table": [[1, 2]]}]}}}',
      "wrong-length",
    ],
    [
      "a link naming an issue twice",
      '{"issues": {"a": ["x"]}, "parties": {"p": {"values": {"a": [1]}, "links": [{"issues": ["a", "a"], "table": [[1]]}]}}}',
      "duplicate-issue",
    ],
    ["nested a thousand deep", "[".repeat(1000), "bad-json"],
  ])("%s", (_, text, code) => {
    expect(faults(text).map((fault) => fault.split(" ")[1])).toContain(code);
  });
  test("a list of issues is told from a NegMAS domain by the parties beside it", () => {
    const text = '{"issues": ["a"], "parties": {"p": {"values": {"a": [1]}}}}';
    expect(faults(text)).toEqual(["domain.json:1:12 wrong-type"]);
    expect(told(text)).toMatch(/"issues" is a list.*Expected each issue with its options/);
  });
  test.each([
    ["1e-9999999", /more than 400 decimals.*can stand as 0/],
    [`0.${"0".repeat(400)}1`, /more than 400 decimals/],
    ["1e9999999", /beyond measure.*below 10\^290/],
    [`4${"0".repeat(500)}`, /beyond measure/],
    ["null", /is null\. Expected a finite number/],
    ["true", /is true\. /],
  ])("%s as a value is called what it is", (value, message) => {
    expect(told(`{"issues": {"a": ["x"]}, "parties": {"p": {"values": {"a": [${value}]}}}}`)).toMatch(message);
  });
  test("gives line and column", () => {
    expect(faults('{"issues": {"a": ["x"]},\n "parties": {"p": {"values":\n   {"b": [1]}}}}')[0]).toBe(
      "domain.json:3:5 unknown-issue",
    );
  });
  test("never throws, whatever is cut out of a good file", () => {
    fc.assert(
      fc.property(fc.nat(goodText.length), fc.nat(20), fc.string(), (at, cut, put) => {
        readDomain([{ file: "domain.json", text: goodText.slice(0, at) + put + goodText.slice(at + cut) }]);
      }),
      { numRuns: 500 },
    );
    expect(faults(JSON.stringify(good))).toEqual([]);
  });
});

const space = (inside: string, weights = '<weight index="1" value="1"/>') =>
  `<utility_space><objective index="0" name="root">${inside}${weights}</objective></utility_space>`;
const issue =
  '<issue index="1" name="a" type="discrete"><item index="1" value="x" evaluation="1"/><item index="2" value="y" evaluation="3"/></issue>';

describe("GENIUS XML", () => {
  test("a good profile", () => expect(faults(space(issue), "p.xml")).toEqual([]));
  test.each([
    ["cut off", space(issue).slice(0, 120), "bad-xml"],
    [
      "an entity bomb",
      `<!DOCTYPE z [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>${space(issue.replace("x", "&b;"))}`,
      "bad-xml",
    ],
    [
      "an external entity",
      `<!DOCTYPE z [<!ENTITY a SYSTEM "file:///etc/passwd">]>${space(issue.replace("x", "&a;"))}`,
      "bad-xml",
    ],
    ["another root", "<html></html>", "unknown-format"],
    ["no weight", space(issue, ""), "not-a-number"],
    ["an evaluation that is no number", space(issue.replace('evaluation="3"', 'evaluation="much"')), "not-a-number"],
    ["an item twice", space(issue.replace('value="y"', 'value="x"')), "duplicate-option"],
    ["a real-valued issue", space('<issue index="1" name="a" type="real"/>'), "unsupported"],
    ["no issues", space(""), "no-issues"],
    ["nested without end", "<a>".repeat(200), "bad-xml"],
  ])("%s", (_, text, code) => {
    expect(faults(text, "p.xml").map((fault) => fault.split(" ")[1])).toContain(code);
  });
  test("profiles that contradict each other", () => {
    const other = space(issue.replace('name="a"', 'name="b"'));
    const read = readDomain([
      { file: "p.xml", text: space(issue) },
      { file: "q.xml", text: other },
    ]);
    expect("diagnostics" in read && read.diagnostics.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["missing-values", "unknown-issue"]),
    );
  });
});

describe("GeniusWeb and NegMAS", () => {
  const web = (weights: object) =>
    JSON.stringify({
      LinearAdditiveUtilitySpace: {
        name: "one",
        domain: {
          name: "d",
          issuesValues: { a: { values: ["x", "y"] }, b: { range: { low: 12, high: 18, step: 3 } } },
        },
        issueUtilities: {
          a: { discreteutils: { valueUtilities: { x: 0.2, y: 0.8 } } },
          b: { numberutils: { lowValue: 12, lowUtility: 0.3, highValue: 18, highUtility: 0.6 } },
        },
        issueWeights: weights,
        reservationBid: { issuevalues: { a: "x", b: "12" } },
      },
    });
  test("weights, discrete and numeric values, and the reservation bid", () => {
    const read = readDomain([{ file: "one.json", text: web({ a: 0.5, b: 0.5 }) }]);
    if ("diagnostics" in read) throw new Error(read.diagnostics[0]?.message);
    expect(read.domain.parties[0]?.tables.map(({ values }) => values)).toEqual([
      ["1/10", "2/5"],
      ["3/20", "9/40", "3/10"],
    ]);
    expect(read.domain.parties[0]?.noAgreement).toBe("1/4");
  });
  test("a missing weight is an error at its place", () =>
    expect(faults(web({ a: 1 }), "one.json")[0]).toMatch(/^one\.json:1:\d+ missing-values$/));
  test("a NegMAS folder", () => {
    const files = [
      {
        file: "domain.yml",
        text: "issues:\n- name: n\n  type: ContiguousIssue\n  values: [1, 3]\n- name: c\n  values: [red, blue]\n",
      },
      {
        file: "one.yml",
        text: "type: LinearAdditiveUtilityFunction\nreserved_value: .25\nweights: [0.5, 2]\nvalues:\n- {type: AffineFun, slope: 2, bias: 1}\n- {type: TableFun, mapping: {red: 1, blue: 0.5}}\n",
      },
      {
        file: "two.yml",
        text: "type: LinearAdditiveUtilityFunction\nreserved_value: -.inf\nvalues:\n- {type: IdentityFun}\n- {mapping: {red: 0, blue: 1}}\n",
      },
    ];
    const read = readDomain(files);
    if ("diagnostics" in read) throw new Error(read.diagnostics[0]?.message);
    expect(read.domain.issues.map(({ options }) => options)).toEqual([
      ["1", "2", "3"],
      ["red", "blue"],
    ]);
    expect(
      read.domain.parties.map(({ tables, noAgreement }) => [tables.map(({ values }) => values), noAgreement]),
    ).toEqual([
      [
        [
          ["3/2", "5/2", "7/2"],
          ["2", "1"],
        ],
        ".25",
      ],
      [
        [
          ["1", "2", "3"],
          ["0", "1"],
        ],
        undefined,
      ],
    ]);
  });
  test.each([
    ["an anchor", "issues: &a [x]\nmore: [*a, *a]\n"],
    ["a tag of a file's own", "issues:\n- !foo {name: a, values: 3}\n"],
    ["a tag of YAML's on a text", 'issues: !!js/function "x"\n'],
    ["a tag of YAML's on a number", "issues: []\nmore: !!str 3\n"],
    ["a tag on a key", "!!str issues: []\n"],
    ["the tag that is none", "issues: ! 3\n"],
  ])("%s is refused", (_, text) => {
    expect(faults(text, "domain.yml")[0]).toMatch(/bad-yaml$/);
    expect(told(text, "domain.yml")).toMatch(/Anchors, aliases and tags are not read/);
  });
  test.each([
    ["a hundred lists", `issues: ${"[".repeat(100)}${"]".repeat(100)}`],
    ["a hundred thousand brackets", `issues: ${"[".repeat(100_000)}`],
    ["thousands of dashes", `${"- ".repeat(5000)}x`],
    ["a key of keys", `${"? ".repeat(2000)}x`],
  ])("%s: nested too deeply, and said so", (_, text) => {
    expect(told(text, "domain.yml")).toMatch(/nested more than 60 deep/);
  });
  test("a key twice", () => expect(told("issues: []\nissues: []\n", "d.yml")).toMatch(/"issues" stands twice/));
});
