/** Twelve parties at 10^30 packages: every claim of the search is proven again by a checker of its own. */
import { expect, test } from "vitest";
import { compileSpace } from "./compile.ts";
import { findDisagreement } from "./disagreement.ts";
import { generateDomain } from "./generate-domain.test-data.ts";
import { proveByWeights } from "./prove-by-weights.test-support.ts";
import { searchSolutions } from "./search-solutions.ts";

test("[P14] twelve parties: egalitarian and Kalai–Smorodinsky", () => {
  const noAgreement = 30;
  const domain = generateDomain("real", 12, 30, 10, 0, 1);
  const compiled = compileSpace({ ...domain, parties: domain.parties.map((party) => ({ ...party, noAgreement })) });
  if ("problems" in compiled) throw new Error("does not compile");
  const { space } = compiled;
  const disagreement = findDisagreement(space)!;
  const equal = disagreement.map(() => 1n);
  const { egalitarian, kalaiSmorodinsky, ideal } = searchSolutions(space, disagreement, equal)!;
  const tops = ideal!.map(
    (top, p) => (Number(top - disagreement[p]!) * Number(space.unit[p]!.num)) / Number(space.unit[p]!.den),
  );
  for (const [solution, widths] of [
    [egalitarian!, tops.map(() => 1)],
    [kalaiSmorodinsky!, tops],
  ] as const) {
    const { certificate, utilities } = solution;
    if (certificate.kind !== "search") throw new Error("not certified");
    const tables = domain.issues.map((issue, i) =>
      issue.options.map((_, o) => domain.parties.map((party, p) => Number(party.tables[i]!.values[o]!) / widths[p]!)),
    );
    const start = widths.map((width) => -noAgreement / width);
    const value = Math.min(...utilities.map((u, p) => (u - noAgreement) / widths[p]!));
    const { best } = proveByWeights(tables, start, certificate.weights, value - 1e-9);
    expect(best).toBeCloseTo(value, 8);
  }
});
