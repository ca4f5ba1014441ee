/** Which options are as good to us as another, as far as the brief settles it: "or better" is told in our own worth. */
import type { Brief, Id, Issue, Position, Stated } from "../brief.ts";

/** Whether `option` is as good to us as `than`, or better; undefined: it may be or not, from world to world. */
export type AsGood = (issue: Issue, option: Id, than: Id) => boolean | undefined;

export function asGoodTo(us: Brief["head"]["us"]): AsGood {
  return (issue, option, than) => {
    if (option === than) return true;
    const position = issue.positions.find(({ party }) => party === us);
    const ranked = position === undefined ? undefined : worthOf(issue, position);
    const [one, other] = [ranked?.(option), ranked?.(than)];
    return one === undefined || other === undefined ? undefined : one >= other;
  };
}

/** A number that grows with an option's worth to the party; undefined where it is not known to the point. */
function worthOf(issue: Issue, position: Position): (option: Id) => number | undefined {
  const place = (option: Id) => exactly(issue.options.find(({ id }) => id === option)?.at);
  if ((issue.kind ?? "scale") === "scale") {
    const ideal = position.ideal?.value;
    const named = ideal?.kind === "exact" ? ideal.value : undefined;
    const at = typeof named === "object" ? place(named.option) : named;
    return (option) => {
      const there = place(option);
      // In steps of a millionth, that rounding makes no difference where there is none.
      return at === undefined || there === undefined ? undefined : -Math.round(Math.abs(there - at) * 1e6);
    };
  }
  const favourite = position.ideal?.value;
  return (option) => {
    const given = position.values?.[option];
    if (given !== undefined) return exactly(given);
    // By rank in even steps, best first; else from the favourite.
    const rank = position.ranks?.indexOf(option) ?? -1;
    if (rank >= 0) return 100 - (100 * rank) / Math.max(1, position.ranks!.length - 1);
    if (favourite?.kind !== "exact" || typeof favourite.value === "number") return undefined;
    return favourite.value.option === option ? 100 : 0;
  };
}

function exactly(stated: Stated<{ readonly kind: string; readonly value?: unknown }> | undefined): number | undefined {
  const value = stated?.value.kind === "exact" ? stated.value.value : undefined;
  return typeof value === "number" ? value : undefined;
}
