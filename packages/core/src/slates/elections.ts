/** Ballots of one world, counted: all concerned vote, each for what it accepts, in the order of what it is worth to it. */
import { type Fraction, fraction } from "../forum/fraction.ts";
import { eliminateVetoed } from "./count/acceptable.ts";
import { countApprovals } from "./count/approval.ts";
import type { Ballot, Contest } from "./count/contest.ts";
import { countTransferable } from "./count/single-transferable.ts";
import type { Panel } from "./panel.ts";

/** Each ballot counts a thousand, so that surpluses of few voters can be parted; as in the Seanad. */
const votesOfOne: Fraction = fraction(1000n, 1n);
export const waysOfCounting = ["approval", "transferable", "elimination"] as const;

export interface Elected {
  /** Seats by option; undefined: nobody, too few are left. */
  readonly seats: readonly number[] | undefined;
  readonly tied: boolean;
}

/**
 * `values` and `accepts` by party concerned and option; `enough` by option. `lots` by option settle ties: who drew least stands first.
 */
export function countWorld(
  panel: Panel,
  values: Float64Array,
  accepts: Uint8Array,
  enough: Uint8Array,
  lots: readonly number[],
): readonly Elected[] {
  const options = panel.most.length;
  const order = Array.from(panel.optionOf.keys()).sort(
    (a, b) => lots[panel.optionOf[a]!]! - lots[panel.optionOf[b]!]! || a - b,
  );
  const optionAt = order.map((name) => panel.optionOf[name]!);
  const place = new Map(order.map((name, k) => [name, k]));
  const contest: Contest = {
    ...panel.contest,
    groups: panel.contest.groups.map((group) => ({ ...group, names: group.names.map((name) => place.get(name)!) })),
  };
  const rows = panel.parties.map((_, p) => Array.from(values.subarray(p * options, (p + 1) * options)));
  const ballots = rows.map((row, p): Ballot => {
    const names = optionAt.flatMap((option, name) => (accepts[p * options + option] === 1 ? [name] : []));
    return { ranking: names.sort((a, b) => row[optionAt[b]!]! - row[optionAt[a]!]! || a - b), weight: votesOfOne };
  });
  const byName = rows.map((row) => optionAt.map((option) => row[option]!));
  const counts = [
    countApprovals(contest, ballots),
    countTransferable(contest, ballots),
    eliminateVetoed(contest, byName, (name) => enough[optionAt[name]!] === 0),
  ];
  return counts.map((count) => {
    if (count?.elected === undefined) return { seats: undefined, tied: false };
    const seats = Array.from({ length: options }, () => 0);
    for (const name of count.elected) seats[optionAt[name]!] = seats[optionAt[name]!]! + 1;
    return { seats, tied: count.tied };
  });
}
