/** The packages that are told of by name, in tables and pictures alike, each with its sign. */
import type { MarkFinding, PackageFindings, SolutionFinding } from "@demarche/core/packages";

export interface SignedPackage {
  /** One letter. */
  readonly sign: string;
  readonly text: string;
  /** Points, in the order of the parties. */
  readonly values: readonly number[];
  readonly look: "fair" | "ours" | "plain";
}

export function solutionsOf(
  findings: PackageFindings,
): readonly { readonly sign: string; readonly name: string; readonly solution: SolutionFinding }[] {
  const all = [
    { sign: "N", name: findings.nash?.weights ? "weighted Nash" : "Nash", solution: findings.nash },
    { sign: "K", name: "Kalai–Smorodinsky", solution: findings.kalaiSmorodinsky },
    { sign: "E", name: "egalitarian", solution: findings.egalitarian },
    { sign: "U", name: "utilitarian", solution: findings.utilitarian },
  ];
  return all.flatMap(({ solution, ...rest }) => (solution ? [{ ...rest, solution }] : []));
}

const marks = {
  ask: { sign: "A", text: "our ask", look: "ours" },
  "no agreement": { sign: "0", text: "no agreement", look: "plain" },
  deal: { sign: "D", text: "the deal", look: "ours" },
} as const;
export const markName = (mark: MarkFinding): string => marks[mark.id].text;

export function signedPackages(findings: PackageFindings): readonly SignedPackage[] {
  return [
    ...solutionsOf(findings).map(({ sign, name, solution }) => ({
      sign,
      text: name,
      values: solution.utilities,
      look: "fair" as const,
    })),
    ...(findings.marks ?? []).map((mark) => ({ ...marks[mark.id], values: mark.utilities })),
  ];
}

export interface SharedPlace extends SignedPackage {
  /** Signs of all that lie here. */
  readonly signs: string;
}
/** Packages worth the same to everyone are shown once, with all their signs. */
export function sharePlaces(packages: readonly SignedPackage[]): readonly SharedPlace[] {
  const places = new Map<string, SharedPlace>();
  for (const one of packages) {
    const key = one.values.join();
    const held = places.get(key);
    places.set(key, held ? { ...held, signs: `${held.signs} ${one.sign}` } : { ...one, signs: one.sign });
  }
  return [...places.values()];
}
