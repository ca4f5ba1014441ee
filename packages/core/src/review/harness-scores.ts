/**
 * A settled issue with what was forecast for it, for scoring. Plain data; nothing here knows how the chances were made.
 */
export interface Case {
  readonly id: string;
  /** Places of the named options on the scale 0..100, in any order. */
  readonly options: readonly number[];
  /** Weighted mean of the positions, 0..100: what the baseline starts from. */
  readonly forecastMean: number;
  /** One chance per option, in order, then that of no agreement; they sum to 1. */
  readonly chances: readonly number[];
  /** What came out: the index of an option, or `options.length` for no agreement. */
  readonly outcome: number;
}

/**
 * Holds cases to their shape.
 * @throws RangeError naming the case and what is wrong in it
 */
export function checkCases(cases: readonly Case[]): void {
  if (cases.length === 0) throw new RangeError("harness: there is no case to score");
  for (const { id, options, forecastMean, chances, outcome } of cases) {
    const wrong = (what: string) => new RangeError(`harness: case ${id}: ${what}`);
    const onScale = (place: number) => place >= 0 && place <= 100;
    if (options.length === 0 || !options.every(onScale)) throw wrong("needs options at places within 0..100");
    if (!onScale(forecastMean)) throw wrong(`the forecast mean must be within 0..100, not ${forecastMean}`);
    if (chances.length !== options.length + 1)
      throw wrong(`needs ${options.length + 1} chances, one an option and one for no agreement, not ${chances.length}`);
    const total = chances.reduce((sum, chance) => sum + chance, 0);
    if (!chances.every((chance) => chance >= 0) || !(Math.abs(total - 1) < 1e-9))
      throw wrong(`chances must be at least 0 and sum to 1, not to ${total}`);
    if (!Number.isInteger(outcome) || outcome < 0 || outcome > options.length)
      throw wrong(`the outcome must be a whole number within 0..${options.length}, not ${outcome}`);
  }
}

/** −log of the chance given to what came out, in nats; infinite where that chance was 0. */
export function logLossOf({ chances, outcome }: Pick<Case, "chances" | "outcome">): number {
  return -Math.log(chances[outcome]!);
}

/**
 * The mean log loss in nats, 0 at best. A proper score: no other chances do better on average than the true ones (Good 1952).
 * @throws RangeError when a case is malformed or there is none
 */
export function logLoss(cases: readonly Case[]): number {
  checkCases(cases);
  return cases.reduce((sum, one) => sum + logLossOf(one), 0) / cases.length;
}

/**
 * The continuous ranked probability score of one case, in scale points, 0 at best: E|X − y| − E|X − X′| / 2 (Gneiting &
 * Raftery 2007), X drawn from the options *given agreement*. Undefined where no agreement came out or none was
 * thought possible: 'no agreement' has no place on the scale, its chance is scored by the log loss alone.
 */
export function crpsOf({
  options,
  chances,
  outcome,
}: Pick<Case, "options" | "chances" | "outcome">): number | undefined {
  const agreed = options.reduce((sum, _, i) => sum + chances[i]!, 0);
  const truth = options[outcome];
  if (truth === undefined || agreed === 0) return undefined;
  let score = 0;
  for (let i = 0; i < options.length; i++) {
    const share = chances[i]! / agreed;
    score += share * Math.abs(options[i]! - truth);
    for (let j = 0; j < options.length; j++)
      score -= (0.5 * share * chances[j]! * Math.abs(options[i]! - options[j]!)) / agreed;
  }
  return score;
}

/**
 * The mean CRPS in scale points over the cases that have one; undefined when none has.
 * @throws RangeError when a case is malformed or there is none
 */
export function crps(cases: readonly Case[]): number | undefined {
  checkCases(cases);
  const scores = cases.map(crpsOf).filter((score) => score !== undefined);
  return scores.length === 0 ? undefined : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
