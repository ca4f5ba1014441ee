import type { Id } from "../brief/brief.ts";
import type { Check } from "./check.ts";
import { common, type Dossier, list } from "./dossier.ts";

/** [C1] A move, or an item, whose scope takes in what the scope of the goal that it serves leaves out. */
export const excludedScope: Check = {
  rule: "C1",
  find: (dossier) =>
    dossier.brief.goals.flatMap((goal) => {
      const out = leftOut(goal.scope, dossier);
      const moves = dossier.brief.moves.filter((move) => dossier.isOurs(move));
      return [
        ...moves,
        ...dossier.ours.map((item) => ({ ...item, scope: item.inherited.scope, issues: [item.id] })),
      ].flatMap((thing) => {
        const hit = within(thing.scope, dossier).filter((id) => out.has(id));
        if (hit.length === 0 || (goal.issues && common(goal.issues, thing.issues).length === 0)) return [];
        const places = list(hit.map((id) => dossier.say(id)));
        return [
          {
            code: "excluded-scope",
            severity: "contradiction" as const,
            paths: [`${thing.path}/scope`, `${goal.path}/scope`] as const,
            message: `${dossier.say(thing.id)} is about ${places}, which the scope of ${dossier.say(goal.id)} leaves out.`,
            why: "What we except ourselves cannot be claimed in the same breath: the others will quote the exception. Narrow the one, or widen the other.",
          },
        ];
      });
    }),
};

/** What a set says it excepts, in itself or in the sets it is made of. */
function leftOut(scope: readonly Id[] | undefined, dossier: Dossier): ReadonlySet<Id> {
  const out = new Set<Id>();
  const visit = (id: Id): void => {
    const term = dossier.brief.terms.find((each) => each.id === id);
    for (const except of term?.except ?? []) for (const each of within([except], dossier)) out.add(each);
    for (const member of term?.members ?? []) visit(member);
  };
  for (const id of scope ?? []) visit(id);
  for (const id of within(scope, dossier)) out.delete(id);
  return out;
}

/** Members of the named sets, flat; a name that is no set stands for itself. */
function within(scope: readonly Id[] | undefined, dossier: Dossier): readonly Id[] {
  return (scope ?? []).flatMap((id) => {
    const set =
      dossier.brief.terms.find((term) => term.id === id)?.resolved ??
      dossier.brief.blocs.find((bloc) => bloc.id === id)?.members;
    return set === undefined || set.length === 0 ? [id] : set;
  });
}
