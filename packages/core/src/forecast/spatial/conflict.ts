import type { FullSettings } from "./settings.ts";
import type { SpatialTable } from "./spatial-table.ts";
import { type Vote, voteBy } from "./voting.ts";

/** Shares of a third party's own place that stay with it: if it helped the winner, and if the loser. Of three units at stake. */
const kept: Readonly<Record<FullSettings["thirdParties"], readonly [number, number]>> = {
  semi: [1, 0],
  none: [1, 1],
  full: [0, 0],
};

/** Weighs a challenge of i to j as some actor sees it; all third parties take sides. */
export class Conflict {
  /** Of the challenge last weighed: the chance of i, 0..1. */
  chance = 0;
  private readonly table: SpatialTable;
  private readonly vote: Vote;
  private readonly straight: boolean;
  private readonly ifWon: number;
  private readonly ifLost: number;
  /** Salience × capability. */
  private readonly weight: Float64Array;

  constructor(table: SpatialTable, settings: Pick<FullSettings, "voting" | "thirdParties">) {
    this.table = table;
    this.vote = voteBy(settings.voting);
    this.straight = settings.voting === "proportional";
    [this.ifWon, this.ifLost] = kept[settings.thirdParties];
    this.weight = table.total.map((s, i) => s * table.capability[i]!);
  }

  /**
   * Sets `chance`, and returns what the challenge is worth to k beyond what now is, in units of utility.
   * @param worth worth to each actor (row) of each place (column) in the onlooker's eyes
   */
  weigh(worth: Float64Array, i: number, j: number, k: number): number {
    const { vote, weight, straight, ifWon, ifLost } = this;
    const n = this.table.actors;
    let forI = 1e-10;
    let forJ = 1e-10;
    const vi = vote(weight[i]!, worth[i * n + i]! - worth[i * n + j]!);
    const vj = vote(weight[j]!, worth[j * n + i]! - worth[j * n + j]!);
    if (vi > 0) forI += vi;
    else forJ -= vi;
    if (vj > 0) forI += vj;
    else forJ -= vj;
    const alone = forI;
    const both = forI + forJ;
    for (let m = 0; m < n; m++) {
      if (m === i || m === j) continue;
      const w = weight[m]!;
      const atI = worth[m * n + i]!;
      const atJ = worth[m * n + j]!;
      const own = worth[m * n + m]!;
      const v = straight ? w * (atI - atJ) : vote(w, atI - atJ);
      const chance = v > 0 ? (alone + v) / (both + v) : alone / (both - v);
      // What it gets by helping i: i's place if i wins, j's place if not; and by helping j.
      const helpI = chance * ((3 - ifWon) * atI + ifWon * own) + (1 - chance) * ((3 - ifLost) * atJ + ifLost * own);
      const helpJ = chance * ((3 - ifLost) * atI + ifLost * own) + (1 - chance) * ((3 - ifWon) * atJ + ifWon * own);
      const side = straight ? w * (helpI - helpJ) : vote(w, helpI - helpJ);
      if (side > 0) forI += side;
      else forJ -= side;
    }
    const chance = forI / (forI + forJ);
    this.chance = chance;
    const atI = worth[k * n + i]!;
    const atJ = worth[k * n + j]!;
    const resisted = this.table.total[j]!;
    return (1 - resisted) * 2 * atI + resisted * (chance * 2 * atI + (1 - chance) * 2 * atJ) - (atI + atJ);
  }
}
