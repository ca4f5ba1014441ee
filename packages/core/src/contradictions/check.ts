import type { Contradiction } from "../run/findings.ts";
import type { Dossier } from "./dossier.ts";

/** One rule by which two places of a brief, or a place and a silence, disagree. */
export interface Check {
  /** Its number in docs/method/contradictions.md. */
  readonly rule: `C${number}`;
  find(dossier: Dossier): readonly Contradiction[];
}
