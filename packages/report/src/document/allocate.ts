import type { Block } from "./document.ts";
import { type Atom, atomsIn, pageCount } from "./height.ts";
import { layout } from "./layout.ts";

/** A section of the main part that can be shorter or longer. */
export interface Section {
  /** Its blocks with at most this many rows. */
  readonly build: (rows: number) => readonly Block[];
  /** Rows that it has at all. */
  readonly rows: number;
  /** Rows that it keeps whatever happens, and rows that it may take before the others have more than they want. */
  readonly least: number;
  readonly wanted: number;
}

const sides = 2;

/**
 * Rows for each section so that the main part fits on two sides: first the least of each, then one row to each in turn up
 * to what it wants, then on in turn to what it has, as long as there is room. `head` stands before the sections.
 */
export function allocate(head: readonly Block[], sections: readonly Section[]): readonly number[] {
  const top = atomsIn(head);
  const rows = sections.map((section) => Math.min(section.least, section.rows));
  const atoms: (readonly Atom[])[] = sections.map((section, at) => atomsIn(section.build(rows[at]!)));
  const grow = (limit: (section: Section) => number): void => {
    const full = sections.map(() => false);
    while (full.includes(false)) {
      for (const [at, section] of sections.entries()) {
        if (full[at]!) continue;
        const next = rows[at]! + 1;
        const longer = next > Math.min(limit(section), section.rows) ? undefined : atomsIn(section.build(next));
        const fits =
          longer !== undefined &&
          pageCount([...top, ...atoms.flatMap((own, place) => (place === at ? longer : own))], layout.titleHeight) <=
            sides;
        if (!fits) {
          full[at] = true;
          continue;
        }
        atoms[at] = longer;
        rows[at] = next;
      }
    }
  };
  grow((section) => section.wanted);
  grow((section) => section.rows);
  return rows;
}
