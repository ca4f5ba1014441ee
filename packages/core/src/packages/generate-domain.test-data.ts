/** Random domains of the published sizes: mulberry32 and the order of draws are those under which the sizes were found. */
import type { PackageDomain } from "./domain.ts";

export type DomainKind = "real" | "points" | "conflict";

export function generateDomain(
  kind: DomainKind,
  parties: number,
  issues: number,
  options: number,
  linked: number,
  seed: number,
): PackageDomain {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const list = <T>(length: number, make: (k: number) => T): T[] => Array.from({ length }, (_, k) => make(k));
  const amount = (x: number): number => (kind === "points" ? Math.round(x) : Math.round(x * 1e6) / 1e6);
  const weights = list(parties, () => {
    const drawn = list(issues, next);
    const total = drawn.reduce((a, b) => a + b, 0);
    return drawn.map((x) => (100 * x) / total);
  });
  const values = list(parties, () => list(issues, () => [] as number[]));
  for (let i = 0; i < issues; i++)
    for (let o = 0; o < options; o++) {
      let drawn = list(parties, next);
      if (kind === "conflict") {
        const total = drawn.reduce((a, b) => a + b, 0);
        drawn = drawn.map((x) => x / total);
      }
      for (let p = 0; p < parties; p++) values[p]![i]!.push(amount(weights[p]![i]! * drawn[p]!));
    }
  const pairs: [number, number][] = [];
  while (pairs.length < linked) {
    const a = Math.floor(next() * issues);
    const b = a + 1 + Math.floor(next() * 3);
    if (b < issues && !pairs.some(([x, y]) => x === a && y === b)) pairs.push([a, b]);
  }
  const tables = list(parties, (p) => list(issues, (i) => ({ issues: [i], values: values[p]![i]! })));
  for (const [a, b] of pairs)
    for (let p = 0; p < parties; p++)
      tables[p]!.push({
        issues: [a, b],
        values: list(options * options, () => amount((next() - 0.5) * weights[p]![a]!)),
      });
  return {
    issues: list(issues, (i) => ({ id: `i${i}`, options: list(options, (o) => `o${o}`) })),
    parties: list(parties, (p) => ({ id: `p${p}`, tables: tables[p]!, noAgreement: 30 })),
  };
}
