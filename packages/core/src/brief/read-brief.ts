/** Text to brief: decoding, YAML, names, words, and the checks of the whole. */
import type { Brief } from "./brief.ts";
import { buildAgenda } from "./build/agenda.ts";
import { checkAsOf } from "./check/as-of.ts";
import { checkAskedFor } from "./check/asked-for.ts";
import { checkForumCycles } from "./check/forum-cycles.ts";
import { checkMoveCycles } from "./check/move-cycles.ts";
import { checkObserved } from "./check/observed.ts";
import { checkPlanBranches } from "./check/plan-branches.ts";
import { checkPlanMoves } from "./check/plan-moves.ts";
import { checkPointsGiven } from "./check/points-given.ts";
import { checkRuleCycles } from "./check/rule-cycles.ts";
import type { Desk } from "./desk.ts";
import { openDesk } from "./desk.ts";
import type { Diagnostic, Locate } from "./diagnostic.ts";
import type { CitedAt, Reader } from "./forms/form.ts";
import { collectNames } from "./names/collect-names.ts";
import { takeText } from "./text/take-text.ts";
import type { Node } from "./tree/node.ts";
import { childOf, entryOf } from "./tree/node.ts";
import { parseTree } from "./tree/parse-tree.ts";
import { briefForm } from "./words/brief-form.ts";

export interface ReadResult {
  /** Absent where any diagnostic is an error. */
  readonly brief?: Brief;
  /** In the order of the file. */
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: Locate;
  /** The text as read; up to the first byte that cannot be, where the file is not UTF-8. */
  readonly text: string;
}

/** Reads a brief. Bad input gives diagnostics and never throws. */
export function readBrief(source: string | Uint8Array, { file }: { readonly file: string }): ReadResult {
  const taken = takeText(source);
  const desk = openDesk(taken.text, file);
  for (const { code, at, message, hint } of taken.problems) desk.report(code, at, message, hint);
  const root = taken.problems.length === 0 ? parseTree(desk) : undefined;
  const brief = root === undefined ? undefined : readTree(root, desk);
  const diagnostics = [...desk.diagnostics].sort(
    (a, b) => a.place.line - b.place.line || a.place.column - b.place.column,
  );
  const sound = brief !== undefined && diagnostics.every(({ severity }) => severity !== "error");
  return { ...(sound ? { brief } : {}), diagnostics, locate: desk.locate, text: taken.text };
}

function readTree(root: Node, desk: Desk): Brief | undefined {
  if (root.kind !== "map") {
    desk.report(
      "wrong-form",
      root.span,
      "A brief is a mapping of its words; this is something else.",
      "Begin with `demarche: 1`.",
    );
    return undefined;
  }
  const version = entryOf(root, "demarche");
  if (version?.value.kind === "scalar" && version.value.text !== "1") {
    // Another version may mean other words: nothing else that could be said of the file would help.
    desk.report(
      "version",
      version.value.span,
      `This brief is written in version \`${version.value.text}\` of the language.`,
      "This program reads `demarche: 1`.",
    );
    return undefined;
  }
  const citations: CitedAt[] = [];
  const names = collectNames(desk, root);
  const yardstick = childOf(childOf(root, "method"), "yardstick");
  const reader: Reader = {
    desk,
    names,
    citations,
    feeds: true,
    yardstick: yardstick?.kind === "scalar" && yardstick.text === "phia" ? "phia" : "icd203",
  };
  const read = briefForm.read(root, "", reader);
  if (read === undefined) return undefined;
  const {
    method,
    sources,
    parties,
    blocs,
    terms,
    forums,
    assumptions,
    beliefs,
    agenda,
    othersWillTable,
    goals,
    links,
    rules,
    moves,
    plan,
    otherPlans,
    forecasts,
    observed,
    ...head
  } = read;
  const brief: Brief = {
    head,
    method: method ?? { path: "method" },
    sources: sources ?? [],
    parties,
    blocs: blocs ?? [],
    terms: terms ?? [],
    forums: forums ?? [],
    assumptions: assumptions ?? [],
    beliefs: beliefs ?? [],
    agenda: buildAgenda(agenda, reader, "agenda"),
    othersWillTable: buildAgenda(othersWillTable ?? [], reader, "others will table"),
    ...(othersWillTable?.length === 0 ? { othersTableNothing: true } : {}),
    goals: goals ?? [],
    links: links ?? [],
    rules: rules ?? [],
    moves: moves ?? [],
    plan: plan ?? [],
    otherPlans: (otherPlans ?? []).map(({ id, value, path }) => ({ id, steps: value, path })),
    forecasts: forecasts ?? [],
    observed: observed ?? [],
  };
  checkAsOf(brief, citations, desk);
  checkForumCycles(brief, desk);
  checkRuleCycles(brief, desk);
  checkMoveCycles(brief, desk);
  checkPlanBranches(brief, desk);
  checkPlanMoves(brief, desk);
  checkPointsGiven(brief, desk);
  checkObserved(brief, citations, desk);
  checkAskedFor(brief, desk, entryOf(root, "others will table") !== undefined);
  return brief;
}
