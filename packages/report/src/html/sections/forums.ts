import { forumsBody } from "../../forums/forums-body.ts";
import { headings } from "../../messages/headings.ts";
import { markup } from "../../svg/markup.ts";
import type { SectionWriter } from "../paper.ts";

/** Issues that more than one forum could take: what comes of them where, and who decides there. */
export const writeForums: SectionWriter = (paper) => {
  const { forums } = paper.findings;
  if (forums.length === 0) return null;
  const { index, notes } = paper;
  return {
    id: "forums",
    title: headings.forums,
    body: (number) =>
      forumsBody(forums, {
        index,
        computed: notes.computed,
        head: (issue, at) =>
          markup`<h3><span class="count">${`${number}.${at + 1}`}</span> ${index.nameOf(issue)}</h3>`,
      }),
  };
};
