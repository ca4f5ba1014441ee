import type { PackageFindings } from "@demarche/core/packages";
import { expect, test } from "vitest";
import { layOut, solutionLines } from "./packages-table.ts";

const findings = (parties: readonly string[]): PackageFindings => {
  const solution = (value: number, certified = true) => ({
    utilities: parties.map((_, p) => value + p),
    package: {},
    certified,
    certificate: { kind: "frontier", vectors: 1 } as const,
  });
  const shown: Partial<PackageFindings> = {
    parties,
    nash: { ...solution(10.123456), disagreement: parties.map(() => 3) },
    kalaiSmorodinsky: solution(20, false),
    egalitarian: null,
    utilitarian: solution(40),
    ideal: parties.map((_, p) => 50 + p),
  };
  return shown as PackageFindings;
};
const lay = (parties: readonly string[], columns: number) => {
  const { heading, row } = layOut(parties, columns, false);
  return [...heading, ...solutionLines(findings(parties), columns, false, row)];
};

test("parties that fit have a column each", () => {
  expect(lay(["ann", "bo"], 60)).toEqual([
    "                             ann        bo",
    "Nash                       10.12     11.12",
    "Kalai–Smorodinsky*            20        21",
    "Utilitarian                   40        41",
    "Ideal in the zone             50        51",
    "No agreement                   3         3",
    "* the best found: not certified",
  ]);
});
test("too many for that have a line each: nobody is left out", () => {
  const parties = Array.from({ length: 9 }, (_, p) => `party-${p + 1}`);
  const lines = lay(parties, 60);
  expect(lines[0]).toBe("            Nash      KS*    Util.    Ideal     None");
  for (const [p, party] of parties.entries()) expect(lines[p + 1]).toMatch(new RegExp(`^${party} .* ${50 + p} +3$`));
  expect(lines.join("\n")).toContain("KS* Kalai–Smorodinsky;");
  expect(lines.filter((line) => line.startsWith("*"))).toEqual(["* the best found: not certified"]);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
});
test("one package is told party by party", () => {
  const parties = Array.from({ length: 9 }, (_, p) => `party-${p + 1}`);
  const { heading, row } = layOut(parties, 60, false);
  expect(heading).toEqual([]);
  const told = row(
    "Our ask",
    parties.map((_, p) => p / 3),
  );
  expect(told[0]).toBe("Our ask:");
  expect(told.join(" ")).toContain("party-9=2.667");
  expect(Math.max(...told.map((line) => line.length))).toBeLessThanOrEqual(60);
});
