import type { Brief } from "@demarche/core/brief";
import { describe, expect, it } from "vitest";
import { fixtureBrief } from "../wording/fixture-brief.ts";
import { fixtureFindings } from "../wording/fixture-findings.ts";
import { writeMemoText } from "./write-memo-text.ts";

const text = writeMemoText({ brief: fixtureBrief, findings: fixtureFindings });
const section = (title: string): string => {
  const from = text.indexOf(`# ${title}`);
  expect(from, title).toBeGreaterThan(0);
  const next = text.indexOf("\n## ", from + 1);
  const deeper = text.indexOf("\n### ", from + 1);
  const ends = [next, deeper].filter((at) => at > 0);
  return text.slice(from, Math.min(...ends, text.length));
};

/** Takes everything with `onlyFor` out of lists, as a reader without that right gets the brief. */
function withoutHidden<T>(value: T): T {
  if (Array.isArray(value)) {
    return value
      .filter((entry) => (entry as { onlyFor?: unknown } | null)?.onlyFor === undefined)
      .map(withoutHidden) as T;
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withoutHidden(entry)])) as T;
}

describe("memo.md", () => {
  it("has every part of a submission, in order", () => {
    const titles = [...text.matchAll(/^#+ (.+)$/gmu)].map((match) => match[1]);
    const order = [
      "Objective",
      "Recommendations, in order",
      "The agenda at a glance",
      "Background",
      "Contingency table",
      "What the others will table, and our answer",
      "Contradictions and risks that matter",
      "What we do not know",
      "Annex A. Annotated agenda: a card for each item",
      "Annex B. The plan and the contingency table in full",
      "Annex C. Forecast register",
      "Annex D. Contradictions, tensions and gaps",
      "Annex E. Sources and method",
    ];
    const places = order.map((title) => titles.indexOf(title));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text.startsWith("**CONFIDENTIAL**\n\n# Agenda for the spring round")).toBe(true);
    expect(text.endsWith("**CONFIDENTIAL**\n")).toBe(true);
  });
  it("says the objective in two lines", () => {
    expect(section("Objective").trim().split("\n\n").slice(1)).toEqual([
      "To settle at Spring Round (2–6 March 2026) the items below, first of all ‘Our share of the cod’ and ‘Tariff on machine parts’.",
      "Beyond the items: the three northern ports stay open.",
    ]);
  });
  it("keeps each recommendation in its author's degree, with its worth and what would change it", () => {
    const rows = section("Recommendations, in order")
      .split("\n")
      .filter((line) => line.startsWith("| "));
    expect(rows[2]).toContain("“it might now be worthwhile to ask again”");
    expect(rows[2]).toContain("+4.4 (+4 to +4.8) for the whole plan over none");
    expect(rows[3]).toMatch(/\*\*Sound out Berg\*\* \(Veland, through K\. Berg, 16–18 February\)/u);
    expect(rows[3]).toContain("+2.2 (+1.8 to +2.6)");
    expect(rows[3]).toContain("Without it ‘Press Veland’ falls away.");
    expect(rows[5]).toContain("*“we might let them understand”*");
    expect(rows[5]).toContain("+0.1 (−0.3 to +0.5); may be luck");
  });
  it("adds no degree where the author gave none", () => {
    const row = section("Recommendations, in order")
      .split("\n")
      .find((line) => line.includes("Sound out Berg"));
    expect(row).not.toContain("“");
  });
  it("shows the agenda at a glance: ask, fallback, worse, nothing and its chief reason", () => {
    expect(section("The agenda at a glance")).toContain(
      "| 1 | Our share of the cod | **20 % (10–35)** One third | **35 % (25–50)** One quarter | 10 % | 35 % (25–50), refused by United Sudmark |",
    );
  });
  it("parts what may be used freely from what is not to be disclosed", () => {
    const [free = "", closed = ""] = section("Background").split("**NOT TO BE DISCLOSED.**");
    expect(free).toContain("The last revision was in 2011.");
    expect(free).not.toContain("bottom line");
    expect(closed).toContain("Our bottom line is ‘One quarter’.");
    expect(closed).toContain("The northern port closes below 24 per cent.");
  });
  it("gives each contingency its trigger, move, fallback, authority and day", () => {
    const table = section("Contingency table");
    expect(table).toContain(
      "| ‘Sound out Berg’ brings the signal ‘warm’ | ‘Press Veland’. Otherwise: ask for ‘One quarter’ on ‘Our share of the cod’. | — | Minister of Fisheries | 20 February |",
    );
    expect(table).toMatch(
      /1: ‘One third’ cannot be had \| Fall back\. \| One quarter; Not below ‘One quarter’ \| Minister of Fisheries \| 4 March \|/u,
    );
    expect(table).toContain("nobody named");
  });
  it("says what the others will table, and that an answer is missing", () => {
    const list = section("What the others will table, and our answer");
    expect(list).toMatch(/- O1 \*\*A ban on discards\*\* .*\(United Sudmark; likely\)\. Our answer: \*trade\.\*/u);
    expect(list).toMatch(
      /- O2 \*\*Whaling\*\* .*\(Ostia; chance not given\)\. Our answer: \*none yet: to be decided\.\*/u,
    );
  });
  it("prints on a card what is given, marks what is composed, and says where nothing is given", () => {
    const own = section("1  Our share of the cod");
    expect(own).toContain("- **Do not say**\n  - That a quarter would do.");
    expect(own).toContain("- **NOT TO BE DISCLOSED**\n  - The northern port closes below 24 per cent.");
    const bare = section("2(a)  Tariff on machine parts");
    expect(bare).toMatch(/- \*\*Objective\s°\*\*\n {2}- To obtain ‘As we propose’\./u);
    expect(bare).toContain("- **Nothing given for**\n  - Points to make; if raised; do not say; background; basis.");
  });
  it("states confidence in a column of its own, and the conditional pair with the rule behind it", () => {
    const register = section("Annex C. Forecast register");
    expect(register).toMatch(/\| Forecast \| Only if \| Stated \| Computed \| Confidence \| Resolves \|/u);
    expect(text).toContain("‘Veland won’, which is an input; ten points apart from 0.5 times its strength");
  });
  it("says that it is no test of skill exactly where numbers were judged after the event", () => {
    const sentence =
      "11 % of the numbers that feed this paper were judged after the event. It is therefore no test of skill";
    expect(text.split(sentence)).toHaveLength(3);
    const clean = { ...fixtureFindings, inputs: { cited: 12, judged: 24, judgedAfter: 0 } };
    expect(writeMemoText({ brief: fixtureBrief, findings: clean })).not.toContain("no test of skill");
  });
  it("leads each reference mark to the list of references", () => {
    const marks = [...text.matchAll(/\[(\d+)(?:,(\d+))*\]/gu)].flatMap((match) => match[0].slice(1, -1).split(","));
    const listed = [...text.matchAll(/^\[(\d+)\] /gmu)].map((match) => match[1]);
    expect(new Set(marks)).toEqual(new Set(listed));
    expect(listed.length).toBeGreaterThan(2);
  });
  it("prints nothing that the brief given does not name, whatever the findings hold", () => {
    const redacted: Brief = withoutHidden(fixtureBrief);
    const shown = writeMemoText({ brief: redacted, findings: fixtureFindings });
    expect(text).toContain("Survey of the sea-bed");
    expect(text).toContain("Keep the survey low");
    expect(shown).not.toMatch(/sea-?bed|Keep the survey|keep-low|Minerals/iu);
  });
  it("is the same for the same input", () => {
    expect(writeMemoText(structuredClone({ brief: fixtureBrief, findings: fixtureFindings }))).toBe(text);
  });
});
