/** What we keep to ourselves, and from whom. */
import type { Id, Issue, Path } from "../brief/brief.ts";
import type { Dossier } from "./dossier.ts";

export interface Concealed {
  readonly item: Issue;
  readonly what: readonly ("ideal" | "salience")[];
  /** Absent: from everybody. */
  readonly from: readonly Id[] | undefined;
  readonly path: Path;
}

/** By `shown as` in our positions, and by moves that conceal. */
export function concealedThings(dossier: Dossier): readonly Concealed[] {
  const shown = dossier.items.flatMap((item): Concealed[] => {
    const position = dossier.ourPosition(item);
    const as = position?.shownAs;
    if (!position || !as) return [];
    const what = (["ideal", "salience"] as const).filter((each) => as[each] !== undefined);
    return [{ item, what, from: as.to, path: as.path }];
  });
  const moves = dossier.brief.moves.filter((move) => move.kind === "conceal" && dossier.isOurs(move));
  const covered = moves.flatMap((move) =>
    (move.issues ?? []).flatMap((id): Concealed[] => {
      const item = dossier.item(id);
      const already = shown.some((each) => each.item === item);
      return item && !already ? [{ item, what: ["ideal", "salience"], from: move.target, path: move.path }] : [];
    }),
  );
  return [...shown, ...covered];
}
