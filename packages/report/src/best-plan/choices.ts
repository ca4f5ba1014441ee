/** The choices of the best plan, out of the trees of its parts. */
import { type Brief, type Condition, type Id, parseCondition } from "@demarche/core/brief";
import type { BestPlan, ChoiceFinding, PlanTree } from "@demarche/core/search";

export interface Choice {
  readonly move: Id;
  /** Of the worlds, 0..1. */
  readonly share: number;
  readonly why: ChoiceFinding;
  /** What has been seen where the choice stands, outermost first. */
  readonly seen: readonly Condition[];
  /** Where it stands in the findings, as a JSON pointer. */
  readonly pointer: string;
}

/** Every choice, part after part, in the order of the trees. */
export function choicesOf(brief: Brief, best: BestPlan): readonly Choice[] {
  return best.parts.flatMap(({ tree }, p) => inTree(brief, tree, [], `/plans/best/parts/${p}/tree`));
}

function inTree(brief: Brief, tree: PlanTree, seen: readonly Condition[], pointer: string): readonly Choice[] {
  const { move, why, share } = tree;
  const own: readonly Choice[] = move === undefined || why === undefined ? [] : [{ move, share, why, seen, pointer }];
  const inner = tree.branches.flatMap(({ next }, b) =>
    inTree(brief, next, [...seen, ...branchCondition(brief, tree, b)], `${pointer}/branches/${b}/next`),
  );
  return [...own, ...inner];
}

/** What is seen on a branch: its own condition, or that none of the others holds; nothing where there is but one. */
export function branchCondition(brief: Brief, tree: PlanTree, branch: number): readonly Condition[] {
  const on = tree.branches[branch]!.on;
  if (on === "") return [];
  if (on !== "else") return [conditionOf(brief, on)];
  const others = tree.branches.filter((other) => other.on !== "else").map((other) => conditionOf(brief, other.on));
  const only = others[0];
  if (only === undefined) return [];
  return [{ op: "not", part: others.length === 1 ? only : { op: "or", parts: others } }];
}

/** @throws Error where the findings name a condition that the brief does not know: they are another brief's */
export function conditionOf(brief: Brief, text: string): Condition {
  const { condition } = parseCondition(text, brief);
  if (condition === undefined) throw new Error(`the best plan branches on "${text}", which this brief does not know`);
  return condition;
}

/** Moves that a tree may come to make, once each, in its order. */
export function movesInTree(tree: PlanTree): readonly Id[] {
  const inner = tree.branches.flatMap(({ next }) => movesInTree(next));
  return [...new Set(tree.move === undefined ? inner : [tree.move, ...inner])];
}
