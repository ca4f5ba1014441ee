/** How each decision maker's moves are told apart: by colour and by dash, never by colour alone. */

export interface MoverLook {
  /** CSS colour: a variable of the page, with a fallback. */
  readonly colour: string;
  /** SVG dash array; none for a full line. */
  readonly dash: string | undefined;
}
const LOOKS: readonly MoverLook[] = [
  { colour: "var(--ours,#1d3f6e)", dash: undefined },
  { colour: "var(--worse,#a86a16)", dash: "7 3" },
  { colour: "var(--ask,#1d4f5c)", dash: "2 3" },
  { colour: "var(--red,#9b1c2e)", dash: "9 3 2 3" },
  { colour: "var(--muted,#5b564d)", dash: "14 4" },
  { colour: "var(--rung,#4f8794)", dash: "4 2 1 2 1 2" },
];

/** Beyond six the looks come round again; arrows then also bear names in the legend. */
export function lookOf(mover: number): MoverLook {
  return LOOKS[mover % LOOKS.length]!;
}

export const plain = {
  ink: "var(--ink,#1f1d1a)",
  paper: "var(--paper,#fdfcf9)",
  muted: "var(--muted,#5b564d)",
  line: "var(--line,#d8d2c5)",
  tint: "var(--tint,#e9eef2)",
  accent: "var(--ours,#1d3f6e)",
  red: "var(--red,#9b1c2e)",
} as const;
