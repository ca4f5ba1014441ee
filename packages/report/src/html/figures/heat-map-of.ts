import type { ItemFinding, PartyOnItem } from "@demarche/core/run";
import { structureMessages } from "../../messages/structure.ts";
import type { HeatCell, HeatMap, Stance } from "../../svg/heat-map.ts";
import { numberText } from "../../wording/index.ts";
import type { Paper } from "../paper.ts";

const words = structureMessages.heat;
/** Upper ends of the steps, share of the scale. Ours: steps for the eye, no computation rests on them. */
const steps: readonly (readonly [number, Stance])[] = [
  [0.15, "with us"],
  [0.4, "near"],
  [0.7, "apart"],
];

function stanceOf(paper: Paper, item: ItemFinding, party: PartyOnItem): Stance {
  if (party.party === paper.us) return "us";
  if (!party.known) return "not known";
  const ours = item.parties.find((entry) => entry.party === paper.us)?.ideal;
  if (item.options.every((option) => option.at === undefined)) return "no scale";
  if (!ours || !party.ideal) return "not known";
  const places = item.options.flatMap((option) => (option.at === undefined ? [] : [option.at]));
  const scale = paper.index.issues.get(item.id)?.scale;
  const from = scale?.from ?? Math.min(0, ...places);
  const to = scale?.to ?? Math.max(100, ...places);
  const distance = Math.abs(party.ideal.median - ours.median) / Math.max(1e-9, Math.abs(to - from));
  return steps.find(([within]) => distance <= within)?.[1] ?? "far";
}

/** Parties that have a place on some item, in the order of the brief; ours first. */
function columnsOf(paper: Paper): readonly string[] {
  const present = new Set(paper.findings.items.flatMap((item) => item.parties.map((party) => party.party)));
  const ordered = paper.index.brief.parties.map((party) => party.id).filter((id) => present.has(id));
  return [...ordered.filter((id) => id === paper.us), ...ordered.filter((id) => id !== paper.us)];
}

export function heatMapOf(paper: Paper): HeatMap {
  const parties = columnsOf(paper);
  const rows = paper.findings.items.map((item, i) => ({
    number: paper.index.numberOf(item.id) ?? String(i + 1),
    name: paper.index.nameOf(item.id),
    cells: parties.map((id): HeatCell | undefined => {
      const party = item.parties.find((entry) => entry.party === id);
      if (!party) return undefined;
      return {
        stance: stanceOf(paper, item, party),
        salience: party.salience.median,
        blocks: party.keepsOff >= 0.05 || party.refuses >= 0.05,
      };
    }),
  }));
  const shown = new Set(rows.flatMap((row) => row.cells.map((cell) => cell?.stance)));
  const order: readonly Stance[] = ["us", "with us", "near", "apart", "far", "no scale", "not known"];
  return {
    title: words.title,
    description: words.describe(
      rows
        .map((row) =>
          words.row(
            row.name,
            row.cells.flatMap((cell, i) => (cell ? [cellWords(paper, parties[i] ?? "", cell)] : [])).join("; "),
          ),
        )
        .join(" "),
    ),
    columns: parties.map(paper.index.shortName),
    rows,
    legend: order.filter((stance) => shown.has(stance)).map((stance) => ({ stance, text: words.stances[stance] })),
    words: { salience: words.salience, blocks: words.blocks },
  };
}

export function cellWords(paper: Paper, party: string, cell: HeatCell): string {
  return words.cell(paper.index.nameOf(party), words.stances[cell.stance], numberText(cell.salience, 0), cell.blocks);
}
