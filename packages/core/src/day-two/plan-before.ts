/** The best plan as it was found before what has been observed since: what `demarche update` holds the new one against. */
import type { Brief, Step } from "../brief/brief.ts";
import { findContradictions } from "../contradictions/index.ts";
import { compile } from "../model/compile.ts";
import type { PlanOptions } from "../run/brief-engine.ts";
import { type Progress, runInline } from "../run/engine.ts";
import { searchSeed, usualBudget } from "../search/budget.ts";
import { createSearchEngine } from "../search/search-engine.ts";
import { selectWorlds, triesPerWorld } from "./select-worlds.ts";

/**
 * The steps of the best plan of a brief that knew only its first `known` observations: those that planning it would have found, by the same
 * seed and budget. Undefined where it has no move to make or cannot be planned. Cost: that of the search.
 */
export function bestPlanBefore(
  brief: Brief,
  { known = 0, seed: askedSeed, worlds: askedWorlds, search }: PlanOptions,
  progress?: Progress,
): readonly Step[] | undefined {
  const earlier = { ...brief, observed: brief.observed.slice(0, known) };
  const { model } = compile(earlier);
  if (model === undefined) return undefined;
  const seed = askedSeed ?? model.method.seed;
  const wanted = askedWorlds ?? model.method.worlds;
  const budget = { ...usualBudget, ...search };
  const { searched, pruned } = budget;
  const after = selectWorlds(model, seed, wanted);
  if (after.problems.length > 0) return undefined;
  const own = after.selection;
  const apart =
    own === undefined
      ? undefined
      : selectWorlds(model, searchSeed(seed), searched + pruned, {
          unlearnt: own.forced,
          held: own.held,
          tries: Math.max(wanted, searched + pruned) * triesPerWorld,
        }).selection;
  if (own !== undefined && apart === undefined) return undefined;
  // Steps hang on the worlds searched alone: those of the run only value them, and few will do.
  const few = Math.min(fewestValued, own?.worlds.length ?? wanted);
  const found = runInline(
    createSearchEngine(earlier, model, findContradictions(earlier), {
      seed,
      worlds: few,
      ...(own === undefined ? {} : { selection: own }),
      ...(apart === undefined ? {} : { searchSelection: apart }),
      budget: { ...budget, valued: few },
    }),
    progress,
  );
  return found?.searched.steps;
}

const fewestValued = 250;
