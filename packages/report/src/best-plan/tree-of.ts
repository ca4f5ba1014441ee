/** The trees of the best plan's parts as one picture. */
import type { Id } from "@demarche/core/brief";
import type { BestPlan, PlanPartFinding, PlanTree } from "@demarche/core/search";
import type { Paper } from "../html/paper.ts";
import { oftenText, worldsText } from "../html/world-share.ts";
import { bestPlanMessages } from "../messages/best-plan.ts";
import type { PlanTreePicture, PlanTreeRow } from "../svg/plan-tree.ts";
import { capitalise, conditionText, listText, pointsShort, quoted } from "../wording/index.ts";
import { choiceVerdict } from "./choice-texts.ts";
import { conditionOf, movesInTree } from "./choices.ts";

const words = bestPlanMessages.tree;
/** Trunk, branch, branch of a branch: what a reader can hold. The table of choices has the rest. */
const deepest = 2;

/** Null where the plan makes no move. */
export function bestTreeOf(paper: Paper, best: BestPlan): PlanTreePicture | null {
  const parts = best.parts.filter(({ tree }) => movesInTree(tree).length > 0);
  const rows = parts.flatMap((part) => [partRow(paper, part), ...rowsOf(paper, part.tree, 0)]);
  if (rows.length === 0) return null;
  return {
    title: words.title,
    description: words.describe(
      rows
        .map((row) =>
          words.describeStep(row.text, row.worth, row.reached === undefined ? undefined : worldsText(row.reached)),
        )
        .join("; "),
    ),
    rows,
    words: { worth: words.worth, reached: words.reached },
    ...(rows.some(({ worth }) => worth === words.luck) ? { note: words.luckNote } : {}),
  };
}

function partRow({ index }: Paper, { items }: PlanPartFinding): PlanTreeRow {
  const names = (ids: readonly Id[]) => listText(ids.map((id) => quoted(index.nameOf(id))));
  return { kind: "part", level: 0, text: items.length === 0 ? words.concernsNone : words.concerns(names(items)) };
}

function share(tree: PlanTree): Pick<PlanTreeRow, "reached" | "reachedText"> {
  return { reached: tree.share, reachedText: oftenText(tree.share) };
}

function rowsOf(paper: Paper, tree: PlanTree, level: number): readonly PlanTreeRow[] {
  const { move, looksAt, why, branches } = tree;
  const { nameOf } = paper.index;
  if (move === undefined && looksAt === undefined) return [];
  const own: PlanTreeRow = {
    kind: move === undefined ? "if" : "do",
    level,
    text: move === undefined ? words.look(quoted(nameOf(looksAt!))) : nameOf(move),
    ...(why === undefined
      ? {}
      : { worth: choiceVerdict(why.worth) === "unclear" ? words.luck : pointsShort(why.worth.value) }),
    ...share(tree),
  };
  const only = branches.length === 1 ? branches[0] : undefined;
  // nothing hangs on the answer: the question is not asked
  if (only !== undefined) return [...(move === undefined ? [] : [own]), ...rowsOf(paper, only.next, level)];
  if (level >= deepest) {
    const more = new Set(branches.flatMap(({ next }) => movesInTree(next))).size;
    return more === 0 ? [own] : [own, { kind: "more", level, text: words.more(more) }];
  }
  return [own, ...branches.flatMap(({ on, next }) => branchRows(paper, on, next, level + 1))];
}

function branchRows(paper: Paper, on: string, next: PlanTree, level: number): readonly PlanTreeRow[] {
  const { index } = paper;
  const name = on === "else" ? words.otherwise : capitalise(conditionText(index, conditionOf(index.brief, on)));
  const inner = rowsOf(paper, next, level);
  const text = inner.length === 0 ? words.branch(name, words.nothing) : name;
  return [{ kind: "branch", level, text, ...share(next) }, ...inner];
}
