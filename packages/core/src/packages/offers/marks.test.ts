/** What was asked about keeps its words where no party tells two options apart. */
import { expect, test } from "vitest";
import { analysePackages } from "../analyse.ts";
import type { PackageDomain } from "../domain.ts";

const domain: PackageDomain = {
  issues: [
    { id: "language", options: ["French", "English"] },
    { id: "x", options: ["1", "2", "3"] },
  ],
  parties: [
    {
      id: "a",
      tables: [
        { issues: [0], values: [0, 0] },
        { issues: [1], values: [0, 5, 9] },
      ],
      noAgreement: 4,
    },
    {
      id: "b",
      tables: [
        { issues: [0], values: [1, 1] },
        { issues: [1], values: [9, 5, 0] },
      ],
      noAgreement: 4,
    },
  ],
};
const markOf = (given: PackageDomain, deal: Readonly<Record<string, string>>) => {
  const analysis = analysePackages(given, { deal });
  if ("problems" in analysis) throw new Error(analysis.problems[0]?.message);
  return analysis.findings.marks![0]!;
};

test("a deal is told, and mended, in the options it was given in", () => {
  const mark = markOf(domain, { language: "English", x: "3" });
  expect(mark.package).toEqual({ language: "English", x: "3" });
  expect(mark.nearest).toMatchObject({ package: { language: "English", x: "2" }, changed: ["x"] });
});
test("so are the packages that better it", () => {
  const alike = domain.parties.map((party) => ({
    ...party,
    tables: [party.tables[0]!, { issues: [1], values: [0, 5, 9] }],
  }));
  const mark = markOf({ ...domain, parties: alike }, { language: "English", x: "2" });
  expect(mark.improvements?.map((offer) => offer.package)).toEqual([{ language: "English", x: "3" }]);
});
