/** Large counts from small numbers: the same sum is done under several moduli and put together (Chinese remainders). */
import { greatestCommonDivisor } from "../fraction.ts";

/**
 * Counts below 2^53 need no modulus at all. Moduli lie just below 2^42, so that eleven rounds of additions can double a value
 * each and still be exact in a double; they are coprime in pairs, which is all that is needed, since nothing is ever divided.
 */
const LARGEST = 4_398_046_511_104;
export const ROUNDS_BETWEEN_REDUCTIONS = 11;

/** Moduli whose product exceeds `most`; empty where plain doubles hold it. */
export function moduliFor(most: bigint): readonly number[] {
  if (most < 1n << 53n) return [];
  const chosen: number[] = [];
  let product = 1n;
  for (let candidate = LARGEST; product <= most; candidate--) {
    const big = BigInt(candidate);
    if (greatestCommonDivisor(product, big) !== 1n) continue;
    chosen.push(candidate);
    product *= big;
  }
  return chosen;
}

/** Puts residues, one for each modulus, together. */
export function joinerOf(moduli: readonly number[]): (residues: readonly number[]) => bigint {
  if (moduli.length === 0) return ([value]) => BigInt(value!);
  const product = moduli.reduce((all, modulus) => all * BigInt(modulus), 1n);
  const units = moduli.map((modulus) => {
    const others = product / BigInt(modulus);
    return others * inverse(others % BigInt(modulus), BigInt(modulus));
  });
  return (residues) => residues.reduce((sum, residue, p) => sum + BigInt(residue) * units[p]!, 0n) % product;
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [r, next, s, nextS] = [modulus, value, 0n, 1n];
  while (next !== 0n) {
    const quotient = r / next;
    [r, next] = [next, r - quotient * next];
    [s, nextS] = [nextS, s - quotient * nextS];
  }
  return ((s % modulus) + modulus) % modulus;
}
