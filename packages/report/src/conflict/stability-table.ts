/** The table that practitioners know: a row per state, a column per party, a sign per concept under which it would stay. */
import type { ConceptLists, ConflictFindings, StateId } from "@demarche/core/conflict";
import { type Drawing, drawRule, drawText, isNarrow, type Place } from "../svg/chart.ts";
import { element, join, type Piece } from "../svg/markup.ts";
import { abbreviate } from "../svg/text-fit.ts";
import { plain } from "./mover-look.ts";
import { nameStates, onePerOutcome, stateLabels } from "./naming.ts";
import { mostDrawn } from "./state-graph.ts";
import { conceptOrder, concepts, words } from "./words.ts";

const rowHeight = 22;
const box = 15;

export function layOutStabilityTable(place: Place, findings: ConflictFindings): Drawing {
  const columns: readonly { readonly head: string; readonly lists: ConceptLists; readonly all: boolean }[] = [
    ...findings.decisionMakers.map((who) => ({ head: who, lists: findings.stable[who]!, all: false })),
    { head: words.equilibrium, lists: findings.equilibria, all: true },
  ];
  const narrow = isNarrow(place.width);
  const cell = conceptOrder.length * (box + 1) + 10;
  const gutter = Math.max(narrow ? 40 : 120, place.width - columns.length * cell);
  const width = (place.width - gutter) / columns.length;
  const size = Math.min(box, width / conceptOrder.length - 1);
  const rows = rowsOf(findings);
  const labels = stateLabels(findings);
  const top = 34;
  const y = (row: number): number => top + row * rowHeight;
  const body: Piece[] = [
    columns.map(({ head }, c) =>
      drawText(gutter + c * width, top - 12, abbreviate(head, width - 6, 12), { look: "strong", full: head }),
    ),
    drawRule(0, top - 4, place.width, top - 4, "axis"),
    rows.map((id, r) => {
      const label = narrow ? undefined : labels.get(id);
      const isStart = id === findings.statusQuo;
      const look = isStart ? "strong" : "";
      return [
        findings.equilibria.gmr.includes(id) &&
          element("rect", { x: 0, y: y(r), width: place.width, height: rowHeight - 2, fill: plain.tint }),
        drawText(30, y(r) + 14, String(id), { anchor: "end", look }),
        isStart && element("path", { d: `M${2} ${y(r) + 5}l7 5l-7 5z`, fill: plain.ink }),
        label !== undefined && drawText(40, y(r) + 14, abbreviate(label, gutter - 50, 12), { full: label, look }),
        columns.map(({ lists, all }, c) => drawSigns(gutter + c * width, y(r) + 2, size, id, lists, all)),
      ];
    }),
    drawRule(0, y(rows.length), place.width, y(rows.length), "axis"),
  ];
  let bottom = y(rows.length) + 16;
  for (const concept of conceptOrder) {
    const { sign, name, meaning } = concepts[concept];
    const text = narrow ? `${sign}  ${name}` : `${sign}  ${name}: ${meaning}`;
    body.push(
      drawText(4, bottom, abbreviate(text, place.width - 8, 11), {
        size: 11,
        look: "muted",
        full: `${name}: ${meaning}`,
      }),
    );
    bottom += 15;
  }
  const left = findings.stateCount - rows.length;
  if (left > 0) {
    body.push(
      drawText(4, bottom, `${left.toLocaleString("en-GB")} further states are not shown.`, { size: 11, look: "muted" }),
    );
    bottom += 15;
  }
  return {
    height: bottom,
    body: join(body),
    title: words.tableTitle,
    description: rows.map((id) => describeRow(findings, id)).join(" "),
  };
}

/** All states where they can be read; else the status quo and one state for each outcome that is an equilibrium. */
function rowsOf(findings: ConflictFindings): readonly StateId[] {
  if (findings.states.length > 0 && findings.states.length <= mostDrawn) return findings.states.map(({ id }) => id);
  const wanted = [
    ...(findings.statusQuo === undefined ? [] : [findings.statusQuo]),
    ...conceptOrder.flatMap((concept) => findings.equilibria[concept]),
  ];
  return onePerOutcome([...new Set(wanted)], nameStates(findings)).slice(0, mostDrawn);
}

function drawSigns(x: number, y: number, size: number, id: StateId, lists: ConceptLists, all: boolean): Piece {
  return conceptOrder.map((concept, k) => {
    const left = x + k * (size + 1);
    if (!lists[concept].includes(id))
      return element("circle", { cx: left + size / 2, cy: y + box / 2, r: 1.2, fill: plain.muted });
    return [
      element("rect", {
        x: left,
        y: y + (box - size) / 2,
        width: size,
        height: size,
        rx: 2,
        fill: all ? plain.accent : plain.paper,
        stroke: plain.accent,
        "stroke-width": 1,
      }),
      drawText(left + size / 2, y + box / 2 + 3.5, concepts[concept].sign, {
        size: Math.min(10, size - 3),
        anchor: "middle",
        look: all ? "inverse strong" : "",
      }),
    ];
  });
}

function describeRow(findings: ConflictFindings, id: StateId): string {
  const signs = (lists: ConceptLists): string =>
    conceptOrder
      .filter((concept) => lists[concept].includes(id))
      .map((concept) => concepts[concept].name)
      .join(" ") || "leaves";
  return `${id}: ${findings.decisionMakers.map((who) => `${who} ${signs(findings.stable[who]!)}`).join(", ")}.`;
}
