/**
 * x to the power r for x >= 0 and r > 0, by exp and log: `**` gives other last digits on other versions of Node.
 * Exact at x = 0, x = 1 and r = 1.
 */
export function raise(x: number, r: number): number {
  if (r === 1) return x;
  return x > 0 ? Math.exp(r * Math.log(x)) : 0;
}
