import type { ItemFinding } from "@demarche/core/run";
import { headings } from "../../messages/headings.ts";
import { itemMessages } from "../../messages/items.ts";
import { element, markup, type Piece } from "../../svg/markup.ts";
import { anchor, type Paper, type SectionWriter } from "../paper.ts";
import { siblingLike } from "../sibling.ts";
import { writeItemAnnexes } from "./item-annexes.ts";
import { writeItemFacts } from "./item-facts.ts";
import { writeItemLadder } from "./item-ladder.ts";
import { writeItemReasons, writeObstacles } from "./item-reasons.ts";
import { writeItemSpectrum } from "./item-spectrum.ts";

/** One part for each item: facts, who stands where, the ladder, the reasons, and the analyst's annexes. */
export const writeItems: SectionWriter = (paper) =>
  paper.findings.items.length === 0
    ? null
    : {
        id: "items",
        title: headings.items,
        body: (number) => paper.findings.items.map((item, i) => writeItem(paper, item, `${number}.${i + 1}`)),
      };

function writeItem(paper: Paper, item: ItemFinding, number: string): Piece {
  const id = anchor("item", item.id);
  const issue = paper.index.issues.get(item.id);
  const sibling = siblingLike(paper, item);
  const quote =
    issue?.words !== undefined &&
    markup`<blockquote><p>${issue.words}${paper.notes.sourced(issue.path)}</p></blockquote>`;
  return element(
    "section",
    { class: "item", id, "aria-labelledby": `${id}-h` },
    markup`<h3 id="${`${id}-h`}"><span class="count">${number}</span> ${paper.index.nameOf(item.id)}</h3>`,
    // what the brief says of all instances alike is printed once
    sibling ? likeSibling(paper, sibling) : [quote, writeItemFacts(paper, item)],
    writeItemSpectrum(paper, item),
    writeItemLadder(paper, item),
    sibling ? writeObstacles(paper, item) : writeItemReasons(paper, item),
    writeItemAnnexes(paper, item, sibling === undefined),
  );
}

function likeSibling(paper: Paper, sibling: ItemFinding): Piece {
  const link = markup`<a href="${`#${anchor("item", sibling.id)}`}">${paper.index.nameOf(sibling.id)}</a>`;
  return markup`<p>${itemMessages.likeSibling} ${link}.</p>`;
}
