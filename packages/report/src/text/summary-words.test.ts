import { expect, it } from "vitest";
import { riverBrief } from "../html/fixture.test-data.ts";
import { riverFindings } from "../html/fixture-findings.test-data.ts";
import { writePapers } from "../index.ts";
import { fixtureBrief } from "../wording/fixture-brief.ts";
import { fixtureFindings } from "../wording/fixture-findings.ts";
import { summaryWords } from "./summary-words.ts";

it("words a screen's summary as the papers do", () => {
  const words = summaryWords({ brief: fixtureBrief, findings: fixtureFindings });
  expect(words.title).toBe("Agenda for the spring round on fish and market access");
  expect(words.numberOf("fish-labels/frozen")).toBe("2(b)(ii)");
  expect(words.percentOf(0.349)).toBe("35 %");
  expect(words.findingsThatMatter.length).toBe(3);
  expect(words.findingsThatMatter[0]).toMatch(/about 20\s% \(unlikely/u);
  expect(words.findingsThatMatter.join(" ")).not.toMatch(/[<>]|&[a-z]+;/u);
});
it("says in one line what the best plan brings, and nothing where there is none", () => {
  const words = summaryWords({ brief: riverBrief, findings: riverFindings });
  expect(words.bestPlan).toBe(
    "Best plan found: +2.1 points (+1.9 to +2.3) over the plan as written; recommended. Up to 0.3 points more could be had.",
  );
  expect(summaryWords({ brief: fixtureBrief, findings: fixtureFindings }).bestPlan).toBeUndefined();
});
it("gives all four papers under their names, in the order in which they are put in place", async () => {
  const papers = await writePapers({ brief: fixtureBrief, findings: fixtureFindings });
  expect([...papers.keys()]).toEqual(["report.html", "memo.docx", "memo.md", "plan.json"]);
  expect(papers.get("report.html")).toMatch(/^<!doctype html>/iu);
  expect(papers.get("memo.docx")).toBeInstanceOf(Uint8Array);
  expect(papers.get("memo.md")).toMatch(/CONFIDENTIAL/u);
  expect(JSON.parse(papers.get("plan.json")).engine).toBe("plan");
});
