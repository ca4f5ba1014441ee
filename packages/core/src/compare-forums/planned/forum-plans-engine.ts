/** The best plan found with each issue before each forum that could take it, as an engine: a task a few issues. */
import type { Brief } from "../../brief/brief.ts";
import type { Model } from "../../model/model.ts";
import type { Engine } from "../../run/engine.ts";
import type { Contradiction } from "../../run/findings.ts";
import { candidatesOf } from "../../search/candidates.ts";
import type { Candidates } from "../candidates.ts";
import { type ForumQuestion, prepareComparison } from "../prepare.ts";
import type { ForumPlanSettings } from "./budget.ts";
import { ForumPlanner, type ForumPlans } from "./plan-forums.ts";

export interface ForumPlansTask {
  readonly kind: "forum plans";
  readonly questions: readonly number[];
}
export type ForumPlansEngine = Engine<ForumPlansTask, readonly ForumPlans[], readonly ForumPlans[]>;

/** `model` is the brief's, with `us`. Without a move, or an issue with more than one forum, there is nothing to do. */
export function createForumPlansEngine(
  brief: Brief,
  model: Model,
  contradictions: readonly Contradiction[],
  settings: ForumPlanSettings,
  question: ForumQuestion = {},
): ForumPlansEngine {
  const comparing = prepareComparison(brief, model, question);
  const { moves } = candidatesOf(brief, model, contradictions);
  // Made once a runner: what has been tabulated for one issue serves another.
  let planner: ForumPlanner | undefined;
  return {
    tasks:
      moves.length === 0 ? [] : inGroups(comparing.questions).map((questions) => ({ kind: "forum plans", questions })),
    step(task) {
      planner ??= new ForumPlanner(brief, comparing, moves, settings);
      return planner.plan(task.questions.map((k) => comparing.questions[k]!));
    },
    merge: (parts) => parts.flat(),
  };
}

/** Forums planned for in one task, about: issues looked at together share worlds and what is the same wherever they lie. */
const forumsInTask = 8;

/** Issues with several forums by number, cut into runs of about as many forums. */
function inGroups(questions: readonly Candidates[]): number[][] {
  const several = [...questions.keys()].filter((k) => questions[k]!.forums.length > 1);
  const forums = several.reduce((n, k) => n + questions[k]!.forums.length, 0);
  const groups = Array.from({ length: Math.max(1, Math.round(forums / forumsInTask)) }, (): number[] => []);
  let before = 0;
  for (const k of several) {
    const own = questions[k]!.forums.length;
    groups[Math.floor(((before + own / 2) / forums) * groups.length)]!.push(k);
    before += own;
  }
  return groups.filter((group) => group.length > 0);
}
