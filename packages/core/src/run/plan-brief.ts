/** The main job: a brief that reads well becomes findings. */
import type { Brief } from "../brief/brief.ts";
import { findContradictions } from "../contradictions/index.ts";
import { compile } from "../model/compile.ts";
import type { Model } from "../model/model.ts";
import type { Problem } from "../model/names.ts";
import { createPlanEngine, findingsOf, type PlanPart, type PlanSettings, type PlanTask } from "../plan/index.ts";
import { version } from "../version.ts";
import { type Engine, type Progress, runInline } from "./engine.ts";
import type { PlanFindings } from "./findings.ts";
import { inputsHash } from "./inputs-hash.ts";
import { stabilityOf } from "./stability.ts";

/** What the brief's own `seed` and `worlds` are replaced by. */
export interface PlanOptions {
  readonly seed?: number;
  readonly worlds?: number;
}
export type BriefEngine = Engine<PlanTask, PlanPart, PlanFindings>;
export interface Prepared {
  /** Absent where there are problems. */
  readonly engine?: BriefEngine;
  readonly problems: readonly Problem[];
}

/**
 * Compiles a brief to an engine for any runner: same brief and options, same tasks, and the same findings to the last digit
 * wherever and in whatever order the tasks are done.
 */
export function preparePlan(brief: Brief, options: PlanOptions = {}): Prepared {
  const { model, problems } = compilePlannable(brief);
  if (model === undefined) return { problems };
  const settings: PlanSettings = {
    seed: options.seed ?? model.method.seed,
    worlds: options.worlds ?? model.method.worlds,
  };
  const engine = createPlanEngine(model, settings, (parts, variants) =>
    findingsOf(
      model,
      settings,
      {
        brief,
        contradictions: findContradictions(brief),
        stability: (items) => stabilityOf(brief, items, settings.seed),
        inputsHash: inputsHash(brief, settings, version),
        version,
      },
      parts,
      variants,
    ),
  );
  return { engine, problems: [] };
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
