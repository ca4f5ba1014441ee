/** Which source covers a value: rule 6 of the brief language. */
import type { Brief, Citation, Path } from "./brief.ts";

/** Annotated places with their own citations, by brief; a brief is readonly, so this is worked out once. */
const indexes = new WeakMap<Brief, ReadonlyMap<Path, readonly Citation[]>>();

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function indexSources(value: unknown, into: Map<Path, readonly Citation[]>): void {
  if (Array.isArray(value)) for (const each of value) indexSources(each, into);
  else if (isRecord(value)) {
    const { path, sources } = value;
    if (typeof path === "string") {
      const own = Array.isArray(sources) ? (sources as readonly Citation[]) : [];
      if (own.length > 0 || !into.has(path)) into.set(path, own);
    }
    for (const each of Object.values(value)) indexSources(each, into);
  }
}

/**
 * The citations that cover the value at `path`: its own where it is written long, else those of the mapping in which it
 * stands. A source does not reach into mappings within; undefined where none covers (it then counts as `unsourced` says).
 */
export function sourcesOf(brief: Brief, path: Path): readonly Citation[] | undefined {
  let index = indexes.get(brief);
  if (index === undefined) {
    const built = new Map<Path, readonly Citation[]>();
    // The brief's own list of sources is annotated too, under `head`-less paths like everything else.
    indexSources(brief, built);
    index = built;
    indexes.set(brief, index);
  }
  const own = index.get(path);
  if (own !== undefined && own.length > 0) return own;
  const around = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
  const beside = index.get(around);
  return beside !== undefined && beside.length > 0 ? beside : undefined;
}
