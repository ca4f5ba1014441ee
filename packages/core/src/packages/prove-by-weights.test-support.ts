/** A checker of certificates that shares no code with the engine. */

type Rows = readonly (readonly number[])[];

/** How unlike each other options are. */
const spread = (rows: Rows): number =>
  rows[0]!.reduce((sum, _, p) => {
    const values = rows.map((row) => row[p]!);
    const width = Math.max(...values) - Math.min(...values);
    return sum + width * width;
  }, 0);

const dot = (w: readonly number[], row: readonly number[]): number => {
  let sum = 0;
  for (let p = 0; p < w.length; p++) sum += w[p]! * row[p]!;
  return sum;
};

/**
 * For many parties the packages within the threshold are too many to be walked. The claim is checked all the same, by
 * weights of the checker's own: a branch is closed where some nonnegative weights that add up to one leave it below (a
 * weight of one on each party first), and options are dropped that would leave it below.
 */
export function proveByWeights(
  open: readonly Rows[],
  gains: readonly number[],
  weights: readonly number[],
  threshold: number,
): { readonly best: number; readonly branches: number } {
  let [live, w, best, branches] = [[...open], [...weights], -Infinity, 1];
  const closed = (under: readonly number[]): boolean => {
    const worth = live.map((rows) => rows.map((row) => dot(under, row)));
    const tops = worth.map((list) => Math.max(...list));
    const excess = dot(under, gains) + tops.reduce((sum, top) => sum + top, 0) - threshold;
    if (excess < 0) return true;
    const best = live.map((rows, i) => rows[worth[i]!.indexOf(tops[i]!)]!);
    live = live.map((rows, i) => rows.filter((_, k) => tops[i]! - worth[i]![k]! <= excess));
    const reached = gains.map((x, p) => best.reduce((sum, row) => sum + row[p]!, x));
    const mean = reached.reduce((a, b) => a + b, 0) / reached.length;
    const norm = reached.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) || 1;
    w = under.map((x, p) => Math.max(0, x - (excess / norm) * (reached[p]! - mean)));
    const total = w.reduce((a, b) => a + b, 0);
    w = w.map((x) => x / total);
    return false;
  };
  if (gains.some((_, p) => closed(gains.map((_unused, q) => (p === q ? 1 : 0))))) return { best, branches };
  w = [...weights];
  for (let step = 0; step < 8; step++) if (closed(w)) return { best, branches };
  if (live.length === 0) return { best: Math.min(...gains), branches };
  const next = live.reduce((most, rows) => (spread(rows) > spread(most) ? rows : most));
  const rest = live.filter((rows) => rows !== next);
  for (const row of next) {
    const below = proveByWeights(
      rest,
      gains.map((x, p) => x + row[p]!),
      w,
      threshold,
    );
    best = Math.max(best, below.best);
    branches += below.branches;
  }
  return { best, branches };
}
