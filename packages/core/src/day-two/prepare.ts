/** The plan of a brief that has observations: in which worlds it is made, and what it is compared with. */
import type { Brief } from "../brief/brief.ts";
import { compile } from "../model/compile.ts";
import type { Model } from "../model/model.ts";
import type { Problem } from "../model/names.ts";
import type { Selection } from "../model/past.ts";
import { createPlanEngine, type PlanPart, type PlanSettings, type PlanTask } from "../plan/index.ts";
import { type Merged, mergeParts } from "../plan/merged.ts";
import type { Variant } from "../plan/variants.ts";
import type { Found, PlanOptions } from "../run/brief-engine.ts";
import type { Engine } from "../run/engine.ts";
import type { PlanFindings } from "../run/findings.ts";
import { type SearchBudget, searchSeed, usualBudget } from "../search/budget.ts";
import type { DayTwoFinding } from "./finding.ts";
import { selectWorlds, triesPerWorld } from "./select-worlds.ts";
import { whatChanged } from "./what-changed.ts";

/** What was rolled out of the plans compared. */
export interface Rolled {
  readonly merged: Merged;
  readonly variants: readonly Variant[];
}
export interface DayTwo {
  /** Those asked for, in the worlds that are kept. */
  readonly settings: PlanSettings;
  readonly found?: Found;
  /** The plan before; without tasks where nothing was observed. */
  readonly before: Engine<PlanTask, PlanPart, Rolled | undefined>;
  /** Undefined where nothing was observed. */
  readonly compare: (
    before: Rolled | undefined,
    after: Rolled,
    found: Pick<PlanFindings, "forecasts">,
  ) => DayTwoFinding | undefined;
  /** With any, the rest is of no use. */
  readonly problems: readonly Problem[];
}

const unchanged = {
  before: {
    tasks: [],
    step: () => {
      throw new Error("nothing was observed: there is no plan before");
    },
    merge: () => undefined,
  },
  compare: () => undefined,
};

/** Looking for the worlds that agree is done here and not in a task: what the tasks are hangs on it. */
export function prepareDayTwo(brief: Brief, model: Model, settings: PlanSettings, options: PlanOptions): DayTwo {
  const { past } = model;
  if (past === undefined) return { ...unchanged, settings, problems: [] };
  const known = Math.min(options.known ?? 0, brief.observed.length - 1);
  const { model: earlier, problems } = compile({ ...brief, observed: brief.observed.slice(0, known) });
  if (earlier === undefined) return { ...unchanged, settings, problems };
  const found = options.found ?? findWorlds(model, earlier, settings, { ...usualBudget, ...options.search });
  if (!("after" in found)) return { ...unchanged, settings, problems: found.problems };
  const seenThen = found.before === undefined ? {} : { selection: found.before };
  return {
    settings: among(settings, found.after),
    found,
    before: createPlanEngine(
      earlier,
      { ...among(settings, found.before), plansOnly: true },
      (parts, variants): Rolled => ({ merged: mergeParts(parts), variants }),
    ),
    compare: (before, after, findings) =>
      before === undefined
        ? undefined
        : whatChanged(
            { model: earlier, ...before, ...seenThen },
            { model, ...after, selection: found.after, past, known, seed: settings.seed },
            findings,
          ),
    problems: [],
  };
}

function findWorlds(
  model: Model,
  earlier: Model,
  { seed, worlds }: PlanSettings,
  { searched, pruned }: SearchBudget,
): Found | { readonly problems: readonly Problem[] } {
  const after = selectWorlds(model, seed, worlds);
  if (after.selection === undefined) return after;
  const before = selectWorlds(earlier, seed, worlds);
  if (before.problems.length > 0) return before;
  // A plan is searched on worlds of its own, and takes the same observations as they are.
  const search = selectWorlds(model, searchSeed(seed), searched + pruned, {
    unlearnt: after.selection.forced,
    held: after.selection.held,
    tries: Math.max(worlds, searched + pruned) * triesPerWorld,
  });
  if (search.selection === undefined) return search;
  return {
    after: after.selection,
    ...(before.selection === undefined ? {} : { before: before.selection }),
    search: search.selection,
  };
}

const among = (settings: PlanSettings, selection: Selection | undefined): PlanSettings =>
  selection === undefined ? settings : { ...settings, worlds: selection.worlds.length, selection };
