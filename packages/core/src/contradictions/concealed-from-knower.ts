import type { Belief, Issue, Place } from "../brief/brief.ts";
import type { Contradiction } from "../run/findings.ts";
import type { Check } from "./check.ts";
import { type Concealed, concealedThings } from "./concealment.ts";
import { common, type Dossier, list } from "./dossier.ts";
import { endsOf } from "./worth-to-us.ts";

/** [C17] Concealment from one who knows: a belief about us that already holds what we hide. A tension where it holds the other half of it. */
export const concealedFromKnower: Check = {
  rule: "C17",
  find: (dossier) =>
    concealedThings(dossier).flatMap((concealed) =>
      dossier.brief.beliefs.flatMap((belief) => knows(belief, concealed, dossier)),
    ),
};

function knows(belief: Belief, { item, what, from, path }: Concealed, dossier: Dossier): readonly Contradiction[] {
  const who = from === undefined ? belief.by : common(belief.by, from);
  if (belief.about !== dossier.us || who.length === 0 || (belief.issues && !belief.issues.includes(item.id))) return [];
  const position = dossier.ourPosition(item);
  const known = (["ideal", "salience"] as const).filter((each) =>
    meets(item, belief[each]?.value, position?.[each]?.value),
  );
  if (known.length === 0) return [];
  const hidden = known.some((each) => what.includes(each));
  const names = list(who.map((id) => dossier.say(id)));
  return [
    {
      code: "concealed-from-knower",
      severity: hidden ? "contradiction" : "tension",
      paths: [path, belief.path],
      message: `We conceal from ${names} how things stand with us on ${dossier.say(item.id)}, and by ${dossier.say(belief.id)} they ${hidden ? "know it" : "can guess it"}: ${known.map(wording).join(" and ")}.`,
      why: "Hiding from those who know buys nothing and may cost candour: check the belief, and hide only what can still be hidden.",
    },
  ];
}

function wording(what: "ideal" | "salience"): string {
  return what === "ideal" ? "they believe that we want what we want" : "they believe that we care as much as we do";
}

/** Whether what is believed takes in what is so. */
function meets(item: Issue, believed: Place | undefined, so: Place | undefined): boolean {
  const a = endsOf(item, believed);
  const b = endsOf(item, so);
  return a !== undefined && b !== undefined && Math.min(...a) <= Math.max(...b) && Math.min(...b) <= Math.max(...a);
}
