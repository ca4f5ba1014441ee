/** What the coder may have got wrong, where a table states single numbers. */
import { type Distribution, drawKey, fillDraws } from "../worlds/index.ts";
import type { DrawnTable } from "./challenge/challenge-draws.ts";
import type { TableIssue } from "./forecast-table.ts";

/**
 * Draws of a table whose numbers are stated exactly: each varies by `percent` of its scale either way (5 % and 95 %
 * points of a normal, cut to the scale; capability by that share of itself). An assumption, not an estimate: it is
 * printed wherever it is used.
 */
export function varyTable(
  issue: TableIssue,
  names: readonly string[],
  percent: number,
  seed: number,
  count: number,
): DrawnTable {
  const { low, high, rows } = issue;
  const share = percent / 100;
  const fill = (what: string, of: (row: TableIssue["rows"][number]) => Distribution) => {
    const out = new Float64Array(rows.length * count);
    rows.forEach((row, i) => {
      const key = drawKey(seed, `coder ${what}`, `${issue.id} ${names[row.actor]}`);
      fillDraws(of(row), key, { from: 0, count }, out.subarray(i * count, (i + 1) * count));
    });
    return out;
  };
  const around = (value: number, by: number, min: number, max: number): Distribution =>
    by > 0 ? { kind: "normal", low: value - by, high: value + by, min, max } : { kind: "exact", value };
  return {
    actors: rows.length,
    count,
    position: fill("position", (row) => around(row.position, share * (high - low), low, high)),
    salience: fill("salience", (row) => around(row.salience, share, 0, 1)),
    capability: fill("capability", (row) =>
      around(row.capability, share * row.capability, 0, Number.POSITIVE_INFINITY),
    ),
  };
}
