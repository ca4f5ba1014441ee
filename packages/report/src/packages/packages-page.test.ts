import { analysePackages, type PackageDomain, type PackageFindings } from "@demarche/core/packages";
import { describe, expect, test } from "vitest";
import { markup } from "../svg/markup.ts";
import { layOutFrontierScatter } from "./frontier-scatter.ts";
import { writePackagesPage } from "./index.ts";
import { type SharedPlace, sharePlaces } from "./solution-signs.ts";
import { countText } from "./tell-space.ts";

/** Four issues of three options; two or three parties with opposed and unequal weights. */
function domain(parties: number, noAgreement = 15): PackageDomain {
  return {
    issues: ["tariff", "quota", "term", "seat"].map((id) => ({ id, options: ["low", "middle", "<b>high</b>"] })),
    parties: Array.from({ length: parties }, (_, p) => ({
      id: `party-${p}`,
      tables: [0, 1, 2, 3].map((i) => ({
        issues: [i],
        values: [0, 1, 2].map((o) => (p % 2 === 0 ? o : 2 - o) * (((i + p) % 4) + 1) * 2.5),
      })),
      noAgreement,
    })),
  };
}
function findingsOf(parties: number): PackageFindings {
  const ask = { tariff: "<b>high</b>", quota: "<b>high</b>", term: "<b>high</b>", seat: "<b>high</b>" };
  const analysis = analysePackages(domain(parties), {
    within: "zone",
    us: "party-0",
    marks: [{ id: "ask", package: ask }],
  });
  if ("problems" in analysis) throw new Error(analysis.problems[0]?.message);
  return analysis.findings;
}

describe("the page of an agreement space", () => {
  test("two parties: a scatter with fair points and our ask, offers side by side, trades", () => {
    const page = writePackagesPage(findingsOf(2), "Trade talks");
    expect(page).toMatch(/party-0 against party-1/);
    expect(page).toMatch(/N: Nash/);
    expect(page).toMatch(/our ask \(A\), not acceptable to all/);
    expect(page).toMatch(/Offers side by side/);
    expect(page).toMatch(/Trades that help everyone/);
  });
  test("three parties: axes, and small multiples of pairs", () => {
    const page = writePackagesPage(findingsOf(3), "Trade talks");
    expect(page.match(/<figure>/g)?.length).toBeGreaterThanOrEqual(4);
  });
  test("many parties go down the table; panels show what the best third of each leaves the others", () => {
    const page = writePackagesPage(findingsOf(8), "Trade talks");
    expect(page).toMatch(/<th[^>]*>Party<\/th>/);
    expect(page.match(/class="line-picked"/g)?.length).toBeGreaterThan(8);
  });
  test("packages worth the same to everyone share a mark", () => {
    const shared = sharePlaces(
      ["N", "U", "K"].map((sign, k) => ({ sign, text: sign, values: [k === 1 ? 0 : k, 1], look: "fair" as const })),
    );
    expect(shared.map(({ signs }) => signs)).toEqual(["N U", "K"]);
  });
  test("a deal has a column of its own, and what is nearest to it is called so", () => {
    const high = "<b>high</b>";
    const deal = { tariff: high, quota: high, term: high, seat: high };
    const analysis = analysePackages(domain(2), { deal });
    if ("problems" in analysis) throw new Error(analysis.problems[0]?.message);
    const page = writePackagesPage(analysis.findings, "Trade talks");
    const heads = [...page.matchAll(/<th scope="col"[^>]*>([^<]*)<\/th>/g)].map(([, head]) => head);
    expect(heads).toContain("the deal");
    expect(heads).toContain("nearest to the deal");
    expect(page).not.toMatch(/our ask/);
    const term = /<th scope="row"[^>]*>term<\/th>(.*?)<\/tr>/s.exec(page)![1]!;
    expect(term).toMatch(/data-label="the deal"><div><strong>&lt;b(&gt;|>)high/);
    expect(writePackagesPage(findingsOf(2), "Trade talks")).toMatch(/nearest to our ask/);
  });
  test("pictures come before the points; figures on them are no smaller than the letters beside them", () => {
    for (const parties of [2, 5, 12]) {
      const page = writePackagesPage(findingsOf(parties), "Trade talks");
      expect(page.indexOf("<figure")).toBeGreaterThan(0);
      expect(page.indexOf("<figure")).toBeLessThan(page.indexOf("Points of each party"));
      expect(page).not.toMatch(/font-size="([1-9]|10)"/);
      expect(page).toMatch(/<table class="tight">\s*<caption>Points of each party/);
    }
  });
  test("no mark hides the dot of another package, nor one of what was asked about its own", () => {
    const points = Array.from({ length: 25 }, (_, k) => [4 * k, 100 - 4 * k] as const);
    const at = (sign: string, x: number, y: number): SharedPlace => ({
      sign,
      signs: sign,
      text: sign,
      values: [x, y],
      look: sign === "N" ? "fair" : "ours",
    });
    // On a dot, just below the line of dots, and on a dot again.
    const marks = [at("N", 48, 52), at("D", 40, 58), at("A", 80, 20)];
    const { body } = layOutFrontierScatter(
      { id: "s", width: 720 },
      {
        figure: String,
        title: "",
        description: "",
        names: ["a", "b"],
        points,
        floor: undefined,
        marks,
        pair: [0, 1],
        legend: [],
      },
    );
    const drawing = markup`${body}`.text;
    const numbers = (pattern: RegExp) => [...drawing.matchAll(pattern)].map((found) => found.slice(1).map(Number));
    const dots = numbers(/<circle cx="([\d.]+)" cy="([\d.]+)" r="2.5" class="dot"/g);
    const boxes = numbers(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx/g);
    const hidden = boxes.map(([x, y, width, height]) =>
      dots.filter(([a, b]) => a! > x! && a! < x! + width! && b! > y! && b! < y! + height!),
    );
    expect(dots.length).toBe(25);
    // N hides its own; of what was asked about, the dot that says that it is efficient stays.
    expect(hidden.map((list) => list.length)).toEqual([1, 0, 0]);
    expect(hidden[0]![0]).toEqual(dots[12]);
  });
  test("an empty zone: who would have to ask less, and on which issue it closes", () => {
    const analysis = analysePackages(domain(2, 32), { within: "zone", us: "party-0" });
    if ("problems" in analysis) throw new Error(analysis.problems[0]?.message);
    const page = writePackagesPage(analysis.findings, "Trade talks");
    expect(page).toMatch(/No package is acceptable to everyone. It would take party-0 asking [\d.]+ points less/);
    expect(page).toMatch(/were party-[01] content on (tariff|quota|term|seat) whatever comes out/);
  });
  test("coalitions that can settle without the others, and on what", () => {
    const analysis = analysePackages(domain(3), { within: "zone", rule: (members) => members.length >= 2 });
    if ("problems" in analysis) throw new Error(analysis.problems[0]?.message);
    const page = writePackagesPage(analysis.findings, "Trade talks");
    expect(page).toMatch(/Smallest coalitions that can settle/);
    expect(page).toMatch(/party-0, party-2/);
  });
  test("counts beyond the doubles keep their leading digits", () => {
    expect([countText("1080000000"), countText(`1${"0".repeat(30)}`), countText("7680")]).toEqual([
      "1.1 × 10⁹",
      "1.0 × 10³⁰",
      "7,680",
    ]);
  });
  test("names are escaped, ids unique, no script, nothing fetched; the same bytes again", () => {
    const page = writePackagesPage(findingsOf(2), "Talks & <more>");
    expect(page).not.toMatch(/<b>high<\/b>|<script|https?:\/\/(?!www\.w3\.org)/);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(writePackagesPage(findingsOf(2), "Talks & <more>")).toBe(page);
  });
});
