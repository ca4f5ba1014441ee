import type { DenseTable } from "./dense-table.ts";
import type { RealisedRound } from "./realise.ts";

/** What one trade does to each actor: how much nearer the two outcomes come to what it demands, in salience × scale points. */
export function externalities(table: DenseTable, start: Float64Array, round: RealisedRound): number[][] {
  const { actors, known, demand, salience } = table;
  const outcome = Float64Array.from(start);
  return round.trades.map(({ p, q, shiftP, shiftQ }) => {
    const change = Array.from({ length: actors }, () => 0);
    for (const [issue, shift] of [
      [p, shiftP],
      [q, shiftQ],
    ] as const) {
      const before = outcome[issue]!;
      const after = before + shift;
      for (let a = 0; a < actors; a++) {
        const at = issue * actors + a;
        if (known[at] === 0) continue;
        const nearer = Math.abs(before - demand[at]!) - Math.abs(after - demand[at]!);
        change[a] = change[a]! + nearer * salience[at]!;
      }
      outcome[issue] = after;
    }
    return change;
  });
}
