/** Recording an observation: the brief reads with one more, and every other character is as it was. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { briefOf, lease } from "./day-two.test-support.ts";
import { type NewObservation, recordObservation } from "./record.ts";

function recorded(text: string, ...observations: readonly NewObservation[]): string {
  return observations.reduce((now, observation) => {
    const result = recordObservation(now, briefOf(now), observation);
    if ("error" in result) throw new Error(result.error.message);
    return result.text;
  }, text);
}
const open: NewObservation = { fact: "seismic is open", date: "2030-01-15" };

test("the first begins a list of its own, the next goes below it", () => {
  expect(recorded(lease, open, { fact: "rain", date: "2030-01", source: "judgement" })).toBe(
    `${lease}observed:\n  - { date: 2030-01-15, fact: seismic is open }\n  - { date: 2030-01, fact: rain, source: judgement }\n`,
  );
});

test("comments, line ends of Windows, a mark at the beginning and a missing last line end stay", () => {
  const text = `\uFEFF${lease.replaceAll("\n", "\r\n").trimEnd()} # the end`;
  const becomes = recorded(text, open);
  expect(becomes.startsWith(text)).toBe(true);
  expect(becomes.slice(text.length)).toBe("\r\nobserved:\r\n  - { date: 2030-01-15, fact: seismic is open }");
  const empty = `${lease}observed: [] # nothing yet\n`;
  expect(recorded(empty, open)).toBe(`${lease}observed: [{ date: 2030-01-15, fact: seismic is open }] # nothing yet\n`);
});

describe("a source", () => {
  const sourced = lease.replace(
    "us: a\n",
    "us: a\nsources:\n  log: { name: The log, date: 2030-01-10, passages: [3] } # kept by hand\n",
  );
  test("of the brief is cited by its name, with its passage", () => {
    expect(recorded(sourced, { ...open, source: "log#3" })).toContain("fact: seismic is open, source: log#3 }");
  });
  test("in words becomes a source of that day; the same words again are the same source", () => {
    const words = "A talk: with Berg";
    const text = recorded(sourced, { ...open, source: words }, { fact: "rain", date: "2030-01-15", source: words });
    expect(text).toContain('# kept by hand\n  news-2030-01-15: { name: "A talk: with Berg", date: 2030-01-15 }\n');
    expect(text.match(/source: news-2030-01-15 \}/gu)).toHaveLength(2);
    expect(recorded(text, { fact: "oil", date: "2030-01-15", source: "Another" })).toContain("news-2030-01-15-2: {");
  });
  test("in words, where the brief has none yet", () => {
    const text = recorded(lease, { ...open, source: "The log" });
    expect(text).toContain("sources: { news-2030-01-15: { name: The log, date: 2030-01-15 } }\nparties:");
    expect(briefOf(text).observed[0]!.sources).toEqual([{ kind: "source", source: "news-2030-01-15" }]);
  });
});

test("what is no condition is told by the reader, at its place in the new text", () => {
  const result = recordObservation(lease, briefOf(lease), { ...open, fact: "seismic is opne" });
  if ("error" in result) throw new Error(result.error.message);
  const { diagnostics } = readBrief(result.text, { file: "b" });
  expect(diagnostics.map(({ code }) => code)).toContain("unknown-signal");
});

test("the lines that change are told", () => {
  const result = recordObservation(lease, briefOf(lease), { ...open, source: "The log" });
  if ("error" in result) throw new Error(result.error.message);
  expect(result.changes).toEqual([
    { line: 4, was: [], is: ["sources: { news-2030-01-15: { name: The log, date: 2030-01-15 } }"] },
    {
      line: lease.split("\n").length + 1,
      was: [],
      is: ["observed:", "  - { date: 2030-01-15, fact: seismic is open, source: news-2030-01-15 }"],
    },
  ]);
});

test("all of the Moscow brief but what is added stays as it is", () => {
  const text = readFileSync(new URL("../../../../examples/moscow-1945/brief.yaml", import.meta.url), "utf8");
  const becomes = recorded(text, { fact: "not ruhr admitted", date: "1945-12-07", source: "note#3c" });
  expect(becomes).toBe(`${text}observed:\n  - { date: 1945-12-07, fact: not ruhr admitted, source: note#3c }\n`);
});
