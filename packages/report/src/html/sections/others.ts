import type { AgendaNode, Issue } from "@demarche/core/brief";
import { headings } from "../../messages/headings.ts";
import { registerMessages } from "../../messages/register.ts";
import { markup } from "../../svg/markup.ts";
import { asSentence, chanceInputText, listText, messages } from "../../wording/index.ts";
import type { SectionWriter } from "../paper.ts";
import { table } from "../table.ts";

const words = registerMessages.others;

function issuesIn(nodes: readonly AgendaNode[]): readonly Issue[] {
  return nodes.flatMap((node) => (node.type === "issue" ? [node] : issuesIn(node.items)));
}

/** What the others will table and our answer; where the brief says nothing of it, that is said. */
export const writeOthers: SectionWriter = (paper) => ({
  id: "others",
  title: headings.others,
  body: () => {
    const { index, notes } = paper;
    const issues = issuesIn(index.brief.othersWillTable);
    if (issues.length === 0)
      return markup`<p>${index.brief.othersTableNothing === true ? words.nothing : words.none}</p>`;
    return table({
      caption: `${words.caption}.`,
      columns: [
        { head: words.item, width: 40 },
        { head: words.by, width: 24 },
        { head: words.chance, width: 16 },
        { head: words.answer, width: 20 },
      ],
      rows: issues.map((issue) => ({
        cells: [
          markup`<span class="number">${index.numberOf(issue.id) ?? ""}</span> ${index.nameOf(issue.id)}${notes.sourced(issue.path)}${
            issue.note !== undefined && markup`<div class="why">${asSentence(issue.note)}</div>`
          }`,
          issue.by === undefined ? words.nobody : listText(issue.by.map(index.nameOf)),
          issue.chance === undefined ? messages.unknown : chanceInputText(issue.chance.value),
          issue.answer === undefined || issue.answer === "unknown"
            ? markup`<strong class="red">${words.unknown}</strong>`
            : words.answers[issue.answer],
        ],
      })),
    });
  },
});
