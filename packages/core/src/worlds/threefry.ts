/**
 * Threefry2x32, a counter-based generator: the same key and counter give the same block on every machine, in any order.
 * Source: Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3" (SC '11); rotations and key
 * schedule as printed there. 20 rounds is the full cipher, 13 the fewest that they found to pass BigCrush.
 */
const rotations = [13, 15, 26, 6, 17, 29, 16, 24] as const;
const parity = 0x1bd11bda;

/** The two 32-bit words (as int32) of the block at counter (c0, c1) under key (k0, k1), after `rounds` rounds. */
export function threefry2x32(
  k0: number,
  k1: number,
  c0: number,
  c1: number,
  rounds: number,
): readonly [number, number] {
  const schedule = [k0 | 0, k1 | 0, parity ^ k0 ^ k1] as const;
  let x0 = (c0 + schedule[0]) | 0;
  let x1 = (c1 + schedule[1]) | 0;
  for (let round = 1; round <= rounds; round++) {
    const turn = rotations[(round - 1) % 8]!;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << turn) | (x1 >>> (32 - turn))) ^ x0;
    if (round % 4 === 0) {
      const injection = round / 4;
      x0 = (x0 + schedule[injection % 3]!) | 0;
      x1 = (x1 + schedule[(injection + 1) % 3]! + injection) | 0;
    }
  }
  return [x0, x1];
}
