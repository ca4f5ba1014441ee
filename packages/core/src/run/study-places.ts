/** Forums compared and slates by themselves, without a whole plan. */
import type { Brief } from "../brief/brief.ts";
import { createForumPlansEngine } from "../compare-forums/planned/forum-plans-engine.ts";
import type { ForumPlans } from "../compare-forums/planned/plan-forums.ts";
import { withPlans } from "../compare-forums/planned/with-plans.ts";
import { findContradictions } from "../contradictions/index.ts";
import { prepareDayTwo } from "../day-two/prepare.ts";
import type { Problem } from "../model/names.ts";
import { usualBudget } from "../search/budget.ts";
import { type Progress, runInline } from "./engine.ts";
import { joinEngines } from "./join-engines.ts";
import { createPlacesEngine, type PlacesFinding, type PlacesQuestion } from "./places-engine.ts";
import { compilePlannable } from "./plan-brief.ts";

export interface PlacesOptions extends PlacesQuestion {
  readonly seed?: number;
  /** Whether a plan is looked for before each forum: it takes longer than the comparison. */
  readonly planned?: boolean;
  readonly progress?: Progress;
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
  const { settings, found, problems: rare } = prepareDayTwo(brief, model, { seed, worlds: wanted }, {});
  if (rare.length > 0) return { problems: rare };
  const places = createPlacesEngine(brief, model, settings, { ...options, worlds: wanted });
  if (options.planned !== true) return { findings: { ...runInline(places, options.progress), seed }, problems: [] };
  const plans = createForumPlansEngine(
    brief,
    model,
    findContradictions(brief),
    {
      ...settings,
      ...(found?.search === undefined ? {} : { searchSelection: found.search }),
      budget: usualBudget,
    },
    options,
  );
  const engine = joinEngines<[PlacesFinding, readonly ForumPlans[]], PlacesFinding>(
    [places, plans],
    ([{ forums, slates }, planned]) => ({ forums: withPlans(model, forums, planned), slates }),
  );
  return { findings: { ...runInline(engine, options.progress), seed }, problems: [] };
}
