/** Agreement spaces as part of a plan: the whole brief, then each bundle by itself, within limits that are counted. */
import type { Id } from "../brief/index.ts";
import type { Model } from "../model/index.ts";
import type { Engine } from "../run/engine.ts";
import { analyseItems } from "./analyse-brief.ts";
import type { PackageFindings } from "./findings.ts";

export interface AgreementFinding {
  /** The bundle whose items these are; absent for the whole brief. */
  readonly bundle?: Id;
  readonly findings: PackageFindings;
}
/** A few tenths of a second at most; `demarche packages` goes on where these stop. */
const LIMITS = {
  limits: { points: 20_000, work: 400_000 },
  search: { settings: 5_000, branches: 8_000 },
  closing: { questions: 60, work: 50_000 },
  listed: 60,
} as const;

/** Finds nothing for a brief in which no member has a known position. */
export function createAgreementEngine(
  model: Model,
  seed: number,
): Engine<number, PackageFindings | undefined, readonly AgreementFinding[]> {
  const cuts = [undefined, ...model.bundles];
  return {
    tasks: cuts.map((_, k) => k),
    step(task) {
      const analysis = analyseItems(model, cuts[task]?.items, { seed, ...LIMITS });
      if (!analysis || "problems" in analysis) return undefined;
      const { trades, ...findings } = analysis.findings;
      const helpful = trades?.filter(({ least }) => least > 0);
      return { ...findings, ...(helpful && { trades: helpful }) };
    },
    merge: (parts) =>
      parts.flatMap((findings, k) => {
        const bundle = cuts[k]?.id;
        return findings ? [{ ...(bundle !== undefined && { bundle }), findings }] : [];
      }),
  };
}
