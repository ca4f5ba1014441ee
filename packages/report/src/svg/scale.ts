/** Maps [from, to] of the data (which may fall) onto [start, end] of the page. Values beyond the ends are held at them. */
export interface Scale {
  readonly place: (value: number) => number;
  readonly start: number;
  readonly end: number;
}

export function linearScale(from: number, to: number, start: number, end: number): Scale {
  const span = to - from;
  return {
    start,
    end,
    place: (value) => {
      const share = span === 0 ? 0.5 : (value - from) / span;
      return start + Math.max(0, Math.min(1, share)) * (end - start);
    },
  };
}

/** Round numbers that cover [low, high], about `count` of them; steps of 1, 2 or 5 times a power of ten. Ends must be finite, else only `low`. */
export function niceTicks(low: number, high: number, count: number): readonly number[] {
  if (!(high > low) || !Number.isFinite(high - low)) return [low];
  const rough = (high - low) / Math.max(1, count);
  let unit = 1;
  while (unit * 10 <= rough) unit *= 10;
  while (unit > rough) unit /= 10;
  const step = [1, 2, 5, 10].map((factor) => factor * unit).find((candidate) => candidate >= rough) ?? unit * 10;
  const ticks: number[] = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++)
    ticks.push(Number((k * step).toFixed(9)));
  return ticks;
}
