/** What is found of one item: the chances of the ladder, who stands where, who blocks, what other models say. */
import type { Item, Model, Seat } from "../model/model.ts";
import { why } from "../model/state.ts";
import type { ItemFinding, PartyOnItem, Reasons, Spread3 } from "../run/findings.ts";
import { quantile } from "../worlds/index.ts";
import { categoriesOf } from "./categories.ts";
import type { Merged } from "./merged.ts";
import { shownAmong, shrinkingOf } from "./open-categories.ts";
import { annexWorlds, rangeGroups } from "./plan-engine.ts";
import { sum } from "./tally.ts";
import type { Variant } from "./variants.ts";

/** Under this many worlds a conditional is not reported (MODEL.md §4.5). */
export const fewestWorlds = 200;

export function itemFinding(model: Model, index: number, merged: Merged, variants: readonly Variant[]): ItemFinding {
  const item = model.items[index]!;
  const tally = merged.items[index]!;
  const n = merged.worlds;
  const cats = categoriesOf(item);
  const at = model.items.slice(0, index).reduce((sum_, before) => sum_ + categoriesOf(before).count, 0);
  const share = (c: number) => tally.categories[c]! / n;
  const outer = (pick: (shares: Float64Array) => number) =>
    rangeGroups.map((group) => (merged.ranges.get(group) ?? []).map(pick));
  // What was observed is no longer a matter of chance.
  const shrinking = shrinkingOf(model, index, tally.categories);
  const shown = (c: number) =>
    shownAmong(
      share(c),
      outer((s) => s[at + c]!),
      shrinking,
      c,
    );
  const noneOf = (shares: Float64Array, from: number) => sumFrom(shares, from + cats.none, from + cats.count);
  const noneRaw = noneOf(tally.categories, 0) / n;
  const none = shownAmong(
    noneRaw,
    outer((s) => noneOf(s, at)),
    shrinking,
    cats.none,
  );
  const ask = shown(0);
  const rungs = item.ladder.slice(1).map((option, r) => ({ id: item.options[option]!.id, ...plain(shown(r + 1)) }));
  const admitted = tally.sums[sum.admitted]!;
  return {
    id: item.id,
    title: item.title,
    under: item.under,
    ...(item.instanceOf === undefined ? {} : { instanceOf: item.instanceOf }),
    forum: model.forums[item.forum]!.id,
    ask: { option: item.options[item.ladder[0]!]!.id, ...plain(ask) },
    rungs,
    worse: plain(shown(cats.worse)),
    none: { ...plain(none), because: reasons(model, item, tally, cats.none, n, none.chance, noneRaw) },
    unshrunk: { ask: share(0), rungs: rungs.map((_, r) => share(r + 1)), worse: share(cats.worse), none: noneRaw },
    widest: rangeGroups[ask.widest]!,
    admitted: admitted / n,
    ...(admitted >= fewestWorlds ? { askGivenAdmitted: tally.sums[sum.askAdmitted]! / admitted } : {}),
    options: item.options.map((option, o) => ({
      id: option.id,
      title: option.title,
      ...(item.ordered ? { at: natural(item, quantile(model.inputs[option.at]!.distribution, 0.5)) } : {}),
      chance: tally.options[o]! / n,
    })),
    ...(item.ordered ? { density: [...tally.density].map((count) => count / n) } : {}),
    parties: item.seats.map((seat, j) =>
      partyOn(model, item, seat, tally.keepsOff[j]! / n, tally.refusesAlone[j]! / n),
    ),
    otherModels: otherModels(item, index, merged, variants),
    dropped: tally.sums[sum.dropped]! / n,
    ourValue: tally.sums[sum.value]! / n,
    weight: tally.sums[sum.weight]! / n,
  };
}

const plain = ({ chance, low, high }: { chance: number; low: number; high: number }) => ({ chance, low, high });

function sumFrom(values: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += values[i]!;
  return total;
}

/** The reasons share the shown chance of nothing in proportion to how often each was the reason. */
export function reasons(
  model: Model,
  item: Item,
  tally: Merged["items"][number],
  noneAt: number,
  n: number,
  shown: number,
  raw: number,
): Reasons {
  const scale = raw > 0 ? shown / raw / n : 0;
  const of = (reason: number) => tally.categories[noneAt - 1 + reason]! * scale;
  const refused: Record<string, number> = {};
  item.seats.forEach((seat, j) => {
    if (tally.refusedBy[j]! > 0) refused[model.parties[seat.party]!.id] = tally.refusedBy[j]! * scale;
  });
  if (tally.refusedBy[item.seats.length]! > 0) refused["jointly"] = tally.refusedBy[item.seats.length]! * scale;
  return {
    notAdmitted: of(why.notAdmitted),
    noCompetence: of(why.noCompetence),
    brokeDown: of(why.brokeDown),
    refused,
    // Where nothing never happened, the shrinkage alone shows a chance: it has no other reason.
    notReached: raw > 0 ? of(why.notReached) : shown,
  };
}

/** Natural units of scale points. */
function natural(item: Item, points: number): number {
  return item.scale.from + ((item.scale.to - item.scale.from) * points) / 100;
}

function spread(model: Model, input: number, change: (x: number) => number = (x) => x): Spread3 {
  const { distribution } = model.inputs[input]!;
  const [a, b] = [change(quantile(distribution, 0.05)), change(quantile(distribution, 0.95))];
  return { low: Math.min(a, b), median: change(quantile(distribution, 0.5)), high: Math.max(a, b) };
}

function partyOn(model: Model, item: Item, seat: Seat, keepsOff: number, refuses: number): PartyOnItem {
  const member = model.forums[item.forum]!.members.includes(seat.party);
  return {
    party: model.parties[seat.party]!.id,
    role: member ? "member" : "third",
    known: seat.known,
    ...(seat.ideal < 0 ? {} : { ideal: spread(model, seat.ideal, (x) => natural(item, x)) }),
    salience: spread(model, seat.salience),
    influence: spread(model, seat.influence),
    keepsOff,
    refuses,
  };
}

function otherModels(
  item: Item,
  index: number,
  merged: Merged,
  variants: readonly Variant[],
): ItemFinding["otherModels"] {
  const said: Record<string, ItemFinding["unshrunk"]> = {};
  const cats = categoriesOf(item);
  for (const [v, variant] of variants.entries()) {
    if (variant.kind !== "model") continue;
    const counts = merged.categories[v]![index]!;
    const worlds = Math.min(annexWorlds, merged.worlds);
    const share = (c: number) => counts[c]! / worlds;
    said[variant.outcomeModel!] = {
      ask: share(0),
      rungs: item.ladder.slice(1).map((_, r) => share(r + 1)),
      worse: share(cats.worse),
      none: sumFrom(counts, cats.none, cats.count) / worlds,
    };
  }
  return said;
}
