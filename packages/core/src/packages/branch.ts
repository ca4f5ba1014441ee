/** Branch and bound where issues are not linked ([P14]): a space and a question handed to the kernel that does it. */
import type { Progress } from "../run/engine.ts";
import { type BranchKernel, openBranchKernel } from "./branch-kernel.ts";
import type { GainScale } from "./hull.ts";
import type { Space } from "./space.ts";

export interface BranchQuestion {
  readonly scale: GainScale;
  /** Parties whose least gain is raised while none of the others is below zero: all of them, one, or some. */
  readonly raised: readonly number[];
  /**
   * Admissible weights to begin with: every package that passes the bar has weights · gains of at least the bar. Those of
   * the parties raised add up to one.
   */
  readonly weights: Float64Array;
  /** Score that a package must reach to be of interest, finite; rises as better ones are found. */
  bar(): number;
  /** A package that may be better than what is known. */
  consider(options: Int32Array): void;
  /** Told how many of the branches allowed are looked at, every fifty milliseconds or so. */
  readonly progress?: Progress | undefined;
}
/** Counted, never timed. */
export interface BranchLimits {
  /** Branches at most. */
  readonly branches: number;
  /** Packages that a branch tries outright when no more are left in it (512). */
  readonly outright?: number;
  /** Below one, only what is likeliest to hold a better package is looked at: options may fall short by that share (1). */
  readonly share?: number;
}
export interface BranchOutcome {
  /** All that could pass the bar (with a share: all that this allows) was looked at. */
  readonly complete: boolean;
  readonly branches: number;
}

/** Trying more packages outright costs more than branching, measured. */
const OUTRIGHT = 512;
/** Live rows that the branches on the way to a package may hold together: a quarter of a gigabyte. */
const MOST_ROWS = 20_000_000;

export function branchAndBound(space: Space, question: BranchQuestion, limits: BranchLimits): BranchOutcome {
  const parties = space.parties.length;
  const issues = space.issues.length;
  const rows = space.sizes.reduce((sum, size) => sum + size, 0);
  if (rows * (issues + 1) > MOST_ROWS) return { complete: false, branches: 0 };
  const kernel = openBranchKernel({
    consider() {
      // Memory may have moved since: a view does not outlast a call.
      question.consider(new Int32Array(kernel.memory.buffer, kernel.offeredAddress(), issues).slice());
      return question.bar();
    },
    pulse: (branches) => question.progress?.(branches / limits.branches),
  });
  kernel.reserve(parties, issues, rows, limits.outright ?? OUTRIGHT);
  writeTable(kernel, space, question.scale, rows);
  const start = new Float64Array(kernel.memory.buffer, kernel.startAddress(), parties);
  const { disagreement, scale } = question.scale;
  for (let p = 0; p < parties; p++) start[p] = -disagreement[p]! * scale[p]!;
  new Float64Array(kernel.memory.buffer, kernel.weightsAddress(), parties).set(question.weights);
  const raised = new Int32Array(kernel.memory.buffer, kernel.raisedAddress(), parties);
  for (const p of question.raised) raised[p] = 1;
  const complete = kernel.search(question.bar(), limits.branches, limits.share ?? 1) === 1;
  return { complete, branches: kernel.countBranches() };
}

/** Scaled gains of every option for every party, issue by issue; rows are padded to whole fours. */
function writeTable(kernel: BranchKernel, space: Space, { scale }: GainScale, rows: number): void {
  const parties = scale.length;
  const stride = Math.ceil(parties / 4) * 4;
  const firstRow = new Int32Array(kernel.memory.buffer, kernel.firstRowAddress(), space.sizes.length + 1);
  for (let i = 0; i < space.sizes.length; i++) firstRow[i + 1] = firstRow[i]! + space.sizes[i]!;
  const table = new Float64Array(kernel.memory.buffer, kernel.tableAddress(), rows * stride);
  for (const { scope, values } of space.factors) {
    const first = firstRow[scope[0]!]!;
    for (let k = 0; k < values.length; k++)
      table[(first + Math.floor(k / parties)) * stride + (k % parties)]! += values[k]! * scale[k % parties]!;
  }
}
