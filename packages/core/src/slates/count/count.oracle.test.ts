/** Counts against slow readings of the rules that share no code with them, and against the laws they promise. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eliminateVetoed } from "./acceptable.ts";
import { countApprovals } from "./approval.ts";
import type { Ballot, Contest, Group } from "./contest.ts";
import { countTransferable } from "./single-transferable.ts";

const weight = (count: number) => ({ numerator: BigInt(count), denominator: 1n });
const contest = (names: number, seats: number, groups: readonly Group[] = []): Contest => ({
  names,
  seats,
  groups,
  struck: [],
});
const ranking = (names: number) =>
  fc.shuffledSubarray(
    Array.from({ length: names }, (_, k) => k),
    { minLength: 1 },
  );
const election = fc.integer({ min: 2, max: 6 }).chain((names) =>
  fc.record({
    names: fc.constant(names),
    seats: fc.integer({ min: 1, max: names }),
    ballots: fc.array(fc.record({ ranking: ranking(names), count: fc.integer({ min: 1, max: 9 }) }), {
      minLength: 1,
      maxLength: 8,
    }),
  }),
);
type Election = { names: number; seats: number; ballots: readonly { ranking: number[]; count: number }[] };
const ballotsOf = (ballots: Election["ballots"]): Ballot[] =>
  ballots.map(({ ranking: list, count }) => ({ ranking: list, weight: weight(count) }));

/** Every round counted anew from the whole history of factors, over one common denominator. Returns undefined at a tie. */
function slowCount({ names, seats, ballots }: Election): number[] | undefined {
  type Q = readonly [bigint, bigint];
  const less = ([a, b]: Q, [c, d]: Q) => a * d < c * b;
  const same = ([a, b]: Q, [c, d]: Q) => a * d === c * b;
  const sum = ([a, b]: Q, [c, d]: Q): Q => [a * d + c * b, b * d];
  const voters = ballots.reduce((n, ballot) => n + ballot.count, 0);
  const quota: Q = [BigInt(Math.floor(voters / (seats + 1)) + 1), 1n];
  const gone = new Set<number>();
  const kept = new Map<number, Q | undefined>();
  const elected: number[] = [];
  const history: Q[][] = [];
  // Whose papers were passed on, in the order in which it happened, and the factor on their weight.
  const events: { name: number; factor: Q }[] = [];
  const electedAt = new Map<number, ReadonlySet<number>>();
  for (;;) {
    const votes: Q[] = Array.from({ length: names }, () => [0n, 1n]);
    for (const ballot of ballots) {
      let value: Q = [BigInt(ballot.count), 1n];
      // The paper lies with its first name; each event moves what lies with that name to the next that stood then.
      let at = 0;
      const stands = (name: number, upTo: number) => !events.slice(0, upTo).some((event) => event.name === name);
      events.forEach(({ name, factor }, e) => {
        if (ballot.ranking[at] !== name) return;
        value = [value[0] * factor[0], value[1] * factor[1]];
        const wasElected = electedAt.get(e)!;
        do at++;
        while (
          at < ballot.ranking.length &&
          (!stands(ballot.ranking[at]!, e + 1) || wasElected.has(ballot.ranking[at]!))
        );
      });
      const name = ballot.ranking[at];
      if (name !== undefined) votes[name] = sum(votes[name]!, value);
    }
    for (const [name, keeps] of kept) if (keeps !== undefined) votes[name] = keeps;
    history.push(votes);
    const standing = Array.from({ length: names }, (_, k) => k).filter((k) => !gone.has(k) && !elected.includes(k));
    const differ = (a: number, b: number): number => {
      for (let r = history.length - 1; r >= 0; r--) {
        if (!same(history[r]![a]!, history[r]![b]!)) return less(history[r]![a]!, history[r]![b]!) ? -1 : 1;
      }
      return 0;
    };
    const up = standing.filter((k) => !less(votes[k]!, quota)).sort((a, b) => differ(b, a));
    for (const name of up) if (elected.length < seats) elected.push(name);
    for (const name of up) if (!kept.has(name)) kept.set(name, undefined);
    const rest = standing.filter((k) => !elected.includes(k));
    if (rest.length === seats - elected.length) elected.push(...rest.sort((a, b) => differ(b, a)));
    if (elected.length >= seats) return elected;
    const waiting = elected.filter((k) => kept.get(k) === undefined && less(quota, votes[k]!));
    if (waiting.length > 0) {
      waiting.sort((a, b) => differ(b, a));
      if (waiting.length > 1 && differ(waiting[0]!, waiting[1]!) === 0) return undefined;
      const name = waiting[0]!;
      const [a, b] = votes[name]!;
      // (votes − quota) / votes
      events.push({ name, factor: [a - quota[0] * b, a] });
      electedAt.set(events.length - 1, new Set(elected));
      kept.set(name, quota);
      continue;
    }
    rest.sort((a, b) => differ(a, b));
    if (differ(rest[0]!, rest[1]!) === 0) return undefined;
    gone.add(rest[0]!);
    events.push({ name: rest[0]!, factor: [1n, 1n] });
    electedAt.set(events.length - 1, new Set(elected));
  }
}
describe("the single transferable vote", () => {
  it("elects as a slow count does, wherever no tie is settled by order", () => {
    let compared = 0;
    fc.assert(
      fc.property(election, (given) => {
        const slow = slowCount(given);
        const count = countTransferable(contest(given.names, given.seats), ballotsOf(given.ballots))!;
        if (slow === undefined || count.tied) return;
        compared++;
        expect(new Set(count.elected)).toEqual(new Set(slow));
      }),
      { numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(100);
  });
  it("loses no vote: what is held and what is exhausted are all there is, in each round", () => {
    fc.assert(
      fc.property(election, ({ names, seats, ballots }) => {
        const voters = ballots.reduce((n, ballot) => n + ballot.count, 0);
        for (const round of countTransferable(contest(names, seats), ballotsOf(ballots))!.rounds) {
          let [a, b] = [round.exhausted.numerator, round.exhausted.denominator];
          for (const { numerator, denominator } of round.votes)
            [a, b] = [a * denominator + numerator * b, b * denominator];
          expect(a).toBe(BigInt(voters) * b);
        }
      }),
    );
  });
  it("gives a solid body of voters as many seats as it fills quotas (Droop proportionality)", () => {
    fc.assert(
      fc.property(election, fc.integer({ min: 1, max: 4 }), ({ names, seats, ballots }, size) => {
        const solid = Array.from({ length: Math.min(size, names) }, (_, k) => k);
        const count = countTransferable(contest(names, seats), ballotsOf(ballots))!;
        const behind = ballots
          .filter(
            ({ ranking: list }) =>
              list.length >= solid.length && list.slice(0, solid.length).every((n) => n < solid.length),
          )
          .reduce((n, ballot) => n + ballot.count, 0);
        const quotas = Math.floor(behind / Number(count.quota.numerator));
        const got = count.elected.filter((name) => name < solid.length).length;
        expect(got).toBeGreaterThanOrEqual(Math.min(quotas, solid.length));
      }),
      { numRuns: 500 },
    );
  });
});

const bounded = election.chain((given) =>
  fc
    .record({
      split: fc.integer({ min: 1, max: given.names }),
      bounds: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
    })
    .map(({ split, bounds: [a, b, c, d] }) => ({
      ...given,
      groups: [
        { names: Array.from({ length: split }, (_, k) => k), least: Math.min(a!, b!), most: Math.max(a!, b!) },
        {
          names: Array.from({ length: given.names - split }, (_, k) => split + k),
          least: Math.min(c!, d!),
          most: Math.max(c!, d!),
        },
      ],
    })),
);
function fillings(names: number, seats: number, groups: readonly Group[]): number[][] {
  const found: number[][] = [];
  for (let set = 0; set < 1 << names; set++) {
    const chosen = Array.from({ length: names }, (_, k) => k).filter((k) => (set >> k) & 1);
    const inGroup = (group: Group) => chosen.filter((k) => group.names.includes(k)).length;
    if (
      chosen.length === seats &&
      groups.every((group) => inGroup(group) >= group.least && inGroup(group) <= group.most)
    )
      found.push(chosen);
  }
  return found;
}

describe("bounds of groups", () => {
  it("are met by every count, or told to be out of reach", () => {
    fc.assert(
      fc.property(bounded, ({ names, seats, ballots, groups }) => {
        const all = fillings(names, seats, groups);
        const given = contest(names, seats, groups);
        const counts = [
          countTransferable(given, ballotsOf(ballots))?.elected,
          countApprovals(given, ballotsOf(ballots))?.elected,
          eliminateVetoed(given, [Array.from({ length: names }, (_, k) => k)], () => false).elected,
        ];
        for (const elected of counts) {
          if (all.length === 0) expect(elected).toBeUndefined();
          else expect(all).toContainEqual([...elected!].sort((a, b) => a - b));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("approval", () => {
  it("elects those with most approvals in all that the bounds allow", () => {
    fc.assert(
      fc.property(bounded, ({ names, seats, ballots, groups }) => {
        const all = fillings(names, seats, groups);
        fc.pre(all.length > 0);
        const named = (chosen: readonly number[]) =>
          ballots.reduce(
            (sum, { ranking: list, count }) => sum + count * list.filter((k) => chosen.includes(k)).length,
            0,
          );
        const found = countApprovals(contest(names, seats, groups), ballotsOf(ballots))!;
        const best = Math.max(...all.map(named));
        expect(named(found.elected)).toBe(best);
        expect(found.tied).toBe(all.filter((chosen) => named(chosen) === best).length > 1);
      }),
      { numRuns: 300 },
    );
  });
});

describe("elimination of vetoed names", () => {
  it("leaves exactly those not struck, and seats the one whose worst-off voter is best off", () => {
    const values = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 15 }), (rows, struck) => {
        const found = eliminateVetoed(contest(4, 1), rows, (name) => ((struck >> name) & 1) === 1);
        const left = [0, 1, 2, 3].filter((name) => ((struck >> name) & 1) === 0);
        expect(new Set(found.left)).toEqual(new Set(left));
        expect(found.left).toHaveLength(left.length);
        if (left.length === 0) expect(found.elected).toBeUndefined();
        const worst = (name: number) => Math.min(...rows.map((row) => row[name]!));
        for (const name of left) expect(worst(found.elected![0]!)).toBeGreaterThanOrEqual(worst(name));
      }),
    );
  });
});
