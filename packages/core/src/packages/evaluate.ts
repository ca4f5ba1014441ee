/** What one package is worth to everyone, exactly. */
import type { Space } from "./space.ts";
import { listFactors } from "./tables.ts";

/** On the integer scales; `options` are compiled. */
export function evaluateOptions(space: Space, options: Int32Array): readonly bigint[] {
  const P = space.parties.length;
  const sums = Array.from<bigint>({ length: P }).fill(0n);
  for (const { scope, values } of space.exact?.factors ?? listFactors(space)) {
    let cell = 0;
    for (const issue of scope) cell = cell * space.sizes[issue]! + options[issue]!;
    for (let p = 0; p < P; p++) sums[p] = sums[p]! + BigInt(values[cell * P + p]!);
  }
  return sums;
}
