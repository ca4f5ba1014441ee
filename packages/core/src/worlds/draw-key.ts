import { threefry2x32 } from "./threefry.ts";

/** The name of one stream of draws: 64 bits as two int32. */
export interface Key {
  readonly k0: number;
  readonly k1: number;
}

/** Takes one 64-bit block into the state: the cipher under the state, fed forward (Matyas–Meyer–Oseas, as Skein chains Threefish). */
function absorb(state: Key, m0: number, m1: number): Key {
  const [x0, x1] = threefry2x32(state.k0, state.k1, m0, m1, 20);
  return { k0: x0 ^ m0, k1: x1 ^ m1 };
}

/** Length first, so that no two lists of texts run together into the same blocks. UTF-16 units, four to a block. */
function absorbText(start: Key, text: string): Key {
  let state = absorb(start, text.length, 1);
  for (let i = 0; i < text.length; i += 4) {
    const unit = (at: number) => (at < text.length ? text.charCodeAt(at) : 0);
    state = absorb(state, unit(i) | (unit(i + 1) << 16), unit(i + 2) | (unit(i + 3) << 16));
  }
  return state;
}

/**
 * The stream for one uncertain thing.
 * @param seed a safe integer
 * @param kind what is drawn ("residual", "cost", …); @param id whose; @param occurrence which of several, a safe integer
 * @throws RangeError when seed or occurrence is no safe integer
 */
export function drawKey(seed: number, kind: string, id: string, occurrence = 0): Key {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`drawKey: the seed must be a whole number, not ${seed}`);
  if (!Number.isSafeInteger(occurrence))
    throw new RangeError(`drawKey: the occurrence must be a whole number, not ${occurrence}`);
  const high = (value: number) => Math.floor(value / 4294967296) | 0;
  let state = absorb({ k0: 0, k1: 0 }, seed | 0, high(seed));
  state = absorbText(state, kind);
  state = absorbText(state, id);
  return absorb(state, occurrence | 0, high(occurrence));
}
