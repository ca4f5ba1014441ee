import type { PlanFindings } from "@demarche/core/run";
import fc from "fast-check";
import { expect, it } from "vitest";
import { printSummary } from "./summary.ts";
import { openTerminal } from "./terminal.ts";

type Item = PlanFindings["items"][number];

function item(id: string, weight: number, ask: number, rung: number): Item {
  const chance = (value: number) => ({ chance: value, low: value, high: value });
  const partial = {
    id,
    weight,
    ask: chance(ask),
    rungs: [chance(rung)],
    worse: chance(0),
    none: chance(1 - ask - rung),
  };
  return partial as unknown as Item;
}
function screen(
  items: readonly Item[],
  findings: readonly string[],
  columns = 80,
  rows = 24,
  bestPlan?: string,
): readonly string[] {
  const written: string[] = [];
  const out = { columns, rows, write: (text: string) => written.push(text) };
  const terminal = openTerminal(out, out, { LANG: "C.UTF-8" }, "linux");
  const words = {
    title: "The title of it all",
    numberOf: (id: string) => `${id}(a)`,
    nameOf: (id: string) => `Name of item ${id}, `.repeat(6),
    percentOf: (chance: number) => `${Math.round(chance * 100)} %`,
    findingsThatMatter: findings,
    ...(bestPlan === undefined ? {} : { bestPlan }),
  };
  printSummary(terminal, { items } as unknown as PlanFindings, words, {
    folder: "out/brief",
    papers: ["report.html", "memo.docx", "memo.md", "plan.json"],
    remark: "1 warning on the brief: demarche check brief.yaml",
  });
  return written.join("").trimEnd().split("\n");
}

const bestPlan = "Best plan found: +1.1 points (+1.1 to +1.2) over the plan as written; recommended.";

it("fits on one screen, whatever the agenda and the findings", () => {
  const sentence = fc.stringMatching(/^[A-Z][a-z]{2,11}( [a-z]{1,12}){2,20}\.$/);
  const finding = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(" "));
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      fc.array(finding, { maxLength: 3 }),
      fc.integer({ min: 80, max: 140 }),
      fc.integer({ min: 24, max: 60 }),
      fc.constantFrom(undefined, `${bestPlan} ${bestPlan}`),
      (count, findings, columns, rows, best) => {
        const items = Array.from({ length: count }, (_, at) => item(`${at}`, at % 7, 0.2, 0.3));
        const lines = screen(items, findings, columns, rows, best);
        // One line is the shell's.
        expect(lines.length).toBeLessThan(rows);
        for (const line of lines) expect(Array.from(line).length).toBeLessThanOrEqual(columns);
      },
    ),
  );
});
it("shows the weightiest items in the order of the agenda, ask and ladder as bar and number", () => {
  const items = Array.from({ length: 30 }, (_, at) => item(`${at}`, at === 7 || at === 21 ? 9 : 1, 0.25, 0.5));
  const lines = screen(items, ["First.", "Second.", "Third."]);
  const seventh = lines.findIndex((line) => line.startsWith("7(a)"));
  expect(lines[seventh]).toMatch(/█{5}▓{10}·{5} +25 % +75 %$/);
  expect(lines.findIndex((line) => line.startsWith("21(a)"))).toBeGreaterThan(seventh);
  expect(lines.find((line) => line.startsWith("and "))).toMatch(/^and \d+ more in the report/);
});
it("tells of the best plan behind the findings, and only where there is one", () => {
  const lines = screen([item("1", 1, 0.5, 0)], ["First."], 100, 24, bestPlan);
  expect(lines[lines.indexOf("1. First.") + 1]).toBe(bestPlan);
  expect(screen([item("1", 1, 0.5, 0)], ["First."]).join("\n")).not.toContain("Best plan");
});
it("shortens a finding by whole sentences", () => {
  const long = `${"Word ".repeat(24).trim()}. Second sentence that would not fit on the second line any more, however it is broken.`;
  const lines = screen([item("1", 1, 0.5, 0)], [long]);
  const at = lines.findIndex((line) => line.startsWith("1. Word"));
  expect(lines.slice(at, at + 3).join(" ")).toMatch(/Word\. *$/);
});
