/** A sequence of moves as a strip: states in boxes, movers on the arrows. Wraps to the width. */
import type { StateId, StepFinding } from "@demarche/core/conflict";
import { type Drawing, drawLines, drawText, type Place } from "../svg/chart.ts";
import { element, join, type Piece } from "../svg/markup.ts";
import { abbreviate, wrapText } from "../svg/text-fit.ts";
import { lookOf, plain } from "./mover-look.ts";
import { words } from "./words.ts";

export interface StepStrip {
  readonly title: string;
  readonly description: string;
  readonly decisionMakers: readonly string[];
  readonly start: StateId;
  readonly steps: readonly StepFinding[];
  readonly labelOf: (id: StateId) => string | undefined;
  /** Under a box, by its place in the strip (0 the start): "status quo", "no better off than before". */
  readonly notes?: ReadonlyMap<number, string>;
}

const boxWidth = 132;
const arrow = 76;
const rowHeight = 96;

export function layOutStepStrip(place: Place, strip: StepStrip): Drawing {
  const unit = Math.min(boxWidth, place.width - arrow - 8);
  const perRow = Math.max(1, Math.floor((place.width + arrow) / (unit + arrow)));
  const states = [strip.start, ...strip.steps.map((step) => step.to)];
  const spot = (k: number) => ({ x: (k % perRow) * (unit + arrow), y: Math.floor(k / perRow) * rowHeight + 4 });
  const body: Piece[] = states.map((id, k) => {
    const { x, y } = spot(k);
    const label = strip.labelOf(id);
    const lines = label === undefined ? [] : wrapText(label, unit - 12, 11, 2).lines;
    const last = k === states.length - 1;
    const note = strip.notes?.get(k);
    return [
      element("rect", {
        x: x + 0.75,
        y: y + 0.75,
        width: unit - 1.5,
        height: 54,
        rx: 6,
        fill: last ? plain.tint : plain.paper,
        stroke: plain.ink,
        "stroke-width": last ? 2 : 1,
      }),
      drawText(x + unit / 2, y + (lines.length === 0 ? 32 : 17), String(id), { anchor: "middle", look: "strong" }),
      drawLines(x + unit / 2, y + 32, lines, {
        size: 11,
        anchor: "middle",
        ...(label === undefined ? {} : { full: label }),
      }),
      note !== undefined &&
        drawText(x + unit / 2, y + 70, abbreviate(note, unit + arrow / 2, 11), {
          size: 11,
          anchor: "middle",
          look: "muted",
          full: note,
        }),
    ];
  });
  strip.steps.forEach((step, k) => {
    const from = spot(k);
    const to = spot(k + 1);
    const look = lookOf(strip.decisionMakers.indexOf(step.by));
    const wraps = to.y !== from.y;
    // At the end of a row the arrow goes on at the head of the next.
    const x = from.x + unit;
    const y = from.y + 27;
    const colour = step.gain === 1 ? look.colour : plain.red;
    if (wraps) {
      const mid = from.y + rowHeight - 10;
      body.push(
        element("path", {
          d: `M${from.x + unit - 14} ${from.y + 55}V${mid}H${to.x + unit / 2}V${to.y - 6}`,
          fill: "none",
          stroke: colour,
          "stroke-width": 1.8,
          "stroke-dasharray": look.dash,
        }),
        element("path", { d: `M${to.x + unit / 2 - 4} ${to.y - 8}l4 8l4-8z`, fill: colour }),
        drawText(from.x + unit - 20, mid - 4, captionOf(step, unit), {
          size: 11,
          anchor: "end",
          full: fullCaption(step),
        }),
      );
      return;
    }
    body.push(
      element("path", {
        d: `M${x + 4} ${y}H${x + arrow - 10}`,
        fill: "none",
        stroke: colour,
        "stroke-width": 1.8,
        "stroke-dasharray": look.dash,
      }),
      element("path", { d: `M${x + arrow - 12} ${y - 4}l9 4l-9 4z`, fill: colour }),
      drawText(x + arrow / 2, y - 8, abbreviate(step.by, arrow - 6, 11), {
        size: 11,
        anchor: "middle",
        full: fullCaption(step),
      }),
      step.gain < 1 &&
        drawText(x + arrow / 2, y + 15, step.gain === 0 ? "no gain" : "at a cost", {
          size: 10,
          anchor: "middle",
          look: "red",
        }),
    );
  });
  const rows = Math.floor((states.length - 1) / perRow) + 1;
  return { height: rows * rowHeight - 16, body: join(body), title: strip.title, description: strip.description };
}

function captionOf(step: StepFinding, width: number): string {
  return abbreviate(step.gain === 1 ? step.by : `${step.by} (${step.gain === 0 ? "no gain" : "at a cost"})`, width, 11);
}
function fullCaption(step: StepFinding): string {
  return step.gain === 1
    ? `${step.by}, ${words.improvement}`
    : `${step.by}, ${step.gain === 0 ? words.idle : words.costly}`;
}
