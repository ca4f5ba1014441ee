import type { ScaleTable } from "../scale-table.ts";
import { type Disagreement, gainsOf, peakOf } from "./gains.ts";

/**
 * Asymmetric Nash bargaining on a scale: the place with the greatest Σ c_i ln g_i where all gain; `otherwise` where there
 * is none (the middle of the scale where it is not on it). As the cost of disagreement grows it becomes the weighted
 * mean. Source: Nash 1950; Harsanyi & Selten 1972; Achen 2006.
 */
export function nashOnScale(table: ScaleTable, disagreement: Disagreement): number {
  const gains = gainsOf(table, disagreement);
  if (gains.from > gains.to) return fallBack(disagreement);
  return peakOf(
    (place) => {
      let sum = 0;
      for (let i = 0; i < gains.count; i++) {
        const gain = gains.at(i, place);
        if (gains.weight[i]! > 0) sum += gains.weight[i]! * Math.log(gain > 1e-300 ? gain : 1e-300);
      }
      return sum;
    },
    gains.from,
    gains.to,
  );
}

/**
 * Kalai–Smorodinsky on a scale: the place at which the least of g_i / (its most where all gain) is greatest. Capability
 * does not count. Source: Kalai & Smorodinsky 1975.
 */
export function kalaiSmorodinskyOnScale(table: ScaleTable, disagreement: Disagreement): number {
  const gains = gainsOf(table, disagreement);
  const { from, to } = gains;
  if (from > to) return fallBack(disagreement);
  const most = Array.from(table.position, (x, i) => gains.at(i, Math.min(to, Math.max(from, x))));
  return peakOf(
    (place) => {
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < gains.count; i++) {
        // An actor that cannot gain at all has no say in who gains the least.
        const share = most[i]! > 1e-12 ? gains.at(i, place) / most[i]! : Number.POSITIVE_INFINITY;
        if (share < least) least = share;
      }
      return least;
    },
    from,
    to,
  );
}

const fallBack = ({ otherwise, low, high }: Disagreement) => otherwise ?? (low + high) / 2;
