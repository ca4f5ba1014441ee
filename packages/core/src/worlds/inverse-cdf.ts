import { makePertTable, pertAt } from "./pert.ts";

/** A distribution made ready to draw from. */
export interface InverseCdf {
  /** The value at u, 0 < u < 1. */
  readonly at: (u: number) => number;
  /**
   * Puts the value at u in the place of each u from `from` to before `end`. A loop in each family, not one over `at`:
   * a call that the compiler cannot see through makes a heap object of every number.
   */
  readonly replace: (values: Float64Array, from: number, end: number) => void;
}

/** Uniform on [low, high]. */
export function makeUniform(low: number, high: number): InverseCdf {
  const width = high - low;
  const at = (u: number) => Math.min(high, low + width * u);
  return {
    at,
    replace(values, from, end) {
      for (let i = from; i < end; i++) values[i] = at(values[i]!);
    },
  };
}

/** Exponential with rate 1 / mean, truncated to [0, max]. */
export function makeExponential(mean: number, max: number): InverseCdf {
  const within = 1 - Math.exp(-max / mean);
  const at = (u: number) => Math.min(max, -mean * Math.log(1 - u * within));
  return {
    at,
    replace(values, from, end) {
      for (let i = from; i < end; i++) values[i] = at(values[i]!);
    },
  };
}

/** PERT beta on [least, most]; its error is `pertAt`'s. */
export function makePert(least: number, likeliest: number, most: number): InverseCdf {
  const width = most - least;
  if (width === 0) return makeSteps([{ share: 1, value: least }]);
  const table = makePertTable((likeliest - least) / width);
  const at = (u: number) => Math.min(most, least + width * pertAt(table, u));
  return {
    at,
    replace(values, from, end) {
      for (let i = from; i < end; i++) values[i] = at(values[i]!);
    },
  };
}

/** Finitely many values, by relative share; taken in rising order, so that the draw never falls as u rises. */
export function makeSteps(parts: readonly { readonly share: number; readonly value: number }[]): InverseCdf {
  const rising = parts.filter((part) => part.share > 0).sort((a, b) => a.value - b.value);
  const value = Float64Array.from(rising, (part) => part.value);
  const total = rising.reduce((sum, part) => sum + part.share, 0);
  let passed = 0;
  const upTo = Float64Array.from(rising, (part) => {
    passed += part.share;
    return passed / total;
  });
  const last = value.length - 1;
  const at = (u: number) => {
    let i = 0;
    while (i < last && upTo[i]! <= u) i++;
    return value[i]!;
  };
  return {
    at,
    replace(values, from, end) {
      for (let i = from; i < end; i++) values[i] = at(values[i]!);
    },
  };
}
