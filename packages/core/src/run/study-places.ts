/** Forums compared and slates by themselves, without a whole plan. */
import type { Brief } from "../brief/brief.ts";
import { selectWorlds } from "../day-two/select-worlds.ts";
import type { Problem } from "../model/names.ts";
import { runInline } from "./engine.ts";
import { createPlacesEngine, type PlacesFinding, type PlacesQuestion } from "./places-engine.ts";
import { compilePlannable } from "./plan-brief.ts";

export interface PlacesOptions extends PlacesQuestion {
  readonly seed?: number;
}
export interface PlacesStudy {
  /** Absent where there are problems. */
  readonly findings?: PlacesFinding & { readonly seed: number };
  readonly problems: readonly Problem[];
}

/** A brief without `us` is a problem: what we ask and would accept is what is compared. */
export function studyPlaces(brief: Brief, options: PlacesOptions = {}): PlacesStudy {
  const { model, problems } = compilePlannable(brief);
  if (model === undefined) return { problems };
  const seed = options.seed ?? model.method.seed;
  const wanted = options.worlds ?? model.method.worlds;
  const { selection, problems: rare } = selectWorlds(model, seed, wanted);
  if (rare.length > 0) return { problems: rare };
  const settings =
    selection === undefined ? { seed, worlds: wanted } : { seed, worlds: selection.worlds.length, selection };
  const findings = runInline(createPlacesEngine(brief, model, settings, { ...options, worlds: wanted }));
  return { findings: { ...findings, seed }, problems: [] };
}
