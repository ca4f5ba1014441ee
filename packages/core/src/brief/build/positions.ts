/** Positions by party: those given to a bloc are copied to its members; a member's own line wins. */
import type { Id, Path, Position } from "../brief.ts";
import type { Reader } from "../forms/form.ts";
import type { PositionWords } from "../words/positions.ts";

export interface PositionRow {
  readonly id: Id;
  readonly value: PositionWords;
  readonly path: Path;
}

export function expandPositions(rows: readonly PositionRow[], { names, desk }: Reader): readonly Position[] {
  const own = new Set(rows.filter(({ id }) => names.things.get(id)?.kind === "party").map(({ id }) => id));
  const byBloc = new Map<Id, PositionRow>();
  return rows.flatMap((row): Position[] => {
    if (own.has(row.id)) return [{ ...row.value, party: row.id }];
    return (names.sets.get(row.id) ?? []).flatMap((party): Position[] => {
      if (own.has(party)) return [];
      const other = byBloc.get(party);
      if (other !== undefined) {
        const message = `\`${party}\` is a member of \`${other.id}\` and of \`${row.id}\`, and both have a position here.`;
        desk.report("two-blocs", desk.spanOf(row.path)!, message, `Give \`${party}\` a line of its own.`, {
          path: row.path,
          other: desk.spanOf(other.path),
        });
        return [];
      }
      byBloc.set(party, row);
      return [{ ...row.value, party, fromBloc: row.id }];
    });
  });
}

/** Positions of an instance: its own lines first, then the for everybody it does not speak of. */
export function mergePositions(base: readonly Position[], instance: readonly Position[]): readonly Position[] {
  const spoken = new Set(instance.map(({ party }) => party));
  return [...instance, ...base.filter(({ party }) => !spoken.has(party))];
}
