/**
 * What every outcome model reads of one issue: a row an actor, dense and in the same order throughout. Positions are in
 * the issue's own units; nothing below assumes 0..100.
 */
export interface ScaleTable {
  readonly position: ArrayLike<number>;
  /** 0..1. */
  readonly salience: ArrayLike<number>;
  /** At least 0, in any unit: only ratios count. */
  readonly capability: ArrayLike<number>;
}

/** Holds a table to its shape. @throws RangeError naming the row */
export function checkScaleTable({ position, salience, capability }: ScaleTable): void {
  const n = position.length;
  if (n === 0) throw new RangeError("forecast: the issue has no actor with a position");
  if (salience.length !== n || capability.length !== n)
    throw new RangeError(
      `forecast: ${n} positions, ${salience.length} saliences and ${capability.length} capabilities do not match`,
    );
  for (let i = 0; i < n; i++) {
    if (!Number.isFinite(position[i])) throw new RangeError(`forecast: row ${i}: the position is no number`);
    if (!(salience[i]! >= 0 && salience[i]! <= 1))
      throw new RangeError(`forecast: row ${i}: salience must be within 0..1, not ${salience[i]}`);
    if (!(capability[i]! >= 0 && Number.isFinite(capability[i])))
      throw new RangeError(`forecast: row ${i}: capability must be at least 0, not ${capability[i]}`);
  }
}
