/** What a condition may ask of a world while a plan is rolled out. The roll-out keeps it; the model only reads it. */

/** `result` of an item that is not settled yet. */
export const pending = -2;
/** `result` of an item that ended off its scale. */
export const offScale = -1;
/** `signal` of a move that has given none: not made, or what is left over ("none"). */
export const noSignal = -1;
/** `signal` of a move just made whose signal is still to come: nothing is told by it yet, not even that there is none. */
export const awaited = -2;

/** Why an item ended without agreement. */
export const why = {
  agreed: 0,
  notAdmitted: 1,
  noCompetence: 2,
  brokeDown: 3,
  refused: 4,
  notReached: 5,
} as const;

export interface RollState {
  /** Inputs of this world: input i is `inputs[base + i]`. */
  readonly inputs: Float64Array;
  readonly base: number;
  /** By move: made, made and worked (0 or 1), index of the signal received or `noSignal`. */
  readonly done: Uint8Array;
  readonly worked: Uint8Array;
  readonly signal: Int16Array;
  /** By item: option it came out at (agreed, or by `otherwise`), `offScale` or `pending`. */
  readonly result: Int16Array;
  /** By item, once no longer pending: a value of `why`. */
  readonly ended: Uint8Array;
  /** By item: admitted to its forum. */
  readonly admitted: Uint8Array;
  /** By forum. */
  readonly broke: Uint8Array;
  /** The day on which this is asked, YYYY-MM-DD; "" unknown. */
  readonly today: string;
  holds(assumption: number): boolean;
  /** Our value of an option, 0..100. */
  ourValue(item: number, option: number): number;
  /** A party's consent to an option of that issue alone, on its true values. */
  accepts(item: number, party: number, option: number): boolean;
}
