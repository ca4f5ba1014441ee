import { readBrief } from "@demarche/core/brief";
import { planBrief } from "@demarche/core/run";
import { expect, test } from "vitest";
import { writeReport } from "../html/write-report.ts";

const text = (issue: string) => `demarche: 1
title: Talks
us: a
parties: { a: Aland, b: Bland, c: Cland }
agenda:
  - issue: quota
    name: The quota
${issue}
`;
const report = (issue: string) => {
  const { brief } = readBrief(new TextEncoder().encode(text(issue)), { file: "brief.yaml" });
  return writeReport({ brief: brief!, findings: planBrief(brief!, { worlds: 100 }).findings! });
};

test("the report sets the models beside each other, and says why they differ and what was not tested", () => {
  const page = report(`    options: { none: 0, half: 50, all: 100 }
    otherwise: none
    positions:
      a: { ideal: 100, salience: 80, influence: 60 }
      b: { ideal: 0, salience: 30, influence: 40 }
      c: { ideal: 50, salience: 60, influence: 30 }`);
  const section = page.slice(page.indexOf('id="outcome-models"'));
  expect(section).toContain("What other models say");
  for (const name of [
    "Compromise (weighted mean)",
    "Challenge (expected utility)",
    "Position exchange",
    "Spatial (KTAB)",
  ])
    expect(section).toContain(name);
  expect(section).toMatch(/The challenge model moves|moves nobody/);
  expect(section).toContain("cannot be back-tested");
});

test("without an issue on a scale there is no such section", () => {
  const page = report(`    kind: choice
    options: [here, there]
    otherwise: here
    positions: { a: { ranks: [there, here], salience: 50 }, b: { ranks: [here, there], salience: 50 }, c: { ranks: [here, there], salience: 50 } }`);
  expect(page).not.toContain('id="outcome-models"');
});
