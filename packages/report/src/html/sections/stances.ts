import { headings } from "../../messages/headings.ts";
import { structureMessages } from "../../messages/structure.ts";
import { layOutHeatMap, stanceSign } from "../../svg/heat-map.ts";
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
        columns: [{ head: words.item }, ...map.columns.map((name) => ({ head: name }))],
        rows: map.rows.map((row) => ({
          cells: [
            `${row.number} ${row.name}`,
            ...row.cells.map((cell) =>
              cell
                ? `${words.stances[cell.stance]} ${stanceSign(cell.stance)}, ${numberText(cell.salience, 0)}${cell.blocks ? `, ${words.blocks}` : ""}`
                : words.none,
            ),
          ],
        })),
      });
      return figure("heat-map", caption, (place) => layOutHeatMap(place, map), data);
    },
  };
};
