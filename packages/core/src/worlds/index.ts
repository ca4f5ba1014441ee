/** Ranges, words of probability, unknowns, and the keyed draws that turn them into worlds. See docs/method/uncertainty.md. */
export { carryOver } from "./carry-over.ts";
export type { Distribution } from "./distribution.ts";
export { drawKey, type Key } from "./draw-key.ts";
export { fillDraws } from "./fill-draws.ts";
export { meanOf } from "./mean-of.ts";
export { normalCdf } from "./normal-cdf.ts";
export { normalQuantile } from "./normal-quantile.ts";
export { quantile } from "./quantile.ts";
export { mirroredResiduals, residualCdf, residualQuantile } from "./residuals.ts";
export { fillUniforms, uniformAt, type Worlds } from "./uniforms.ts";
export { type Band, bandOf, wordFor, type Yardstick, yardsticks } from "./yardsticks.ts";
