import { headings } from "../../messages/headings.ts";
import { structureMessages } from "../../messages/structure.ts";
import { type HeatCell, type HeatMap, layOutHeatMap, stanceSign } from "../../svg/heat-map.ts";
import { markup } from "../../svg/markup.ts";
import { numberText } from "../../wording/index.ts";
import { figure } from "../figure.ts";
import { heatMapOf } from "../figures/heat-map-of.ts";
import type { SectionWriter } from "../paper.ts";
import { table } from "../table.ts";

const words = structureMessages.heat;

/** Parties against issues, with signs. */
export const writeStances: SectionWriter = (paper) => {
  if (paper.findings.items.length === 0) return null;
  return {
    id: "stances",
    title: headings.stances,
    body: () => {
      const map = heatMapOf(paper);
      const caption = markup`${words.caption}. ${words.distance}${paper.notes.computed("/items")}`;
      const data = table({
        caption: words.title,
        look: "data",
        columns: [
          { head: words.item, width: 28 },
          ...groups.map((group) => ({ head: words.groups[group.name], width: 18 })),
        ],
        rows: map.rows.map((row) => ({
          cells: [`${row.number} ${row.name}`, ...groups.map((group) => partiesIn(map, row.cells, group))],
        })),
      });
      return figure("heat-map", caption, (place) => layOutHeatMap(place, map), data);
    },
  };
};

interface Group {
  readonly name: keyof typeof words.groups;
  readonly holds: (cell: HeatCell) => boolean;
}
const groups: readonly Group[] = [
  { name: "near", holds: ({ stance }) => stance === "with us" || stance === "near" },
  { name: "far", holds: ({ stance }) => stance === "apart" || stance === "far" },
  { name: "open", holds: ({ stance }) => stance === "not known" || stance === "no scale" },
  { name: "blocks", holds: ({ blocks }) => blocks },
];

/** The parties of a row that a column holds, each with its sign and its salience. */
function partiesIn(map: HeatMap, cells: readonly (HeatCell | undefined)[], group: Group): string {
  const names = cells.flatMap((cell, i) =>
    cell && group.holds(cell)
      ? [words.inGroup(map.columns[i] ?? "", stanceSign(cell.stance), numberText(cell.salience, 0))]
      : [],
  );
  return names.length === 0 ? words.none : names.join("; ");
}
