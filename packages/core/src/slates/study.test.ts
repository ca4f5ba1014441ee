import { describe, expect, it } from "vitest";
import { readBrief } from "../brief/index.ts";
import { issuesOf } from "../compare-forums/candidates.ts";
import { compile } from "../model/compile.ts";
import { runInline } from "../run/engine.ts";
import { createPlacesEngine } from "../run/places-engine.ts";
import type { SlateFinding } from "./findings.ts";
import { coalitionsOf, panelOf } from "./panel.ts";

function slatesOf(text: string, worlds = 20): readonly SlateFinding[] {
  const { brief, diagnostics } = readBrief(text, { file: "brief.yaml" });
  if (brief === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return runInline(createPlacesEngine(brief, compile(brief).model!, { seed: 3, worlds })).slates;
}

/** Everything is exact, so that what is found can be worked out by hand. */
const office = `demarche: 1
us: a
parties: { a: A, b: B, c: C, d: D }
forums:
  council: { members: [a, b, c], gatekeepers: nobody, dates: 2031-01 }
  assembly: { members: [a, b, c, d], decision rule: { at least: 3 }, gatekeepers: nobody, dates: 2031-02 }
forum: council
agenda:
  - issue: chair
    kind: slate
    confirmed in: assembly
    options: { ada: { name: Ada }, bo: { name: Bo }, cy: { name: Cy } }
    otherwise: { values: { a: 20, b: 20, c: 20, d: 20 } }
    positions:
      a: { values: { ada: 100, bo: 50, cy: 10 }, salience: 50 }
      b: { values: { ada: 0, bo: 60, cy: 90 }, salience: 50, cost of disagreement: 10 }
      c: { values: { ada: 70, bo: 40, cy: 80 }, salience: 50, cost of disagreement: 0 }
      d: { values: { ada: 10, bo: 10, cy: 60 }, salience: 50, cost of disagreement: 0 }
  - issue: toll
    options: { nothing: 0, half: 50, all: 100 }
    otherwise: all
    positions:
      a: { ideal: all, salience: 50 }
      b: { ideal: nothing, salience: 50, cost of disagreement: 0 }
      c: { ideal: half, salience: 50, cost of disagreement: 0 }
`;

describe("an office for which everything is known", () => {
  const [chair] = slatesOf(office);
  const option = (id: string) => chair!.options.find((entry) => entry.id === id)!;
  it("who accepts whom", () => {
    // Limits: a 20 (we count no cost), b 20 − 10, c and d 20.
    expect(option("ada").accepts).toEqual({ a: 1, b: 0, c: 1, d: 0 });
    expect(option("bo").accepts).toEqual({ a: 1, b: 1, c: 1, d: 0 });
    expect(option("cy").accepts).toEqual({ a: 0, b: 1, c: 1, d: 1 });
  });
  it("who is enough: all three of the Council, and three of four in the Assembly", () => {
    expect(chair!.options.map(({ enough }) => enough)).toEqual([0, 1, 0]);
    expect(chair!.options.map(({ all }) => all)).toEqual([0, 0, 0]);
    expect(chair!.nobody).toBe(0);
    expect(chair!.coalitions.list.map(({ members }) => members)).toEqual([["a", "b", "c"]]);
    expect(chair!.coalitions.list[0]!.accepts).toEqual({ ada: 0, bo: 1, cy: 0 });
  });
  it("because of whom: B alone stands in Ada's way, we alone in Cy's", () => {
    const alone = (id: string) =>
      option(id)
        .vetoes.filter((veto) => veto.alone === 1)
        .map(({ party }) => party);
    expect(alone("ada")).toEqual(["b"]);
    expect(alone("cy")).toEqual(["a"]);
    expect(alone("bo")).toEqual([]);
  });
  it("what would pay: half of the toll makes good Ada to B, at a price above what she brings us", () => {
    // B: chair and toll weigh 1/2 each. Ada costs it (10 − 0) / 2 = 5; half instead of all brings (50 − 0) / 2 = 25.
    // The toll comes out at all (B refuses less, c too is below its limit: v_c(all) = 50, half 100, so half passes with b and c, and a?).
    const [veto] = option("ada").vetoes.filter(({ party }) => party === "b");
    expect(veto!.trades).toEqual([{ issue: "toll", option: "half", pays: 1, worthIt: 0, cost: 25 }]);
  });
  it("ballots: Bo is named by three, Cy by three; lots decide; Bo alone is left once vetoed names are struck", () => {
    expect(option("bo").seats.elimination).toBe(1);
    expect(option("ada").seats.approval).toBe(0);
    expect(option("bo").seats.approval + option("cy").seats.approval).toBe(1);
    expect(chair!.elections.ties.approval).toBe(1);
    // Rankings: a Ada Bo; b Cy Bo; c Cy Ada Bo; d Cy. Quota floor(4000 / 2) + 1 = 2001: Cy has 3000.
    expect(option("cy").seats.transferable).toBe(1);
  });
});

const seats = `demarche: 1
us: a
parties: { a: A, b: B }
forums: { council: { members: [a, b], gatekeepers: nobody } }
agenda:
  - issue: board
    kind: slate
    seats: 3
    quotas: { north: 1..2, south: 0..2, coast: 1 }
    options: { north: { name: North }, south: { name: South }, coast: { name: Coast } }
    otherwise: { values: { a: 50, b: 50 } }
    positions:
      a: { values: { north: 90, south: 0, coast: 60 }, salience: 50 }
      b: { values: { north: 0, south: 90, coast: 60 }, salience: 50, cost of disagreement: 0 }
`;

describe("seats with quotas", () => {
  it("compositions as the quotas allow, each taken by whom its seats are worth enough on average", () => {
    const [board] = slatesOf(seats);
    // One to Coast; North 1 and South 1, or North 2. South 2 leaves North none.
    expect(board!.compositions!.possible).toBe(2);
    // 1-1-1: a (90 + 0 + 60) / 3 = 50 and b 50: just enough. 2-0-1: a 80, b 20.
    expect(board!.compositions!.list).toEqual([
      { seats: { north: 1, south: 1, coast: 1 }, settled: 1, enough: 1, all: 1 },
      { seats: { north: 2, coast: 1 }, settled: 0, enough: 0, all: 0 },
    ]);
    expect(board!.compositions!.nobody).toBe(0);
    expect(board!.compositions!.held).toEqual({ north: [0, 1, 0], south: [0, 1, 0], coast: [0, 1] });
  });
  it("an option without a quota is one person", () => {
    const [board] = slatesOf(seats.replace(/ {4}quotas.*\n/, ""));
    expect(board!.options.map(({ least, most }) => [least, most])).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(board!.compositions!.possible).toBe(1);
  });
  it("seats that the quotas cannot fill are told as no composition", () => {
    const [board] = slatesOf(seats.replace("seats: 3", "seats: 9"));
    expect(board!.compositions).toEqual({ possible: 0, nobody: 1, held: {}, list: [] });
    expect(board!.options.map((option) => option.seats.approval)).toEqual([0, 0, 0]);
  });
});

describe("coalitions that settle and confirm", () => {
  it("are all sets that win before each forum and can spare nobody", () => {
    const { brief } = readBrief(office, { file: "x" });
    const model = compile(brief!).model!;
    const panel = panelOf(model, issuesOf(brief!)[0]!, 0);
    const wins = (set: number) => (set & 7) === 7;
    const minimal = Array.from({ length: 16 }, (_, set) => set).filter(
      (set) => wins(set) && [0, 1, 2, 3].every((k) => !((set >> k) & 1) || !wins(set & ~(1 << k))),
    );
    const found = coalitionsOf(panel).coalitions.map((members) => members.reduce((set, k) => set | (1 << k), 0));
    expect(found).toEqual(minimal);
  });
});

describe("what is no payment", () => {
  const trades = (text: string) => {
    const ada = slatesOf(text)[0]!.options.find(({ id }) => id === "ada")!;
    return ada.vetoes.find(({ party }) => party === "b")!.trades.map(({ option }) => option);
  };
  it("a concession that another needed there refuses", () => {
    expect(trades(office)).toEqual(["half"]);
    // C would rather have what stands than half of the toll, or none.
    expect(
      trades(office.replace("c: { ideal: half, salience: 50, cost", "c: { ideal: all, salience: 50, cost")),
    ).toEqual([]);
  });
  it("below our bottom line, over a red line of ours, or what costs us nothing", () => {
    const ours = (more: string) =>
      office.replace("a: { ideal: all, salience: 50 }", `a: { ideal: all, salience: 50, ${more} }`);
    expect(trades(ours("bottom line: half"))).toEqual(["half"]);
    expect(trades(ours("bottom line: all"))).toEqual([]);
    expect(trades(ours("red lines: half"))).toEqual(["nothing"]);
    expect(trades(office.replace("a: { ideal: all, salience: 50 }", "a: { ideal: nothing, salience: 50 }"))).toEqual(
      [],
    );
  });
  it("a position that is not known", () => {
    expect(trades(office.replace(/ {6}b: \{ ideal: nothing.*\n/, ""))).toEqual([]);
  });
});

describe("laws", () => {
  /** Values and costs drawn, so that ties and lots are rare. */
  const drawn = office
    .replace("ada: 100, bo: 50, cy: 10", "ada: 40..100, bo: 20..80, cy: unknown")
    .replace("ada: 70, bo: 40, cy: 80", "ada: unknown, bo: 20..80, cy: 30..90");
  const byName = (slates: readonly SlateFinding[]) =>
    Object.fromEntries(
      slates[0]!.options.map(({ id, accepts, enough, all, seats: held }) => [
        id,
        { accepts: { ...accepts }, enough, all, held },
      ]),
    );
  it("the order of options and parties changes nothing but the order", () => {
    const turned = drawn
      .replace(
        "ada: { name: Ada }, bo: { name: Bo }, cy: { name: Cy }",
        "cy: { name: Cy }, ada: { name: Ada }, bo: { name: Bo }",
      )
      .replace("parties: { a: A, b: B, c: C, d: D }", "parties: { c: C, d: D, a: A, b: B }");
    expect(byName(slatesOf(turned, 200))).toEqual(byName(slatesOf(drawn, 200)));
  });
  it("enough is never rarer than all, and a refusal alone never commoner than a refusal", () => {
    for (const { enough, all, vetoes } of slatesOf(drawn, 200)[0]!.options) {
      expect(enough).toBeGreaterThanOrEqual(all);
      for (const { alone, refuses } of vetoes) expect(alone).toBeLessThanOrEqual(refuses);
    }
  });
});
