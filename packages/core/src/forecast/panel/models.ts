/** The models by the names under which they are asked for, and what each is. */
export const modelNames = [
  "compromise",
  "median",
  "challenge",
  "exchange",
  "spatial",
  "nash",
  "kalai-smorodinsky",
] as const;
export type ModelName = (typeof modelNames)[number];
/** Models that go on for rounds. */
export const modelsWithRounds: readonly ModelName[] = ["challenge", "exchange", "spatial"];
