import { checkDistribution, type Distribution } from "./distribution.ts";
import { type InverseCdf, makeExponential, makePert, makeSteps, makeUniform } from "./inverse-cdf.ts";
import { makeTruncatedNormal } from "./truncated-normal.ts";

const ready = new WeakMap<Distribution, InverseCdf>();

/** The inverse CDF of d, made once per distribution object. @throws RangeError when d is impossible */
export function inverseCdf(d: Distribution): InverseCdf {
  let made = ready.get(d);
  if (made === undefined) {
    checkDistribution(d);
    made = make(d);
    ready.set(d, made);
  }
  return made;
}

/** The value of d with the share u of its mass below it, 0 < u < 1. @throws RangeError when d is impossible */
export function quantile(d: Distribution, u: number): number {
  return inverseCdf(d).at(u);
}

function make(d: Distribution): InverseCdf {
  switch (d.kind) {
    case "exact":
      return makeSteps([{ share: 1, value: d.value }]);
    case "normal":
      return makeTruncatedNormal(d.low, d.high, d.min, d.max);
    case "pert":
      return makePert(d.least, d.likeliest, d.most);
    case "uniform":
      return makeUniform(d.low, d.high);
    case "exponential":
      return makeExponential(d.mean, d.max);
    case "mixture":
      return makeSteps(d.parts);
  }
}
