/** Joint settlement of a bundle: its items are settled together or not at all (MODEL.md §4.3). */
import { why } from "../model/state.ts";
import { type Beyond, type Joint, nextPackage, orderPackages, type Weigh } from "./package.ts";
import type { Setting } from "./setting.ts";
import { needsOf, type Outcome } from "./settle-item.ts";
import { tolerance } from "./table.ts";
import { isWinning } from "./voting.ts";

/** What a package brings one party over its limits, item by item and option by option; a broken red line is minus infinity. */
type Gains = readonly Float64Array[];

/**
 * Settles the bundle whose items are all before the forum. `outcomes` are filled in the order of `items`.
 * Cost O(packages × members × items), at most `mostPackages` packages.
 */
export function settleBundle(
  setting: Setting,
  forumIndex: number,
  joint: Joint,
  weigh: Weigh,
  beyond: Beyond | undefined,
  outcomes: readonly Outcome[],
): void {
  const { model, ballot } = setting;
  const forum = model.forums[forumIndex]!;
  const needs = [...new Set(joint.items.flatMap((item) => needsOf(forum, item)))];
  const consents = consentOf(joint, weigh, beyond, "limit");
  // The setter proposes what beats `otherwise` as such: costs of disagreement do not enter its win-set.
  const prefers = setting.outcomeModel === "veto" ? consentOf(joint, weigh, beyond, "otherwise") : undefined;
  const order = orderPackages(setting, joint);
  const sizes = joint.tables.map((table) => table.item.options.length);
  const pick = sizes.map(() => 0);
  const lone = new Set<number>();
  let best: number[] | undefined;
  let least = Number.POSITIVE_INFINITY;
  let open = false;
  const vote = (accepts: (party: number, pick: readonly number[]) => boolean): boolean => {
    forum.members.forEach((party, k) => {
      ballot.accepts[k] = accepts(party, pick) ? 1 : 0;
    });
    return isWinning(forum.rule, ballot.accepts);
  };
  do {
    const still = pick.every((o, i) => o === joint.tables[i]!.item.otherwise);
    const wins = vote(consents);
    const lacking = needs.filter((party) => !consents(party, pick));
    if (!wins || lacking.length > 0) {
      if (!still && !open) noteLone(setting, forumIndex, lacking, wins, lone);
      continue;
    }
    open ||= !still;
    if (prefers !== undefined && !vote(prefers)) continue;
    const here = order.distance(pick);
    const nearer = here < least - tolerance;
    if (nearer || (here <= least + tolerance && best !== undefined && order.isBefore(pick, best))) {
      if (nearer) least = here;
      best = [...pick];
    }
  } while (nextPackage(pick, sizes));
  let refused = open ? new Set<number>() : lone;
  if (open && best?.some((o, i) => o !== joint.tables[i]!.item.otherwise))
    for (const next of confirming(joint, forumIndex)) {
      const against = refusersOf(setting, next, joint, best, consents);
      if (against === undefined) continue;
      open = false;
      refused = against;
      break;
    }
  for (const [i, outcome] of outcomes.entries()) {
    const { item } = joint.tables[i]!;
    outcome.refusers = 0;
    outcome.option = -1;
    outcome.ended = why.notReached;
    if (!open) {
      outcome.ended = why.refused;
      for (const party of refused) if (item.seatOf[party]! >= 0) outcome.refusers |= 1 << item.seatOf[party]!;
    } else if (best !== undefined && best[i] !== item.otherwise) {
      outcome.option = best[i]!;
      outcome.ended = why.agreed;
    }
  }
}

/** A party's consent to a package as a whole: what it gains on some items makes good what it loses on others; red lines do not. */
function consentOf(
  joint: Joint,
  weigh: Weigh,
  beyond: Beyond | undefined,
  over: "limit" | "otherwise",
): (party: number, pick: readonly number[]) => boolean {
  const known = new Map<number, Gains>();
  return (party, pick) => {
    let gains = known.get(party);
    if (gains === undefined) {
      gains = gainsOf(joint, party, weigh, over);
      known.set(party, gains);
    }
    let sum = beyond === undefined ? 0 : -beyond(party, pick);
    for (let i = 0; i < gains.length; i++) sum += gains[i]![pick[i]!]!;
    return sum >= -tolerance;
  };
}

function gainsOf(joint: Joint, party: number, weigh: Weigh, over: "limit" | "otherwise"): Gains {
  return joint.tables.map((table, i) => {
    const seat = table.item.seatOf[party]!;
    const n = table.item.options.length;
    const gains = new Float64Array(n);
    // Who has no part in an item neither gains nor loses by it.
    if (seat < 0) return gains;
    const weight = weigh(joint.items[i]!, seat);
    for (let o = 0; o < n; o++)
      gains[o] =
        table.red[seat * n + o] === 1
          ? Number.NEGATIVE_INFINITY
          : weight * (table.value[seat * n + o]! - table[over][seat]!);
    return gains;
  });
}

/** Notes each party whose consent alone was wanting to this package; the ballot is that on it. */
function noteLone(
  setting: Setting,
  forumIndex: number,
  lacking: readonly number[],
  wins: boolean,
  lone: Set<number>,
): void {
  const { members, rule } = setting.model.forums[forumIndex]!;
  const { accepts } = setting.ballot;
  if (lacking.length > 1) return;
  if (wins) {
    for (const party of lacking) lone.add(party);
    return;
  }
  for (const [k, party] of members.entries()) {
    if (accepts[k] === 1 || (lacking.length === 1 && lacking[0] !== party)) continue;
    accepts[k] = 1;
    if (isWinning(rule, accepts)) lone.add(party);
    accepts[k] = 0;
  }
}

/** Forums, other than its own, in which any of the items must be confirmed. */
function confirming(joint: Joint, forumIndex: number): number[] {
  const all = joint.tables.flatMap((table) => table.item.confirmedIn);
  return [...new Set(all)].filter((next) => next !== forumIndex);
}

/** Who alone refuses to confirm the package in another forum; undefined where it is confirmed. */
function refusersOf(
  setting: Setting,
  forumIndex: number,
  joint: Joint,
  pick: readonly number[],
  consents: (party: number, pick: readonly number[]) => boolean,
): Set<number> | undefined {
  const forum = setting.model.forums[forumIndex]!;
  const needs = [...new Set(joint.items.flatMap((item) => needsOf(forum, item)))];
  forum.members.forEach((party, k) => {
    setting.ballot.accepts[k] = consents(party, pick) ? 1 : 0;
  });
  const wins = isWinning(forum.rule, setting.ballot.accepts);
  const lacking = needs.filter((party) => !consents(party, pick));
  if (wins && lacking.length === 0) return undefined;
  const lone = new Set<number>();
  noteLone(setting, forumIndex, lacking, wins, lone);
  return lone;
}
