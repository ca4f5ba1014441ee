/** The main job: a brief that reads well becomes findings. */
import type { Brief } from "../brief/brief.ts";
import { findContradictions } from "../contradictions/index.ts";
import { compile } from "../model/compile.ts";
import type { Model } from "../model/model.ts";
import type { Problem } from "../model/names.ts";
import { createPlanEngine, findingsOf, type PlanSettings } from "../plan/index.ts";
import { version } from "../version.ts";
import { type Progress, runInline } from "./engine.ts";
import type { PlanFindings } from "./findings.ts";
import { inputsHash } from "./inputs-hash.ts";

export interface PlanOptions {
  readonly seed?: number;
  readonly worlds?: number;
  readonly progress?: Progress;
}
export interface PlanResult {
  /** Absent where there are problems. */
  readonly findings?: PlanFindings;
  readonly problems: readonly Problem[];
}

/** Plans a brief: same brief, seed and number of worlds, same findings to the last digit. */
export function planBrief(brief: Brief, options: PlanOptions = {}): PlanResult {
  const { model, problems } = compilePlannable(brief);
  if (model === undefined) return { problems };
  const settings: PlanSettings = { seed: options.seed ?? model.method.seed, worlds: options.worlds ?? model.method.worlds };
  const frame = { brief, contradictions: findContradictions(brief), inputsHash: inputsHash(brief, settings, version), version };
  const engine = createPlanEngine(model, settings, (parts, variants) => findingsOf(model, settings, frame, parts, variants));
  return { findings: runInline(engine, options.progress), problems: [] };
}

/** A brief without `us` has no plan. */
export function compilePlannable(brief: Brief): { readonly model?: Model; readonly problems: readonly Problem[] } {
  if (brief.head.us === undefined)
    return {
      problems: [{ code: "nobody-to-plan-for", path: "us", message: "the brief does not say whose it is", hint: "add a line such as `us: norland` naming one of the parties" }],
    };
  return compile(brief);
}
