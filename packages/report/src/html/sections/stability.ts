import type { StabilityFinding } from "@demarche/core/run";
import { headings } from "../../messages/headings.ts";
import { stabilityMessages as words } from "../../messages/stability.ts";
import { markup, type Piece } from "../../svg/markup.ts";
import { listText, shareText } from "../../wording/index.ts";
import { anchor, type Paper, type SectionWriter } from "../paper.ts";
import { table } from "../table.ts";

/** The heaviest items read as conflicts: who would rather take which settlement than have none. */
export const writeStability: SectionWriter = (paper) => {
  const { stability } = paper.findings;
  if (stability.length === 0) return null;
  return {
    id: "stability",
    title: headings.stability,
    body: (number) => [
      markup`<p>${words.intro}</p>`,
      stability.map((finding, i) => writeItem(paper, finding, i, `${number}.${i + 1}`)),
    ],
  };
};

function writeItem(paper: Paper, finding: StabilityFinding, i: number, number: string): Piece {
  const { index, notes } = paper;
  const name = index.nameOf(finding.issue);
  const optionName = (option: string) =>
    paper.items.get(finding.issue)?.options.find((entry) => entry.id === option)?.title ?? option;
  const at = (field: string) => notes.computed(`/stability/${i}/${field}`);
  return markup`<section class="item" id="${anchor("stability", finding.issue)}"><h3><span class="count">${number}</span> ${name}</h3>
${table({
  caption: markup`${words.caption(name, listText(finding.members.map(index.inProse)), index.nameOf(finding.forum))}${at("settlements")}`,
  columns: [
    { head: words.settlement, width: 34 },
    ...finding.members.map((member) => ({ head: index.nameOf(member), figures: true })),
    { head: words.enough, figures: true },
  ],
  rows: finding.settlements.map((settlement) => ({
    cells: [
      optionName(settlement.option),
      ...finding.members.map((member) => shareText(settlement.willing[member] ?? 0)),
      shareText(settlement.enough),
    ],
  })),
})}
<p>${leaves(paper, finding, optionName)}</p></section>`;
}

/** The settlement that most can live with, and who would rather have none. */
function leaves(paper: Paper, finding: StabilityFinding, optionName: (option: string) => string): string {
  const best = finding.settlements.reduce((a, b) => (b.enough > a.enough ? b : a));
  const against = best.refuses.map(paper.index.inProse);
  return words.best(
    optionName(best.option),
    shareText(best.enough),
    against.length === 0 ? undefined : listText(against),
  );
}
