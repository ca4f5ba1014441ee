import { checkScaleTable, type ScaleTable } from "../scale-table.ts";
import { medianWith, weightedMean } from "../weighted.ts";
import { paperRound } from "./paper-round.ts";
import { programRound } from "./program-round.ts";
import { type Quadrant, quadrantOf } from "./quadrant.ts";
import { type ChallengeWork, makeChallengeWork } from "./work.ts";

export interface ChallengeSettings {
  /** `paper`: the equations as printed (default). `program`: the published program's reading, to replicate it. */
  readonly reading?: "paper" | "program";
  /** Exactly so many rounds; absent: until the median rests, a cycle closes, or 20. */
  readonly rounds?: number;
  /** Q of the printed reading, 0..1 (1): how sure it is that nothing changes of itself. */
  readonly quo?: number;
}

export interface ChallengeRound {
  readonly round: number;
  readonly positions: readonly number[];
  readonly median: number;
  readonly mean: number;
}
/** One actor's view of another in a round. */
export interface ChallengePair {
  readonly from: number;
  readonly to: number;
  /** What `from` expects of challenging `to`; at most about 4 in size. */
  readonly expects: number;
  /** What it makes of what `to` expects of challenging it. */
  readonly fears: number;
  readonly quadrant: Quadrant;
}
export interface ChallengeMove {
  readonly round: number;
  readonly actor: number;
  /** Whose offer it takes. */
  readonly towards: number;
  readonly from: number;
  readonly to: number;
}
export interface ChallengeResult {
  readonly reading: "paper" | "program";
  /** The median when it ended. */
  readonly forecast: number;
  /** Entry 0 is the initial table. */
  readonly rounds: readonly ChallengeRound[];
  /** How it ended: the median rested for two rounds; nobody moved; the table came back to an earlier one; or neither. */
  readonly ended: "median rests" | "nobody moves" | "cycle" | "rounds used up";
  /** With `cycle`: after how many rounds it comes back. */
  readonly period?: number;
  /** Exponents of risk in the first round, by actor. */
  readonly risk: readonly number[];
  /** Every pair in the first round, both ways. */
  readonly pairs: readonly ChallengePair[];
  readonly moves: readonly ChallengeMove[];
}

const mostRounds = 20;
/** Of the initial range: below this the median rests and two tables are one. */
const small = 1e-6;

/**
 * The expected-utility (challenge) model. The forecast is in the units of the positions. Nothing promises that it
 * converges: how it ended is said.
 * @throws RangeError when the table is malformed
 */
export function challenge(table: ScaleTable, settings: ChallengeSettings = {}): ChallengeResult {
  checkScaleTable(table);
  const reading = settings.reading ?? "paper";
  const n = table.position.length;
  const work = makeChallengeWork(n);
  for (let i = 0; i < n; i++) work.weight[i] = table.salience[i]! * table.capability[i]!;
  let position = Float64Array.from(table.position);
  const range = Math.max(...position) - Math.min(...position);
  const rounds = [stateOf(0, position, work)];
  const moves: ChallengeMove[] = [];
  let risk: number[] = [];
  let pairs: ChallengePair[] = [];
  let ended: Pick<ChallengeResult, "ended" | "period"> | undefined;
  const most = settings.rounds ?? mostRounds;
  for (let round = 1; round <= most; round++) {
    if (reading === "paper") paperRound(position, table.salience, work, settings.quo ?? 1);
    else programRound(position, table.salience, range, work);
    if (round === 1) {
      risk = [...work.risk];
      pairs = pairsOf(work, reading);
    }
    for (let i = 0; i < n; i++)
      if (work.next[i] !== position[i])
        moves.push({ round, actor: i, towards: work.accepted[i]!, from: position[i]!, to: work.next[i]! });
    position = Float64Array.from(work.next);
    rounds.push(stateOf(round, position, work));
    ended ??= cameBack(rounds, range * small);
    if (settings.rounds === undefined && (ended !== undefined || rests(rounds, range * small))) break;
  }
  return {
    reading,
    forecast: rounds[rounds.length - 1]!.median,
    rounds,
    ...(ended ?? { ended: rests(rounds, range * small) ? "median rests" : "rounds used up" }),
    risk,
    pairs,
    moves,
  };
}

function stateOf(round: number, position: Float64Array, { weight, order }: ChallengeWork): ChallengeRound {
  return {
    round,
    positions: [...position],
    median: medianWith(position, weight, order),
    mean: weightedMean(position, weight),
  };
}

function pairsOf({ n, gain, threat }: ChallengeWork, reading: "paper" | "program"): ChallengePair[] {
  return Array.from({ length: n * n }, (_, p) => p).flatMap((p) => {
    const from = Math.floor(p / n);
    const to = p % n;
    const expects = gain[p]!;
    const fears = reading === "paper" ? gain[to * n + from]! : threat[p]!;
    return from === to ? [] : [{ from, to, expects, fears, quadrant: quadrantOf(expects, fears) }];
  });
}

/** Has the table been here before? Then it will go on so for ever. */
function cameBack(
  rounds: readonly ChallengeRound[],
  tolerance: number,
): Pick<ChallengeResult, "ended" | "period"> | undefined {
  const last = rounds.length - 1;
  const same = (a: ChallengeRound, b: ChallengeRound) =>
    a.positions.every((x, i) => Math.abs(x - b.positions[i]!) <= tolerance);
  for (let back = 1; back <= last; back++)
    if (same(rounds[last]!, rounds[last - back]!))
      return back === 1 ? { ended: "nobody moves" } : { ended: "cycle", period: back };
  return undefined;
}

/** Has the median stood still for two rounds, after one in which it could move? */
function rests(rounds: readonly ChallengeRound[], tolerance: number): boolean {
  const last = rounds.length - 1;
  const still = (k: number) => Math.abs(rounds[k]!.median - rounds[k - 1]!.median) <= tolerance;
  return last >= 3 && still(last) && still(last - 1);
}
