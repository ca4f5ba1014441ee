/** Findings on one item of the invented river conference, from its shape: figures made up, sums right. */
import type { Issue } from "@demarche/core/brief";
import type { ChanceRange, ItemFinding, PartyOnItem, ValueRange } from "@demarche/core/run";
import { riverBrief } from "./fixture.test-data.ts";

const clamp = (value: number) => Math.max(0.002, Math.min(0.998, value));
const chance = (value: number): ChanceRange => ({
  chance: value,
  low: clamp(value * 0.6 - 0.02),
  high: clamp(value * 1.35 + 0.03),
});
export const points = (value: number, half = 0.4): ValueRange => ({ value, low: value - half, high: value + half });

function issueOf(id: string): Issue {
  const all = riverBrief.agenda.flatMap((node) =>
    node.type === "issue" ? [node] : node.items.filter((item) => item.type === "issue"),
  );
  const found = all.flatMap((entry) => [entry, ...(entry.instances ?? [])]).find((entry) => entry.id === id);
  if (!found) throw new Error(`no issue ${id} in the fixture`);
  return found;
}

interface Shape {
  readonly ask: readonly [string, number];
  readonly rungs: readonly (readonly [string, number])[];
  readonly none: number;
  readonly blockers?: Readonly<Record<string, readonly [keepsOff: number, refuses: number]>>;
  readonly unknown?: readonly string[];
  readonly density?: readonly number[];
  readonly weight?: number;
  readonly more?: Partial<ItemFinding>;
}
export const hump = (middle: number) =>
  Array.from({ length: 20 }, (_, i) => 1 / (1 + ((i - middle) / 3) * ((i - middle) / 3)));

export function item(id: string, shape: Shape): ItemFinding {
  const issue = issueOf(id);
  const rungTotal = shape.rungs.reduce((sum, [, share]) => sum + share, 0);
  const worse = Math.max(0, 1 - shape.ask[1] - rungTotal - shape.none);
  const blockers = shape.blockers ?? {};
  const keptOff = Math.max(0, ...Object.values(blockers).map(([keepsOff]) => keepsOff));
  const refused = Object.fromEntries(Object.entries(blockers).map(([party, [, refuses]]) => [party, refuses]));
  const refusedTotal = Object.values(refused).reduce((sum, share) => sum + share, 0);
  return {
    id,
    title: issue.name ?? id,
    under: issue.under,
    forum: "conference",
    ...(id.includes("/") ? { instanceOf: id.split("/")[0] ?? id } : {}),
    ask: { option: shape.ask[0], ...chance(shape.ask[1]) },
    rungs: shape.rungs.map(([rung, share]) => ({ id: rung, ...chance(share) })),
    worse: chance(worse),
    none: {
      ...chance(shape.none),
      because: {
        notAdmitted: keptOff,
        noCompetence: 0,
        brokeDown: Math.max(0, shape.none - keptOff - refusedTotal),
        refused: { halden: 0, corvia: 0, merova: 0, ...refused, jointly: 0 },
        notReached: 0,
      },
    },
    unshrunk: { ask: shape.ask[1], rungs: shape.rungs.map(([, share]) => share), worse, none: shape.none },
    widest: "positions",
    admitted: 1 - keptOff,
    askGivenAdmitted: shape.ask[1] / (1 - keptOff),
    options: issue.options.map((option) => ({
      id: option.id,
      title: option.name ?? option.id,
      ...(option.at?.value.kind === "exact" ? { at: option.at.value.value } : {}),
      chance:
        option.id === shape.ask[0]
          ? shape.ask[1]
          : (shape.rungs.find(([rung]) => rung === option.id)?.[1] ?? worse / issue.options.length),
    })),
    ...(shape.density === undefined ? {} : { density: shape.density }),
    parties: issue.positions.map((position): PartyOnItem => {
      const ideal = position.ideal?.value;
      const salience = position.salience?.value;
      const third = riverBrief.parties.find((party) => party.id === position.party)?.role === "third";
      return {
        party: position.party,
        role: third ? "third" : "member",
        known: !(shape.unknown ?? []).includes(position.party),
        ...(ideal?.kind === "range" &&
        typeof ideal.low === "number" &&
        typeof ideal.high === "number" &&
        issue.kind !== "choice"
          ? { ideal: { low: ideal.low, median: (ideal.low + ideal.high) / 2, high: ideal.high } }
          : {}),
        salience:
          salience?.kind === "range"
            ? { low: salience.low, median: (salience.low + salience.high) / 2, high: salience.high }
            : { low: 5, median: 50, high: 95 },
        influence: { low: 40, median: 50, high: 60 },
        keepsOff: blockers[position.party]?.[0] ?? 0,
        refuses: blockers[position.party]?.[1] ?? 0,
      };
    }),
    otherModels: {
      median: {
        ask: shape.ask[1] / 2,
        rungs: shape.rungs.map(([, share]) => share),
        worse,
        none: shape.none + shape.ask[1] / 2,
      },
      nash: { ask: shape.ask[1], rungs: shape.rungs.map(([, share]) => share), worse, none: shape.none },
      veto: { ask: 0, rungs: shape.rungs.map(([, share]) => share), worse: worse + shape.ask[1], none: shape.none },
    },
    dropped: id === "flood-data" ? 0.28 : 0,
    ourValue: 0.5,
    weight: shape.weight ?? 0.08,
    ...shape.more,
  };
}
