/** Where a brief disagrees with itself, found without numbers (MODEL.md §9). */
import type { Brief } from "../brief/brief.ts";
import type { Contradiction } from "../run/findings.ts";
import { CHECKS } from "./checks.ts";
import { openDossier } from "./dossier.ts";

const GRAVEST_FIRST: Readonly<Record<Contradiction["severity"], number>> = { contradiction: 0, tension: 1, gap: 2 };

/**
 * All disagreements: contradictions, then tensions, then gaps, each in the order of the checks and of the brief, none twice.
 * Places are paths as in brief.ts.
 */
export function findContradictions(brief: Brief): Contradiction[] {
  const dossier = openDossier(brief);
  const found = new Map<string, Contradiction>();
  for (const contradiction of CHECKS.flatMap((check) => check.find(dossier))) {
    const key = JSON.stringify([contradiction.code, contradiction.paths]);
    if (!found.has(key)) found.set(key, contradiction);
  }
  return [...found.values()].sort((a, b) => GRAVEST_FIRST[a.severity] - GRAVEST_FIRST[b.severity]);
}
