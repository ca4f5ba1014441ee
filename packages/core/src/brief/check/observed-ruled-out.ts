/** What has been observed and the brief takes for impossible: it is held to, and nothing can be learnt from it. */
import type { Brief, Chance, Effect, Id, Issue, Path, Stated } from "../brief.ts";
import type { SeenFact } from "./observed-conflict.ts";

export interface RuledOut {
  /** The end of a sentence: "the brief puts …". */
  readonly why: string;
  /** Where it says so. */
  readonly path: Path;
}

/** Undefined where the brief leaves it open, or something may act on the chance. */
export function ruledOut(
  { fact, holds }: SeenFact,
  brief: Brief,
  itemNamed: (id: Id) => Issue | undefined,
): RuledOut | undefined {
  switch (fact.fact) {
    case "assumption": {
      const assumption = brief.assumptions.find(({ id }) => id === fact.assumption);
      const acted = (effect: Effect) => effect.on === "assumption" && effect.assumption === fact.assumption;
      return atOdds(`of \`${fact.assumption}\``, assumption?.chance, holds, brief, acted);
    }
    case "move": {
      if (fact.state === "done" || !holds) return undefined;
      const move = brief.moves.find(({ id }) => id === fact.move);
      const acted = (effect: Effect) => effect.on === "move" && effect.move === fact.move;
      // Another's chance is that it makes the move at all, and then it works.
      if (move === undefined || (move.by !== undefined && move.by !== brief.head.us)) return undefined;
      const works = fact.state === "worked";
      if (move.chance !== undefined) return atOdds(`that \`${move.id}\` works`, move.chance, works, brief, acted);
      return works || isActedOn(brief, acted)
        ? undefined
        : { why: `gives \`${move.id}\` no chance to fail (\`chance\` is 100 % where none is given)`, path: move.path };
    }
    case "item": {
      if (fact.state !== "admitted") return undefined;
      const issue = itemNamed(fact.issue);
      const acted = (effect: Effect) => effect.on === "admission" && effect.issues.includes(fact.issue);
      return atOdds(`that \`${fact.issue}\` is admitted`, issue?.inherited.admission, holds, brief, acted);
    }
    default:
      return undefined;
  }
}

function atOdds(
  what: string,
  chance: Stated<Chance> | undefined,
  holds: boolean,
  brief: Brief,
  acted: (effect: Effect) => boolean,
): RuledOut | undefined {
  const impossible = holds ? 0 : 100;
  if (chance?.value.kind !== "exact" || chance.value.value !== impossible || isActedOn(brief, acted)) return undefined;
  return { why: `puts the chance ${what} at ${impossible} %`, path: chance.path };
}

function isActedOn({ rules, moves }: Brief, acted: (effect: Effect) => boolean): boolean {
  const effects = [
    ...rules.flatMap(({ then }) => then),
    ...moves.flatMap(({ ifItWorks = [], ifItFails = [] }) => [...ifItWorks, ...ifItFails]),
  ];
  return effects.some(acted);
}
