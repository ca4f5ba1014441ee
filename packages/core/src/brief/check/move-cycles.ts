/** Moves each of which waits for another that waits for it: none of them can ever be made. */
import type { Brief, Condition, Id } from "../brief.ts";
import type { Desk } from "../desk.ts";
import { describeCycle, findCycles } from "./cycles.ts";

/** Reports each ring at its first move. */
export function checkMoveCycles(brief: Brief, desk: Desk): void {
  const byId = new Map(brief.moves.map((move) => [move.id, move]));
  const next = (id: Id) => {
    const needs = byId.get(id)?.if;
    // Names that name no move have been told of.
    return needs === undefined ? [] : [...waitedFor(needs)].filter((each) => byId.has(each));
  };
  for (const cycle of findCycles([...byId.keys()], next)) {
    const first = byId.get(cycle[0]!)!;
    const second = byId.get(cycle[1] ?? "");
    desk.report(
      "move-cycle",
      desk.spanOf(first.path)!,
      cycle.length === 1
        ? `The move \`${first.id}\` waits for itself, so it can never be made.`
        : `These moves wait for each other, so none of them can be made: ${describeCycle(cycle)}.`,
      "Let one of them need nothing that comes only after it.",
      { path: first.path, other: second === undefined ? undefined : desk.spanOf(second.path) },
    );
  }
}

/** Moves without which the condition cannot hold. */
function waitedFor(condition: Condition): ReadonlySet<Id> {
  if (condition.op === "not") return new Set();
  if (condition.op === "fact")
    return new Set(condition.fact === "move" || condition.fact === "signal" ? [condition.move] : []);
  const parts = condition.parts.map(waitedFor);
  const all = new Set(parts.flatMap((part) => [...part]));
  return condition.op === "and" ? all : new Set([...all].filter((id) => parts.every((part) => part.has(id))));
}
