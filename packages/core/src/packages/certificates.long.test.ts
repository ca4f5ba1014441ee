/** Twelve parties at 10^30 packages: the claim of the search is proven again by a checker of its own. */
import { expect, test } from "vitest";
import { compileSpace } from "./compile.ts";
import { findDisagreement } from "./disagreement.ts";
import { generateDomain } from "./generate-domain.test-data.ts";
import { proveByWeights } from "./prove-by-weights.test-support.ts";
import { searchSolutions } from "./search-solutions.ts";

test("[P14] twelve parties: the egalitarian package", () => {
  const noAgreement = 30;
  const domain = generateDomain("real", 12, 30, 10, 0, 1);
  const compiled = compileSpace({ ...domain, parties: domain.parties.map((party) => ({ ...party, noAgreement })) });
  if ("problems" in compiled) throw new Error("does not compile");
  const { space } = compiled;
  const disagreement = findDisagreement(space)!;
  const equal = disagreement.map(() => 1n);
  const { egalitarian, kalaiSmorodinsky } = searchSolutions(space, disagreement, equal)!;
  expect(kalaiSmorodinsky?.certificate.kind).toBe("search");
  // Kalai–Smorodinsky would be proven the same way, and take as long again.
  const { certificate, utilities } = egalitarian!;
  if (certificate.kind !== "search") throw new Error("not certified");
  const tables = domain.issues.map((issue, i) =>
    issue.options.map((_, o) => domain.parties.map((party) => Number(party.tables[i]!.values[o]!))),
  );
  const start = disagreement.map(() => -noAgreement);
  const value = Math.min(...utilities.map((u) => u - noAgreement));
  const { best } = proveByWeights(tables, start, certificate.weights, value - 1e-9);
  expect(best).toBeCloseTo(value, 8);
}, 900_000);
