/** Roads that lead back to where they began, in any graph of names. */
import type { Id } from "../brief.ts";

/** One cycle for each knot of the graph, each beginning with its first node in the order given; none if there is none. */
export function findCycles(nodes: readonly Id[], next: (node: Id) => readonly Id[]): readonly (readonly Id[])[] {
  const done = new Set<Id>();
  const cycles: (readonly Id[])[] = [];
  for (const start of nodes) {
    if (done.has(start)) continue;
    // Depth first with a stack of its own: a long chain of rules must not overflow the call stack.
    const path: Id[] = [start];
    const rest: Id[][] = [[...next(start)]];
    const open = new Set<Id>([start]);
    let found = false;
    while (path.length > 0) {
      const following = rest.at(-1)!.shift();
      if (following === undefined) {
        open.delete(path.at(-1)!);
        done.add(path.pop()!);
        rest.pop();
      } else if (open.has(following)) {
        if (!found) cycles.push(path.slice(path.indexOf(following)));
        found = true;
      } else if (!done.has(following)) {
        path.push(following);
        rest.push([...next(following)]);
        open.add(following);
      }
    }
  }
  return cycles;
}

export function describeCycle(cycle: readonly Id[]): string {
  return [...cycle, cycle[0]!].map((id) => `\`${id}\``).join(" → ");
}
