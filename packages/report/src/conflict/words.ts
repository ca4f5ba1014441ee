/** Wording of the conflict's pictures and section, in British English. */
import type { Concept } from "@demarche/core/conflict";

export const concepts: Readonly<
  Record<Concept, { readonly sign: string; readonly name: string; readonly meaning: string }>
> = {
  nash: { sign: "N", name: "Nash", meaning: "nobody can improve by a move of its own" },
  gmr: {
    sign: "G",
    name: "GMR",
    meaning: "each improvement can be met by some answer of the others, at whatever cost to them",
  },
  smr: { sign: "M", name: "SMR", meaning: "so met, and no further move of one’s own mends it" },
  seq: {
    sign: "S",
    name: "SEQ",
    meaning: "each improvement can be met by answers that improve for those who give them",
  },
  sseq: { sign: "Q", name: "SSEQ", meaning: "credibly met, and no further move of one’s own mends it" },
};
export const conceptOrder: readonly Concept[] = ["nash", "gmr", "smr", "seq", "sseq"];

export const words = {
  equilibrium: "all",
  statusQuo: "status quo",
  notReached: "not reached by any moves",
  graphTitle: "States and moves",
  tableTitle: "Who would stay where",
  pathTitle: (to: string) => `The way to ${to}`,
  improvement: "improves for whoever moves",
  otherMove: "a move that does not pay",
  equilibriumSign: "stable for all (signs as in the table)",
  costly: "costs whoever moves",
  idle: "brings whoever moves nothing",
  notAllMoves: (left: number) =>
    `To be read at all: each mover’s best move from each state; ${left} further moves are not drawn.`,
  tooMany: (count: string, shown: number) =>
    `${count} states are more than can be drawn to be read; pictures are made for up to ${shown}.`,
} as const;
