/** From the counts to the findings. */
import type { Id } from "../brief/brief.ts";
import type { Model } from "../model/model.ts";
import type { SeatsBy, SlateComposition, SlateFinding, SlateOption, SlateTrade, SlateVeto } from "./findings.ts";
import { coalitionsOf, idsOf, type Panel } from "./panel.ts";
import { perComposition, type SlateTally } from "./tally.ts";
import { optionsAt, type TradeTally } from "./trades.ts";

const mostListed = 10;
const mostTrades = 3;
/** Under this share of worlds with a refusal nothing is said of what would pay for it; nor where it pays more seldom than that. */
const leastShare = 0.05;

/** `worlds` counted in all, `counted` of them with ballots. */
export function slateFinding(
  model: Model,
  panel: Panel,
  tally: SlateTally,
  worlds: number,
  counted: number,
): SlateFinding {
  const entry = model.items[panel.item]!;
  const concerned = idsOf(model, panel);
  const n = entry.options.length;
  const named = (of: (o: number) => number): Record<Id, number> =>
    Object.fromEntries(entry.options.map((option, o) => [option.id, of(o)]));
  const { coalitions, complete } = coalitionsOf(panel);
  return {
    issue: entry.id,
    title: entry.title,
    worlds,
    seats: panel.seats,
    forums: panel.forums.map((forum) => model.forums[forum]!.id),
    concerned,
    options: entry.options.map((_, o) => optionFinding(model, panel, tally, o, worlds, counted)),
    nobody: tally.enough[n]! / worlds,
    coalitions: {
      complete,
      list: coalitions.map((members, c) => ({
        members: members.map((p) => concerned[p]!),
        accepts: named((o) => tally.coalitions[c * (n + 1) + o]! / worlds),
        any: tally.coalitions[c * (n + 1) + n]! / worlds,
      })),
    },
    elections: { worlds: counted, ties: byWay((way) => tally.ties[way]! / counted) },
    ...(panel.seats === 1
      ? {}
      : {
          compositions: {
            possible: panel.possible,
            nobody: tally.compositions[tally.compositions.length - 1]! / worlds,
            held: seatsHeld(model, panel, tally),
            list: compositions(model, panel, tally, worlds),
          },
        }),
  };
}

const byWay = (of: (way: number) => number): SeatsBy => ({ approval: of(0), transferable: of(1), elimination: of(2) });

function optionFinding(
  model: Model,
  panel: Panel,
  tally: SlateTally,
  option: number,
  worlds: number,
  counted: number,
): SlateOption {
  const { options } = model.items[panel.item]!;
  const n = options.length;
  const ids = idsOf(model, panel);
  const accepts = (p: number) => tally.accepts[p * n + option]! / worlds;
  const vetoes = ids
    .map((party, p): SlateVeto => {
      const refuses = 1 - accepts(p);
      const listed = refuses >= leastShare && panel.parties[p] !== model.us;
      return {
        party,
        refuses,
        alone: tally.alone[p * n + option]! / worlds,
        trades: listed ? trades(model, tally.trades, p * n + option) : [],
      };
    })
    .filter(({ refuses }) => refuses > 0);
  return {
    id: options[option]!.id,
    title: options[option]!.title,
    least: panel.least[option]!,
    most: panel.most[option]!,
    accepts: Object.fromEntries(ids.map((party, p) => [party, accepts(p)])),
    enough: tally.enough[option]! / worlds,
    all: tally.all[option]! / worlds,
    seats: byWay((way) => tally.seats[way * n + option]! / counted),
    // A stable sort: equal ones stay in the order of the brief.
    vetoes: vetoes.sort((a, b) => b.refuses - a.refuses),
  };
}

function trades(model: Model, tally: TradeTally, pair: number): SlateTrade[] {
  const refused = tally.refused[pair]!;
  const { starts, all } = optionsAt(model);
  const found = model.items.flatMap((item, i): SlateTrade[] => {
    const at = pair * model.items.length + i;
    const pays = tally.pays[at]!;
    if (pays === 0 || pays < leastShare * refused) return [];
    const counts = item.options.map((_, x) => tally.cheapest[pair * all + starts[i]! + x]!);
    const option = item.options[counts.indexOf(Math.max(...counts))]!.id;
    return [
      {
        issue: item.id,
        option,
        pays: pays / refused,
        worthIt: tally.worthIt[at]! / refused,
        cost: tally.cost[at]! / pays,
      },
    ];
  });
  return found.sort((a, b) => b.worthIt - a.worthIt || b.pays - a.pays || a.cost - b.cost).slice(0, mostTrades);
}

function compositions(model: Model, panel: Panel, tally: SlateTally, worlds: number): SlateComposition[] {
  const { options } = model.items[panel.item]!;
  return (panel.compositions ?? [])
    .map((seats, c) => ({
      seats: Object.fromEntries(options.flatMap(({ id }, o) => (seats[o]! > 0 ? [[id, seats[o]!]] : []))),
      settled: tally.compositions[perComposition * c + 2]! / worlds,
      enough: tally.compositions[perComposition * c]! / worlds,
      all: tally.compositions[perComposition * c + 1]! / worlds,
    }))
    .sort((a, b) => b.enough - a.enough || b.all - a.all)
    .slice(0, mostListed);
}

/** By option: shares of the worlds in which a composition comes out with none, one, two … of its seats; none where none ever does. */
function seatsHeld(model: Model, panel: Panel, tally: SlateTally): Record<Id, readonly number[]> {
  const compositions = panel.compositions ?? [];
  const outs = compositions.map((_, c) => tally.compositions[perComposition * c + 2]!);
  const all = outs.reduce((sum, count) => sum + count, 0);
  if (all === 0) return {};
  const shares = (o: number): number[] =>
    Array.from({ length: panel.most[o]! + 1 }, (_, held) =>
      outs.reduce((sum, count, c) => sum + (compositions[c]![o] === held ? count : 0), 0),
    ).map((count) => count / all);
  return Object.fromEntries(model.items[panel.item]!.options.map(({ id }, o) => [id, shares(o)]));
}
