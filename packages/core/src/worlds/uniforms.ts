import type { Key } from "./draw-key.ts";

/** Which worlds: their numbers (0 .. 2^32 − 1), or a run of them. */
export type Worlds = Uint32Array | { readonly from: number; readonly count: number };

const step = 1 / 4294967296;
/** The 2^32 mid-points of equal cells: never 0 or 1, so every inverse CDF is finite on it. */
const toUnit = (word: number) => ((word >>> 0) + 0.5) * step;

/** The words of the block last made. A typed array, since numbers beyond 31 bits kept in a variable become heap objects. */
const words = new Int32Array(2);

/**
 * Makes the block of a key at counter (block, 0): Threefry2x32-13. Unrolled, since each draw of each world passes here;
 * a test holds it equal to `threefry2x32(…, 13)`.
 */
function makeBlock(key0: number, key1: number, block: number): void {
  const k0 = key0 | 0;
  const k1 = key1 | 0;
  const k2 = 0x1bd11bda ^ k0 ^ k1;
  let x1 = k1;
  let x0 = ((((block | 0) + k0) | 0) + x1) | 0;
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
  x1 = (((x1 + k2) | 0) + 1) | 0;
  x0 = (((x0 + k1) | 0) + x1) | 0;
  x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
  x1 = (((x1 + k0) | 0) + 2) | 0;
  x0 = (((x0 + k2) | 0) + x1) | 0;
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
  x1 = (((x1 + k1) | 0) + 3) | 0;
  x0 = (((x0 + k0) | 0) + x1) | 0;
  words[0] = x0;
  words[1] = ((x1 << 17) | (x1 >>> 15)) ^ x0;
}

/** The uniform draw of world k in the open interval (0, 1); depends on (key, k) only. One block serves worlds 2j and 2j + 1. */
export function uniformAt(key: Key, k: number): number {
  makeBlock(key.k0, key.k1, k >>> 1);
  return toUnit(words[k & 1]!);
}

/** How many worlds are meant. */
export function countOf(worlds: Worlds): number {
  return worlds instanceof Uint32Array ? worlds.length : worlds.count;
}

/**
 * Writes `uniformAt(key, k)` for each world k, in order, to `out` from `offset` on.
 * @throws RangeError when `out` is too short
 */
export function fillUniforms(key: Key, worlds: Worlds, out: Float64Array, offset = 0): void {
  const end = offset + countOf(worlds);
  if (end > out.length) throw new RangeError(`fillUniforms: ${end} places are needed, the array has ${out.length}`);
  if (worlds instanceof Uint32Array) fillChosen(key, worlds, out, offset);
  else fillRun(key, worlds.from, worlds.count, out, offset);
}

function fillChosen(key: Key, worlds: Uint32Array, out: Float64Array, offset: number): void {
  const { k0, k1 } = key;
  let held = -1;
  for (let i = 0; i < worlds.length; i++) {
    const k = worlds[i]!;
    if (k >>> 1 !== held) {
      held = k >>> 1;
      makeBlock(k0, k1, held);
    }
    out[offset + i] = toUnit(words[k & 1]!);
  }
}

function fillRun(key: Key, from: number, count: number, out: Float64Array, offset: number): void {
  const { k0, k1 } = key;
  let i = 0;
  if (count > 0 && (from & 1) === 1) {
    out[offset] = uniformAt(key, from);
    i = 1;
  }
  for (; i + 1 < count; i += 2) {
    makeBlock(k0, k1, (from + i) >>> 1);
    out[offset + i] = toUnit(words[0]!);
    out[offset + i + 1] = toUnit(words[1]!);
  }
  if (i < count) out[offset + i] = uniformAt(key, from + i);
}
