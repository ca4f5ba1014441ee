import type { Brief } from "@demarche/core/brief";
import type { PlanFindings } from "@demarche/core/run";

/** What every paper is written from: the brief's texts and the findings' figures. Nothing else is read. */
export interface PaperInput {
  readonly brief: Brief;
  readonly findings: PlanFindings;
}
