/** The agreement space of a brief's items: the same question and, but for the limits, the same answer in the plan and in the command. */
import type { Model } from "../model/index.ts";
import { type AnalysisSettings, analysePackages } from "./analyse.ts";
import type { NamedPackage } from "./domain.ts";
import type { Exact } from "./exact.ts";
import { settlementRuleOf, spaceFromModel } from "./from-model.ts";
import type { Within } from "./frontier.ts";
import type { Mark } from "./look-for-offers.ts";

export interface BriefAnalysisSettings
  extends Pick<AnalysisSettings, "limits" | "search" | "closing" | "listed" | "frontier" | "progress"> {
  /** (`zone`) */
  readonly within?: Within;
  readonly seed?: number;
  /** By party; those of parties that do not take part in the named items are left aside. */
  readonly weights?: Readonly<Record<string, Exact>>;
  /** (Whose brief it is.) */
  readonly us?: string;
  /** What it says on other items than the named ones is left aside. */
  readonly deal?: NamedPackage;
}
/** Enough for a share to within a hundredth. */
const ZONE = { settings: 20_000, samples: 10_000 };

/** Undefined: no member has a known position on any of the items (all of the brief's, if none are named). */
export function analyseItems(
  model: Model,
  items: readonly number[] | undefined,
  settings: BriefAnalysisSettings,
): ReturnType<typeof analysePackages> | undefined {
  const space = spaceFromModel(model, items);
  if (!space) return undefined;
  const marks: readonly Mark[] = [
    ...(space.ask ? [{ id: "ask" as const, package: space.ask }] : []),
    ...(space.noAgreement ? [{ id: "no agreement" as const, package: space.noAgreement }] : []),
  ];
  const ids = space.domain.parties.map(({ id }) => id);
  const weights = Object.fromEntries(
    Object.entries(settings.weights ?? {}).filter(([party]) => items === undefined || ids.includes(party)),
  );
  const { deal, us: asked, ...limits } = settings;
  const own = space.domain.issues.map(({ id }) => id);
  const narrowed =
    deal && items ? Object.fromEntries(Object.entries(deal).filter(([issue]) => own.includes(issue))) : deal;
  const barred = space.removed.find(({ issue, option }) => narrowed?.[issue] === option);
  if (barred)
    return {
      problems: [
        {
          code: "unknown-option",
          message: `The deal has ${barred.option} on ${barred.issue}, which was left out: it is a red line of ${barred.parties.join(" and ")}.`,
          hint: `What is left there is ${space.domain.issues.find(({ id }) => id === barred.issue)!.options.join(", ")}. Take the red line out of the brief to see what such a deal would be worth.`,
        },
      ],
    };
  const us = asked !== undefined && (items === undefined || ids.includes(asked)) ? asked : ids[space.us];
  const rule = settlementRuleOf(model, space);
  return analysePackages(space.domain, {
    within: "zone",
    zone: ZONE,
    ...limits,
    weights,
    conventions: space.conventions,
    marks,
    ...(us !== undefined && { us }),
    ...(narrowed && { deal: narrowed }),
    ...(rule && { rule }),
  });
}
