import type { Brief } from "@demarche/core/brief";
import type { PlanFindings } from "@demarche/core/run";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writePlanJson } from "../json/write-plan-json.ts";
import { riverBrief } from "./fixture.test-data.ts";
import { riverFindings } from "./fixture-findings.test-data.ts";
import { readMarkup } from "./read-markup.test-data.ts";
import { writeReport } from "./write-report.ts";

const report = writeReport({ brief: riverBrief, findings: riverFindings });
const read = readMarkup(report);

/** Words that a brief's author writes freely; all else in it is checked by the reader. */
const free = [
  "name",
  "title",
  "statement",
  "words",
  "because",
  "modality",
  "interest",
  "marking",
  "office",
  "authority",
  "criterion",
  "unit",
  "note",
  "objective",
  "why",
  "what",
  "message",
  "instrument",
];
function replaceWords<T>(value: T, text: (key: string) => string): T {
  return JSON.parse(JSON.stringify(value), (key, entry: unknown) =>
    typeof entry === "string" && free.includes(key) ? text(key) : entry,
  ) as T;
}

describe("the report", () => {
  it("is well-formed, and every link leads somewhere in it", () => {
    expect(new Set(read.ids).size).toBe(read.ids.length);
    const known = new Set(read.ids.map((id) => `#${id}`));
    expect(read.targets.filter((target) => !known.has(target))).toEqual([]);
  });
  it("holds no script, no handler and no address outside itself", () => {
    for (const name of ["script", "iframe", "object", "embed", "link", "img", "form", "base"])
      expect(read.tags).not.toContain(name);
    expect([...read.attributes].filter((name) => name.startsWith("on"))).toEqual([]);
    expect(report).not.toMatch(/https?:|@import|src=/u);
  });
  it("names no author and no time of writing", () => {
    expect(report).not.toMatch(/name="(author|date|generator|creator)"/u);
  });
  it("is the same bytes for the same input", () => {
    expect(writeReport({ brief: riverBrief, findings: riverFindings })).toBe(report);
  });
  it("prints no hidden number", () => {
    expect(report).not.toMatch(/NaN|undefined|Infinity|\[object|\bnull\b/u);
  });
  it("has all its sections in order, numbered like a paper", () => {
    const titles = [...report.matchAll(/<h2 id="[^"]*"><span class="count">(\d+)<\/span> ([^<]*)<\/h2>/gu)].map(
      ([, number]) => Number(number),
    );
    expect(titles).toEqual(Array.from({ length: 22 }, (_, i) => i + 1));
  });
  it("numbers its notes in the order of the page", () => {
    const marks = [...report.matchAll(/id="mark-(\d+)"/gu)].map(([, number]) => Number(number));
    expect(marks.length).toBeGreaterThan(50);
    expect(marks).toEqual(marks.map((_, i) => i + 1));
  });
  it("points to places that plan.json has", () => {
    const data: unknown = JSON.parse(writePlanJson(riverFindings));
    const pointers = [...report.matchAll(/<code>plan\.json (\/[^<]*)<\/code>/gu)].map(([, pointer]) => pointer ?? "");
    expect(pointers.length).toBeGreaterThan(50);
    const missing = pointers.filter((pointer) => {
      const steps = pointer.slice(1).split("/");
      const found = steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], data);
      return found === undefined;
    });
    expect(missing).toEqual([]);
  });
  it("never speaks of confidence and of a chance in one sentence", () => {
    const sentences = read.text.split(/[.!?\n]/u).filter((sentence) => /\bconfidence\b/u.test(sentence));
    expect(sentences.length).toBeGreaterThan(0);
    const likelihood = /\d\s*%|chance|\blikely\b|unlikely|roughly even|almost certain/u;
    expect(sentences.filter((sentence) => likelihood.test(sentence))).toEqual([]);
  });
  it("shows each chance of the agenda with word and range, the exact figures beside it", () => {
    const item = riverFindings.items[0]!;
    expect(report).toContain(`data-chance="${item.ask.chance}"`);
    expect(report).toMatch(
      /<strong>about 20\u00a0%<\/strong> \(unlikely; <span class="together">10–30\u00a0%<\/span>\)/u,
    );
  });
  it("says that it is no test of skill where an input was judged after the event, and only there", () => {
    const sentence = "nothing in this paper is a test of skill";
    expect(report).toContain(sentence);
    const before = { ...riverFindings, inputs: { cited: 3, judged: 4, judgedAfter: 0 } };
    expect(writeReport({ brief: riverBrief, findings: before })).not.toContain(sentence);
  });
  it("says that the back-test holds before acceptance only", () => {
    expect(report).toContain("holds before acceptance only");
  });
  it("calls a void conditional void and computes nothing for it", () => {
    const part = report.slice(report.indexOf('id="conditional-ministry"'), report.indexOf('id="assumptions"'));
    expect(part).toContain("Void:");
    expect(part).not.toContain("<svg");
  });
});

describe("whatever the brief says", () => {
  const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>&amp;'--></style>\u202e]]>🜁 ${"منطقة"}`;
  it("stays text, in every place an author can write", () => {
    const page = writeReport({
      brief: replaceWords(riverBrief, () => evil),
      findings: replaceWords(riverFindings, () => evil),
    });
    const { tags, attributes } = readMarkup(page);
    expect([...tags].filter((name) => !read.tags.has(name))).toEqual([]);
    expect([...attributes].filter((name) => !read.attributes.has(name))).toEqual([]);
    expect(page).not.toContain("\u202e");
  });
  it("is well-formed for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 30 }), (text) => {
        readMarkup(
          writeReport({
            brief: replaceWords(riverBrief, () => text),
            findings: replaceWords(riverFindings, () => text),
          }),
        );
      }),
      { numRuns: 6 },
    );
  });
});

function without<T extends object, K extends keyof T>(value: T, ...keys: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key as K))) as Omit<T, K>;
}

describe("a brief that says little", () => {
  const bare: Brief = {
    ...riverBrief,
    head: { path: "", demarche: 1, us: "halden" },
    sources: [],
    assumptions: [],
    othersWillTable: [],
    goals: [],
    links: [],
    rules: [],
    moves: [],
    plan: [],
    otherPlans: [],
    forecasts: [],
  };
  const found: PlanFindings = {
    ...riverFindings,
    items: riverFindings.items.map((item) => ({
      ...without(item, "density", "askGivenAdmitted"),
      otherModels: {},
      parties: item.parties.map((party) => ({ ...without(party, "ideal"), known: false })),
    })),
    plans: { ...riverFindings.plans, without: {}, others: {} },
    conditionals: [],
    forecasts: [],
    offers: [],
    bundles: [],
    steps: [],
    assumptions: [],
    contradictions: [],
    unknowns: [],
    typedPayoffs: [],
    notPriced: [],
    defaults: [],
    inputs: { cited: 0, judged: 0, judgedAfter: 0 },
  };
  it("gets a report all the same, with what is missing named", () => {
    const page = writeReport({ brief: bare, findings: found });
    readMarkup(page);
    expect(page).not.toMatch(/NaN|undefined|Infinity|\[object/u);
    expect(page).toContain("The brief does not say what the others will table");
    expect(page).toContain("No move is planned yet");
    expect(page).toContain("The brief names no source");
  });
  it("even without items", () => {
    const page = writeReport({ brief: { ...bare, agenda: [] }, findings: { ...found, items: [] } });
    readMarkup(page);
    expect(page).not.toMatch(/NaN|undefined|Infinity|\[object/u);
  });
});
