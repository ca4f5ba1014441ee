import type { Key } from "./draw-key.ts";

/** Which worlds: their numbers (0 .. 2^32 − 1), or a run of them. */
export type Worlds = Uint32Array | { readonly from: number; readonly count: number };

const step = 1 / 4294967296;
/** The 2^32 mid-points of equal cells: never 0 or 1, so every inverse CDF is finite on it. */
const toUnit = (word: number) => ((word >>> 0) + 0.5) * step;

let first = 0;
let second = 0;
/**
 * Threefry2x32-13 at counter (c0, 0), its words left in `first` and `second`. Unrolled, since each draw of each world
 * passes here; a test holds it equal to `threefry2x32(…, 13)`.
 */
function fillBlock(k0: number, k1: number, c0: number): void {
  const k2 = 0x1bd11bda ^ k0 ^ k1;
  let x1 = k1 | 0;
  let x0 = (c0 + k0 + x1) | 0;
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
  x1 = (x1 + k2 + 1) | 0;
  x0 = (x0 + k1 + x1) | 0;
  x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
  x1 = (x1 + k0 + 2) | 0;
  x0 = (x0 + k2 + x1) | 0;
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
  x1 = (x1 + k1 + 3) | 0;
  x0 = (x0 + k0 + x1) | 0;
  x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
  first = x0;
  second = x1;
}

/** The uniform draw of world k in the open interval (0, 1); depends on (key, k) only. One block serves worlds 2j and 2j + 1. */
export function uniformAt(key: Key, k: number): number {
  fillBlock(key.k0, key.k1, k >>> 1);
  return toUnit((k & 1) === 0 ? first : second);
}

/** How many worlds are meant. */
export function countOf(worlds: Worlds): number {
  return worlds instanceof Uint32Array ? worlds.length : worlds.count;
}

/** Writes `uniformAt(key, k)` for each world k, in order, to `out` from `offset` on. */
export function fillUniforms(key: Key, worlds: Worlds, out: Float64Array, offset = 0): void {
  const { k0, k1 } = key;
  if (worlds instanceof Uint32Array) {
    let held = -1;
    for (let i = 0; i < worlds.length; i++) {
      const k = worlds[i]!;
      if (k >>> 1 !== held) {
        held = k >>> 1;
        fillBlock(k0, k1, held);
      }
      out[offset + i] = toUnit((k & 1) === 0 ? first : second);
    }
    return;
  }
  const { from, count } = worlds;
  let i = 0;
  if (count > 0 && (from & 1) === 1) {
    fillBlock(k0, k1, from >>> 1);
    out[offset] = toUnit(second);
    i = 1;
  }
  for (; i + 1 < count; i += 2) {
    fillBlock(k0, k1, (from + i) >>> 1);
    out[offset + i] = toUnit(first);
    out[offset + i + 1] = toUnit(second);
  }
  if (i < count) {
    fillBlock(k0, k1, (from + i) >>> 1);
    out[offset + i] = toUnit(first);
  }
}
