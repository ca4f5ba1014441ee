/** A checker of certificates that shares no code with the engine. */

type Rows = readonly (readonly number[])[];

/** How unlike each other options are. */
const spread = (rows: Rows): number =>
  rows[0]!.reduce((sum, _, p) => {
    const values = rows.map((row) => row[p]!);
    const width = Math.max(...values) - Math.min(...values);
    return sum + width * width;
  }, 0);

/**
 * For many parties the packages within the threshold are too many to be walked. The claim is checked all the same, by
 * weights of the verifier's own: a branch is closed where some nonnegative weights that add up to one leave it below.
 */
export function proveByWeights(
  open: readonly Rows[],
  gains: readonly number[],
  weights: readonly number[],
  threshold: number,
): { readonly best: number; readonly branches: number } {
  let [live, w, best, branches] = [[...open], [...weights], -Infinity, 1];
  for (let step = 0; step < 12; step++) {
    const worth = (row: readonly number[]) => row.reduce((sum, x, p) => sum + w[p]! * x, 0);
    const tops = live.map((rows) => rows.reduce((top, row) => (worth(row) > worth(top) ? row : top)));
    const excess = worth(gains) + tops.reduce((sum, row) => sum + worth(row), 0) - threshold;
    if (excess < 0) return { best, branches };
    live = live.map((rows, i) => rows.filter((row) => worth(tops[i]!) - worth(row) <= excess));
    const reached = gains.map((x, p) => tops.reduce((sum, row) => sum + row[p]!, x));
    const mean = reached.reduce((a, b) => a + b, 0) / reached.length;
    const norm = reached.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) || 1;
    w = w.map((x, p) => Math.max(0, x - (excess / norm) * (reached[p]! - mean)));
    const total = w.reduce((a, b) => a + b, 0);
    w = w.map((x) => x / total);
  }
  if (live.length === 0) return { best: Math.min(...gains), branches };
  const next = live.reduce((most, rows) => (spread(rows) > spread(most) ? rows : most));
  for (const row of next) {
    const rest = live.filter((rows) => rows !== next);
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
