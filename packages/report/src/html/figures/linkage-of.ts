import type { Id } from "@demarche/core/brief";
import { structureMessages } from "../../messages/structure.ts";
import type { LinkageMatrix, LinkSign } from "../../svg/linkage-matrix.ts";
import { issuesOf } from "../condition-facts.ts";
import type { Paper } from "../paper.ts";

const words = structureMessages.linkage;

interface Tie {
  readonly from: Id;
  readonly to: Id;
  readonly sign: LinkSign;
}

function pairs(issues: readonly Id[], sign: LinkSign): readonly Tie[] {
  return issues.flatMap((from) => issues.filter((to) => to !== from).map((to) => ({ from, to, sign })));
}

/** Every tie between two issues: bundles and dependencies both ways, offers and precedents one way. */
function tiesOf(paper: Paper): readonly Tie[] {
  const { links, rules } = paper.index.brief;
  const fromLinks = links.flatMap((link): readonly Tie[] => {
    if (link.kind === "bundle") return pairs(link.issues, "B");
    if (link.kind === "depends") return pairs(link.issues, "D");
    const from = link.if === undefined ? [] : issuesOf(link.if);
    return from.flatMap((issue) => Object.keys(link.offer).map((to) => ({ from: issue, to, sign: "O" as const })));
  });
  const fromRules = rules.flatMap((rule): readonly Tie[] => {
    const to = rule.then.flatMap((effect) =>
      effect.on === "position" || effect.on === "admission" ? (effect.issues ?? []) : [],
    );
    return issuesOf(rule.if).flatMap((from) => to.map((issue) => ({ from, to: issue, sign: "P" as const })));
  });
  return [...fromLinks, ...fromRules].filter((tie) => tie.from !== tie.to);
}

/** Null where no issue is tied to another. */
export function linkageOf(paper: Paper): LinkageMatrix | null {
  const ties = tiesOf(paper);
  if (ties.length === 0) return null;
  const tied = new Set(ties.flatMap((tie) => [tie.from, tie.to]));
  const known = paper.index.ownIssues.map((issue) => issue.id).filter((id) => tied.has(id));
  const issues = [...known, ...[...tied].filter((id) => !known.includes(id))];
  const cells = new Map<string, { row: number; column: number; signs: LinkSign[] }>();
  for (const { from, to, sign } of ties) {
    const row = issues.indexOf(from);
    const column = issues.indexOf(to);
    const key = `${row} ${column}`;
    const cell = cells.get(key) ?? { row, column, signs: [] };
    if (!cell.signs.includes(sign)) cell.signs.push(sign);
    cells.set(key, cell);
  }
  const list = [...cells.values()];
  const used = (["B", "O", "D", "P"] as const).filter((sign) => list.some((cell) => cell.signs.includes(sign)));
  return {
    title: words.title,
    description: words.describe(
      list
        .map((cell) =>
          words.cell(
            paper.index.nameOf(issues[cell.row] ?? ""),
            paper.index.nameOf(issues[cell.column] ?? ""),
            cell.signs.map((sign) => words.signs[sign]).join(", "),
          ),
        )
        .join("; "),
    ),
    issues: issues.map((id, i) => ({
      number: paper.index.numberOf(id) ?? String(i + 1),
      name: paper.index.nameOf(id),
    })),
    cells: list,
    legend: used.map((sign) => ({ sign, text: words.legend[sign] })),
  };
}
