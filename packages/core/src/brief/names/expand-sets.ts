/** Blocs and terms stand for their members: expands them all, and reports members that lead back to themselves. */
import type { Id } from "../brief.ts";
import type { Desk } from "../desk.ts";
import type { Node, ScalarNode } from "../tree/node.ts";
import { childOf, scalarsOf } from "../tree/node.ts";
import type { NamedThing } from "./names.ts";

interface Written {
  readonly members: readonly ScalarNode[];
  readonly except: readonly ScalarNode[];
}

function writtenSets(root: Node): Map<Id, Written> {
  const written = new Map<Id, Written>();
  for (const word of ["blocs", "terms"]) {
    const section = childOf(root, word);
    if (section?.kind !== "map") continue;
    for (const { key, value } of section.entries)
      written.set(key, {
        members: scalarsOf(value.kind === "list" ? value : childOf(value, "members")),
        except: scalarsOf(childOf(value, "except")),
      });
  }
  return written;
}

/** Members of every bloc and term, flat, in order, without repeats, exceptions taken out; a term without members has none. */
export function expandSets(
  desk: Desk,
  root: Node,
  things: ReadonlyMap<Id, NamedThing>,
): ReadonlyMap<Id, readonly Id[]> {
  const written = writtenSets(root);
  const expanded = new Map<Id, readonly Id[]>();
  const open: Id[] = [];
  const expandAll = (nodes: readonly ScalarNode[]): Id[] => nodes.flatMap((node) => expand(node.text, node));
  const expand = (id: Id, at: ScalarNode | undefined): readonly Id[] => {
    const set = written.get(id);
    if (set === undefined) return [id];
    const known = expanded.get(id);
    if (known !== undefined) return known.length === 0 ? [id] : known;
    const loop = open.indexOf(id);
    if (loop !== -1) {
      const round = [...open.slice(loop), id].map((name) => `\`${name}\``).join(" → ");
      const span = at?.span ?? things.get(id)?.span ?? root.span;
      desk.report(
        "set-cycle",
        span,
        `Members lead back to where they began: ${round}.`,
        "A set cannot hold itself, neither directly nor through others.",
      );
      return [];
    }
    open.push(id);
    const without = new Set(expandAll(set.except));
    const members = [...new Set(expandAll(set.members))].filter((member) => !without.has(member));
    open.pop();
    expanded.set(id, members);
    return members.length === 0 ? [id] : members;
  };
  for (const id of written.keys()) expand(id, undefined);
  return expanded;
}
