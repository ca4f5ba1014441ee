/**
 * Branch and bound where issues are not linked: for weights λ, no completion of a partial package gains more than
 * λ·(gains so far) + what the open issues give at most under λ. At each branch a few Polyak steps look for weights that
 * bring this down; options that fall too far short under them, or leave some party too little, are dropped for good,
 * and the issue whose options differ most is settled next ([P14]).
 */
import type { BoundRule } from "./bound-rules.ts";
import { createJoiner } from "./branch-join.ts";
import type { GainScale } from "./hull.ts";
import type { Space } from "./space.ts";

export interface BranchQuestion {
  readonly scale: GainScale;
  readonly rule: BoundRule;
  /** Admissible weights to begin with, and their bound. */
  readonly weights: Float64Array;
  /** Score that a package must reach to be of interest; rises as better ones are found. */
  bar(): number;
  /** Score of a package by its gains; −∞ where it does not count. */
  rough(gains: Float64Array): number;
  /** A package that may be better than what is known. */
  consider(options: Int32Array): void;
}
export interface BranchOutcome {
  readonly complete: boolean;
  readonly branches: number;
}

const STEPS = 8;
const FIRST_STEPS = 100;
/** Completions from which on trying them all costs more than branching, measured. */
const OUTRIGHT = 512;
const ROUNDING = 1e-9;
/** How much an option counts that falls short by `regret` where `excess` is allowed: never nothing. */
const shareOf = (regret: number, excess: number): number => Math.max(0.02, 1.02 - regret / excess);

export function branchAndBound(
  space: Space,
  question: BranchQuestion,
  maxBranches: number,
  outright = OUTRIGHT,
): BranchOutcome {
  const { rule, bar, scale } = question;
  const P = space.parties.length;
  const N = space.issues.length;
  // Rows are padded to whole fours: sums over parties then run four at a time.
  const S = Math.ceil(P / 4) * 4;
  const firstRow = new Int32Array(N + 1);
  for (let i = 0; i < N; i++) firstRow[i + 1] = firstRow[i]! + space.sizes[i]!;
  const M = firstRow[N]!;
  const issueOf = new Int32Array(M);
  for (let i = 0; i < N; i++) issueOf.fill(i, firstRow[i], firstRow[i + 1]);
  const table = new Float64Array(M * S);
  for (const { scope, values } of space.factors) {
    const start = firstRow[scope[0]!]!;
    for (let k = 0; k < values.length; k++)
      table[(start + Math.floor(k / P)) * S + (k % P)]! += values[k]! * scale.scale[k % P]!;
  }
  // One of each per depth: a branch settles an issue, and what it settles beside is undone with it.
  const perDepth = <T>(make: () => T): readonly T[] => Array.from({ length: N + 1 }, make);
  const rowsAt = perDepth(() => new Int32Array(M));
  const startsAt = perDepth(() => new Int32Array(N + 1));
  const regretsAt = perDepth(() => new Float64Array(M));
  const gainsAt = perDepth(() => new Float64Array(S));
  const weightsAt = perDepth(() => new Float64Array(S));
  const chosenAt = perDepth(() => new Int32Array(N));
  const openAt = new Int32Array(N + 1);
  const worth = new Float64Array(M);
  const best = new Int32Array(N);
  const tops = new Float64Array(N * S);
  const most = new Float64Array(N);
  const slack = new Float64Array(S);
  const floors = new Float64Array(S);
  const weights = new Float64Array(S);
  const reached = new Float64Array(P);
  const package_ = new Int32Array(N);
  let depthOfJoin = 0;
  let branches = 0;

  const joiner = createJoiner({
    parties: P,
    stride: S,
    table,
    most: outright,
    bar,
    floors,
    found(rows, count) {
      // Packages that tie are work too: there can be millions of them.
      if (++branches > maxBranches) return;
      package_.set(chosenAt[depthOfJoin]!);
      for (let k = 0; k < count; k++) settle(package_, rows[k]!);
      question.consider(package_);
      readFloors();
    },
  });
  const readFloors = () => rule.floors(floors, bar(), ROUNDING * (1 + Math.abs(bar())));
  function settle(options: Int32Array, row: number): void {
    const issue = issueOf[row]!;
    options[issue] = row - firstRow[issue]!;
  }
  /** An issue with one option left is settled. */
  function absorb(depth: number, row: number): void {
    const gains = gainsAt[depth]!;
    for (let p = 0; p < P; p++) gains[p]! += table[row * S + p]!;
    settle(chosenAt[depth]!, row);
  }

  /** Drops options that leave some party below its floor whatever else comes; false: nothing is left. */
  function keepFloors(depth: number): boolean {
    const rows = rowsAt[depth]!;
    const starts = startsAt[depth]!;
    const gains = gainsAt[depth]!;
    // Names of its own: what a closure shares is read anew at every use.
    const [values, topOf, spare, parties, stride] = [table, tops, slack, P, S];
    for (let changed = true; changed && openAt[depth]! > 0; ) {
      const open = openAt[depth]!;
      for (let p = 0; p < parties; p++) spare[p] = gains[p]! - floors[p]!;
      for (let k = 0; k < open; k++) {
        const top = k * stride;
        const end = starts[k + 1]!;
        let row = rows[starts[k]!]! * stride;
        for (let p = 0; p < parties; p++) topOf[top + p] = values[row + p]!;
        for (let r = starts[k]! + 1; r < end; r++) {
          row = rows[r]! * stride;
          for (let p = 0; p < parties; p++) if (values[row + p]! > topOf[top + p]!) topOf[top + p] = values[row + p]!;
        }
        for (let p = 0; p < parties; p++) spare[p]! += topOf[top + p]!;
      }
      for (let p = 0; p < parties; p++) if (spare[p]! < 0) return false;
      changed = false;
      let kept = 0;
      let issues = 0;
      let from = 0;
      for (let k = 0; k < open; k++) {
        const top = k * stride;
        const end = starts[k + 1]!;
        const start = kept;
        for (let r = from; r < end; r++) {
          const row = rows[r]! * stride;
          let p = 0;
          while (p < parties && topOf[top + p]! - values[row + p]! <= spare[p]!) p++;
          if (p === parties) rows[kept++] = rows[r]!;
          else changed = true;
        }
        from = end;
        if (kept === start) return false;
        if (kept === start + 1) absorb(depth, rows[--kept]!);
        else starts[issues++] = start;
      }
      starts[issues] = kept;
      openAt[depth] = issues;
    }
    return gainsReach(depth);
  }
  /** With nothing open, a package: looked at if it passes. */
  function gainsReach(depth: number): boolean {
    if (openAt[depth]! > 0) return true;
    question.consider(chosenAt[depth]!);
    readFloors();
    return false;
  }

  /** Finds weights under which little can be gained, and drops what falls short under them; ∞: nothing is left. */
  function tighten(depth: number): number {
    const rows = rowsAt[depth]!;
    const starts = startsAt[depth]!;
    const gains = gainsAt[depth]!;
    const regrets = regretsAt[depth]!;
    const [values, w, sums, parties, stride] = [table, weights, reached, P, S];
    w.set(weightsAt[depth]!);
    let least = Infinity;
    const last = depth === 0 ? FIRST_STEPS : STEPS;
    for (let step = 0; ; step++) {
      const open = openAt[depth]!;
      let bound = 0;
      for (let p = 0; p < parties; p++) {
        sums[p] = gains[p]!;
        bound += w[p]! * gains[p]!;
      }
      for (let k = 0; k < open; k++) {
        let top = -Infinity;
        let at = 0;
        const end = starts[k + 1]!;
        for (let r = starts[k]!; r < end; r++) {
          const row = rows[r]! * stride;
          let value = 0;
          for (let p = 0; p < stride; p += 4)
            value +=
              w[p]! * values[row + p]! +
              w[p + 1]! * values[row + p + 1]! +
              w[p + 2]! * values[row + p + 2]! +
              w[p + 3]! * values[row + p + 3]!;
          worth[r] = value;
          if (value > top) {
            top = value;
            at = rows[r]!;
          }
        }
        most[k] = top;
        best[k] = at;
        bound += top;
        for (let p = 0; p < parties; p++) sums[p]! += values[at * stride + p]!;
      }
      if (bound < bar()) return Infinity;
      if (question.rough(reached) > bar()) {
        package_.set(chosenAt[depth]!);
        for (let k = 0; k < open; k++) settle(package_, best[k]!);
        question.consider(package_);
        readFloors();
      }
      const excess = bound - bar();
      if (bound < least) {
        least = bound;
        weightsAt[depth]!.set(weights);
        let kept = 0;
        let issues = 0;
        let from = 0;
        for (let k = 0; k < open; k++) {
          const end = starts[k + 1]!;
          const start = kept;
          const enough = most[k]! - excess;
          for (let r = from; r < end; r++)
            if (worth[r]! >= enough) {
              rows[kept] = rows[r]!;
              regrets[kept++] = most[k]! - worth[r]!;
            }
          from = end;
          if (kept === start + 1) absorb(depth, rows[--kept]!);
          else starts[issues++] = start;
        }
        starts[issues] = kept;
        openAt[depth] = issues;
        if (!gainsReach(depth)) return Infinity;
      }
      if (step === last) return least;
      rule.step(weights, reached, excess);
    }
  }

  function isSmall(depth: number): boolean {
    const starts = startsAt[depth]!;
    let completions = 1;
    for (let k = 0; k < openAt[depth]! && completions <= outright; k++) completions *= starts[k + 1]! - starts[k]!;
    return completions <= outright;
  }
  function tryOutright(depth: number): boolean {
    depthOfJoin = depth;
    joiner.join(rowsAt[depth]!, startsAt[depth]!, openAt[depth]!, gainsAt[depth]!, weightsAt[depth]!);
    return branches <= maxBranches;
  }

  /**
   * The issue whose live options are most unlike each other in what they give the parties, for the number of them: a
   * mixture of such options is what the bound hides behind. Options count by how little they fall short.
   */
  function pickIssue(depth: number, excess: number): number {
    const rows = rowsAt[depth]!;
    const starts = startsAt[depth]!;
    const regrets = regretsAt[depth]!;
    const under = weightsAt[depth]!;
    let pick = 0;
    let most = -Infinity;
    for (let k = 0; k < openAt[depth]!; k++) {
      const [start, end] = [starts[k]!, starts[k + 1]!];
      let total = 0;
      for (let r = start; r < end; r++) total += shareOf(regrets[r]!, excess);
      let spread = 0;
      for (let p = 0; p < P; p++) {
        let mean = 0;
        let square = 0;
        for (let r = start; r < end; r++) {
          const gain = table[rows[r]! * S + p]!;
          const share = shareOf(regrets[r]!, excess) / total;
          mean += share * gain;
          square += share * gain * gain;
        }
        spread += under[p]! * (square - mean * mean);
      }
      const score = spread / Math.log(end - start + 0.5);
      if (score > most) [most, pick] = [score, k];
    }
    return pick;
  }
  /** Options of one issue, the best first. */
  function sortOptions(rows: Int32Array, regrets: Float64Array, from: number, end: number): void {
    for (let a = from + 1; a < end; a++)
      for (let b = a; b > from && regrets[b]! < regrets[b - 1]!; b--) {
        const [regret, row] = [regrets[b]!, rows[b]!];
        regrets[b] = regrets[b - 1]!;
        rows[b] = rows[b - 1]!;
        regrets[b - 1] = regret;
        rows[b - 1] = row;
      }
  }
  /** The state of a branch in which `row` settles the issue `pick`, and all else has `excess` to lose. */
  function enter(depth: number, pick: number, row: number, excess: number): void {
    const [rows, starts, regrets] = [rowsAt[depth]!, startsAt[depth]!, regretsAt[depth]!];
    const below = depth + 1;
    gainsAt[below]!.set(gainsAt[depth]!);
    weightsAt[below]!.set(weightsAt[depth]!);
    chosenAt[below]!.set(chosenAt[depth]!);
    absorb(below, row);
    let kept = 0;
    let issues = 0;
    for (let k = 0; k < openAt[depth]!; k++) {
      if (k === pick) continue;
      const start = kept;
      const end = starts[k + 1]!;
      for (let r = starts[k]!; r < end; r++) if (regrets[r]! <= excess) rowsAt[below]![kept++] = rows[r]!;
      if (kept === start + 1) absorb(below, rowsAt[below]![--kept]!);
      else startsAt[below]![issues++] = start;
    }
    startsAt[below]![issues] = kept;
    openAt[below] = issues;
  }

  function branch(depth: number): boolean {
    if (++branches > maxBranches) return false;
    if (!keepFloors(depth)) return true;
    if (isSmall(depth)) return tryOutright(depth);
    const bound = tighten(depth);
    if (bound === Infinity) return true;
    if (isSmall(depth)) return tryOutright(depth);
    const [rows, regrets] = [rowsAt[depth]!, regretsAt[depth]!];
    const pick = pickIssue(depth, bound - bar());
    const [from, end] = [startsAt[depth]![pick]!, startsAt[depth]![pick + 1]!];
    sortOptions(rows, regrets, from, end);
    for (let r = from; r < end; r++) {
      const excess = bound - bar() - regrets[r]!;
      if (excess < 0) break;
      enter(depth, pick, rows[r]!, excess);
      if (!branch(depth + 1)) return false;
    }
    return true;
  }

  for (let r = 0; r < M; r++) rowsAt[0]![r] = r;
  startsAt[0]!.set(firstRow);
  openAt[0] = N;
  for (let p = 0; p < P; p++) gainsAt[0]![p] = -scale.disagreement[p]! * scale.scale[p]!;
  weightsAt[0]!.set(question.weights);
  readFloors();
  const complete = branch(0);
  return { complete, branches: Math.min(branches, maxBranches) };
}
