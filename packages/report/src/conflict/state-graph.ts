/** The conflict as a graph: states in rows by how far they are from the start, moves by mover, equilibria marked. */
import type { ConflictFindings, StateId, StepFinding } from "@demarche/core/conflict";
import { type Drawing, drawText, isNarrow, type Place } from "../svg/chart.ts";
import { element, join, type Markup, type Piece } from "../svg/markup.ts";
import { textWidth } from "../svg/text-fit.ts";
import { layerStates } from "./layers.ts";
import { lookOf, plain } from "./mover-look.ts";
import { stateLabels } from "./naming.ts";
import { layOutStateKey } from "./state-key.ts";
import { conceptOrder, concepts, words } from "./words.ts";

/** Above this a picture of all states cannot be read. */
export const mostDrawn = 40;

interface Spot {
  readonly x: number;
  readonly y: number;
}
interface Link {
  readonly by: number;
  readonly from: number;
  readonly to: number;
  readonly improves: boolean;
  /** The same mover can also go back. */
  readonly back: boolean;
}

const nodeHeight = 24;

export function layOutStateGraph(place: Place, findings: ConflictFindings): Drawing {
  const nodeWidth = Math.max(26, Math.max(...findings.states.map(({ id }) => textWidth(String(id), 12))) + 12);
  const perRow = Math.max(2, Math.floor((place.width - 8) / (nodeWidth + 8)));
  const { rows, unreached } = layerStates(findings);
  const lines = [...rows, ...(unreached.length > 0 ? [unreached] : [])].flatMap((row) => split(row, perRow));
  const gap = isNarrow(place.width) ? 66 : findings.states.length > 20 ? 100 : 78;
  const spots = new Map<number, Spot>();
  lines.forEach((row, line) => {
    row.forEach((s, k) => {
      // Rows are staggered a little, so that straight lines do not run through nodes.
      const stagger = line % 2 === 0 ? 0 : (place.width / row.length) * 0.04;
      spots.set(s, { x: ((k + 0.5) * place.width) / row.length + stagger, y: 26 + line * gap });
    });
  });
  const { shown: links, left } = joinMoves(findings);
  const bottom = 26 + (lines.length - 1) * gap + nodeHeight;
  const legend = layOutGraphLegend(place, findings, bottom + 18);
  const key = layOutStateKey(place, findings, legend.bottom + (left > 0 ? 16 : 6));
  const body = join([
    links.map((link) => drawLink(link, spots, nodeWidth, findings)),
    findings.states.map((_, s) => drawNode(s, spots.get(s)!, nodeWidth, findings)),
    legend.body,
    left > 0 && drawText(0, legend.bottom + 4, words.notAllMoves(left), { size: 11, look: "muted" }),
    key.body,
  ]);
  const equilibria = findings.equilibria.seq.join(", ") || "none";
  return {
    height: key.bottom,
    body,
    title: words.graphTitle,
    description: `${findings.states.length} states of ${findings.name}, in rows by the moves it takes to get there${findings.statusQuo === undefined ? "" : ` from the status quo ${findings.statusQuo}`}; lines are moves of ${findings.decisionMakers.join(", ")}. SEQ equilibria: ${equilibria}.`,
  };
}

function split(row: readonly number[], most: number): readonly (readonly number[])[] {
  const lines = Math.ceil(row.length / most);
  const size = Math.ceil(row.length / lines);
  return Array.from({ length: lines }, (_, k) => row.slice(k * size, (k + 1) * size));
}

/** More lines than this cannot be followed: then only the move to where its mover gains most is drawn. */
const mostLines = 48;

interface Links {
  readonly shown: readonly Link[];
  /** Improvements that are not drawn. */
  readonly left: number;
}

/** A move and its way back are one line; its head points where the mover gains. */
export function joinMoves(findings: ConflictFindings): Links {
  const index = new Map<StateId, number>(findings.states.map(({ id }, s) => [id, s]));
  const moves = findings.moves ?? [];
  const keyOf = (by: string, from: StateId, to: StateId): string => JSON.stringify([by, from, to]);
  const all = new Set(moves.map(({ by, from, to }) => keyOf(by, from, to)));
  const isShown = ({ by, from, to, gain }: StepFinding): boolean => {
    if (gain === 1 || !all.has(keyOf(by, to, from))) return true;
    // Of two opposite moves that both bring nothing, one line is enough.
    return gain === 0 && index.get(from)! < index.get(to)!;
  };
  const joined = moves.filter(isShown);
  const leaves = new Set(moves.filter(({ gain }) => gain === 1).map(({ by, from }) => JSON.stringify([by, from])));
  // Where its mover would go no further by itself, it has gained most.
  const drawn =
    joined.length <= mostLines
      ? joined
      : joined.filter(({ by, to, gain }) => gain === 1 && !leaves.has(JSON.stringify([by, to])));
  const shown = drawn.map((move) => ({
    by: findings.decisionMakers.indexOf(move.by),
    from: index.get(move.from)!,
    to: index.get(move.to)!,
    improves: move.gain === 1,
    back: all.has(keyOf(move.by, move.to, move.from)),
  }));
  return { shown, left: joined.length - drawn.length };
}

function drawLink(link: Link, spots: ReadonlyMap<number, Spot>, nodeWidth: number, findings: ConflictFindings): Markup {
  const from = spots.get(link.from)!;
  const to = spots.get(link.to)!;
  const look = lookOf(link.by);
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.max(1, Math.hypot(dx, dy));
  const many = findings.decisionMakers.length;
  const side = (link.by - (many - 1) / 2) * 7;
  // Neighbours in a row are joined by a bow above it, higher the further they are apart; others by a slight bend of the mover's own.
  const sameRow = Math.abs(dy) < 1;
  const lift = sameRow ? -Math.min(34, 16 + Math.abs(dx) * 0.07) - Math.abs(side) : 0;
  const middle = sameRow
    ? { x: (from.x + to.x) / 2, y: from.y + lift * 2 }
    : { x: (from.x + to.x) / 2 + (dy / length) * side * 3 + side, y: (from.y + to.y) / 2 - (dx / length) * side * 2 };
  const a = edgeOf(from, middle, nodeWidth);
  const b = edgeOf(to, middle, nodeWidth);
  const angle = Math.atan2(b.y - middle.y, b.x - middle.x);
  const path = `M${round(a.x)} ${round(a.y)}Q${round(middle.x)} ${round(middle.y)} ${round(b.x)} ${round(b.y)}`;
  const names = [findings.states[link.from]!.id, findings.states[link.to]!.id];
  return element(
    "g",
    {},
    element(
      "title",
      {},
      `${findings.decisionMakers[link.by]!}: ${names[0]} to ${names[1]}${link.improves ? ", an improvement" : ""}${link.back ? "; and back" : ""}`,
    ),
    element("path", {
      d: path,
      fill: "none",
      stroke: look.colour,
      "stroke-width": link.improves ? 1.8 : 1,
      "stroke-dasharray": look.dash,
      opacity: link.improves ? undefined : 0.55,
    }),
    drawHead(b, angle, look.colour, link.improves),
    !link.improves && link.back && drawHead(a, Math.atan2(a.y - middle.y, a.x - middle.x), look.colour, false),
  );
}

function edgeOf(node: Spot, toward: Spot, width: number): Spot {
  const dx = toward.x - node.x;
  const dy = toward.y - node.y;
  const scale = Math.min(
    (width / 2 + 3) / Math.max(0.01, Math.abs(dx)),
    (nodeHeight / 2 + 3) / Math.max(0.01, Math.abs(dy)),
  );
  return { x: node.x + dx * scale, y: node.y + dy * scale };
}

function drawHead(at: Spot, angle: number, colour: string, full: boolean): Markup {
  const size = full ? 8 : 6;
  const wing = (turn: number): string =>
    `${round(at.x - size * Math.cos(angle + turn))} ${round(at.y - size * Math.sin(angle + turn))}`;
  return element("path", {
    d: `M${wing(0.42)}L${round(at.x)} ${round(at.y)}L${wing(-0.42)}${full ? "Z" : ""}`,
    fill: full ? colour : "none",
    stroke: colour,
    "stroke-width": 1,
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function drawNode(state: number, { x, y }: Spot, width: number, findings: ConflictFindings): Markup {
  const { id } = findings.states[state]!;
  const label = stateLabels(findings).get(id);
  const signs = conceptOrder
    .filter((concept) => findings.equilibria[concept].includes(id))
    .map((concept) => concepts[concept].sign)
    .join("");
  const isStart = id === findings.statusQuo;
  const rect = (grow: number, fill: string, line: number): Piece =>
    element("rect", {
      x: x - width / 2 - grow,
      y: y - nodeHeight / 2 - grow,
      width: width + 2 * grow,
      height: nodeHeight + 2 * grow,
      rx: 5 + grow,
      fill,
      stroke: plain.ink,
      "stroke-width": line,
    });
  return element(
    "g",
    {},
    element(
      "title",
      {},
      `${label ?? `state ${id}`}${signs === "" ? "" : `: equilibrium (${signs})`}${isStart ? `, ${words.statusQuo}` : ""}`,
    ),
    signs !== "" && rect(3, plain.paper, 1.5),
    rect(0, signs === "" ? plain.paper : plain.tint, signs === "" ? 1 : 1.5),
    drawText(x, y + 4, String(id), { anchor: "middle", look: signs === "" ? "" : "strong" }),
    signs !== "" && drawText(x, y + nodeHeight / 2 + 14, signs, { size: 10, anchor: "middle", look: "muted halo" }),
    isStart && element("path", { d: `M${round(x - width / 2 - 13)} ${round(y - 6)}l8 6l-8 6z`, fill: plain.ink }),
  );
}

function layOutGraphLegend(
  place: Place,
  findings: ConflictFindings,
  top: number,
): { readonly bottom: number; readonly body: Piece } {
  const entries: { readonly text: string; readonly draw: (x: number, y: number) => Piece }[] =
    findings.decisionMakers.map((who, i) => ({
      text: who,
      draw: (x, y) => {
        const look = lookOf(i);
        return [
          element("path", {
            d: `M${x} ${y}h24`,
            stroke: look.colour,
            "stroke-width": 1.8,
            "stroke-dasharray": look.dash,
            fill: "none",
          }),
          drawHead({ x: x + 28, y }, 0, look.colour, true),
        ];
      },
    }));
  entries.push({
    text: words.otherMove,
    draw: (x, y) => [
      element("path", { d: `M${x} ${y}h24`, stroke: plain.muted, "stroke-width": 1, opacity: 0.7, fill: "none" }),
      drawHead({ x: x + 28, y }, 0, plain.muted, false),
    ],
  });
  if (findings.statusQuo !== undefined)
    entries.push({
      text: words.statusQuo,
      draw: (x, y) => element("path", { d: `M${x + 12} ${y - 6}l8 6l-8 6z`, fill: plain.ink }),
    });
  entries.push({
    text: words.equilibriumSign,
    draw: (x, y) => [
      element("rect", {
        x: x + 2,
        y: y - 8,
        width: 24,
        height: 16,
        rx: 5,
        fill: plain.paper,
        stroke: plain.ink,
        "stroke-width": 1.5,
      }),
      element("rect", {
        x: x + 5,
        y: y - 5,
        width: 18,
        height: 10,
        rx: 3,
        fill: plain.tint,
        stroke: plain.ink,
        "stroke-width": 1.5,
      }),
    ],
  });
  let x = 0;
  let y = top;
  const body = entries.map(({ text, draw }) => {
    const width = 36 + textWidth(text, 11) + 18;
    if (x > 0 && x + width > place.width) {
      x = 0;
      y += 22;
    }
    const left = x;
    x += width;
    return [draw(left, y), drawText(left + 36, y + 4, text, { size: 11, look: "muted" })];
  });
  return { bottom: y + 22, body };
}
