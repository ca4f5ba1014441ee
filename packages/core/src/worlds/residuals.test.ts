import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { residualThousandths } from "./residual-table.ts";
import { mirroredResiduals, residualCdf, residualQuantile } from "./residuals.ts";

interface Row {
  readonly dossier: string;
  readonly compromise: number;
  readonly challenge: number;
  readonly outcome: number;
}
const rows: readonly Row[] = readFileSync(new URL("../../../../data/deu3-residuals.csv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [issue, dossier, compromise, challenge, outcome] = line.split(",");
    expect(issue!.slice(0, 6)).toBe(dossier);
    return {
      dossier: dossier!,
      compromise: Number(compromise),
      challenge: Number(challenge),
      outcome: Number(outcome),
    };
  });
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("the shipped table", () => {
  test("is made from the shipped data (run scripts/derive-residuals.mjs after a change)", () => {
    const derived = rows.map((row) => Math.round(1000 * (row.outcome - row.compromise))).sort((a, b) => a - b);
    expect(residualThousandths).toEqual(derived);
  });
  test("comes from 351 issues in 134 dossiers with the published errors: compromise 22.99, challenge 26.83", () => {
    expect(rows).toHaveLength(351);
    expect(new Set(rows.map((row) => row.dossier)).size).toBe(134);
    expect(mean(rows.map((row) => Math.abs(row.outcome - row.compromise)))).toBeCloseTo(22.99, 2);
    expect(mean(rows.map((row) => Math.abs(row.outcome - row.challenge)))).toBeCloseTo(26.83, 2);
  });
});

/** Each dossier's issues forecast with the residuals of the others, clipped to the scale. */
function backTest(mirrored: boolean) {
  let crps = 0;
  const covered = [0, 0, 0];
  for (const row of rows) {
    const others = rows
      .filter((other) => other.dossier !== row.dossier)
      .map((other) => other.outcome - other.compromise);
    const residuals = mirrored ? [...others, ...others.map((e) => -e)] : others;
    const worlds = residuals.map((e) => Math.min(100, Math.max(0, row.compromise + e))).sort((a, b) => a - b);
    const n = worlds.length;
    // E|X − y| − E|X − X′| / 2, the second from the ranks.
    worlds.forEach((x, i) => {
      crps += (Math.abs(x - row.outcome) - (x * (2 * i - n + 1)) / n) / n;
    });
    [0.5, 0.8, 0.9].forEach((nominal, j) => {
      const low = worlds[Math.floor(((1 - nominal) / 2) * n)]!;
      const high = worlds[Math.floor(((1 + nominal) / 2) * n)]!;
      if (row.outcome > low - 1e-9 && row.outcome < high + 1e-9) covered[j]!++;
    });
  }
  return { crps: crps / rows.length, coverage: covered.map((count) => count / rows.length) };
}

describe("left out dossier by dossier, compromise mean plus residual", () => {
  test.each([
    ["plain", false, 16.39, [0.499, 0.798, 0.897]],
    ["mirrored", true, 16.35, [0.496, 0.798, 0.897]],
  ] as const)("%s: has the published CRPS and coverage", (_, mirrored, crps, coverage) => {
    const found = backTest(mirrored);
    expect(Math.abs(found.crps - crps)).toBeLessThan(0.005);
    // Within one issue and a bit of 351: the published figures interpolate between residuals, the draws step.
    found.coverage.forEach((share, i) => {
      expect(Math.abs(share - coverage[i]!)).toBeLessThan(0.004);
    });
  });
});

describe("mirrored residuals", () => {
  test("are 702, rising and each with its opposite, so that turning the scale round changes nothing", () => {
    expect(mirroredResiduals).toHaveLength(702);
    for (let i = 0; i < 702; i++) {
      expect(mirroredResiduals[i]! + mirroredResiduals[701 - i]!).toBe(0);
      if (i > 0) expect(mirroredResiduals[i]).toBeGreaterThanOrEqual(mirroredResiduals[i - 1]!);
    }
  });
  test("have the half-widths of accuracy.md: 50 % about 17.5, 80 % about 37, 90 % about 50", () => {
    expect(Math.abs(residualQuantile(0.75) - 17.5)).toBeLessThan(1);
    expect(Math.abs(residualQuantile(0.9) - 37)).toBeLessThan(1);
    expect(Math.abs(residualQuantile(0.95) - 50)).toBeLessThan(1);
  });
  test("are each drawn from one 702nd of the unit interval", () => {
    for (let i = 0; i < 702; i++) expect(residualQuantile((i + 0.5) / 702)).toBe(mirroredResiduals[i]);
    expect(residualQuantile(1 - 1e-16)).toBe(mirroredResiduals[701]);
  });
});

describe("residualCdf", () => {
  const places = fc.oneof(
    fc.double({ min: -130, max: 130, noNaN: true }),
    fc.constantFrom(...mirroredResiduals, -100, 100, 0),
  );
  test("is the share below and half of the ties, counted one by one", () => {
    fc.assert(
      fc.property(places, (x) => {
        let share = 0;
        for (const e of mirroredResiduals) share += e < x ? 1 / 702 : e === x ? 0.5 / 702 : 0;
        expect(residualCdf(x)).toBeCloseTo(share, 12);
      }),
      { numRuns: 2000 },
    );
  });
  test("is point-symmetric and never falls", () => {
    fc.assert(
      fc.property(places, places, (a, b) => {
        expect(residualCdf(-a)).toBeCloseTo(1 - residualCdf(a), 14);
        expect(residualCdf(Math.min(a, b))).toBeLessThanOrEqual(residualCdf(Math.max(a, b)));
      }),
    );
  });
});
