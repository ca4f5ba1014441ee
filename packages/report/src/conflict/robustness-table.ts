/** In how many worlds each outcome is an equilibrium, and by what margin. */
import type { ConflictFindings, StateId } from "@demarche/core/conflict";
import { table } from "../html/table.ts";
import type { Markup } from "../svg/markup.ts";
import { onePerOutcome, type StateNames } from "./naming.ts";

const mostRows = 40;

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

export function robustnessTable(
  { worlds, states }: NonNullable<ConflictFindings["robustness"]>,
  names: StateNames,
  first: StateId | undefined,
): Markup {
  const possible = [...states]
    .sort((a, b) => b.concepts.seq.share - a.concepts.seq.share)
    .filter(({ concepts }) => concepts.gmr.share > 0);
  const kept = new Set(
    onePerOutcome([...(first === undefined ? [] : [first]), ...possible.map(({ id }) => id)], names),
  );
  const ranked = possible.filter(({ id }) => kept.has(id));
  const margin = (id: StateId): string => {
    const found = states.find((state) => state.id === id)!.concepts.seq.margin;
    return found === null ? "nobody can leave" : `${found.low.toFixed(1)} to ${found.high.toFixed(1)}`;
  };
  return table({
    caption: `Share of ${worlds.toLocaleString("en-GB")} worlds of the brief in which the state is an equilibrium. Margin: how many points the one nearest to leaving would lose by it, credible answers counted (10th to 90th percentile); negative: it would leave.${ranked.length > mostRows ? ` The first ${mostRows} of ${ranked.length}.` : ""}`,
    columns: [
      { head: "State" },
      { head: "Nash", figures: true },
      { head: "SEQ", figures: true },
      { head: "GMR", figures: true },
      { head: "Margin (SEQ), points", figures: true },
    ],
    rows: ranked.slice(0, mostRows).map(({ id, concepts }) => ({
      cells: [
        names.full(id),
        percent(concepts.nash.share),
        percent(concepts.seq.share),
        percent(concepts.gmr.share),
        margin(id),
      ],
    })),
    look: "data",
  });
}
