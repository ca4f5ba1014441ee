/** Sets of states as rows of bits: row s of an n × n relation. */

export interface BitRows {
  /** 32-bit words per row. */
  readonly words: number;
  readonly bits: Uint32Array;
}

export function emptyRows(rows: number, columns: number): BitRows {
  const words = Math.ceil(columns / 32);
  return { words, bits: new Uint32Array(rows * words) };
}
export function hasBit(rows: BitRows, row: number, column: number): boolean {
  return ((rows.bits[row * rows.words + (column >>> 5)]! >>> (column & 31)) & 1) === 1;
}
export function setBit(rows: BitRows, row: number, column: number): void {
  const at = row * rows.words + (column >>> 5);
  rows.bits[at] = rows.bits[at]! | (1 << (column & 31));
}
/** Columns set in the row, ascending. */
export function columnsOf(rows: BitRows, row: number): readonly number[] {
  const found: number[] = [];
  for (let w = 0; w < rows.words; w++) {
    let word = rows.bits[row * rows.words + w]!;
    while (word !== 0) {
      const lowest = word & -word;
      found.push(w * 32 + (31 - Math.clz32(lowest)));
      word ^= lowest;
    }
  }
  return found;
}
/** Whether the two rows share a column. */
export function rowsMeet(a: BitRows, rowA: number, b: BitRows, rowB: number): boolean {
  for (let w = 0; w < a.words; w++) if ((a.bits[rowA * a.words + w]! & b.bits[rowB * b.words + w]!) !== 0) return true;
  return false;
}
/** Whether every column of row A is one of row B. */
export function rowWithin(a: BitRows, rowA: number, b: BitRows, rowB: number): boolean {
  for (let w = 0; w < a.words; w++)
    if ((a.bits[rowA * a.words + w]! & ~b.bits[rowB * b.words + w]!) !== 0) return false;
  return true;
}
/** Row by row what stands in both. */
export function intersectRows(a: BitRows, b: BitRows): BitRows {
  return { words: a.words, bits: a.bits.map((word, k) => word & b.bits[k]!) };
}
export function uniteRows(a: BitRows, b: BitRows): BitRows {
  return { words: a.words, bits: a.bits.map((word, k) => word | b.bits[k]!) };
}
/** Rows of those columns below `columns` that are not set. */
export function invertRows(rows: BitRows, columns: number): BitRows {
  const bits = rows.bits.map((word) => ~word);
  const spare = columns & 31;
  if (spare !== 0) {
    const mask = (1 << spare) - 1;
    for (let k = rows.words - 1; k < bits.length; k += rows.words) bits[k] = bits[k]! & mask;
  }
  return { words: rows.words, bits };
}
