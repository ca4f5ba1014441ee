import { type Brief, readBrief } from "@demarche/core/brief";
import { type PlacesFinding, studyPlaces } from "@demarche/core/run";
import { describe, expect, it } from "vitest";
import { slatesText, writeSlatesPage } from "../slates/index.ts";
import { forumsText, writeForumsPage } from "./index.ts";

const { brief } = readBrief(
  `demarche: 1
title: Tolls & <more>
us: a
parties: { a: Alpha, b: Beta, c: Gamma, d: Delta }
forums:
  council: { name: Council, members: [a, b], gatekeepers: nobody, dates: 2031-01 }
  congress:
    name: Congress
    members: [a, b, c, d]
    decision rule: { at least: 5, weights: { a: 3, b: 3, c: 1, d: 1 }, veto: d }
    dates: 2031-02
    competence: { toll: 60%, chair: 100% }
    publicity: open
forum: council
agenda:
  - issue: toll
    name: The toll
    options: { nothing: 0, half: 50, all: 100 }
    otherwise: nothing
    positions:
      a: { ideal: all, salience: 50, fallbacks: half }
      b: { ideal: nothing, salience: 50, cost of disagreement: 60 }
      c: { ideal: all, salience: 50 }
      d: { ideal: half, salience: 50 }
  - issue: chair
    name: The chair
    kind: slate
    seats: 2
    quotas: { north: 0..2, south: 0..2 }
    options: { north: { name: The <north> }, south: { name: The south } }
    otherwise: { values: { a: 40, b: 40 } }
    positions:
      a: { values: { north: 90, south: 10 }, salience: 50 }
      b: { values: { north: 10, south: 90 }, salience: 50, cost of disagreement: 0 }
moves:
  press-b: { name: Press <Beta>, kind: press, cost: 1, if it works: [{ party: b, issue: toll, ideal: all }] }
plan: []
`,
  { file: "brief.yaml" },
);
const found: PlacesFinding = studyPlaces(brief as Brief, { worlds: 200, planned: true }).findings!;
const foot = { version: "0.0.0", seed: 1 };

describe("forums compared", () => {
  const page = writeForumsPage(brief!, found.forums, foot);
  it("a page with chances, votes against thresholds and who decides; the same bytes twice", () => {
    expect(page === writeForumsPage(brief!, found.forums, foot)).toBe(true);
    expect(page.includes("Tolls &amp; &lt;more&gt;")).toBe(true);
    expect(page.includes("5 of 8")).toBe(true);
    expect(/Can settle it with a chance of 60\s%\./u.test(page)).toBe(true);
    expect(page.includes("Open.")).toBe(true);
    expect(/undefined|NaN|\[object/.exec(page)).toBeNull();
  });
  it("each member's votes take their share of the bar, and the line stands at the quota", () => {
    const toll = found.forums.find(({ issue }) => issue === "toll")!;
    const at = page.indexOf('id="coalitions-toll-w-title"');
    const chart = page.slice(at, page.indexOf("</svg>", at));
    const outlines = [...chart.matchAll(/width="([\d.]+)" height="22" class="outline"/g)].map((match) =>
      Number(match[1]),
    );
    expect(toll.forums).toHaveLength(2);
    // Two of the Council, then four of the Congress: 719 pixels in all.
    expect(outlines.slice(0, 2).map((width) => Math.round((8 * width) / 719))).toEqual([4, 4]);
    expect(
      outlines
        .slice(2)
        .map((width) => Math.round((8 * width) / 719))
        .sort((a, b) => a - b),
    ).toEqual([1, 1, 3, 3]);
    const lines = [...chart.matchAll(/<line x1="([\d.]+)"[^>]*class="barred"/g)].map((match) => Number(match[1]));
    expect(lines[0]).toBeCloseTo(719.5, 1);
    expect(lines[1]).toBeCloseTo(0.5 + (5 / 8) * 719, 1);
  });
  it("planned for each forum: the moves, what they bring, what may have been missed, on the page and the screen", () => {
    const toll = found.forums.find(({ issue }) => issue === "toll")!;
    expect(toll.forums[0]!.planned!.moves).toEqual(["press-b"]);
    expect(page).toContain("with all that bears on it planned for that forum");
    expect(page).toContain("‘Press &lt;Beta&gt;’");
    expect(page).toContain("searched on 1,000 worlds, held against 1,500 others");
    expect(page).toContain("On the worlds searched no plan does better before any of them.");
    const lines = forumsText(brief!, found.forums)[0]!.lines.join("\n");
    expect(lines).toContain("Planned for Council: ‘Press <Beta>’.");
    expect(lines).toMatch(/Planned for each forum as well as was found there, against (the )?Council:/);
    const missed = toll.forums.map((forum, k) => ({
      ...forum,
      planned: { ...forum.planned!, bound: forum.planned!.found + (k === 1 ? 1.26 : 0) },
    }));
    const [open] = forumsText(brief!, [{ ...toll, forums: missed }]);
    expect(open!.lines.join("\n")).toMatch(/a plan may do better before (the )?Congress, by up to 1\.3 points/);
  });
  it("where no move bears on an issue, and where no plan was looked for, nothing else is said of planning", () => {
    const toll = found.forums.find(({ issue }) => issue === "toll")!;
    const without = <T extends object>(whole: T, name: keyof T): T =>
      Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name)) as T;
    const bare = { ...toll, forums: toll.forums.map((forum) => without(forum, "planned")) };
    const [none] = forumsText(brief!, [bare]);
    expect(none!.lines.join("\n")).toContain("No move that the brief allows bears on it");
    expect(none!.table.rows.every((row) => row.length === none!.table.head.length)).toBe(true);
    expect(forumsText(brief!, [without(bare, "planning")])[0]!.lines.join("\n")).not.toMatch(/plan(ned|ning)/i);
  });
  it("lines for a terminal: a row a forum", () => {
    const [toll] = forumsText(brief!, found.forums);
    expect(toll!.title).toContain("The toll (we ask: All; 200 worlds)");
    expect(toll!.table.rows.map(([name]) => name)).toEqual(["Council", "Congress"]);
    expect(toll!.table.rows.every((row) => row.length === toll!.table.head.length)).toBe(true);
  });
});

describe("slates", () => {
  const page = writeSlatesPage(brief!, found.slates, foot);
  it("a page with who is acceptable, because of whom not, compositions and ballots", () => {
    expect(page.includes("The &lt;north&gt;")).toBe(true);
    expect(page.includes("whole compositions (3 are possible)")).toBe(true);
    expect(page.includes("the seats that come out, where a composition does")).toBe(true);
    // One seat each is worth 50 to both.
    expect(page.includes("The &lt;north&gt; 1 and The south 1")).toBe(true);
    expect(/undefined|NaN|\[object/.exec(page)).toBeNull();
  });
  it("lines for a terminal: a row a name, and because of whom", () => {
    const [chair] = slatesText(brief!, found.slates);
    expect(chair!.table.rows.map(([name]) => name)).toEqual(["The <north>", "The south"]);
    expect(chair!.lines.join(" ")).toContain("The south: we refuse in 98–99 % of the worlds.");
  });
});
