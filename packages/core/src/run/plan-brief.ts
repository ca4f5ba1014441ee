/** The main job: a brief that reads well becomes findings. */
import { type AgendaOrderFinding, createAgendaOrderEngine } from "../agenda-order/agenda-order.ts";
import type { Brief } from "../brief/brief.ts";
import { createForumPlansEngine } from "../compare-forums/planned/forum-plans-engine.ts";
import type { ForumPlans } from "../compare-forums/planned/plan-forums.ts";
import { withPlans } from "../compare-forums/planned/with-plans.ts";
import { findContradictions } from "../contradictions/index.ts";
import { prepareDayTwo, type Rolled } from "../day-two/prepare.ts";
import { compile } from "../model/compile.ts";
import type { Model } from "../model/model.ts";
import type { Problem } from "../model/names.ts";
import { type AgreementFinding, createAgreementEngine } from "../packages/agreement-engine.ts";
import { createPlanEngine, findingsOf, type PlanPart, type PlanSettings } from "../plan/index.ts";
import type { Variant } from "../plan/variants.ts";
import { usualBudget } from "../search/budget.ts";
import { createSearchEngine, type SearchFound } from "../search/search-engine.ts";
import { version } from "../version.ts";
import type { PlanOptions, Prepared } from "./brief-engine.ts";
import { type Engine, type Progress, runInline } from "./engine.ts";
import type { PlanFindings } from "./findings.ts";
import { inputsHash } from "./inputs-hash.ts";
import { joinEngines } from "./join-engines.ts";
import { createPlacesEngine, type PlacesFinding, usualPlacesWorlds } from "./places-engine.ts";
import { stabilityOf } from "./stability.ts";

interface Planned {
  readonly parts: readonly PlanPart[];
  readonly variants: readonly Variant[];
}

/**
 * Compiles a brief to an engine for any runner: same brief and options, same tasks, and the same findings to the last digit
 * wherever and in whatever order the tasks are done.
 */
export function preparePlan(brief: Brief, options: PlanOptions = {}): Prepared {
  const { model, problems } = compilePlannable(brief);
  if (model === undefined) return { problems };
  const asked: PlanSettings = {
    seed: options.seed ?? model.method.seed,
    worlds: options.worlds ?? model.method.worlds,
  };
  const dayTwo = prepareDayTwo(brief, model, asked, options);
  if (dayTwo.problems.length > 0) return { problems: dayTwo.problems };
  const { settings, found } = dayTwo;
  const plan = createPlanEngine(model, settings, (parts, variants): Planned => ({ parts, variants }));
  const contradictions = findContradictions(brief);
  const quick = options.quick === true;
  const searchSettings = {
    ...settings,
    ...(found?.search === undefined ? {} : { searchSelection: found.search }),
    budget: { ...usualBudget, ...options.search },
  };
  type Found = [
    readonly AgreementFinding[],
    SearchFound | undefined,
    readonly ForumPlans[],
    Planned,
    PlacesFinding,
    readonly AgendaOrderFinding[],
    Rolled | undefined,
  ];
  const engine = joinEngines<Found, PlanFindings>(
    [
      quick ? idle<readonly AgreementFinding[]>([]) : createAgreementEngine(model, settings.seed),
      quick
        ? idle<SearchFound | undefined>(undefined)
        : createSearchEngine(brief, model, contradictions, searchSettings),
      quick
        ? idle<readonly ForumPlans[]>([])
        : createForumPlansEngine(brief, model, contradictions, {
            ...searchSettings,
            worlds: Math.min(settings.worlds, usualPlacesWorlds),
          }),
      plan,
      quick ? idle<PlacesFinding>({ forums: [], slates: [] }) : createPlacesEngine(brief, model, settings),
      quick ? idle<readonly AgendaOrderFinding[]>([]) : createAgendaOrderEngine(model, settings),
      dayTwo.before,
    ],
    ([agreement, best, forumPlans, { parts, variants }, { forums, slates }, agendaOrder, before]) => ({
      ...findingsOf(
        model,
        settings,
        {
          brief,
          contradictions,
          best,
          stability: (items) => stabilityOf(brief, model, items, settings.seed, settings.selection?.worlds),
          dayTwo: (merged, forecasts) => dayTwo.compare(before, { merged, variants }, forecasts),
          inputsHash: inputsHash(brief, asked, version),
          version,
        },
        parts,
        variants,
      ),
      forums: withPlans(model, forums, forumPlans),
      slates,
      agendaOrder,
      agreement,
    }),
  );
  return { engine, problems: [], ...(found === undefined ? {} : { found }) };
}

/** An engine that has nothing to do. */
function idle<Finding>(finding: Finding): Engine<never, never, Finding> {
  return {
    tasks: [],
    step: () => {
      throw new Error("an engine without tasks was given one");
    },
    merge: () => finding,
  };
}

export interface PlanResult {
  /** Absent where there are problems. */
  readonly findings?: PlanFindings;
  readonly problems: readonly Problem[];
}

/** Plans a brief here and now. */
export function planBrief(brief: Brief, options: PlanOptions & { readonly progress?: Progress } = {}): PlanResult {
  const { engine, problems } = preparePlan(brief, options);
  return engine === undefined ? { problems } : { findings: runInline(engine, options.progress), problems };
}

/** A brief without `us` has no plan. */
export function compilePlannable(brief: Brief): { readonly model?: Model; readonly problems: readonly Problem[] } {
  if (brief.head.us === undefined)
    return {
      problems: [
        {
          code: "nobody-to-plan-for",
          path: "us",
          message: "the brief does not say whose it is",
          hint: "add a line such as `us: norland` naming one of the parties",
        },
      ],
    };
  return compile(brief);
}
