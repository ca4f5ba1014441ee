import { analysePackages, type PackageDomain, type PackageFindings } from "@demarche/core/packages";
import { describe, expect, test } from "vitest";
import { writePackagesPage } from "./index.ts";

/** Four issues of three options; two or three parties with opposed and unequal weights. */
function domain(parties: number): PackageDomain {
  return {
    issues: ["tariff", "quota", "term", "seat"].map((id) => ({ id, options: ["low", "middle", "<b>high</b>"] })),
    parties: Array.from({ length: parties }, (_, p) => ({
      id: `party-${p}`,
      tables: [0, 1, 2, 3].map((i) => ({
        issues: [i],
        values: [0, 1, 2].map((o) => (p % 2 === 0 ? o : 2 - o) * (((i + p) % 4) + 1) * 2.5),
      })),
      noAgreement: 15,
    })),
  };
}
function findingsOf(parties: number): PackageFindings {
  const ask = { tariff: "<b>high</b>", quota: "<b>high</b>", term: "<b>high</b>", seat: "<b>high</b>" };
  const analysis = analysePackages(domain(parties), { within: "zone", us: 0, marks: [{ id: "ask", package: ask }] });
  if ("problems" in analysis) throw new Error(analysis.problems[0]?.message);
  return analysis.findings;
}

describe("the page of an agreement space", () => {
  test("two parties: a scatter with fair points and our ask, offers side by side, trades", () => {
    const page = writePackagesPage(findingsOf(2), "Trade talks");
    expect(page).toMatch(/party-0 against party-1/);
    expect(page).toMatch(/N: Nash/);
    expect(page).toMatch(/our ask, not acceptable to all/);
    expect(page).toMatch(/Offers side by side/);
    expect(page).toMatch(/Trades that help everyone/);
  });
  test("three parties: axes, and small multiples of pairs", () => {
    const page = writePackagesPage(findingsOf(3), "Trade talks");
    expect(page.match(/<figure>/g)?.length).toBeGreaterThanOrEqual(4);
  });
  test("names are escaped, ids unique, no script, nothing fetched; the same bytes again", () => {
    const page = writePackagesPage(findingsOf(2), "Talks & <more>");
    expect(page).not.toMatch(/<b>high<\/b>|<script|https?:\/\/(?!www\.w3\.org)/);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(writePackagesPage(findingsOf(2), "Talks & <more>")).toBe(page);
  });
});
