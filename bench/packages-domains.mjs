// Random domains for the benchmark, as utility tables: `real`, `points` and `conflict` values, links between near issues.
// The generator (mulberry32, the order of draws) is that of the published sizes, so that they can be compared.
export function generateDomain(kind, parties, count, options, linked, seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const list = (length, make) => Array.from({ length }, (_, k) => make(k));
  const sixDigits = (x) => Math.round(x * 1e6) / 1e6;
  const amount = (x) => (kind === "points" ? Math.round(x) : sixDigits(x));
  const weights = list(parties, () => {
    const drawn = list(count, next);
    const total = drawn.reduce((a, b) => a + b, 0);
    return drawn.map((x) => (100 * x) / total);
  });
  const values = list(parties, () => list(count, () => []));
  for (let i = 0; i < count; i++)
    for (let o = 0; o < options; o++) {
      let drawn = list(parties, next);
      if (kind === "conflict") {
        const total = drawn.reduce((a, b) => a + b, 0);
        drawn = drawn.map((x) => x / total);
      }
      for (let p = 0; p < parties; p++) values[p][i][o] = amount(weights[p][i] * drawn[p]);
    }
  const pairs = [];
  while (pairs.length < linked) {
    const a = Math.floor(next() * count);
    const b = a + 1 + Math.floor(next() * 3);
    if (b < count && !pairs.some(([x, y]) => x === a && y === b)) pairs.push([a, b]);
  }
  const tables = list(parties, (p) => list(count, (i) => ({ issues: [i], values: values[p][i] })));
  for (const [a, b] of pairs)
    for (let p = 0; p < parties; p++)
      tables[p].push({ issues: [a, b], values: list(options * options, () => amount((next() - 0.5) * weights[p][a])) });
  return {
    issues: list(count, (i) => ({ id: `i${i}`, options: list(options, (o) => `o${o}`) })),
    parties: list(parties, (p) => ({ id: `p${p}`, tables: tables[p], noAgreement: 30 })),
  };
}

/** As the utility-table JSON that the command reads. */
export function asUtilityTable({ issues, parties }) {
  const nested = (values, width) =>
    width === undefined
      ? values
      : Array.from({ length: values.length / width }, (_, k) => values.slice(k * width, (k + 1) * width));
  return JSON.stringify({
    issues: Object.fromEntries(issues.map(({ id, options }) => [id, options])),
    parties: Object.fromEntries(
      parties.map(({ id, tables, noAgreement }) => [
        id,
        {
          values: Object.fromEntries(
            tables.filter((t) => t.issues.length === 1).map((t) => [issues[t.issues[0]].id, t.values]),
          ),
          links: tables
            .filter((t) => t.issues.length === 2)
            .map((t) => ({
              issues: t.issues.map((i) => issues[i].id),
              table: nested(t.values, issues[t.issues[1]].options.length),
            })),
          noAgreement,
        },
      ]),
    ),
  });
}

/** Nonlinear: bonuses on boxes over one to four issues, two parties, like the ANAC 2014 domains. */
export function generateBoxes(count, seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  const boxes = () =>
    Array.from({ length: 2 * count }, () => {
      const issues = new Set();
      const width = 1 + below(4);
      while (issues.size < width) issues.add(below(count));
      const ranges = [...issues].map((issue) => {
        const from = below(10);
        return below(2) ? { issue, from: 0, to: Math.max(from, 4) } : { issue, from: Math.min(from, 6), to: 9 };
      });
      return { ranges, value: 5 + below(95) };
    });
  return {
    issues: Array.from({ length: count }, (_, i) => ({
      id: `i${i}`,
      options: Array.from({ length: 10 }, (_, o) => String(o)),
    })),
    parties: ["a", "b"].map((id) => ({ id, tables: [], boxes: boxes(), noAgreement: 0 })),
  };
}
