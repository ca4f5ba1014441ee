/** What the states' numbers stand for, in columns under a picture. */
import type { ConflictFindings } from "@demarche/core/conflict";
import { drawText, isNarrow, type Place } from "../svg/chart.ts";
import type { Piece } from "../svg/markup.ts";
import { wrapText } from "../svg/text-fit.ts";
import { stateLabels } from "./naming.ts";

/** Nothing where no state has words. */
export function layOutStateKey(
  place: Place,
  findings: ConflictFindings,
  top: number,
): { readonly bottom: number; readonly body: Piece } {
  const labels = stateLabels(findings);
  const named = findings.states.flatMap(({ id }) => {
    const label = labels.get(id);
    return label === undefined ? [] : [{ id, label }];
  });
  if (named.length === 0) return { bottom: top, body: undefined };
  const columns = isNarrow(place.width) ? 1 : 2;
  const width = place.width / columns;
  const rows = Math.ceil(named.length / columns);
  const gutter = 34;
  const body: Piece[] = [];
  let bottom = top;
  for (let column = 0; column < columns; column++) {
    let y = top + 12;
    for (const { id, label } of named.slice(column * rows, (column + 1) * rows)) {
      const { lines } = wrapText(label, width - gutter - 12, 11, 2);
      body.push(drawText(column * width + gutter - 8, y, String(id), { size: 11, anchor: "end", look: "strong" }));
      for (const [k, line] of lines.entries())
        body.push(drawText(column * width + gutter, y + k * 14, line, { size: 11, full: label }));
      y += lines.length * 14 + 3;
    }
    bottom = Math.max(bottom, y);
  }
  return { bottom, body };
}
