/** Counting sets that stay within limits: what every profile of a body comes down to. */

/** Sets T of members 0..count − 1 with at most `largest` members whose weights come to no more than the limit, in every dimension. */
export interface LimitProblem {
  readonly count: number;
  /** By dimension and member; whole numbers, none negative. */
  readonly weights: readonly (readonly number[])[];
  readonly limits: readonly number[];
  readonly largest: number;
}
/** Numbers of such sets by their size, 0..count. Members that cannot be told apart share one array. */
export interface LimitCounts {
  readonly all: readonly bigint[];
  /** Of those the sets that member i is not in. */
  readonly without: readonly (readonly bigint[])[];
}

export function binomials(n: number): readonly bigint[] {
  const row = [1n];
  for (let k = 1; k <= n; k++) row.push((row[k - 1]! * BigInt(n - k + 1)) / BigInt(k));
  return row;
}

/** Rows of zeros where a list ends early. */
export function padded(list: readonly bigint[], length: number): readonly bigint[] {
  return Array.from({ length }, (_, t) => list[t] ?? 0n);
}
