/** The defaults that a brief leaves standing, one line a kind: each is printed, so that nobody takes a default for a finding. */
import type { Forum } from "../brief/brief.ts";
import { isOurs, type Names } from "./names.ts";

export function noteDefaults(names: Names, forums: readonly Forum[]): void {
  const { brief, inputs } = names;
  const { method } = brief;
  const note = (path: string, what: string, value: string) => inputs.noteDefault(path, what, value);
  if (method.outcomeModel === undefined) note("method", "outcome model", "compromise");
  if (method.yardstick === undefined) note("method", "yardstick of probability words", "ICD 203");
  if (brief.head.unsourced === undefined) note("unsourced", "what a value without a source counts as", "judgement");
  const silent = brief.parties.filter((party) => party.influence === undefined && party.role !== "audience");
  noteMany(names, silent, "influence of", "50 on every issue where none is given");
  noteMany(
    names,
    forums.filter((forum) => forum.decisionRule === undefined),
    "decision rule of",
    "consensus",
  );
  noteMany(
    names,
    forums.filter((forum) => forum.gatekeepers === undefined),
    "who can keep items off",
    "every member",
  );
  noteMany(
    names,
    forums.filter((forum) => forum.breakdown === undefined),
    "chance of breakdown of",
    "0 %",
  );
  noteMany(
    names,
    forums.filter((forum) => forum.competence === undefined),
    "competence of",
    "every issue",
  );
  const sure = brief.moves.filter(
    (move) => move.chance === undefined && (move.ifItWorks ?? move.ifItFails) !== undefined,
  );
  noteMany(
    names,
    sure.filter((move) => isOurs(brief, move)),
    "chance of success of",
    "100 %",
  );
  const costs = inputs.inputs.filter((input) => input.key.startsWith("cost ") && input.unknown);
  if (costs.length > 0)
    note(
      costs[0]!.path,
      `cost of disagreement, where none is given (${costs.length} ${costs.length === 1 ? "place" : "places"})`,
      "unknown: exponential, cut at 100, of the mean that the method states",
    );
}

interface Named {
  readonly id: string;
  readonly name?: string;
  readonly path: string;
}

/** One line for all that share a default, at the first of them. */
function noteMany(names: Names, list: readonly Named[], what: string, value: string): void {
  const first = list[0];
  if (first === undefined) return;
  const said = list.map((entry) => entry.name ?? entry.id.replaceAll("-", " "));
  names.inputs.noteDefault(first.path, `${what} ${said.join(", ")}`, value);
}
