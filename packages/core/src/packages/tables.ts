/** Walking the cells of tables over several issues, and boxes written out as tables. */
import type { BoxFactor, Factor, Space } from "./space.ts";

/** Distance between neighbours in `issue` within a row-major table over `scope`; 0 where the table does not know it. */
export function strideOf(sizes: Int32Array, scope: readonly number[], issue: number): number {
  const place = scope.indexOf(issue);
  if (place < 0) return 0;
  let stride = 1;
  for (let k = place + 1; k < scope.length; k++) stride *= sizes[scope[k]!]!;
  return stride;
}

export function countCells(sizes: Int32Array, scope: readonly number[]): number {
  let cells = 1;
  for (const issue of scope) cells *= sizes[issue]!;
  return cells;
}

export interface Walk {
  readonly cells: number;
  /** Cell of each input table at the present setting of the scope (issues outside it at their first option). */
  readonly offsets: Float64Array;
  advance(): void;
}

/** Visits every setting of `scope` in row-major order, keeping the place in each of the `inputs`. */
export function createWalk(sizes: Int32Array, scope: readonly number[], inputs: readonly (readonly number[])[]): Walk {
  const digits = new Int32Array(scope.length);
  const steps = inputs.map((input) => Int32Array.from(scope, (issue) => strideOf(sizes, input, issue)));
  const offsets = new Float64Array(inputs.length);
  return {
    cells: countCells(sizes, scope),
    offsets,
    advance() {
      for (let k = scope.length - 1; k >= 0; k--) {
        digits[k]!++;
        const wrapped = digits[k] === sizes[scope[k]!];
        for (let i = 0; i < steps.length; i++)
          offsets[i]! += wrapped ? -steps[i]![k]! * (digits[k]! - 1) : steps[i]![k]!;
        if (!wrapped) return;
        digits[k] = 0;
      }
    },
  };
}

/** A box as a table over its issues. */
export function writeBox(sizes: Int32Array, box: BoxFactor): Factor {
  const P = box.values.length;
  const cells = countCells(sizes, box.scope);
  const values = new Float64Array(cells * P);
  for (let cell = 0; cell < cells; cell++) {
    let rest = cell;
    let inside = true;
    for (let k = box.scope.length - 1; k >= 0 && inside; k--) {
      const size = sizes[box.scope[k]!]!;
      inside = box.allowed[k]![rest % size] === 1;
      rest = Math.floor(rest / size);
    }
    if (inside) values.set(box.values, cell * P);
  }
  return { scope: box.scope, values };
}

/** Tables and boxes of a space, as tables. */
export function listFactors(space: Space): readonly Factor[] {
  return [...space.factors, ...space.boxes.map((box) => writeBox(space.sizes, box))];
}

/** Greatest value per party in a table. */
export function maximaOf(factor: Factor, parties: number): Float64Array {
  const most = new Float64Array(parties).fill(-Infinity);
  for (let k = 0; k < factor.values.length; k++) {
    const p = k % parties;
    if (factor.values[k]! > most[p]!) most[p] = factor.values[k]!;
  }
  return most;
}

/** Least value per party in a table. */
export function minimaOf(factor: Factor, parties: number): Float64Array {
  const least = new Float64Array(parties).fill(Infinity);
  for (let k = 0; k < factor.values.length; k++) {
    const p = k % parties;
    if (factor.values[k]! < least[p]!) least[p] = factor.values[k]!;
  }
  return least;
}
