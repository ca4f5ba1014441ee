/** The end of a branch: two halves of the open issues written out, and those pairs found that give every party enough. */

export interface Joiner {
  /**
   * Tries every completion of a partial package. `rows` holds the live rows of `count` open issues, `starts` where each
   * begins (and, last, where they end); `gains` what is settled; `weights` any admissible ones.
   */
  join(rows: Int32Array, starts: Int32Array, count: number, gains: Float64Array, weights: Float64Array): void;
}
export interface JoinQuestion {
  readonly parties: number;
  /** Places between rows of the table, at least `parties`. */
  readonly stride: number;
  readonly table: Float64Array;
  /** Most completions that are ever asked for. */
  readonly most: number;
  bar(): number;
  /** Least total gain of each party. */
  readonly floors: Float64Array;
  /** Rows of the open issues that complete a package whose gains pass all floors: `count` of them, in any order. */
  found(rows: Int32Array, count: number): void;
}

export function createJoiner({ parties: P, stride: S, table, most, bar, floors, found }: JoinQuestion): Joiner {
  const sums = [new Float64Array(most * S), new Float64Array(most * S)] as const;
  const worth = new Float64Array(most);
  const need = new Float64Array(S);
  const rank = new Int32Array(most);
  const issues = [new Int32Array(64), new Int32Array(64)] as const;
  const held = [0, 0];
  const sizes = [1, 1];
  let chosen = new Int32Array(64);

  function writeHalf(half: 0 | 1, rows: Int32Array, starts: Int32Array): void {
    const into = sums[half];
    into.fill(0, 0, S);
    let n = 1;
    for (let k = 0; k < held[half]!; k++) {
      const issue = issues[half][k]!;
      const start = starts[issue]!;
      // From the last option down, so that the sums so far are overwritten last.
      for (let option = starts[issue + 1]! - start - 1; option >= 0; option--) {
        const at = rows[start + option]! * S;
        const to = option * n * S;
        for (let a = 0; a < n * S; a += S) for (let p = 0; p < P; p++) into[to + a + p] = into[a + p]! + table[at + p]!;
      }
      n *= starts[issue + 1]! - start;
    }
  }
  function name(half: 0 | 1, place: number, rows: Int32Array, starts: Int32Array, from: number): number {
    let rest = place;
    for (let k = 0; k < held[half]!; k++) {
      const issue = issues[half][k]!;
      const size = starts[issue + 1]! - starts[issue]!;
      chosen[from + k] = rows[starts[issue]! + (rest % size)]!;
      rest = Math.floor(rest / size);
    }
    return from + held[half]!;
  }

  return {
    join(rows, starts, count, gains, weights) {
      if (chosen.length < count) chosen = new Int32Array(count);
      held[0] = held[1] = 0;
      sizes[0] = sizes[1] = 1;
      for (let k = 0; k < count; k++) {
        const half = sizes[0] <= sizes[1]! ? 0 : 1;
        issues[half][held[half]!] = k;
        held[half]!++;
        sizes[half]! *= starts[k + 1]! - starts[k]!;
      }
      writeHalf(0, rows, starts);
      writeHalf(1, rows, starts);
      const [left, right] = sums;
      const order = rank.subarray(0, sizes[1]);
      for (let b = 0; b < order.length; b++) {
        let value = 0;
        for (let p = 0; p < P; p++) value += weights[p]! * right[b * S + p]!;
        worth[b] = value;
        order[b] = b;
      }
      order.sort((x, y) => worth[y]! - worth[x]!);
      for (let a = 0; a < sizes[0]; a++) {
        let least = bar();
        for (let p = 0; p < P; p++) {
          const settled = gains[p]! + left[a * S + p]!;
          need[p] = floors[p]! - settled;
          least -= weights[p]! * settled;
        }
        for (let k = 0; k < order.length; k++) {
          const b = order[k]!;
          if (worth[b]! < least) break;
          const at = b * S;
          let p = 0;
          while (p < P && right[at + p]! >= need[p]!) p++;
          if (p === P) found(chosen, name(1, b, rows, starts, name(0, a, rows, starts, 0)));
        }
      }
    },
  };
}
