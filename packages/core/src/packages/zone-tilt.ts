/** The tilt of an estimate: per party a θ ≥ 0 under which its mean utility comes to its reservation and a little above. */
import type { Factor, Space } from "./space.ts";
import { strideOf } from "./tables.ts";

/** How far above the reservation the mean is brought, in standard deviations: half the draws would miss it otherwise. */
const ABOVE = 0.5;
const SWEEPS = 40;
/** θ × range per party: keeps exp in range for a dozen parties. */
const MOST = 40;

export function findTilt(space: Space, factors: readonly Factor[]): Float64Array {
  const P = space.parties.length;
  const tilt = new Float64Array(P);
  const tables = averageTables(space, factors);
  const shares = space.issues.map(({ copies }) => {
    const all = copies.reduce((a, b) => a + b, 0);
    return copies.map((c) => c / all);
  });
  const range = new Float64Array(P);
  for (const table of tables)
    for (let p = 0; p < P; p++) {
      let low = Infinity;
      let high = -Infinity;
      for (let k = p; k < table.length; k += P) {
        low = Math.min(low, table[k]!);
        high = Math.max(high, table[k]!);
      }
      range[p]! += high - low;
    }
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (let p = 0; p < P; p++) {
      if (space.reservation[p] === -Infinity || range[p] === 0) continue;
      const { mean, variance } = momentsOf(tables, shares, tilt, p, P);
      if (variance <= 0) continue;
      const gap = space.reservation[p]! + ABOVE * Math.sqrt(variance) - mean;
      const step = Math.max(-1 / Math.sqrt(variance), Math.min(1 / Math.sqrt(variance), gap / variance));
      tilt[p] = Math.min(MOST / range[p]!, Math.max(0, tilt[p]! + step));
    }
  return tilt;
}

/** Every issue's own table plus its share of the links' averages: the links' pull, roughly. */
function averageTables(space: Space, factors: readonly Factor[]): Float64Array[] {
  const P = space.parties.length;
  const tables = Array.from(space.sizes, (size) => new Float64Array(size * P));
  for (const { scope, values } of factors)
    for (const issue of scope) {
      const size = space.sizes[issue]!;
      const stride = strideOf(space.sizes, scope, issue);
      const each = size / (values.length / P) / scope.length;
      for (let cell = 0; cell < values.length / P; cell++) {
        const option = Math.floor(cell / stride) % size;
        for (let p = 0; p < P; p++) tables[issue]![option * P + p]! += values[cell * P + p]! * each;
      }
    }
  return tables;
}

function momentsOf(
  tables: readonly Float64Array[],
  shares: readonly Float64Array[],
  tilt: Float64Array,
  party: number,
  P: number,
): { mean: number; variance: number } {
  let mean = 0;
  let variance = 0;
  tables.forEach((table, i) => {
    const size = table.length / P;
    let top = -Infinity;
    const powers = new Float64Array(size);
    for (let option = 0; option < size; option++) {
      for (let p = 0; p < P; p++) powers[option]! += tilt[p]! * table[option * P + p]!;
      top = Math.max(top, powers[option]!);
    }
    let weight = 0;
    let first = 0;
    let second = 0;
    for (let option = 0; option < size; option++) {
      const w = shares[i]![option]! * Math.exp(powers[option]! - top);
      const x = table[option * P + party]!;
      weight += w;
      first += w * x;
      second += w * x * x;
    }
    mean += first / weight;
    variance += Math.max(0, second / weight - (first / weight) * (first / weight));
  });
  return { mean, variance };
}
