import { describe, expect, it } from "vitest";
import { riverBrief } from "./fixture.test-data.ts";
import { riverFindings } from "./fixture-findings.test-data.ts";
import { readMarkup } from "./read-markup.test-data.ts";
import { writeCharts } from "./write-charts.ts";

const input = { brief: riverBrief, findings: riverFindings };
const charts = writeCharts(input);

describe("charts as files", () => {
  it("are one for each picture of the report, and of the agenda", () => {
    const names = Object.keys(charts);
    for (const name of [
      "agenda",
      "heat-map",
      "linkage-matrix",
      "contingency-tree",
      "forum-timeline",
      "move-worth",
      "unknowns",
      "conditional-with-the-bank",
      "spectrum-low-water-release",
      "spectrum-salmon--autumn",
    ]) {
      expect(names).toContain(`${name}.svg`);
    }
    expect(names).not.toContain("spectrum-seat.svg"); // a choice has no distance
    expect(names).not.toContain("conditional-ministry.svg"); // void
  });
  for (const [name, svg] of Object.entries(charts)) {
    it(`${name} is well-formed, has a text alternative, and no number finer than a hundredth`, () => {
      readMarkup(svg);
      expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="c-title c-desc"/u);
      expect(svg).toMatch(/<title id="c-title">[^<]+<\/title><desc id="c-desc">[^<]+<\/desc>/u);
      const drawn = svg.replace(/<style>[^<]*<\/style>/u, "").replace(/>[^<]*</gu, "><");
      expect(drawn).not.toMatch(/NaN|undefined|Infinity|e-\d|\d\.\d{3}/u);
    });
  }
  it("are the same bytes for the same input", () => {
    expect(writeCharts(input)).toEqual(charts);
  });
});

describe("each picture follows its figures", () => {
  it("the spectrum's dot grows in area with salience", () => {
    const radius = (salience: number) => {
      const items = riverFindings.items.map((item) => ({
        ...item,
        parties: item.parties.map((party) => ({
          ...party,
          salience: { low: salience, median: salience, high: salience },
        })),
      }));
      const svg = writeCharts({ brief: riverBrief, findings: { ...riverFindings, items } })["spectrum-tolls.svg"] ?? "";
      return Number(/r="([\d.]+)" class="dot-ours"/u.exec(svg)?.[1]);
    };
    expect((radius(100) / radius(25)) ** 2).toBeCloseTo(4, 1);
  });
  it("the bar of an item is as long as its chances", () => {
    const svg = charts["agenda.svg"] ?? "";
    const widths = [...svg.matchAll(/<rect [^>]*width="([\d.]+)" height="14" fill="url\(#c-(\w+)\)"/gu)].map(
      ([, width, fill]) => [fill, Number(width)] as const,
    );
    const ask = widths[0]?.[1] ?? 0;
    const none = widths.find(([fill]) => fill === "none")?.[1] ?? 0;
    const item = riverFindings.items[0]!;
    expect(ask / none).toBeCloseTo(item.ask.chance / item.none.chance, 1);
  });
  it("the tree shows at most three levels", () => {
    const svg = charts["contingency-tree.svg"] ?? "";
    expect(svg).toContain("If not");
    expect(svg).toContain("always");
  });
});
