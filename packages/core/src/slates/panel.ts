/** A slate of the brief made ready for counting: who is concerned, what seats there are, and which compositions the quotas allow. */
import type { Id, Issue, Quantity } from "../brief/brief.ts";
import type { CoalitionList } from "../forum/minimal-coalitions.ts";
import { searchMinimal } from "../forum/minimal-coalitions.ts";
import type { Model, VotingRule } from "../model/model.ts";
import { needsOf } from "../settle/settle-item.ts";
import { isWinning } from "../settle/voting.ts";
import type { Contest } from "./count/contest.ts";

/** Compositions beyond this many are not looked at one by one. */
export const mostCompositions = 1000;
const mostCoalitions = 12;

/** A forum among those concerned: places in `parties`. */
interface Body {
  readonly rule: VotingRule;
  readonly members: readonly number[];
  readonly needs: readonly number[];
  readonly scratch: Uint8Array;
}
export interface Panel {
  readonly item: number;
  readonly seats: number;
  readonly forums: readonly number[];
  /** All concerned, by party, in the order of the brief. */
  readonly parties: readonly number[];
  readonly bodies: readonly Body[];
  readonly least: readonly number[];
  readonly most: readonly number[];
  /** Seats to be filled as names: an option stands for as many names as it may hold seats. */
  readonly contest: Contest;
  /** By name: its option. */
  readonly optionOf: readonly number[];
  /** Seats by option, row after row; undefined with one seat, or where they are too many. */
  readonly compositions: readonly (readonly number[])[] | undefined;
  /** How many the quotas allow. */
  readonly possible: number;
}

export function panelOf(model: Model, issue: Issue, item: number): Panel {
  const entry = model.items[item]!;
  const forums = [...new Set([entry.forum, ...entry.confirmedIn])];
  const needed = (forum: number) => needsOf(model.forums[forum]!, item);
  const all = forums.flatMap((forum) => [...model.forums[forum]!.members, ...needed(forum)]);
  const parties = [...new Set(all)].sort((a, b) => a - b);
  const place = (party: number): number => parties.indexOf(party);
  const seats = issue.seats ?? 1;
  const bounds = entry.options.map((option) => boundsOf(issue.quotas?.[option.id], seats));
  const least = bounds.map((bound) => bound.least);
  const most = bounds.map((bound) => bound.most);
  const optionOf = most.flatMap((count, option) => Array.from({ length: count }, () => option));
  const compositions = seats > 1 ? compositionsOf(least, most, seats) : [];
  return {
    item,
    seats,
    forums,
    parties,
    bodies: forums.map((forum) => ({
      rule: model.forums[forum]!.rule,
      members: model.forums[forum]!.members.map(place),
      needs: needed(forum).map(place),
      scratch: new Uint8Array(model.forums[forum]!.members.length),
    })),
    least,
    most,
    contest: {
      names: optionOf.length,
      seats,
      // No option has more names than it may hold seats: only what it must hold binds.
      groups: least.flatMap((count, option) =>
        count === 0
          ? []
          : [
              {
                names: optionOf.flatMap((of, name) => (of === option ? [name] : [])),
                least: count,
                most: most[option]!,
              },
            ],
      ),
      struck: [],
    },
    optionOf,
    compositions: seats > 1 && compositions.length <= mostCompositions ? compositions : undefined,
    possible: compositions.length,
  };
}

/** A quota is the seats an option may hold; without one it is a person: none or one. */
function boundsOf(quota: Quantity | undefined, seats: number): { least: number; most: number } {
  const cut = (least: number, most: number) => ({
    least: Math.min(seats, Math.ceil(least)),
    most: Math.min(seats, Math.floor(most)),
  });
  if (quota === undefined) return { least: 0, most: 1 };
  switch (quota.kind) {
    case "unknown":
      return { least: 0, most: seats };
    case "exact":
      return cut(quota.value, quota.value);
    case "range":
    case "uniform":
      return cut(quota.low, quota.high);
    case "triple":
      return cut(quota.least, quota.most);
  }
}

/** All ways to fill the seats within the bounds; the search stops once there are more than will be looked at. */
function compositionsOf(least: readonly number[], most: readonly number[], seats: number): number[][] {
  const found: number[][] = [];
  const room = most.map((_, option) => most.slice(option + 1).reduce((sum, n) => sum + n, 0));
  const chosen: number[] = [];
  const fill = (option: number, left: number): void => {
    if (found.length > mostCompositions) return;
    if (option === least.length) {
      if (left === 0) found.push([...chosen]);
      return;
    }
    for (let n = Math.max(least[option]!, left - room[option]!); n <= Math.min(most[option]!, left); n++) {
      chosen.push(n);
      fill(option + 1, left - n);
      chosen.pop();
    }
  };
  fill(0, seats);
  return found;
}

/** Can these settle it and confirm it? `accepts` by place in `parties`. */
export function isEnough({ bodies }: Panel, accepts: Uint8Array): boolean {
  for (const { rule, members, needs, scratch } of bodies) {
    for (const party of needs) if (accepts[party] !== 1) return false;
    for (let k = 0; k < members.length; k++) scratch[k] = accepts[members[k]!]!;
    if (!isWinning(rule, scratch)) return false;
  }
  return true;
}

/** The smallest coalitions that could settle and confirm it. */
export function coalitionsOf(panel: Panel): CoalitionList {
  const alike = panel.parties.map(() => 1);
  return searchMinimal(panel.parties.length, alike, mostCoalitions, (coalition) => isEnough(panel, coalition));
}

export const idsOf = (model: Model, panel: Panel): readonly Id[] =>
  panel.parties.map((party) => model.parties[party]!.id);
