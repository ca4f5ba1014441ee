import type { Id } from "@demarche/core/brief";
import type { Paper } from "./paper.ts";

/** Names of issues; where all instances of one stand in the list, its own name once. */
export function issueNames(paper: Paper, ids: readonly Id[]): readonly string[] {
  const { ownIssues, nameOf } = paper.index;
  const names = ids.map((id) => {
    const [parent] = id.split("/");
    if (parent === undefined || parent === id) return nameOf(id);
    const all = ownIssues.filter((issue) => issue.id.startsWith(`${parent}/`));
    return all.every((issue) => ids.includes(issue.id)) ? nameOf(parent) : nameOf(id);
  });
  return [...new Set(names)];
}
