import type { Annotations } from "@demarche/core/brief";

/**
 * The author's own modality, verbatim ("it might now be worthwhile"). Nothing is added where none is given:
 * a recommendation is never made stronger, or weaker, than its author made it.
 */
export function modalityText(stated: Pick<Annotations, "modality">): string | undefined {
  return stated.modality === undefined || stated.modality.trim() === "" ? undefined : stated.modality.trim();
}
