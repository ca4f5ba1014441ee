import { analysePackages, type PackageDomain } from "@demarche/core/packages";
import { expect, test } from "vitest";
import { tellPackages } from "./packages-text.ts";

function told(domain: PackageDomain, us?: string): readonly string[] {
  const analysis = analysePackages(domain, us === undefined ? {} : { us });
  if ("problems" in analysis) throw new Error(analysis.problems[0]?.message);
  return tellPackages(analysis.findings, 78, false);
}
const domain: PackageDomain = {
  issues: ["tariff", "quota"].map((id) => ({ id, options: ["low", "middle", "high"] })),
  parties: [
    {
      id: "ann",
      tables: [
        { issues: [0], values: [0, 3, 10] },
        { issues: [1], values: [0, 1, 3] },
      ],
      noAgreement: 2,
    },
    {
      id: "bo",
      tables: [
        { issues: [0], values: [4, 2, 0] },
        { issues: [1], values: [7, 6.5, 0] },
      ],
      noAgreement: 1,
    },
  ],
};

test("one issue, one party, one package: in the singular", () => {
  const [first] = told({
    issues: [{ id: "i", options: ["x"] }],
    parties: [{ id: "ann", tables: [{ issues: [0], values: [1] }] }],
  });
  expect(first).toBe("1 package over 1 issue; 1 party: ann.");
});
test("the Nash package in full, the others by what they have otherwise", () => {
  const lines = told(domain);
  const at = lines.indexOf("The Nash package:");
  expect(lines.slice(at + 1, at + 2)).toEqual(["  tariff: high, quota: middle"]);
  expect(lines.slice(at + 2, at + 4)).toEqual([
    "The Kalai–Smorodinsky and egalitarian packages have otherwise:",
    "  quota: low",
  ]);
  expect(lines.join("\n")).not.toMatch(/utilitarian packages? ha/);
});
test("the best for a party too, each under what it gives", () => {
  const lines = told(domain, "bo");
  const at = lines.findIndex((line) => line.startsWith("Best for bo"));
  expect(lines.slice(at, at + 2).join(" ")).toContain("(options: where they differ from the Nash package):");
  expect(lines.slice(at + 2).join("\n")).toMatch(/^ +3 +9\n {4}tariff: middle, quota: low\n/);
  expect(lines.join("\n")).toMatch(/\n {4}the Nash package\n/);
});
