import type { Brief, Citation, Path } from "@demarche/core/brief";

export interface LaterStatement {
  readonly path: Path;
  readonly statement?: string;
  readonly sources: readonly Citation[];
}

/** Everything in the brief that became known only afterwards, in the order of the brief. */
export function laterStatements(brief: Brief): readonly LaterStatement[] {
  const found: LaterStatement[] = [];
  const seen = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const entry of value) visit(entry);
      return;
    }
    if (value === null || typeof value !== "object") return;
    const { path, later } = value as { readonly path?: unknown; readonly later?: unknown };
    if (typeof path === "string" && Array.isArray(later)) {
      for (const entry of later as readonly Omit<LaterStatement, "path">[]) {
        // positions of a bloc and words of a heading are copied to those they hold for
        const key = JSON.stringify([path, entry]);
        if (!seen.has(key)) found.push({ ...entry, path });
        seen.add(key);
      }
    }
    for (const entry of Object.values(value)) visit(entry);
  };
  visit(brief);
  return found;
}
