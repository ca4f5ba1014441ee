/** Plans a brief's text on a few worlds, without the ranges: they would cost far more than what is compared here. */
import { readBrief } from "@demarche/core/brief";
import { findContradictions } from "@demarche/core/contradictions";
import { createPlanEngine, findingsOf, type PlanSettings } from "@demarche/core/plan";
import { compilePlannable, type PlanFindings, runInline } from "@demarche/core/run";

/** @throws Error where the text is no sound brief. */
export function planText(text: string, settings: PlanSettings): PlanFindings {
  const { brief, diagnostics } = readBrief(text, { file: "brief.yaml" });
  if (brief === undefined) throw new Error(diagnostics.map((d) => `${d.severity} ${d.code}: ${d.message}`).join("\n"));
  const { model, problems } = compilePlannable(brief);
  if (model === undefined) throw new Error(problems.map((p) => `${p.code}: ${p.message}`).join("\n"));
  // Who would leave a settlement, forums compared and slates are told beside; no construct of the note rests on them.
  const frame = {
    brief,
    contradictions: findContradictions(brief),
    stability: () => [],
    inputsHash: "",
    version: "",
    best: undefined,
    dayTwo: () => undefined,
  };
  const engine = createPlanEngine(model, settings, (parts, variants) => ({
    ...findingsOf(model, settings, frame, parts, variants),
    forums: [],
    slates: [],
    agreement: [],
    agendaOrder: [],
  }));
  const tasks = engine.tasks.filter((task) => task.kind === "worlds");
  return runInline({ tasks, step: (task) => engine.step(task), merge: (parts) => engine.merge(parts) });
}
