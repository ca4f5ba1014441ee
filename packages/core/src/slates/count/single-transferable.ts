/**
 * The single transferable vote: Droop quota, weighted inclusive Gregory transfer of surpluses, in exact fractions.
 * Source: SPEC.md [V1]–[V6].
 */
import { type Fraction, fraction } from "../../forum/fraction.ts";
import { type Ballot, type Contest, canFill, canFillWith, openState, standing } from "./contest.ts";
import { compare, minus, nothing, over, plus, times, total } from "./exact.ts";

export interface Round {
  /** By name; of the elected what they keep, of those out 0. */
  readonly votes: readonly Fraction[];
  /** Held by nobody: on ballots that name nobody else. */
  readonly exhausted: Fraction;
  readonly elected: readonly number[];
  /** Put out in this round, for want of votes or because the groups' bounds leave no seat for them. */
  readonly out: readonly number[];
  /** Whose surplus was passed on to come to these votes. */
  readonly surplusOf?: number;
}
export interface TransferableCount {
  readonly quota: Fraction;
  readonly rounds: readonly Round[];
  /** In the order of their election. */
  readonly elected: readonly number[];
  /** A tie was settled by the order of the names. */
  readonly tied: boolean;
}

interface Paper {
  readonly ranking: readonly number[];
  at: number;
  weight: Fraction;
}

/** Undefined where the seats cannot be filled within the bounds. */
export function countTransferable(contest: Contest, ballots: readonly Ballot[]): TransferableCount | undefined {
  const count = new Count(contest, ballots);
  return canFill(contest, count.state) ? count.run() : undefined;
}

class Count {
  readonly state: Uint8Array;
  private readonly contest: Contest;
  private readonly quota: Fraction;
  private readonly piles: Paper[][];
  private readonly votes: Fraction[];
  private readonly rounds: Round[] = [];
  private readonly elected: number[] = [];
  private readonly surpluses: number[] = [];
  private exhausted = nothing;
  private tied = false;
  private surplusOf: number | undefined;

  constructor(contest: Contest, ballots: readonly Ballot[]) {
    this.contest = contest;
    this.state = openState(contest);
    this.piles = Array.from({ length: contest.names }, () => []);
    this.votes = Array.from({ length: contest.names }, () => nothing);
    const papers = ballots.map(({ ranking, weight }): Paper => ({ ranking, at: -1, weight }));
    for (const paper of papers) this.give(paper);
    // Ballots that name nobody who stands are not valid: they do not raise the quota.
    const perSeat = over(total(this.votes), fraction(BigInt(contest.seats + 1), 1n));
    this.quota = fraction(perSeat.numerator / perSeat.denominator + 1n, 1n);
    this.exhausted = nothing;
  }

  run(): TransferableCount {
    for (;;) {
      const elected = this.electAll();
      const out = this.dropDoomed();
      const hopeful = this.hopeful();
      const left = this.contest.seats - this.elected.length;
      if (left > 0 && hopeful.length === left) {
        for (const name of this.byVotes(hopeful)) {
          this.elect(name);
          elected.push(name);
        }
      }
      this.note(elected, out);
      if (this.elected.length === this.contest.seats) break;
      if (out.length > 0) for (const name of out) this.passOn(name);
      else if (this.surpluses.length > 0) this.passSurplus();
      else this.putOutLast();
    }
    return { quota: this.quota, rounds: this.rounds, elected: this.elected, tied: this.tied };
  }

  private hopeful(): number[] {
    return Array.from(this.state.keys()).filter((name) => this.state[name] === standing.hopeful);
  }

  /** Most votes first; equal ones as they stood in the latest round that told them apart, else in the order of the names. */
  private byVotes(names: readonly number[]): number[] {
    return [...names].sort((a, b) => this.compareVotes(b, a) || a - b);
  }

  private compareVotes(a: number, b: number): number {
    const now = compare(this.votes[a]!, this.votes[b]!);
    if (now !== 0) return now;
    for (let r = this.rounds.length - 1; r >= 0; r--) {
      const then = compare(this.rounds[r]!.votes[a]!, this.rounds[r]!.votes[b]!);
      if (then !== 0) return then;
    }
    return 0;
  }

  private elect(name: number): void {
    this.state[name] = standing.elected;
    this.elected.push(name);
    if (compare(this.votes[name]!, this.quota) > 0) this.surpluses.push(name);
  }

  private electAll(): number[] {
    const reached = this.byVotes(this.hopeful().filter((name) => compare(this.votes[name]!, this.quota) >= 0));
    const elected: number[] = [];
    for (const [k, name] of reached.entries()) {
      if (!canFillWith(this.contest, this.state, name, standing.elected)) continue;
      const next = reached[k + 1];
      // Only bounds make the order matter: without them all who reach the quota have a seat.
      if (this.contest.groups.length > 0 && next !== undefined && this.compareVotes(name, next) === 0) this.tied = true;
      this.elect(name);
      elected.push(name);
    }
    return elected;
  }

  /** Hopefuls for whom the bounds leave no seat. */
  private dropDoomed(): number[] {
    if (this.elected.length === this.contest.seats) return [];
    const doomed = this.hopeful().filter((name) => !canFillWith(this.contest, this.state, name, standing.elected));
    for (const name of doomed) this.state[name] = standing.out;
    return doomed;
  }

  private note(elected: readonly number[], out: readonly number[]): void {
    this.rounds.push({
      votes: [...this.votes],
      exhausted: this.exhausted,
      elected,
      out,
      ...(this.surplusOf === undefined ? {} : { surplusOf: this.surplusOf }),
    });
    this.surplusOf = undefined;
  }

  /** The paper goes to the next name on it that is hopeful. */
  private give(paper: Paper): void {
    do paper.at++;
    while (paper.at < paper.ranking.length && this.state[paper.ranking[paper.at]!] !== standing.hopeful);
    const name = paper.ranking[paper.at];
    if (name === undefined) this.exhausted = plus(this.exhausted, paper.weight);
    else {
      this.piles[name]!.push(paper);
      this.votes[name] = plus(this.votes[name]!, paper.weight);
    }
  }

  private passOn(name: number): void {
    const pile = this.piles[name]!;
    this.piles[name] = [];
    this.votes[name] = nothing;
    for (const paper of pile) this.give(paper);
  }

  /** All papers go on, each at its weight times surplus over votes. */
  private passSurplus(): void {
    const [name, next] = this.byVotes(this.surpluses);
    if (next !== undefined && this.compareVotes(name!, next) === 0) this.tied = true;
    this.surpluses.splice(this.surpluses.indexOf(name!), 1);
    const factor = over(minus(this.votes[name!]!, this.quota), this.votes[name!]!);
    const pile = this.piles[name!]!;
    this.piles[name!] = [];
    this.votes[name!] = this.quota;
    this.surplusOf = name;
    for (const paper of pile) {
      paper.weight = times(paper.weight, factor);
      this.give(paper);
    }
  }

  private putOutLast(): void {
    const able = this.hopeful().filter((name) => canFillWith(this.contest, this.state, name, standing.out));
    const ranked = this.byVotes(able);
    const last = ranked.at(-1)!;
    const before = ranked.at(-2);
    if (before !== undefined && this.compareVotes(before, last) === 0) this.tied = true;
    this.state[last] = standing.out;
    const round = this.rounds.at(-1)!;
    this.rounds[this.rounds.length - 1] = { ...round, out: [last] };
    this.passOn(last);
  }
}
