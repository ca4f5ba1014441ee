import { headings } from "../../messages/headings.ts";
import { slatesBody } from "../../slates/slates-body.ts";
import { markup } from "../../svg/markup.ts";
import type { SectionWriter } from "../paper.ts";

/** Persons and seats: who is acceptable, who is not and because of whom, and what would pay. */
export const writeSlates: SectionWriter = (paper) => {
  const { slates } = paper.findings;
  if (slates.length === 0) return null;
  const { index, notes, us } = paper;
  return {
    id: "slates",
    title: headings.slates,
    body: (number) =>
      slatesBody(slates, {
        index,
        us,
        computed: notes.computed,
        head: (issue, at) =>
          markup`<h3><span class="count">${`${number}.${at + 1}`}</span> ${index.nameOf(issue)}</h3>`,
      }),
  };
};
