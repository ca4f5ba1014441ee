/** What the brief says and the run leaves without a price: printed, never silently dropped. */
import { isOurs, type Names } from "./names.ts";

export function notePrices(names: Names): void {
  const { brief, notPriced } = names;
  const add = (path: string, what: string, why: string) => notPriced.push({ path, what, why });
  for (const goal of brief.goals) {
    const what = goal.statement ?? goal.name ?? goal.id;
    if (goal.worth === undefined)
      add(goal.path, what, "the brief gives it no worth; it is checked against the plan, not added up");
    else add(goal.path, what, "its worth is printed; no event says when it is met, so it is not added");
  }
  for (const move of brief.moves) {
    const acts =
      move.ifItWorks ??
      move.ifItFails ??
      move.worth ??
      move.cost ??
      move.audience ??
      move.signals ??
      move.link ??
      move.reveals;
    const ruled = brief.rules.some((rule) => JSON.stringify(rule.if).includes(`"move":"${move.id}"`));
    const placed =
      move.kind === "conceal" || (move.kind === "escalate" && move.forum !== undefined) || move.forum !== undefined;
    if (acts === undefined && !ruled && !placed && isOurs(brief, move))
      add(
        move.path,
        move.name ?? move.id,
        "no effect, signal, worth or cost is given: in the computation it changes nothing",
      );
  }
  for (const issue of names.issues)
    if ((issue.seats ?? 1) > 1)
      add(
        `${issue.path}/seats`,
        `${issue.name ?? issue.id}: which seats go together`,
        "the chances are those of the option that prevails; whole compositions are looked at apart, under persons and seats",
      );
  for (const node of brief.othersWillTable)
    if (node.type === "issue" && node.options.length === 0)
      add(
        node.path,
        node.name ?? node.id,
        "others may table it; without options and positions its outcome is not computed",
      );
  for (const source of brief.sources)
    if (source.missing === true)
      add(source.path, source.name ?? source.id, "the source is not at hand; nothing in it could be weighed");
}
