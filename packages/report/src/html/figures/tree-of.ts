import type { Path, Step } from "@demarche/core/brief";
import { planMessages } from "../../messages/plan.ts";
import type { ContingencyTree, TreeStep } from "../../svg/contingency-tree.ts";
import type { Paper } from "../paper.ts";
import { allSteps, stepText } from "../step-text.ts";
import { oftenText } from "../world-share.ts";

const words = planMessages.steps;
/** Trunk, branch, branch of a branch: what a reader can hold. Deeper steps stand in the table. */
const deepest = 2;

export function reachedBy(paper: Paper): ReadonlyMap<Path, number> {
  return new Map(paper.findings.steps.map((step) => [step.path, step.reached]));
}

function share(reached: number | undefined): Pick<TreeStep, "reached" | "reachedText"> {
  return reached === undefined ? {} : { reached, reachedText: oftenText(reached) };
}

/** The first step of a branch is reached as often as the branch itself, unless it is a move with a condition of its own. */
function branchShare(steps: readonly Step[], reached: ReadonlyMap<Path, number>): number | undefined {
  const first = steps[0];
  return first === undefined ? undefined : reached.get(first.path);
}

function rowsOf(
  paper: Paper,
  steps: readonly Step[],
  level: number,
  reached: ReadonlyMap<Path, number>,
): readonly TreeStep[] {
  return steps.flatMap((step): readonly TreeStep[] => {
    const row: TreeStep = { kind: step.step, level, text: stepText(paper, step), ...share(reached.get(step.path)) };
    if (step.step !== "if") return [row];
    if (level >= deepest)
      return [row, { kind: "more", level, text: words.more(allSteps([...step.then, ...step.else]).length) }];
    const branch = (name: string, inner: readonly Step[]): readonly TreeStep[] =>
      inner.length === 0
        ? [{ kind: "branch", level: level + 1, text: `${name}: ${words.nothing}` }]
        : [
            { kind: "branch", level: level + 1, text: name, ...share(branchShare(inner, reached)) },
            ...rowsOf(paper, inner, level + 1, reached),
          ];
    return [row, ...branch(words.yes, step.then), ...branch(words.no, step.else)];
  });
}

export function treeOf(paper: Paper): ContingencyTree {
  const steps = rowsOf(paper, paper.index.brief.plan, 0, reachedBy(paper));
  return {
    title: words.title,
    description: words.describe(steps.map((step) => words.describeStep(step.text, step.reachedText)).join("; ")),
    steps,
    words: { reached: words.reached },
  };
}
