/**
 * The agreement space of a brief ([P17]): what each member values by MODEL.md §3, every uncertain number at its median,
 * and consent as its reservation. One space for the whole agenda or for some of its items, a bundle say.
 */
import { type StillOpen, stillOpen } from "../day-two/open-options.ts";
import type { Item, Model, Seat } from "../model/index.ts";
import { noSignal, offScale, pending, type RollState } from "../model/state.ts";
import { isWinning } from "../settle/voting.ts";
import { quantile } from "../worlds/index.ts";
import type { NamedPackage, PackageDomain, PartyUtility, UtilityTable } from "./domain.ts";
import type { SettlementRule } from "./offers/coalitions.ts";

export interface BriefSpace {
  readonly domain: PackageDomain;
  /** Indices into `model.items`, in the order of the domain's issues. */
  readonly items: readonly number[];
  /** Indices into `model.parties`, in the order of the domain's parties. */
  readonly parties: readonly number[];
  /** Our place among the domain's parties, −1 none. */
  readonly us: number;
  /** What we ask, item by item, and what stands without agreement; absent where an item has no such option. */
  readonly ask?: NamedPackage;
  readonly noAgreement?: NamedPackage;
  /** Options left out because some member has a red line there: who has. */
  readonly removed: readonly RemovedOption[];
  /** What was taken how; printed with the results. */
  readonly conventions: readonly string[];
}
export interface RemovedOption {
  readonly issue: string;
  readonly option: string;
  readonly parties: readonly string[];
}
/** An item may also be left open, at the worth typed for it. */
const LEFT_OPEN = "otherwise";
/** Points are given to a millionth, so that they are exact decimals. */
const asPoints = (points: number): string => (Math.round(points * 1e6) / 1e6).toFixed(6);

/** Undefined: no member has a known position on any of the items. */
export function spaceFromModel(
  model: Model,
  items: readonly number[] = model.items.map((_, k) => k),
): BriefSpace | undefined {
  const median = (input: number): number => quantile(model.inputs[input]!.distribution, 0.5);
  const isKnown = (input: number): boolean => !model.inputs[input]!.unknown;
  const usable = items.filter(
    (k) => model.items[k]!.options.length > 0 && model.items[k]!.seats.some((seat) => seat.known),
  );
  const members = new Set(usable.flatMap((k) => model.forums[model.items[k]!.forum]?.members ?? []));
  const parties = model.parties.flatMap((_, p) =>
    members.has(p) && usable.some((k) => seatAt(model.items[k]!, p)?.known) ? [p] : [],
  );
  if (usable.length === 0 || parties.length === 0) return undefined;
  const removed: RemovedOption[] = [];
  const silent = [...members].filter((p) => !parties.includes(p)).sort((a, b) => a - b);
  const seen = stillOpen(model, (k, option) => {
    const item = model.items[k]!;
    return worthOf(item, seatAt(item, model.us), option, median);
  });
  const options = usable.map((k) => {
    const item = model.items[k]!;
    const left = seen.items[k];
    if (left?.decided) return left.options;
    const kept = item.options.flatMap((_, o) => {
      const broken = parties.filter((p) => seatAt(item, p)?.redLines.includes(o));
      const isLeftOut = broken.length > 0 && o !== item.otherwise;
      if (isLeftOut)
        removed.push({
          issue: item.id,
          option: item.options[o]!.id,
          parties: broken.map((p) => model.parties[p]!.id),
        });
      return isLeftOut ? [] : [o];
    });
    // A bundle is settled together or not at all: none of its items can be left open alone.
    const all = item.otherwise < 0 && item.bundle < 0 ? [...kept, offScale] : kept;
    const open = left === undefined ? all : all.filter((o) => left.options.includes(o));
    return open.length > 0 ? open : (left?.options ?? all);
  });
  const unsettled: string[] = [];

  const domainParties = parties.map((p): PartyUtility => {
    // Weights are salience normalised once, over all issues of the brief.
    const total = model.items.reduce((sum, item) => sum + salienceOf(item, p, median), 0);
    const weight = (item: Item) => (total > 0 ? salienceOf(item, p, median) / total : 0);
    const tables: UtilityTable[] = usable.map((k, i) => {
      const item = model.items[k]!;
      const seat = seatAt(item, p);
      return { issues: [i], values: options[i]!.map((o) => asPoints(weight(item) * worthOf(item, seat, o, median))) };
    });
    let reservation = 0;
    for (const k of usable) {
      const item = model.items[k]!;
      const seat = seatAt(item, p);
      const without = worthOf(item, seat, item.otherwise >= 0 ? item.otherwise : offScale, median);
      // What has come out stands whatever else is agreed: nobody can do better or worse by refusing.
      const decided = seen.items[k]?.decided === true ? seen.items[k].options[0] : undefined;
      if (decided !== undefined) {
        reservation += weight(item) * worthOf(item, seat, decided, median);
        continue;
      }
      const limit = p === model.us ? bottomWorth(item, seat, median) : undefined;
      const cost = p !== model.us && seat && isKnown(seat.cost) ? median(seat.cost) : 0;
      if (item.otherwise < 0 && (!seat?.otherwiseValue || !isKnown(seat.otherwiseValue))) unsettled.push(item.id);
      reservation += weight(item) * ((limit ?? without) - cost);
    }
    return {
      id: model.parties[p]!.id,
      tables: [...tables, ...dependencesOf(model, p, usable, { options, seen }, median)],
      noAgreement: asPoints(reservation),
    };
  });
  return {
    domain: {
      issues: usable.map((k, i) => ({
        id: model.items[k]!.id,
        options: options[i]!.map((o) => (o === offScale ? LEFT_OPEN : model.items[k]!.options[o]!.id)),
      })),
      parties: domainParties,
    },
    items: usable,
    parties,
    us: parties.indexOf(model.us),
    removed,
    ...nameAll("ask", model, usable, options, (item, k) => standing(seen, k) ?? item.ladder[0]),
    ...nameAll(
      "noAgreement",
      model,
      usable,
      options,
      (item, k) => standing(seen, k) ?? (item.otherwise >= 0 ? item.otherwise : offScale),
    ),
    conventions: [
      ...observedConventions(model, usable, seen),
      "From the brief: points are hundredths of a member's whole agenda, to six decimals; every uncertain number stands at its median, an unknown salience at 50.",
      "A member's reservation is no agreement less its cost of disagreement where known; ours is our bottom lines, or no agreement without one.",
      ...(silent.length > 0
        ? [
            `Left out, the brief giving no known position of theirs on any of these items: ${silent.map((p) => model.parties[p]!.id).join(", ")}. Whether they accept is not known.`,
          ]
        : []),
      ...(removed.length > 0
        ? [
            `Left out, being a member's red line: ${removed.map(({ issue, option }) => `${issue}: ${option}`).join(", ")}.`,
          ]
        : []),
      ...(unsettled.length > 0
        ? [`The worth of no agreement is unknown to some, and taken as 50, on: ${[...new Set(unsettled)].join(", ")}.`]
        : []),
    ],
  };
}

/** Where an item that has been seen to come out, or to be kept off, stands. */
const standing = (seen: StillOpen, item: number): number | undefined =>
  seen.items[item]?.decided === true ? seen.items[item].options[0] : undefined;

function observedConventions(model: Model, usable: readonly number[], seen: StillOpen): readonly string[] {
  if (model.past === undefined) return [];
  const name = (k: number, option: number): string =>
    option === offScale ? LEFT_OPEN : model.items[k]!.options[option]!.id;
  const narrowed = usable.flatMap((k) => {
    const left = seen.items[k];
    if (left === undefined) return [];
    const options = left.options.map((option) => name(k, option)).join(" or ");
    return [`${model.items[k]!.id} ${left.decided ? "stands at" : "can be"} ${options} (${left.because.join("; ")})`];
  });
  return [
    narrowed.length === 0
      ? "Nothing that was observed leaves an item fewer options; the space is as before it."
      : `Observed, so packages hold to it: ${narrowed.join(", ")}.`,
    "What else was observed is not learnt from here: numbers stand at the medians of the brief as written, and a plan learns from it.",
    ...(seen.unused.length > 0 ? [`Not used here, being about no single outcome: ${seen.unused.join("; ")}.`] : []),
  ];
}

/** One option for every item, where each has it. */
function nameAll<K extends string>(
  key: K,
  model: Model,
  usable: readonly number[],
  options: readonly (readonly number[])[],
  pick: (item: Item, index: number) => number | undefined,
): { readonly [key in K]?: NamedPackage } {
  const named: Record<string, string> = {};
  for (const [i, k] of usable.entries()) {
    const item = model.items[k]!;
    const option = pick(item, k);
    if (option === undefined || !options[i]!.includes(option)) return {};
    named[item.id] = option === offScale ? LEFT_OPEN : item.options[option]!.id;
  }
  return { [key]: named } as { readonly [key in K]?: NamedPackage };
}

/**
 * The rule of the forum before which the items come, over the space's parties; members without a position count as
 * not accepting. Undefined: consensus, more than one forum, or too many members for coalitions to be listed.
 */
export function settlementRuleOf(model: Model, { items, parties }: BriefSpace): SettlementRule | undefined {
  const forums = new Set(items.map((k) => model.items[k]!.forum));
  const [only] = forums;
  const forum = forums.size === 1 && only !== undefined ? model.forums[only] : undefined;
  if (!forum || forum.consensus) return undefined;
  return (coalition) => {
    const inside = new Set(coalition.map((p) => parties[p]!));
    return isWinning(
      forum.rule,
      Uint8Array.from(forum.members, (member) => (inside.has(member) ? 1 : 0)),
    );
  };
}

const seatAt = (item: Item, party: number): Seat | undefined => item.seats[item.seatOf[party] ?? -1];

function salienceOf(item: Item, party: number, median: (input: number) => number): number {
  const seat = seatAt(item, party);
  return seat?.known ? median(seat.salience) * item.share : 0;
}

/** 0..100 of one option, or of leaving the item open. */
function worthOf(item: Item, seat: Seat | undefined, option: number, median: (input: number) => number): number {
  if (!seat?.known) return 0;
  if (option === offScale) return seat.otherwiseValue === undefined ? 50 : median(seat.otherwiseValue);
  if (!item.ordered) return seat.values ? median(seat.values[option]!) : 0;
  return closeness(item, median(item.options[option]!.at), median(seat.ideal));
}

function bottomWorth(item: Item, seat: Seat | undefined, median: (input: number) => number): number | undefined {
  if (!seat) return undefined;
  if (seat.bottomLine !== undefined) return closeness(item, median(seat.bottomLine), median(seat.ideal));
  if (seat.bottomOption !== undefined && seat.values) return median(seat.values[seat.bottomOption]!);
  return undefined;
}

/** 100 × (1 − (distance / 100) ^ exponent). */
function closeness(item: Item, place: number, ideal: number): number {
  const distance = Math.min(1, Math.abs(place - ideal) / 100);
  if (distance === 0) return 100;
  return 100 * (1 - (item.exponent === 1 ? distance : Math.exp(item.exponent * Math.log(distance))));
}

/** Dependences among the given items alone, as tables; those that ask for more than settled issues stay out. */
function dependencesOf(
  model: Model,
  party: number,
  usable: readonly number[],
  { options, seen }: { readonly options: readonly (readonly number[])[]; readonly seen: StillOpen },
  median: (input: number) => number,
): UtilityTable[] {
  return model.dependences.flatMap((dependence) => {
    if (dependence.items.length === 0 || !dependence.items.every((k) => usable.includes(k))) return [];
    if (!dependence.rows.some((row) => row.worth.some((worth) => worth.party === party))) return [];
    const issues = dependence.items.map((k) => usable.indexOf(k));
    const cells = issues.reduce((n, i) => n * options[i]!.length, 1);
    const state = createState(model, seen);
    const values = Array.from({ length: cells }, (_, cell) => {
      let rest = cell;
      for (let k = issues.length - 1; k >= 0; k--) {
        const own = options[issues[k]!]!;
        state.result[dependence.items[k]!] = own[rest % own.length]!;
        rest = Math.floor(rest / own.length);
      }
      const points = dependence.rows.filter((row) => row.if(state)).flatMap((row) => row.worth);
      return asPoints(points.reduce((sum, worth) => sum + (worth.party === party ? median(worth.points) : 0), 0));
    });
    return [{ issues, values }];
  });
}

/** A world in which nothing has happened but what a package settles. */
function createState(model: Model, seen: StillOpen): RollState {
  return {
    inputs: new Float64Array(model.inputs.length),
    base: 0,
    done: new Uint8Array(model.moves.length),
    worked: new Uint8Array(model.moves.length),
    signal: new Int16Array(model.moves.length).fill(noSignal),
    result: new Int16Array(model.items.length).fill(pending),
    ended: new Uint8Array(model.items.length),
    admitted: new Uint8Array(model.items.length).fill(1),
    broke: new Uint8Array(model.forums.length),
    today: "",
    holds: (assumption) =>
      seen.holds[assumption] ?? quantile(model.inputs[model.assumptions[assumption]!.chance]!.distribution, 0.5) >= 50,
    ourValue: () => 0,
    accepts: () => false,
  };
}
