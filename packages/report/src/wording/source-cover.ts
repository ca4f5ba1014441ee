import type { Brief, Citation, Path } from "@demarche/core/brief";

/** Every mapping of the brief that gives a source, by its path. */
export function collectSources(brief: Brief): ReadonlyMap<Path, readonly Citation[]> {
  const found = new Map<Path, readonly Citation[]>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const entry of value) visit(entry);
      return;
    }
    if (value === null || typeof value !== "object") return;
    const { path, sources } = value as { readonly path?: unknown; readonly sources?: unknown };
    if (typeof path === "string" && Array.isArray(sources)) found.set(path, sources as readonly Citation[]);
    for (const entry of Object.values(value)) visit(entry);
  };
  // `brief.sources` is the list of documents, not citations: it has no path beside it, so it is only walked through
  visit(brief);
  return found;
}
