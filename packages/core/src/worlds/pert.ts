/**
 * The inverse CDF of the PERT beta on [0, 1], by table. With z = 4 × mode the density is ∝ x^z (1 − x)^(4 − z).
 * Nodes x = s²(3 − 2s) crowd towards both ends; between them a monotone cubic in u with the true slopes 1/density
 * (held to three times the chord: Fritsch & Carlson 1980), and in the two end cells the power law that the density has
 * there. Error below 2e-5 of the range everywhere and below 1e-6 for u in .001...999 (tested against integration).
 */
const cells = 512;
const guides = 1024;

/** Gauss–Legendre, five points on [−1, 1]: Abramowitz & Stegun 25.4.30. */
const nodes = [0, 0.538469310105683, -0.538469310105683, 0.906179845938664, -0.906179845938664];
const weights = [0.568888888888889, 0.478628670499366, 0.478628670499366, 0.236926885056189, 0.236926885056189];

const place = (s: number) => s * s * (3 - 2 * s);
const rest = (s: number) => (1 - s) * (1 - s) * (1 + 2 * s);

export interface PertTable {
  readonly x: Float64Array;
  readonly mass: Float64Array;
  /** dx/du at each node; not used at the ends. */
  readonly slope: Float64Array;
  readonly guide: Uint16Array;
  readonly firstPower: number;
  readonly lastPower: number;
}

/** The table for the given mode, 0..1; about a millisecond. */
export function makePertTable(mode: number): PertTable {
  const z = 4 * mode;
  const kernel = (s: number) => Math.exp(z * Math.log(place(s)) + (4 - z) * Math.log(rest(s)));
  const x = new Float64Array(cells + 1);
  const mass = new Float64Array(cells + 1);
  const slope = new Float64Array(cells + 1);
  for (let i = 1; i <= cells; i++) {
    let area = 0;
    for (let j = 0; j < nodes.length; j++) {
      const s = (i - 0.5 + 0.5 * nodes[j]!) / cells;
      area += weights[j]! * kernel(s) * 6 * s * (1 - s);
    }
    x[i] = place(i / cells);
    mass[i] = mass[i - 1]! + (0.5 * area) / cells;
  }
  const total = mass[cells]!;
  for (let i = 1; i <= cells; i++) mass[i] = mass[i]! / total;
  for (let i = 1; i < cells; i++) slope[i] = total / kernel(i / cells);
  return { x, mass, slope, guide: buildGuide(mass), firstPower: 1 / (1 + z), lastPower: 1 / (5 - z) };
}

/** The place below which the share u, 0..1, of the distribution lies; 0..1, never falling as u rises. */
export function pertAt(table: PertTable, u: number): number {
  const { x, mass, slope } = table;
  if (u <= 0) return 0;
  if (u >= 1) return 1;
  let i = table.guide[(u * guides) | 0]!;
  while (i < cells - 1 && mass[i + 1]! <= u) i++;
  if (i === 0) return x[1]! * Math.exp(table.firstPower * Math.log(u / mass[1]!));
  if (i === cells - 1) {
    const share = Math.min(1, (1 - u) / (1 - mass[i]!));
    return 1 - (1 - x[i]!) * Math.exp(table.lastPower * Math.log(share));
  }
  const width = mass[i + 1]! - mass[i]!;
  const rise = x[i + 1]! - x[i]!;
  const left = Math.min(slope[i]! * width, 3 * rise);
  const right = Math.min(slope[i + 1]! * width, 3 * rise);
  const t = (u - mass[i]!) / width;
  return x[i]! + t * (left + t * (3 * rise - 2 * left - right + t * (left + right - 2 * rise)));
}

/** For each of `guides` equal steps of u, the last cell that begins at or before it. */
function buildGuide(mass: Float64Array): Uint16Array {
  const guide = new Uint16Array(guides);
  let cell = 0;
  for (let g = 0; g < guides; g++) {
    while (cell < cells - 1 && mass[cell + 1]! <= g / guides) cell++;
    guide[g] = cell;
  }
  return guide;
}
