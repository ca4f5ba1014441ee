/** Worked examples as they are published. */
import { describe, expect, it } from "vitest";
import { fractionText } from "../../forum/fraction.ts";
import { countApprovals } from "./approval.ts";
import type { Ballot } from "./contest.ts";
import { countTransferable } from "./single-transferable.ts";

function ballots(names: readonly string[], given: readonly (readonly [number, ...string[]])[]): Ballot[] {
  return given.map(([count, ...ranking]) => ({
    ranking: ranking.map((name) => names.indexOf(name)),
    weight: { numerator: BigInt(count), denominator: 1n },
  }));
}
const open = (names: readonly string[], seats: number) => ({ names: names.length, seats, groups: [], struck: [] });

describe("two seats, four candidates, 57 voters (Wikipedia, Counting single transferable votes)", () => {
  const names = ["Andrea", "Brad", "Carter", "Delilah"];
  const count = countTransferable(
    open(names, 2),
    ballots(names, [
      [16, "Andrea", "Brad", "Carter", "Delilah"],
      [24, "Andrea", "Carter", "Brad", "Delilah"],
      [17, "Delilah", "Andrea", "Brad", "Carter"],
    ]),
  )!;
  it("quota 20; Andrea's 20 beyond it go 8 to Brad and 12 to Carter; Brad out, Carter in with just 20", () => {
    expect(fractionText(count.quota)).toBe("20");
    expect(count.rounds.map((round) => round.votes.map(fractionText))).toEqual([
      ["40", "0", "0", "17"],
      ["20", "8", "12", "17"],
      ["20", "0", "20", "17"],
    ]);
    expect(count.elected.map((k) => names[k])).toEqual(["Andrea", "Carter"]);
    expect(count.tied).toBe(false);
  });
});

describe("three foods for twenty guests (Wikipedia, Single transferable vote)", () => {
  const names = ["Oranges", "Pears", "Chocolate", "Strawberries", "Sweets"];
  const count = countTransferable(
    open(names, 3),
    ballots(names, [
      [4, "Oranges"],
      [2, "Pears", "Oranges"],
      [8, "Chocolate", "Strawberries"],
      [4, "Chocolate", "Sweets"],
      [1, "Strawberries"],
      [1, "Sweets"],
    ]),
  )!;
  it("quota 6; chocolate, then oranges with the votes of pears, then strawberries", () => {
    expect(fractionText(count.quota)).toBe("6");
    expect(count.rounds[1]!.votes.map(fractionText)).toEqual(["4", "2", "6", "5", "3"]);
    expect(count.rounds[2]!.votes.map(fractionText)).toEqual(["6", "0", "6", "5", "3"]);
    expect(count.elected.map((k) => names[k])).toEqual(["Chocolate", "Oranges", "Strawberries"]);
  });
});

describe("the capital of Tennessee (Wikipedia, Instant-runoff voting and Approval voting)", () => {
  const names = ["Memphis", "Nashville", "Chattanooga", "Knoxville"];
  it("by the single transferable vote for one seat: Chattanooga out, then Nashville, and Knoxville has 58", () => {
    const count = countTransferable(
      open(names, 1),
      ballots(names, [
        [42, "Memphis", "Nashville", "Chattanooga", "Knoxville"],
        [26, "Nashville", "Chattanooga", "Knoxville", "Memphis"],
        [15, "Chattanooga", "Knoxville", "Nashville", "Memphis"],
        [17, "Knoxville", "Chattanooga", "Nashville", "Memphis"],
      ]),
    )!;
    expect(count.rounds.map((round) => round.votes.map(fractionText))).toEqual([
      ["42", "26", "15", "17"],
      ["42", "26", "0", "32"],
      ["42", "0", "0", "58"],
    ]);
    expect(count.elected).toEqual([3]);
  });
  it("by approval of the two nearest: Nashville 68, Chattanooga 58, Memphis 42, Knoxville 32", () => {
    const count = countApprovals(
      open(names, 1),
      ballots(names, [
        [42, "Memphis", "Nashville"],
        [26, "Nashville", "Chattanooga"],
        [15, "Chattanooga", "Knoxville"],
        [17, "Knoxville", "Chattanooga"],
      ]),
    )!;
    expect(count.approvals.map(fractionText)).toEqual(["42", "68", "58", "32"]);
    expect(count.elected).toEqual([1]);
  });
});

describe("by hand", () => {
  it("papers that name nobody else leave with their share of the surplus (weighted inclusive Gregory)", () => {
    // 9 votes, two seats: quota floor(9 / 3) + 1. A has 6, two too many: each paper goes on with a third of its weight.
    const names = ["A", "B", "C"];
    const count = countTransferable(
      open(names, 2),
      ballots(names, [
        [3, "A", "B"],
        [3, "A"],
        [2, "C"],
        [1, "B"],
      ]),
    )!;
    expect(fractionText(count.quota)).toBe("4");
    expect(count.rounds[1]!.votes.map(fractionText)).toEqual(["4", "2", "2"]);
    expect(fractionText(count.rounds[1]!.exhausted)).toBe("1");
    // B and C stand even at 2; C had more in the first round.
    expect(count.elected.map((k) => names[k])).toEqual(["A", "C"]);
    expect(count.tied).toBe(false);
  });
  it("a name that a group must have is kept though it has fewest votes", () => {
    const names = ["A", "B", "C"];
    const count = countTransferable(
      { ...open(names, 2), groups: [{ names: [2], least: 1, most: 1 }] },
      ballots(names, [
        [5, "A"],
        [4, "B"],
        [1, "C"],
      ]),
    )!;
    expect(count.elected.map((k) => names[k])).toEqual(["A", "C"]);
  });
});
