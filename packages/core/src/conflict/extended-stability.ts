/**
 * Stability where some comparisons are unknown ([S8], four extensions of Li, Hipel, Kilgour & Fang 2004) and where
 * preferences have strength ([S9], Hamouda, Kilgour & Hipel 2004).
 */
import { filterArcs, toArcs } from "./arcs.ts";
import { type BitRows, emptyRows, hasBit, uniteRows } from "./bits.ts";
import type { CompiledConflict } from "./compile.ts";
import type { ArcMoves } from "./graph.ts";
import { judgeRows } from "./judge-rows.ts";
import type { Limits } from "./memory.ts";
import { type Result, succeed } from "./problem.ts";
import { arcsToRows, reachRows } from "./reach-rows.ts";
import { allRelations, type Relations } from "./relations.ts";
import type { Stability } from "./stability.ts";

/**
 * Which doubtful moves the leaver dares, and whether a doubtful outcome deters it:
 * a: dares all, only certain loss deters · b: dares only certain gains, only certain loss deters ·
 * c: dares all, doubt deters too · d: dares only certain gains, doubt deters too.
 */
export const EXTENSIONS = ["a", "b", "c", "d"] as const;
export type Extension = (typeof EXTENSIONS)[number];

/** The four extensions. Credible answers are moves that are better, or may be, for whoever makes them. */
export function analyseUnknown(
  compiled: CompiledConflict,
  limits: Limits = {},
): Result<Readonly<Record<Extension, Stability>>> {
  const prepared = prepare(
    compiled,
    limits,
    (relations, from, to) => hasBit(relations.better, from, to) || hasBit(relations.unknown, from, to),
  );
  if (!prepared.ok) return prepared;
  const { n, relations, moves, answers, credible } = prepared.value;
  const analyse = (extension: Extension): Stability => {
    const dares = extension === "a" || extension === "c";
    const doubtDeters = extension === "c" || extension === "d";
    return {
      stable: relations.map(({ better, notBetter, unknown }, i) => {
        const deterring = doubtDeters ? uniteRows(notBetter, unknown) : notBetter;
        return judgeRows(
          {
            moves: moves[i]!,
            sought: dares ? uniteRows(better, unknown) : better,
            answers: answers[i]!,
            credibleAnswers: credible[i]!,
            deterring,
            noEscape: deterring,
          },
          n,
        );
      }),
    };
  };
  return succeed({ a: analyse("a"), b: analyse("b"), c: analyse("c"), d: analyse("d") });
}

export interface StrengthStability {
  /** Stable at all: as `analyseStability`. */
  readonly stable: Stability;
  /** Strongly stable: every improvement is met by an outcome strongly worse than the state left. Nash stable states are both. */
  readonly strong: Stability;
}

/** Decision makers whose strengths are not told hold all their preferences mildly: only Nash makes them strongly stable. */
export function analyseStrength(compiled: CompiledConflict, limits: Limits = {}): Result<StrengthStability> {
  const prepared = prepare(compiled, limits, (relations, from, to) => hasBit(relations.better, from, to));
  if (!prepared.ok) return prepared;
  const { n, relations, moves, answers, credible } = prepared.value;
  const analyse = (deters: (relations: Relations) => BitRows): Stability => ({
    stable: relations.map((own, i) =>
      judgeRows(
        {
          moves: moves[i]!,
          sought: own.better,
          answers: answers[i]!,
          credibleAnswers: credible[i]!,
          deterring: deters(own),
          noEscape: deters(own),
        },
        n,
      ),
    ),
  });
  return succeed({
    stable: analyse((own) => own.notBetter),
    strong: analyse((own) => own.muchWorse ?? emptyRows(n, n)),
  });
}

interface Prepared {
  readonly n: number;
  readonly relations: readonly Relations[];
  readonly moves: readonly BitRows[];
  readonly answers: readonly BitRows[];
  readonly credible: readonly BitRows[];
}

function prepare(
  compiled: CompiledConflict,
  limits: Limits,
  isCredible: (relations: Relations, from: number, to: number) => boolean,
): Result<Prepared> {
  const found = allRelations(compiled.graph, compiled.preferences, limits);
  if (!found.ok) return found;
  const relations = found.value;
  const n = compiled.graph.stateCount;
  const arcs = compiled.graph.moves.map(toArcs);
  const credibleArcs = arcs.map((each, j) => filterArcs(each, (from, to) => isCredible(relations[j]!, from, to)));
  const without = (all: readonly ArcMoves[], i: number): BitRows =>
    reachRows(
      all.filter((_, j) => j !== i),
      n,
    );
  return succeed({
    n,
    relations,
    moves: arcs.map(arcsToRows),
    answers: arcs.map((_, i) => without(arcs, i)),
    credible: arcs.map((_, i) => without(credibleArcs, i)),
  });
}
