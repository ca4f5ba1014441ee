import { contextMessages } from "../../messages/context.ts";
import { markup } from "../../svg/markup.ts";
import { conditionText, dateText } from "../../wording/index.ts";
import type { SectionWriter } from "../paper.ts";
import { bullets } from "../table.ts";

const words = contextMessages.observed;

/** Day two: what has been observed, from which the plan was worked out afresh. */
export const writeObserved: SectionWriter = (paper) => {
  const { observed } = paper.index.brief;
  if (observed.length === 0) return null;
  return {
    id: "observed",
    title: words.title,
    body: () => [
      markup`<p>${words.intro}</p>`,
      bullets(
        observed.map((entry) => {
          const date = entry.date === undefined ? words.undated : dateText(entry.date);
          return markup`${words.line(date, conditionText(paper.index, entry.fact))}${paper.notes.sourced(entry.path)}`;
        }),
      ),
    ],
  };
};
