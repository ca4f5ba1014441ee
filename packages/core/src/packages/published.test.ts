/** Published domains and sizes, entered anew from what their authors give. */
import { describe, expect, test } from "vitest";
import { analysePackages } from "./analyse.ts";
import { compileSpace } from "./compile.ts";
import { computeFrontier } from "./frontier.ts";
import { type DomainKind, generateDomain } from "./generate-domain.test-data.ts";
import { readDomain } from "./import/read-domain.ts";

/** Exact frontier sizes over the whole space; all but those marked were found by two programs that share no code. */
const sizes: readonly (readonly [DomainKind, number, number, number, number, number])[] = [
  ["real", 3, 6, 10, 0, 729],
  ["conflict", 3, 6, 10, 0, 2363],
  ["points", 3, 30, 10, 0, 612],
  ["conflict", 3, 12, 10, 0, 55049],
  ["real", 3, 30, 10, 0, 89055],
  ["real", 3, 12, 6, 6, 1576],
  ["real", 3, 15, 10, 8, 4974],
  ["points", 3, 30, 6, 20, 680],
  ["points", 3, 20, 10, 15, 1267],
  ["points", 3, 40, 4, 30, 736],
  ["real", 4, 10, 5, 0, 3407],
  ["real", 5, 10, 5, 0, 17155],
  ["points", 5, 12, 5, 0, 12880],
];

describe("[P7] frontier sizes of random domains up to 10^30 packages", () => {
  test.each(sizes)(
    "%s, %i parties, %i issues of %i options, %i links: %i vectors",
    (kind, parties, issues, options, links, size) => {
      const compiled = compileSpace(generateDomain(kind, parties, issues, options, links, 1));
      if ("problems" in compiled) throw new Error("the domain does not compile");
      const frontier = computeFrontier(compiled.space, "all");
      if ("failed" in frontier) throw new Error(frontier.because);
      expect(frontier.exact).toBe(true);
      expect(frontier.size).toBe(size);
    },
  );
});

/** Issue → [option, evaluation …] and weight; the ANAC 2010 domain Itex–Cypress (Kersten & Noronha's Inspire case). */
const profile = (weights: readonly string[], evaluations: readonly (readonly number[])[]): string => {
  const names = ["Price", "Delivery", "Payment", "Returns"];
  const issues = names.map((name, i) => {
    const items = evaluations[i]!.map(
      (value, k) => `<item index="${k + 1}" value="${name} ${k + 1}" evaluation="${value}"/>`,
    );
    return `<issue index="${i + 1}" name="${name}" type="discrete">${items.join("")}</issue>`;
  });
  const rows = weights.map((weight, i) => `<weight index="${i + 1}" value="${weight}"/>`);
  return `<utility_space><objective index="0" name="root">${issues.join("")}${rows.join("")}</objective></utility_space>`;
};
const cypress = profile(
  ["0.4700166576535899", "0.1220816713696379", "0.17727008190772825", "0.2306315890690439"],
  [
    [1, 10, 25, 33, 40],
    [1, 10, 19, 25],
    [15, 6, 1],
    [20, 7, 1],
  ],
);
const itex = profile(
  ["0.28812635027374", "0.1915290482981283", "0.24212575877553694", "0.2782188426525948"],
  [
    [30, 20, 10, 5, 1],
    [1, 20, 10, 5],
    [10, 25, 1],
    [1, 30, 5],
  ],
);

function analyse(semantics: "genius" | "raw") {
  const read = readDomain(
    [
      { file: "cypress.xml", text: cypress },
      { file: "itex.xml", text: itex },
    ],
    semantics,
  );
  if ("diagnostics" in read) throw new Error(read.diagnostics[0]?.message);
  const analysis = analysePackages(read.domain);
  if ("problems" in analysis) throw new Error(analysis.problems[0]?.message);
  return analysis.findings;
}

describe("[P16] Itex–Cypress, sixteen decimals, in both semantics", () => {
  test("raw: 17 vectors; Nash and egalitarian as published", () => {
    const { frontier, nash, egalitarian, outcomes, exact } = analyse("raw");
    expect([outcomes, exact, frontier.size]).toEqual(["180", true, 17]);
    expect(nash?.utilities.map((u) => u.toFixed(9))).toEqual(["22.699524635", "18.518416565"]);
    expect(egalitarian?.utilities.map((u) => u.toFixed(9))).toEqual(["19.409408031", "19.670921966"]);
    expect(frontier.points[0]?.utilities.map((u) => u.toFixed(9))).toEqual(["29.124391100", "3.945248022"]);
  });
  test("genius: 18 vectors, another Nash package, maximin of ratios above the least utility 0.6568", () => {
    const { frontier, nash, egalitarian, utilitarian } = analyse("genius");
    expect(frontier.size).toBe(18);
    expect(nash?.utilities.map((u) => u.toFixed(9))).toEqual(["0.670478415", "0.721477861"]);
    expect(Math.min(...(egalitarian?.utilities ?? []))).toBeCloseTo(0.6704784151387018, 15);
    expect((utilitarian?.utilities ?? []).reduce((a, b) => a + b, 0)).toBeCloseTo(1.3919562765407532, 15);
  });
  test("[P13] Kalai–Smorodinsky is the maximin of ratios, with the least utilities as disagreement", () => {
    const read = readDomain(
      [
        { file: "cypress.xml", text: cypress },
        { file: "itex.xml", text: itex },
      ],
      "genius",
    );
    if ("diagnostics" in read) throw new Error(read.diagnostics[0]?.message);
    const parties = read.domain.parties.map(({ id, tables }) => ({ id, tables }));
    const analysis = analysePackages({ ...read.domain, parties });
    if ("problems" in analysis) throw new Error(analysis.problems[0]?.message);
    const { kalaiSmorodinsky, nash, ideal } = analysis.findings;
    const least = nash!.disagreement;
    const ratios = kalaiSmorodinsky!.utilities.map((u, p) => (u - least[p]!) / (ideal![p]! - least[p]!));
    expect(Math.min(...ratios)).toBeCloseTo(0.6567543315136599, 12);
  });
});

describe("conventions in which other systems go wrong", () => {
  const twoParties = (a: readonly (number | string)[], b: readonly (number | string)[], noAgreement: number) =>
    analysePackages({
      issues: [{ id: "x", options: a.map((_, k) => `x${k}`) }],
      parties: [
        { id: "a", tables: [{ issues: [0], values: a }], noAgreement },
        { id: "b", tables: [{ issues: [0], values: b }], noAgreement },
      ],
    });
  test("[P2] float noise keeps no dominated package: 0.1 + 0.2 ties with 0.3", () => {
    const analysis = analysePackages({
      issues: [
        { id: "x", options: ["0", "1"] },
        { id: "y", options: ["0", "1"] },
      ],
      parties: [
        {
          id: "a",
          tables: [
            { issues: [0], values: [0.1, 0.3] },
            { issues: [1], values: [0.2, 0] },
          ],
        },
        {
          id: "b",
          tables: [
            { issues: [0], values: [2, 1] },
            { issues: [1], values: [0, 0] },
          ],
        },
      ],
    });
    if ("problems" in analysis) throw new Error("no problems expected");
    // (0.3, 2) through x0 y0; x1 y0 gives (0.5, 1); x1 y1 gives (0.3, 1), dominated by exactly a tie.
    expect(analysis.findings.frontier.points.map(({ utilities }) => utilities)).toEqual([
      [0.5, 1],
      [0.3, 2],
    ]);
  });
  test("[P6] a reservation below every package stays the disagreement point", () => {
    const analysis = twoParties([10, 6, 0], [0, 5, 10], -100);
    if ("problems" in analysis) throw new Error("no problems expected");
    expect(analysis.findings.nash?.disagreement).toEqual([-100, -100]);
    // With gains 110·100, 106·105, 100·110 the middle wins; over the least utilities (0, 0) it would too, 30 > 0.
    expect(analysis.findings.nash?.utilities).toEqual([6, 5]);
  });
  test("[P6] an unreachable reservation empties the zone and says how far it is", () => {
    const analysis = twoParties([10, 6, 0], [0, 5, 10], 8);
    if ("problems" in analysis) throw new Error("no problems expected");
    expect(analysis.findings.zone).toEqual({
      count: "0",
      share: 0,
      exact: true,
      slack: [
        { party: "a", points: -8 },
        { party: "b", points: -8 },
      ],
      closing: [
        { party: "a", issue: "x" },
        { party: "b", issue: "x" },
      ],
    });
    expect(analysis.findings.nash).toBeNull();
    expect(analysis.findings.frontier.size).toBe(3);
  });
});
