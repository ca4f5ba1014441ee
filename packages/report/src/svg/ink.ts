import { element, join, type Markup } from "./markup.ts";

/**
 * Colours as CSS variables, so that a page may change them; every one passes WCAG AA on its ground (text 4.5, marks 3)
 * in light and in dark. Meaning is never in colour alone: each fill has a pattern of its own.
 */
export const colours = {
  light: {
    paper: "#fdfcf9",
    ink: "#1f1d1a",
    muted: "#5b564d",
    line: "#d8d2c5",
    axis: "#857e70",
    ours: "#1d3f6e",
    red: "#9b1c2e",
    ask: "#1d4f5c",
    rung: "#4f8794",
    worse: "#a86a16",
    none: "#8a8272",
    tint: "#e9eef2",
    wash: "#f2eee4",
    far: "#e9c9a6",
    near: "#bcd6de",
  },
  dark: {
    paper: "#16181b",
    ink: "#e9e5dc",
    muted: "#b0aa9d",
    line: "#3a3e44",
    axis: "#8c877c",
    ours: "#9cc0f0",
    red: "#f0929c",
    ask: "#7fc3d2",
    rung: "#4f97a8",
    worse: "#d69a4a",
    none: "#8f897b",
    tint: "#222a33",
    wash: "#1f2226",
    far: "#5c4526",
    near: "#234650",
  },
} as const;
export type Ink = keyof typeof colours.light;

export function colourVariables(mode: "light" | "dark"): string {
  return Object.entries(colours[mode])
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");
}

/** Rules for what is drawn, in the page or in a file of its own. */
export const chartRules = [
  ".chart{font-family:Arial,Helvetica,'Liberation Sans',sans-serif;font-size:12px;fill:var(--ink);overflow:visible}",
  ".chart text{fill:var(--ink)}",
  ".chart .muted{fill:var(--muted)}",
  ".chart .strong{font-weight:bold}",
  ".chart .ours{fill:var(--ours);font-weight:bold}",
  ".chart .red{fill:var(--red)}",
  ".chart .inverse{fill:var(--paper)}",
  ".chart .ground{fill:var(--paper)}",
  ".chart .wash{fill:var(--wash)}",
  ".chart .axis{stroke:var(--axis);fill:none}",
  ".chart .grid{stroke:var(--line);fill:none}",
  ".chart .leader{stroke:var(--axis);fill:none;stroke-width:.75}",
  ".chart .line-picked{stroke:var(--ours);fill:none;stroke-width:1;stroke-opacity:.55}",
  ".chart .today{stroke:var(--red);stroke-dasharray:3 3;fill:none}",
  ".chart .band{stroke:var(--axis);stroke-width:2;fill:none}",
  ".chart .band-ours{stroke:var(--ours);stroke-width:2;fill:none}",
  ".chart .dot{fill:var(--muted);stroke:var(--paper)}",
  ".chart .dot-ours{fill:var(--ours);stroke:var(--paper)}",
  ".chart .hollow{fill:var(--paper);stroke:var(--ink);stroke-width:1.5}",
  ".chart .mark{fill:var(--ours);stroke:none}",
  ".chart .barred{stroke:var(--red);stroke-width:1.75;fill:none}",
  ".chart .density{fill:var(--tint);stroke:var(--axis);stroke-width:.75}",
  ".chart .unknown{stroke:var(--axis);stroke-dasharray:1 4;stroke-linecap:round;fill:none}",
  ".chart .dashed{stroke-dasharray:5 3;stroke-width:1}",
  ".chart .halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}",
  ".chart .dot-third{fill:var(--paper);stroke:var(--muted);stroke-width:2}",
  ".chart .outline{fill:none;stroke:var(--axis)}",
  ".chart .framed{stroke:var(--axis);stroke-width:.75}",
  ".chart .trough{fill:var(--line)}",
  ".chart .level{fill:var(--ours)}",
  ".chart .halo-far{paint-order:stroke;stroke:var(--far);stroke-width:4px}",
  ".chart .node{fill:var(--muted);stroke:var(--paper);stroke-width:1.5}",
  ".chart .link-full{fill:var(--ours)}",
  ".chart .link-hollow{fill:var(--paper);stroke:var(--ink);stroke-width:1.25}",
  ".chart .link-dashed{fill:var(--paper);stroke:var(--ink);stroke-width:1.25;stroke-dasharray:3 2}",
  ".chart .span-forum{fill:var(--ours)}",
  ".chart .span-assumption{stroke:var(--muted);stroke-width:2;stroke-dasharray:6 3;fill:none}",
  ".chart .span-move{stroke:var(--muted);stroke-width:3;fill:none}",
  ".chart .span-due{stroke:var(--red);stroke-width:2.5;fill:none}",
  ".chart .arrow{stroke:var(--ink);stroke-width:1.5;fill:none}",
  ".chart .bar{fill:var(--rung)}",
  ".chart .whisker{stroke:var(--ink);stroke-width:1.25;fill:none}",
  ".chart .spine{stroke:var(--axis);stroke-width:1.25;fill:none}",
].join("");

/** Fills with a pattern each: the second channel beside colour. */
export const fills = [
  "ask",
  "rung1",
  "rung2",
  "rung3",
  "worse",
  "none",
  "typed",
  "far2",
  "far1",
  "near1",
  "near2",
] as const;
export type Fill = (typeof fills)[number];

const stroke = (ink: Ink, d: string, width = 1.4) =>
  element("path", { d, stroke: `var(--${ink})`, "stroke-width": width, fill: "none" });
const ground = (ink: Ink) => element("rect", { width: 6, height: 6, fill: `var(--${ink})` });
const rising = "M-1 1L1-1M0 6L6 0M5 7L7 5";
const falling = "M5-1L7 1M0 0L6 6M-1 5L1 7";

function tile(fill: Fill): Markup {
  switch (fill) {
    case "ask":
      return ground("ask");
    case "rung1":
      return join([ground("paper"), stroke("rung", rising, 3.2)]);
    case "rung2":
      return join([ground("paper"), element("circle", { cx: 3, cy: 3, r: 1.7, fill: "var(--rung)" })]);
    case "rung3":
      return join([ground("paper"), stroke("rung", "M0 3H6", 1.6)]);
    case "worse":
      return join([ground("paper"), stroke("worse", `${rising}${falling}`, 1.1)]);
    case "none":
      return ground("wash");
    case "typed":
      return join([ground("paper"), stroke("ours", rising, 1.2)]);
    case "far2":
      return join([ground("far"), stroke("worse", falling, 0.9)]);
    case "far1":
      return ground("wash");
    case "near1":
      return ground("tint");
    case "near2":
      return ground("near");
  }
}

/** Definitions of the patterns that a drawing uses, under its own prefix. */
export function definePatterns(id: string, used: readonly Fill[]): Markup {
  return element(
    "defs",
    {},
    used.map((fill) =>
      element("pattern", { id: `${id}-${fill}`, width: 6, height: 6, patternUnits: "userSpaceOnUse" }, tile(fill)),
    ),
  );
}
export function fillWith(id: string, fill: Fill): string {
  return `url(#${id}-${fill})`;
}
