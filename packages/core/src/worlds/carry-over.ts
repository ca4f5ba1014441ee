import { normalCdf } from "./normal-cdf.ts";
import { normalQuantile } from "./normal-quantile.ts";

/** The last double before one: Φ rounds to one from a score of about 8.3 on, and a draw is never one. */
const belowOne = 1 - 1.1102230246251565e-16;

/**
 * A later uniform draw that remembers an earlier one: Gaussian copula, Φ(ρ Φ⁻¹(first) + √(1 − ρ²) Φ⁻¹(own)).
 * Uniform on (0, 1) when both are independent and uniform. ρ is the correlation of the normal scores, −1..1:
 * at 1 it is `first`, at 0 it is `own`.
 * @throws RangeError when ρ is outside −1..1
 */
export function carryOver(first: number, own: number, rho: number): number {
  if (rho === 0) return own;
  if (rho === 1) return first;
  if (!(rho >= -1 && rho <= 1)) throw new RangeError(`carryOver: the correlation must be within -1..1, not ${rho}`);
  const score = rho * normalQuantile(first) + Math.sqrt(1 - rho * rho) * normalQuantile(own);
  return Math.min(belowOne, normalCdf(score));
}
