/** Forums compared and slates of a brief, for the commands that ask for them alone. */
import type { Brief, Locate } from "@demarche/core/brief";
import { type PlacesFinding, type PlacesOptions, studyPlaces } from "@demarche/core/run";
import { stopForProblems } from "./open-brief.ts";
import { stopForUsage } from "./stop.ts";

/** Worlds looked at where the command line does not say. */
export const usualWorlds = 2000;

/** @throws Stop where the brief cannot be planned, or names are not its own */
export function findPlaces(
  brief: Brief,
  locate: Locate,
  options: PlacesOptions,
): PlacesFinding & { readonly seed: number } {
  const forums = brief.forums.map(({ id }) => id);
  for (const forum of options.forums ?? [])
    if (!forums.includes(forum))
      throw stopForUsage(
        "unknown-forum",
        `There is no forum "${forum}" in the brief.`,
        forums.length === 0 ? "It names no forums." : `Its forums are ${forums.join(", ")}.`,
      );
  const { findings, problems } = studyPlaces(brief, options);
  if (findings === undefined) throw stopForProblems(problems, locate);
  const found = [...findings.forums, ...findings.slates].map(({ issue }) => issue);
  for (const issue of options.issues ?? [])
    if (!found.some((id) => id === issue || id.startsWith(`${issue}/`)))
      throw stopForUsage(
        "unknown-issue",
        `There is no issue "${issue}" with options in the brief.`,
        "Name an issue by its id, as it stands in the agenda.",
      );
  return findings;
}
