/** Fills of the parts of a bar, densest first, and of what is left. */
const blocks = { fills: ["█", "▓", "▒"], rest: "·" } as const;
const ascii = { fills: ["#", "=", "-"], rest: "." } as const;

/**
 * A bar of stacked shares, `width` characters long. Ends are rounded as running totals, so that a bar is never longer
 * than it should be; a share that is not nought is never hidden while there is room.
 * @param shares each 0..1, at most three, together at most 1 (rounding aside)
 */
export function barOf(shares: readonly number[], width: number, unicode: boolean): string {
  const { fills, rest } = unicode ? blocks : ascii;
  let total = 0;
  let text = "";
  for (const [at, share] of shares.entries()) {
    total += share;
    const least = share > 0.005 ? 1 : 0;
    const length = Math.max(least, Math.round(Math.min(1, total) * width) - text.length);
    text += (fills[at] ?? rest).repeat(Math.max(0, Math.min(length, width - text.length)));
  }
  return text + rest.repeat(width - text.length);
}
