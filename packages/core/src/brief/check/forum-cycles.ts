/** Forums above each other in a ring: none of them could have the last word. */
import type { Brief } from "../brief.ts";
import type { Desk } from "../desk.ts";
import { describeCycle, findCycles } from "./cycles.ts";

export function checkForumCycles(brief: Brief, desk: Desk): void {
  const byId = new Map(brief.forums.map((forum) => [forum.id, forum]));
  for (const cycle of findCycles([...byId.keys()], (id) => byId.get(id)?.above ?? [])) {
    const { path, id } = byId.get(cycle[0]!)!;
    const message =
      cycle.length === 1
        ? `The forum \`${id}\` stands above itself.`
        : `Each of these forums stands above the next, and the last above the first: ${describeCycle(cycle)}.`;
    desk.report(
      "forum-cycle",
      desk.spanOf(`${path}/above`)!,
      message,
      "`above` names the forums that this one can overrule.",
      { path: `${path}/above` },
    );
  }
}
