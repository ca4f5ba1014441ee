/** The two things always asked for: what others will table and our answer; who may grant each rung, and by when. */
import type { AgendaNode, Brief, Issue } from "../brief.ts";
import type { Desk } from "../desk.ts";

/** Issues of an agenda, instances instead of the issue that has them, in order. */
export function issuesOf(nodes: readonly AgendaNode[]): readonly Issue[] {
  return nodes.flatMap((node) =>
    node.type === "heading" ? issuesOf(node.items) : node.instances === undefined ? [node] : node.instances,
  );
}

export function checkAskedFor(brief: Brief, desk: Desk, othersGiven: boolean): void {
  if (!othersGiven) {
    const at = desk.spanOf("agenda") ?? { start: 0, end: 1 };
    desk.report(
      "others-not-considered",
      at,
      "The brief does not say what the others will table.",
      "Add `others will table:`, a list of issues with `by`, `chance` and our `answer`; `[]` says that nothing is expected.",
      { path: "agenda" },
    );
  }
  for (const { id, path, answer } of issuesOf(brief.othersWillTable))
    if (answer === undefined)
      desk.report(
        "answer-missing",
        desk.spanOf(path)!,
        `Our answer to \`${id}\` is missing.`,
        "`answer: accept | refuse | trade | put off | unknown`.",
        { path },
      );
  const { us } = brief.head;
  if (us === undefined) return;
  const seen = new Set<string>();
  for (const issue of issuesOf(brief.agenda))
    for (const { option, authority, due, path } of issue.positions.find(({ party }) => party === us)?.fallbacks ?? []) {
      if ((authority !== undefined && due !== undefined) || seen.has(path)) continue;
      seen.add(path);
      const lacks =
        authority === undefined
          ? due === undefined
            ? "who may grant it, nor by when"
            : "who may grant it"
          : "by when it must be granted";
      const not = authority === undefined && due === undefined ? "neither " : "not ";
      desk.report(
        "rung-without-authority",
        desk.spanOf(path)!,
        `The rung \`${option}\` says ${not}${lacks}.`,
        `Write \`{ option: ${option}, authority: …, due: … }\`.`,
        { path },
      );
    }
}
