import type { Id, Issue, Path, Step } from "@demarche/core/brief";
import type { ItemFinding, MoveFinding, PlanFindings } from "@demarche/core/run";
import type { BestPlan } from "@demarche/core/search";
import type { Yardstick } from "@demarche/core/worlds";
import { stepsInOwnWords } from "../best-plan/own-words.ts";
import { recommendedPlan } from "../best-plan/standing.ts";
import { type BriefIndex, indexBrief, type PaperInput } from "../wording/index.ts";
import { type References, startReferences } from "./references.ts";

/** What the builders of one paper share. */
export interface MemoContext {
  readonly index: BriefIndex;
  readonly findings: PlanFindings;
  readonly yardstick: Yardstick;
  readonly references: References;
  /** Findings on items that the brief names, in the order of its agenda. */
  readonly items: readonly ItemFinding[];
  readonly item: (issue: Id) => ItemFinding | undefined;
  readonly move: (move: Id) => MoveFinding | undefined;
  /** What is recommended: the best plan where it is to be followed, else the plan as written. */
  readonly plan: readonly Step[];
  /** The best plan, where it is what is recommended. */
  readonly best: BestPlan | undefined;
  /** The brief names what stands at this path: nothing hidden from its readers is printed from the findings. */
  readonly names: (path: Path) => boolean;
}

/** Everything that the brief gives a path to. */
function collectPaths(value: unknown, found: Set<Path>): void {
  if (Array.isArray(value)) {
    for (const entry of value) collectPaths(entry, found);
  } else if (value !== null && typeof value === "object") {
    const path = (value as { readonly path?: unknown }).path;
    if (typeof path === "string") found.add(path);
    for (const entry of Object.values(value)) collectPaths(entry, found);
  }
}

/** The same for the plan as written, whatever is recommended. */
export function asWritten(context: MemoContext): MemoContext {
  return { ...context, plan: context.index.brief.plan, best: undefined };
}

/** The same with a new register of references: for a build that is thrown away. */
export function withoutReferences(context: MemoContext): MemoContext {
  return { ...context, references: startReferences(context.index) };
}

export function startMemo({ brief, findings }: PaperInput): MemoContext {
  const index = indexBrief(brief);
  const paths = new Set<Path>();
  collectPaths(brief, paths);
  const best = recommendedPlan(index, findings);
  const findingsById = new Map(findings.items.map((item) => [item.id, item]));
  const items = index.ownIssues.map((issue) => findingsById.get(issue.id)).filter((item) => item !== undefined);
  return {
    index,
    findings,
    yardstick: brief.method.yardstick ?? "icd203",
    references: startReferences(index),
    items,
    item: (issue) => findingsById.get(issue),
    move: (move) => (index.moves.has(move) ? findings.plans.without[move] : undefined),
    plan: best === undefined ? brief.plan : stepsInOwnWords(brief.plan, best.steps),
    best,
    names: (path) => {
      const segments = path.split("/");
      for (let length = segments.length; length >= 2; length -= 1) {
        if (paths.has(segments.slice(0, length).join("/"))) return true;
      }
      return segments.length < 2 || segments[0] === "method";
    },
  };
}

/** The position of the party whose brief it is. */
export function ourPosition(context: MemoContext, issue: Issue): Issue["positions"][number] | undefined {
  return issue.positions.find((position) => position.party === context.findings.us);
}
