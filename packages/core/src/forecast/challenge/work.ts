/** Room to compute a round of the challenge model in, made once and used for every round and draw. */
export interface ChallengeWork {
  readonly n: number;
  /** Capability × salience. */
  readonly weight: Float64Array;
  /** Row i, column j: chance that i beats j, 0..1; pij + pji = 1 in the printed reading. */
  readonly win: Float64Array;
  /** Row i, column j: what i expects of challenging j, in i's own eyes. */
  readonly gain: Float64Array;
  /** In the program's reading, what j expects of challenging i as seen with i's risk; in the printed one unused. */
  readonly threat: Float64Array;
  readonly security: Float64Array;
  /** Exponent of the utilities, 0.5..2: above 1 averse to risk, below 1 drawn to it. */
  readonly risk: Float64Array;
  /** Whose offer is taken, −1 none. */
  readonly accepted: Int16Array;
  readonly next: Float64Array;
  readonly order: Uint16Array;
}

export function makeChallengeWork(n: number): ChallengeWork {
  const row = () => new Float64Array(n);
  const square = () => new Float64Array(n * n);
  return {
    n,
    weight: row(),
    win: square(),
    gain: square(),
    threat: square(),
    security: row(),
    risk: row(),
    accepted: new Int16Array(n),
    next: row(),
    order: new Uint16Array(n),
  };
}
