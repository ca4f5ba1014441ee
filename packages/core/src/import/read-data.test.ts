import { describe, expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { parisTable } from "../forecast/fixtures/paris-table.test-data.ts";
import { tableOfBrief } from "../forecast/from-brief.ts";
import { briefTextOf } from "./brief-text.ts";
import { readData } from "./read-data.ts";

const read = (text: string) => readData(new TextEncoder().encode(text), "f.csv");
const lines = (text: string) => read(text).diagnostics.map((d) => `${d.place.line}:${d.place.column} ${d.code}`);

const equalGain = `#O;Two questions;;;
#/;a comment; with more
#A;One;First actor
#A;Two;Second actor
#P;when;Years of delay
#M;when;4;At once
#M;when;10;As late as can be
#D;One;when;5;0.5;0.25
#D;Two;when;9;1;1
`;

describe("the equal-gain format", () => {
  test.each([";", ",", "\t"])("fields parted by %j", (mark) => {
    const { table, format, encoding, diagnostics } = read(equalGain.replaceAll(";", mark));
    expect([format, encoding, diagnostics]).toEqual(["equal-gain", "UTF-8", []]);
    expect(table).toEqual({
      title: "Two questions",
      actors: [
        { id: "One", name: "First actor" },
        { id: "Two", name: "Second actor" },
      ],
      issues: [
        {
          id: "when",
          name: "Years of delay",
          low: 4,
          high: 10,
          options: [
            { id: "At once", name: "At once", at: 4 },
            { id: "As late as can be", name: "As late as can be", at: 10 },
          ],
          rows: [
            { actor: 0, position: 5, salience: 0.5, capability: 0.25 },
            { actor: 1, position: 9, salience: 1, capability: 1 },
          ],
        },
      ],
    });
  });
  test("Windows-1252 is found out, and said", () => {
    const bytes = Uint8Array.from(equalGain.replace("At once", "At once\u0092"), (c) => c.charCodeAt(0));
    const { encoding, table } = readData(bytes, "f.csv");
    expect(encoding).toBe("Windows-1252");
    expect(table?.issues[0]?.options[0]?.name).toBe("At once’");
    expect(readData(new TextEncoder().encode(`\uFEFF${equalGain}`), "f").table?.title).toBe("Two questions");
    // Turned into UTF-8 once, by a program that took it for Latin-1: the mark is still the one that was meant.
    expect(read(equalGain.replace("At once", "At once\u0092")).table?.issues[0]?.options[0]?.name).toBe("At once’");
  });
  test("each error at its line and column", () => {
    expect(
      lines(`${equalGain}#D;Tow;when;5;0.5;0.25
#D;One;where;5;0.5;0.25
#D;One;when;5;0.5;0.25
#X;what
#A;One;again
#D;Two;when;nine;1,5;2
#D;Two;when;12;;0.1
`),
    ).toEqual([
      "10:4 unknown-actor",
      "11:8 unknown-issue",
      "12:1 cell-twice",
      "13:1 unknown-row",
      "14:4 name-twice",
      "15:13 not-a-number",
      "15:18 not-a-number",
      "15:22 out-of-range",
      "16:16 number-missing",
    ]);
    expect(read(equalGain.replace("#D;Two;when;9", "#D;Two;when;19")).diagnostics[0]).toMatchObject({
      code: "off-the-scale",
      message: "The position 19 is off the scale of 'when', 4..10.",
    });
    expect(read(equalGain.replace("#D;One;when;5;0.5", "#D;One;when;5;0,5")).diagnostics[0]?.hint).toMatch(/0\.5/);
  });
});

describe("positions as separated values", () => {
  const csv = `party,issue,position,salience,influence,low,high
A,tax,4,80,10,4,10
"B, the other",tax,10,60,20,4,10
A,speed,30,20,10,,
"B, the other",speed,70,40,20,,
`;
  test("salience in hundredths, a scale of its own or 0..100", () => {
    const { table, format, diagnostics } = read(csv);
    expect([format, diagnostics]).toEqual(["positions", []]);
    expect(table?.actors.map((actor) => actor.id)).toEqual(["A", "B, the other"]);
    expect(table?.issues[0]).toMatchObject({
      id: "tax",
      low: 4,
      high: 10,
      rows: [{ salience: 0.8 }, { position: 10 }],
    });
    expect(table?.issues[1]).toMatchObject({ low: 0, high: 100 });
  });
  test("salience as shares, other words for influence, other separators", () => {
    const { table } = read("actor;issue;position;salience;power\nA;x;1;0.5;3\nB;x;9;1;2\n");
    expect(table?.issues[0]?.rows[1]).toEqual({ actor: 1, position: 9, salience: 1, capability: 2 });
  });
  test("a scale that is turned round, half given or beyond reckoning", () => {
    const turned = read(csv.replaceAll("4,10\n", "10,4\n")).diagnostics;
    expect(turned.map((d) => [d.place.line, d.place.column, d.code])).toEqual([[2, 15, "scale-reversed"]]);
    expect(turned[0]?.hint).toBe("Write 4 as low and 10 as high: positions stay as they are.");
    const named =
      "party,issue,position,salience,influence,low,high,low label,high label\nA,delay,5,50,1,10,4,late,early\n";
    expect(read(named).diagnostics[0]?.hint).toBe(
      "Write 4 as low and 10 as high, and swap `low label` and `high label` with them: positions stay as they are.",
    );
    expect(turned[0]?.message).toBe("The scale of 'tax' is turned round: low is 10 and high is 4.");
    expect(turned[0]?.hint).toContain("4 as low and 10 as high");
    expect(lines(csv.replace("30,20,10,,", "30,20,10,0,"))).toEqual(["4:20 number-missing"]);
    expect(lines(csv.replace("20,4,10", "20,10,4"))).toEqual(["3:1 scale-differs"]);
    expect(lines(csv.replace("A,tax,4,80,10", "A,tax,4,80,1e400"))).toEqual(["2:12 out-of-range"]);
  });
  test("the ends of a scale by the file's labels, else after the issue", () => {
    const rows = (heading: string, more: string) =>
      `party,issue,position,salience,influence,low,high${heading}\nA,delay,5,50,1,4,10${more}\nB,delay,9,50,1,4,10${more}\n`;
    const labelled = read(rows(",low label,high_label", ",at once,"));
    expect(labelled.table?.issues[0]?.options).toEqual([
      { id: "at once", name: "at once", at: 4 },
      { id: "delay: highest (10)", name: "delay: highest (10)", at: 10 },
    ]);
    expect(briefTextOf(labelled.table!)).toContain("at-once: { at: 4, name: at once }");
    const plain = briefTextOf(read(rows("", "")).table!);
    expect(plain).toContain('lowest: { at: 4, name: "delay: lowest (4)" }');
    expect(plain).toContain('highest: { at: 10, name: "delay: highest (10)" }');
    const { brief, diagnostics } = readBrief(new TextEncoder().encode(plain), { file: "b.yaml" });
    expect([brief === undefined, diagnostics.filter((d) => d.severity === "error")]).toEqual([false, []]);
  });
  test("errors", () => {
    expect(read("party,issue,position\nA,x,1\n").diagnostics[0]?.message).toBe(
      "The heading line has no 'salience', 'influence'.",
    );
    expect(lines(`${csv}A,tax,5,80,10,4,12\n,tax,5,80,10,4,10\nC,tax,5,180,-1,4,10\n"D,tax,5,1,1\n`)).toEqual([
      "6:1 scale-differs",
      "6:1 cell-twice",
      "7:1 name-missing",
      "8:9 out-of-range",
      "8:13 out-of-range",
      "9:1 quote-not-closed",
      "9:1 name-missing",
    ]);
    expect([lines(""), lines("\n \n"), lines("a,b\n")]).toEqual([
      ["1:1 empty-file"],
      ["1:1 empty-file"],
      ["1:1 not-ktab"],
    ]);
    expect(lines(csv.replace("A,tax,4,80,10,4,10", "A,tax,4,5,80,10,4,10"))).toEqual(["2:19 too-many-fields"]);
    expect(lines(csv.replace("party,", "party,name,").replace("A,tax", "A,A,tax"))).toContain("1:7 heading-twice");
  });
});

describe("KTAB", () => {
  // Its sample, shortened (released with KTAB, MIT licence).
  const csv = `DummyData ,"Dummy scenario",2,2,
Actor,Description,Power,Policy Position,Policy Salience,Pstn2,Sal2,
SActor-00, Random Spatial Actor, 102.543, 75.79, 49.53,  6.37,  5.91,
SActor-01, Random Spatial Actor,  53.393, 82.72, 30.33, 73.50, 21.22,
`;
  test("its table", () => {
    const { table, format, diagnostics } = read(csv);
    expect([format, diagnostics]).toEqual(["KTAB table", []]);
    expect(table?.title).toBe("DummyData");
    expect(table?.issues.map((issue) => issue.id)).toEqual(["Policy", "Pstn2"]);
    expect(table?.issues[1]?.rows[0]).toEqual({ actor: 0, position: 6.37, salience: 0.0591, capability: 102.543 });
  });
  test("errors in it", () => {
    const wrong = csv.replace(" 5.91", "105.91");
    expect(lines(wrong)).toEqual([`3:${wrong.split("\n")[2]!.indexOf("105.91") + 1} out-of-range`]);
    expect(lines(csv.replace(" 5.91", "75.91"))).toEqual(["3:1 saliences-exceed"]);
    expect(lines(csv.replace(",2,2,", ",3,2,"))).toEqual(["1:1 count-differs"]);
    expect(lines(csv.replace(",2,2,", ",2,1000000000,"))).toContain("1:31 count-differs");
    expect(lines(csv.replace(",2,2,", ",2,1.5,"))).toContain("1:31 out-of-range");
    expect(lines(csv.replace(" 5.91,", " 5.91, 7"))).toContain("3:71 too-many-fields");
    expect(lines(csv.replace("SActor-01", "SActor-00"))).toContain("4:1 name-twice");
  });
  const xml = (more = "") => `<?xml version="1.0" encoding="UTF-8"?>
<Scenario>
  <name>Small</name>
  <ModelParameters><VictoryProbModel>Quartic</VictoryProbModel><BargnModel>InitRcvrInterp</BargnModel></ModelParameters>
  <Dimensions><dName>First</dName></Dimensions>
  <Actors>
    <Actor><name>Alice</name><capability>117.7</capability>
      <Position><dCoord>39.8</dCoord></Position>
      <Salience><dSal>32.3</dSal></Salience>
    </Actor>
    <Actor><name>Bob</name><capability>93.2</capability>
      <Position><dCoord>15.9</dCoord></Position>
      <Salience><dSal>25.2</dSal></Salience>
    </Actor>${more}
  </Actors>
</Scenario>
`;
  test("its scenario, with its settings", () => {
    const { table, format, spatial, diagnostics } = read(xml());
    expect([format, diagnostics]).toEqual(["KTAB scenario", []]);
    expect(spatial).toEqual({ victory: "quartic", bargain: "both" });
    expect(table?.issues[0]?.rows).toEqual([
      { actor: 0, position: 39.8, salience: 32.3 / 100, capability: 117.7 },
      { actor: 1, position: 15.9, salience: 25.2 / 100, capability: 93.2 },
    ]);
  });
  test("errors in it", () => {
    expect(
      read(xml("<Actor><name>Carol</name><capability>1</capability>\n<Position><dCoord></dCoord></Position></Actor>"))
        .diagnostics,
    ).toMatchObject([
      { code: "number-missing", place: { line: 14 }, message: "The salience of First is missing." },
      { code: "number-missing", place: { line: 15 }, message: "The position on First is missing." },
    ]);
    expect(read(xml().replace("Quartic", "Cubist")).diagnostics[0]).toMatchObject({
      code: "unknown-setting",
      severity: "error",
    });
    expect(lines(xml().replace("</Actors>", ""))).toEqual([expect.stringMatching(/bad-xml/)]);
    expect(lines('<!DOCTYPE x [<!ENTITY a "b">]><Scenario/>')).toEqual([expect.stringMatching(/bad-xml/)]);
    expect(lines("<Other/>")).toEqual([expect.stringMatching(/not-ktab/)]);
  });
});

describe("text", () => {
  const csv = "party,issue,position,salience,influence\nÅ,x,1,50,3\n😀,x,9,50,2\n";
  const wide = (text: string, bigEndian: boolean, mark = true) =>
    Uint8Array.from(
      [...`${mark ? "\uFEFF" : ""}${text}`]
        .flatMap((letter) => letter.split(""))
        .flatMap((unit) => {
          const code = unit.charCodeAt(0);
          return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
        }),
    );
  test.each([true, false])("UTF-16 with its mark is read, big-endian: %s", (bigEndian) => {
    const { table, encoding, diagnostics } = readData(wide(csv, bigEndian), "f.csv");
    expect([encoding, diagnostics]).toEqual(["UTF-16", []]);
    expect(table?.actors.map(({ id }) => id)).toEqual(["Å", "😀"]);
    expect(table).toEqual(read(csv).table);
  });
  const problems = (bytes: Uint8Array) =>
    readData(bytes, "f.csv").diagnostics.map((d) => `${d.place.line}:${d.place.column} ${d.code} ${d.message}`);
  test("UTF-16 without its mark, or cut off, is said to be that", () => {
    expect(problems(wide("party,issue\n", false, false))).toEqual([
      "1:2 not-text A null character stands here: the file is UTF-16 without its mark, or no text.",
    ]);
    expect(problems(wide(csv, false).subarray(0, 101))).toEqual([
      expect.stringMatching(/^2:\d+ not-text The file ends in the middle of a character of UTF-16\.$/),
    ]);
  });
  test("a brief is none of them", () => {
    expect(problems(new TextEncoder().encode("# A note\ndemarche: 1\ntitle: x\n"))).toEqual([
      "2:1 is-a-brief This is a brief, not positions data.",
    ]);
  });
  test("a picture, a program and a spreadsheet are no text", () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
    const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 8, 8);
    for (const bytes of [png, zip]) expect(problems(bytes)).toEqual([expect.stringContaining("not-text A character")]);
  });
});

describe("a table as a brief", () => {
  test("keeps small numbers and long names", () => {
    const long = "Republic ".repeat(300).trim();
    const rows = `party,issue,position,salience,influence,low,high\n${long},x,5,1e-9,1e-12,5,5.0000002\nB,x,5.0000001,50,1,5,5.0000002\n`;
    const text = briefTextOf(read(rows).table!);
    expect(text).toContain("scale: 5..5.0000002");
    expect(text).toContain("ideal: 5, salience: 0.000000001");
    const { brief, diagnostics } = readBrief(new TextEncoder().encode(text), { file: "brief.yaml" });
    expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
    expect(tableOfBrief(brief!).found!.table.actors.map(({ name }) => name)).toEqual([long, "B"]);
  });
  test("reads without errors, and says the same", () => {
    const { table } = read(equalGain);
    for (const given of [table!, parisTable]) {
      const text = briefTextOf(given, { source: "A: test, with [marks]" });
      const { brief, diagnostics } = readBrief(new TextEncoder().encode(text), { file: "brief.yaml" });
      expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
      const back = tableOfBrief(brief!).found!.table;
      expect(back.actors.map((actor) => actor.name)).toEqual(given.actors.map((actor) => actor.name));
      back.issues.forEach((issue, p) => {
        const was = given.issues[p]!;
        expect([issue.low, issue.high, issue.name]).toEqual([was.low, was.high, was.name]);
        issue.rows.forEach((row, r) => {
          expect(row.position).toBeCloseTo(was.rows[r]!.position, 6);
          expect(row.salience).toBeCloseTo(was.rows[r]!.salience, 6);
          expect(row.capability / issue.rows[0]!.capability).toBeCloseTo(
            was.rows[r]!.capability / was.rows[0]!.capability,
            6,
          );
        });
      });
    }
  });
});
