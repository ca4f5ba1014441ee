/** Ballots of a file counted in every way. Plain JSON-safe values; votes are fractions in lowest terms. */
import { type Fraction, fractionText } from "../forum/fraction.ts";
import { eliminateVetoed } from "./count/acceptable.ts";
import { countApprovals } from "./count/approval.ts";
import { countTransferable } from "./count/single-transferable.ts";
import type { Slate } from "./read/read-slate.ts";

export interface BallotFindings {
  readonly name?: string;
  readonly source?: string;
  readonly names: readonly string[];
  readonly seats: number;
  /** Vetoed names, and who vetoes them where that is said. */
  readonly struck: Readonly<Record<string, readonly string[]>>;
  readonly approval: {
    readonly approvals: Readonly<Record<string, string>>;
    readonly elected: readonly string[];
    readonly tied: boolean;
  };
  readonly transferable: {
    readonly quota: string;
    readonly rounds: readonly RoundFinding[];
    readonly elected: readonly string[];
    readonly tied: boolean;
  };
  /** Those not vetoed, the one first whose worst-off voter ranks it best. */
  readonly elimination: {
    readonly left: readonly string[];
    readonly elected: readonly string[];
    readonly tied: boolean;
  };
}
export interface RoundFinding {
  readonly votes: Readonly<Record<string, string>>;
  readonly exhausted: string;
  readonly elected: readonly string[];
  readonly out: readonly string[];
  readonly surplusOf?: string;
}

/** @throws Error where the seats cannot be filled, which the reader refuses */
export function studyBallots({ name, source, names, contest, ballots, vetoed }: Slate): BallotFindings {
  const approval = countApprovals(contest, ballots);
  const transferable = countTransferable(contest, ballots);
  // By rank in even steps, as a brief's ranks are valued; who is not on a ballot is worth nothing to it.
  const values = ballots.map(({ ranking }) => {
    const row = names.map(() => 0);
    for (const [k, at] of ranking.entries()) row[at] = 100 - (100 * k) / Math.max(1, names.length - 1);
    return row;
  });
  const elimination = eliminateVetoed(contest, values, () => false);
  if (approval === undefined || transferable === undefined) throw new Error("a slate that was read can be filled");
  const named = (list: readonly number[]): string[] => list.map((k) => names[k]!);
  const byName = (votes: readonly Fraction[]) =>
    Object.fromEntries(names.map((each, k) => [each, fractionText(votes[k]!)]));
  return {
    ...(name === undefined ? {} : { name }),
    ...(source === undefined ? {} : { source }),
    names,
    seats: contest.seats,
    struck: Object.fromEntries(vetoed.map((each) => [names[each.name]!, each.by])),
    approval: { approvals: byName(approval.approvals), elected: named(approval.elected), tied: approval.tied },
    transferable: {
      quota: fractionText(transferable.quota),
      rounds: transferable.rounds.map((round) => ({
        votes: byName(round.votes),
        exhausted: fractionText(round.exhausted),
        elected: named(round.elected),
        out: named(round.out),
        ...(round.surplusOf === undefined ? {} : { surplusOf: names[round.surplusOf]! }),
      })),
      elected: named(transferable.elected),
      tied: transferable.tied,
    },
    elimination: {
      left: named(elimination.left),
      elected: named(elimination.elected ?? []),
      tied: elimination.tied,
    },
  };
}
