/** Fewest changes of mind that make a state a SEQ or SSEQ equilibrium ([I3]): own ones, and such as make a deterrent credible. */
import { type Conflict, movesFrom } from "./graph.ts";
import { failOnce, type Result, succeed } from "./problem.ts";
import { applyEdits, type Edit, editKey } from "./ranking-edits.ts";

export interface Proposal {
  readonly edits: readonly Edit[];
  /** The rankings after them; with these the target is an equilibrium. */
  readonly ranks: readonly Int32Array[];
}
export interface CredibleChanges {
  /** Fewest edits first; one empty proposal where the target is an equilibrium already. */
  readonly proposals: readonly Proposal[];
  /** True where the search budget ran out before all proposals of the last size were looked for. */
  readonly cutShort: boolean;
}

/** Sets of edits tried. */
const MOST_NODES = 20_000;

interface OpenDeparture {
  readonly mover: number;
  readonly to: number;
  /** States that the others credibly reach from there, with arcs that would carry them further if their mover preferred it. */
  readonly reached: readonly number[];
  readonly barred: readonly { readonly mover: number; readonly from: number; readonly to: number }[];
}

/**
 * Iterative deepening over edits, each of which mends the first departure still open: the state left for, or an answer to it, is
 * no longer preferred to the target; or another comes to prefer a move that carries the answer further. Proposals found are
 * right; one that works only by a side effect of an edit meant for something else is not looked for.
 */
export function findCredibleChanges(
  conflict: Conflict,
  target: number,
  concept: "seq" | "sseq",
  most = 12,
  largest = 6,
): Result<CredibleChanges> {
  const proposals: Proposal[] = [];
  let nodes = 0;
  for (let size = 0; size <= largest && proposals.length === 0 && nodes <= MOST_NODES; size++) {
    const tried = new Set<string>();
    const search = (edits: readonly Edit[]): void => {
      if (proposals.length >= most || nodes > MOST_NODES) return;
      nodes++;
      const ranks = applyEdits(conflict.ranks, edits, target);
      const now: Conflict = { graph: conflict.graph, ranks };
      const open = findOpenDeparture(now, target, concept);
      if (open === undefined) {
        if (edits.length === size) proposals.push({ edits, ranks });
        return;
      }
      for (const mend of waysToMend(now, target, concept, open)) {
        const next = [...edits, ...mend].sort((a, b) => (editKey(a) < editKey(b) ? -1 : 1));
        const key = next.map(editKey).join(";");
        if (next.length > size || tried.has(key)) continue;
        tried.add(key);
        search(next);
      }
    };
    search([]);
  }
  if (proposals.length === 0) {
    return failOnce(
      "conflict-search-budget",
      [],
      nodes > MOST_NODES
        ? `No changes were found among the first ${MOST_NODES.toLocaleString("en-GB")} sets of changes tried.`
        : `No set of up to ${largest} changes was found.`,
      "Ask for Nash, GMR or SMR: their changes are found exactly.",
    );
  }
  return succeed({ proposals, cutShort: nodes > MOST_NODES || proposals.length >= most });
}

function findOpenDeparture(conflict: Conflict, target: number, concept: "seq" | "sseq"): OpenDeparture | undefined {
  for (let mover = 0; mover < conflict.ranks.length; mover++) {
    const ranks = conflict.ranks[mover]!;
    const isNoGain = (state: number): boolean => ranks[state]! <= ranks[target]!;
    for (const to of movesFrom(conflict.graph.moves[mover]!, target)) {
      if (isNoGain(to)) continue;
      const { reached, barred } = credibleAnswers(conflict, mover, to);
      const deters = (u: number): boolean =>
        isNoGain(u) && (concept === "seq" || movesFrom(conflict.graph.moves[mover]!, u).every(isNoGain));
      if (!reached.some(deters)) return { mover, to, reached, barred };
    }
  }
  return undefined;
}

/** Where the others get by improvements, nobody twice running, and the moves at its edge that are none. */
function credibleAnswers(conflict: Conflict, mover: number, from: number): Pick<OpenDeparture, "reached" | "barred"> {
  const m = conflict.ranks.length;
  const reached = new Set<number>();
  const barred = new Map<string, { mover: number; from: number; to: number }>();
  const arrived = new Set<number>();
  const queue: { readonly state: number; readonly last: number }[] = [{ state: from, last: mover }];
  for (const { state, last } of queue) {
    for (let j = 0; j < m; j++) {
      if (j === mover || (j === last && state !== from)) continue;
      const ranks = conflict.ranks[j]!;
      for (const to of movesFrom(conflict.graph.moves[j]!, state)) {
        if (ranks[to]! <= ranks[state]!) barred.set(`${j},${state},${to}`, { mover: j, from: state, to });
        else if (!arrived.has(to * m + j)) {
          arrived.add(to * m + j);
          reached.add(to);
          queue.push({ state: to, last: j });
        }
      }
    }
  }
  return { reached: [...reached].sort((a, b) => a - b), barred: [...barred.values()] };
}

function waysToMend(
  conflict: Conflict,
  target: number,
  concept: "seq" | "sseq",
  open: OpenDeparture,
): readonly (readonly Edit[])[] {
  const ranks = conflict.ranks[open.mover]!;
  const lower = (states: readonly number[]): readonly Edit[] =>
    [...new Set(states)]
      .filter((s) => ranks[s]! > ranks[target]!)
      .map((state) => ({ kind: "lower", decisionMaker: open.mover, state }));
  const answers = open.reached.map((u) =>
    lower(concept === "seq" ? [u] : [u, ...movesFrom(conflict.graph.moves[open.mover]!, u)]),
  );
  const carries = open.barred.map(({ mover, from, to }): readonly Edit[] => [
    { kind: "raise", decisionMaker: mover, state: to, above: from },
  ]);
  return [lower([open.to]), ...answers, ...carries].sort((a, b) => a.length - b.length);
}
