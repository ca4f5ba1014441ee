import { checkDistribution, type Distribution } from "./distribution.ts";
import type { Key } from "./draw-key.ts";
import { inverseCdf } from "./quantile.ts";
import { countOf, fillUniforms, type Worlds } from "./uniforms.ts";

/**
 * Writes the draw of d in each world, in order, to `out` from `offset` on. The draw of world k is
 * `quantile(d, uniformAt(key, k))`: it depends on (d, key, k) and on nothing else.
 * @throws RangeError when d is impossible or `out` is too short
 */
export function fillDraws(d: Distribution, key: Key, worlds: Worlds, out: Float64Array, offset = 0): void {
  const end = offset + countOf(worlds);
  if (d.kind === "exact") {
    if (end > out.length) throw new RangeError(`fillDraws: ${end} places are needed, the array has ${out.length}`);
    checkDistribution(d);
    out.fill(d.value, offset, end);
    return;
  }
  const turned = inverseCdf(d);
  fillUniforms(key, worlds, out, offset);
  turned.replace(out, offset, end);
}
