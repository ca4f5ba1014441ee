/** An offer across issues: a package put beside what the items came out at by themselves (MODEL.md §4.3). */
import type { ModelOffer } from "../model/model.ts";
import { why } from "../model/state.ts";
import { type Beyond, type Joint, nextPackage, orderPackages, type Weigh } from "./package.ts";
import type { Setting } from "./setting.ts";
import { needsOf } from "./settle-item.ts";
import { type Table, tolerance } from "./table.ts";
import { isWinning } from "./voting.ts";

/** How the items stand after separate settlement, by index. */
export interface Separate {
  readonly result: Int16Array;
  readonly ended: Uint8Array;
}
export interface OfferVerdict {
  accepted: boolean;
  /** Members and needed parties (by index) who decline the package nearest to the means. */
  declines: number[];
  /** The package that replaces the separate result, in the order of `items`. */
  pick: readonly number[];
}

/**
 * Answers an offer that has been made. Among the packages that give what it asks, the one that every needed member and we
 * take, and that the outcome model takes first, replaces the separate result. Items may lie before several forums: then each
 * of these must take it, and each in which an item must be confirmed. Adds a package and removes none.
 * `joint` holds what the offer gives, then what it wants; `keepers` kept an item of it off, and let it on if they take it.
 */
export function answerOffer(
  setting: Setting,
  offer: ModelOffer,
  joint: Joint,
  separate: Separate,
  weigh: Weigh,
  better: (item: number, option: number, than: number) => boolean,
  beyond: Beyond,
  keepers: readonly number[],
): OfferVerdict {
  const { model, ballot } = setting;
  const verdict: OfferVerdict = { accepted: false, declines: [], pick: [] };
  const choices = [
    ...offer.gives.map((g) => [g.option]),
    ...offer.wants.map((w, k) => {
      const all = joint.tables[offer.gives.length + k]!.item.options.map((_, o) => o);
      return all.filter((o) => o === w.option || (w.orBetter && better(w.item, o, w.option)));
    }),
  ];
  const asked = [...new Set([...joint.forums, ...joint.tables.flatMap((table) => table.item.confirmedIn)])];
  const needs = [
    ...new Set([...keepers, ...asked.flatMap((f) => joint.items.flatMap((item) => needsOf(model.forums[f]!, item)))]),
  ];
  const gateShare = setting.inputs[setting.base + model.method.gateShare]!;
  const order = orderPackages(setting, joint);
  const pick = choices.map(() => 0);
  const sizes = choices.map((list) => list.length);
  let least = Number.POSITIVE_INFINITY;
  let nearest = Number.POSITIVE_INFINITY;
  do {
    const options = pick.map((k, i) => choices[i]![k]!);
    const away = order.distance(options);
    // Nothing further than what is taken already can replace it.
    if (verdict.accepted && away > least + tolerance) continue;
    const declines = new Set<number>();
    const takes = (party: number): boolean => {
      const taken = takesPackage(
        party,
        party === model.us,
        joint,
        options,
        separate,
        weigh,
        beyond(party, options),
        gateShare,
      );
      if (!taken) declines.add(party);
      return taken;
    };
    let wins = model.us < 0 || takes(model.us);
    for (const f of asked) {
      model.forums[f]!.members.forEach((party, k) => {
        ballot.accepts[k] = takes(party) ? 1 : 0;
      });
      if (!isWinning(model.forums[f]!.rule, ballot.accepts)) wins = false;
    }
    for (const party of needs) if (!takes(party)) wins = false;
    const known = verdict.accepted ? verdict.pick : undefined;
    const tied = Math.abs(away - least) <= tolerance && known !== undefined && order.isBefore(options, known);
    if (wins && (away < least - tolerance || tied)) {
      least = Math.min(least, away);
      verdict.accepted = true;
      verdict.pick = options;
    } else if (!verdict.accepted && away < nearest - tolerance) {
      nearest = away;
      verdict.declines = [...declines];
    }
  } while (nextPackage(pick, sizes));
  if (verdict.accepted) verdict.declines = [];
  return verdict;
}

function takesPackage(
  party: number,
  isUs: boolean,
  joint: Joint,
  options: readonly number[],
  separate: Separate,
  weigh: Weigh,
  beyond: number,
  gateShare: number,
): boolean {
  let gain = -beyond;
  for (let i = 0; i < joint.items.length; i++) {
    const item = joint.items[i]!;
    const table: Table = joint.tables[i]!;
    const seat = table.item.seatOf[party]!;
    // Who has no part in an item neither gains nor loses by it.
    if (seat < 0) continue;
    const n = table.item.options.length;
    if (table.red[seat * n + options[i]!] === 1) return false;
    const result = separate.result[item]!;
    let stands = result >= 0 ? table.value[seat * n + result]! : table.otherwise[seat]!;
    // Refusal costs what disagreement costs; keeping off, the share of it that the gate already brings.
    const ended = separate.ended[item]!;
    if (!isUs && ended === why.refused) stands = table.otherwise[seat]! - table.cost[seat]!;
    else if (!isUs && ended === why.notAdmitted) stands = table.otherwise[seat]! - gateShare * table.cost[seat]!;
    gain += weigh(item, seat) * (table.value[seat * n + options[i]!]! - stands);
  }
  return gain >= -tolerance;
}
