const rootTwoPi = 2.5066282746310002;

/** The standard normal density. */
export function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / rootTwoPi;
}

/**
 * The standard normal distribution function Φ(x), absolute error below 1e-14 (tested), 0..1.
 * Source: Hart et al. 1968, algorithm 5666, in the form of West 2005, "Better approximations to cumulative normal
 * functions". Uses only + − × ÷ and exp, so that every Node version gives the same bytes.
 */
export function normalCdf(x: number): number {
  const a = x < 0 ? -x : x;
  const tail = a > 38.6 ? 0 : upperTail(a);
  return x < 0 ? tail : 1 - tail;
}

/** 1 − Φ(a) for a ≥ 0. */
function upperTail(a: number): number {
  const e = Math.exp(-0.5 * a * a);
  if (a >= 7.07106781186547) {
    const b = a + 1 / (a + 2 / (a + 3 / (a + 4 / (a + 0.65))));
    return e / (b * rootTwoPi);
  }
  let top = 3.52624965998911e-2 * a + 0.700383064443688;
  top = top * a + 6.37396220353165;
  top = top * a + 33.912866078383;
  top = top * a + 112.079291497871;
  top = top * a + 221.213596169931;
  top = top * a + 220.206867912376;
  let bottom = 8.83883476483184e-2 * a + 1.75566716318264;
  bottom = bottom * a + 16.064177579207;
  bottom = bottom * a + 86.7807322029461;
  bottom = bottom * a + 296.564248779674;
  bottom = bottom * a + 637.333633378831;
  bottom = bottom * a + 793.826512519948;
  bottom = bottom * a + 440.413735824752;
  return (e * top) / bottom;
}
