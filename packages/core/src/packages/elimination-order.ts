/** The factor graph and the order in which its issues are eliminated: min-fill, ties by the smaller table ([P8]). */

export interface EliminationOrder {
  readonly order: readonly number[];
  /** Most issues that stand in one message. */
  readonly width: number;
  /** Cells visited over the whole elimination (message cells × options of the eliminated issue). */
  readonly cells: number;
  readonly largestTable: number;
}

export function orderElimination(sizes: Int32Array, scopes: readonly (readonly number[])[]): EliminationOrder {
  const n = sizes.length;
  const neighbours: Set<number>[] = Array.from({ length: n }, () => new Set());
  for (const scope of scopes) for (const a of scope) for (const b of scope) if (a !== b) neighbours[a]!.add(b);
  const alive = new Set(Array.from({ length: n }, (_, i) => i));
  const order: number[] = [];
  let width = 0;
  let cells = 0;
  let largestTable = 0;
  while (alive.size > 0) {
    let best = -1;
    let bestFill = Infinity;
    let bestTable = Infinity;
    for (const candidate of alive) {
      const around = [...neighbours[candidate]!];
      const table = around.reduce((product, i) => product * sizes[i]!, sizes[candidate]!);
      let fill = 0;
      for (let a = 0; a < around.length && fill <= bestFill; a++)
        for (let b = a + 1; b < around.length; b++) if (!neighbours[around[a]!]!.has(around[b]!)) fill++;
      if (fill < bestFill || (fill === bestFill && table < bestTable))
        [best, bestFill, bestTable] = [candidate, fill, table];
    }
    const around = [...neighbours[best]!];
    for (const a of around) {
      neighbours[a]!.delete(best);
      for (const b of around) if (a !== b) neighbours[a]!.add(b);
    }
    alive.delete(best);
    order.push(best);
    width = Math.max(width, around.length);
    cells += bestTable;
    largestTable = Math.max(largestTable, bestTable);
  }
  return { order, width, cells, largestTable };
}
