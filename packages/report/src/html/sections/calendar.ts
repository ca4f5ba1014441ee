import { headings } from "../../messages/headings.ts";
import { planMessages } from "../../messages/plan.ts";
import { layOutForumTimeline } from "../../svg/forum-timeline.ts";
import { markup } from "../../svg/markup.ts";
import { conditionText } from "../../wording/index.ts";
import { figure } from "../figure.ts";
import { datedRows, timelineOf } from "../figures/timeline-of.ts";
import type { SectionWriter } from "../paper.ts";
import { table } from "../table.ts";

const words = planMessages.calendar;

/** Forums, moves, expiries and due dates on one line. */
export const writeCalendar: SectionWriter = (paper) => {
  const timeline = timelineOf(paper);
  if (!timeline) return null;
  return {
    id: "calendar",
    title: headings.calendar,
    body: () => {
      const ending = paper.index.brief.forums.filter((forum) => forum.endsIf !== undefined);
      return [
        figure(
          "timeline",
          markup`${words.caption}.`,
          (place) => layOutForumTimeline(place, timeline),
          table({
            caption: words.tableCaption,
            look: "data",
            columns: [{ head: words.what }, { head: words.kind }, { head: words.dates }],
            rows: datedRows(paper).map((row) => ({ cells: [row.name, words.kinds[row.kind], row.dates] })),
          }),
        ),
        ending.map(
          (forum) =>
            forum.endsIf &&
            markup`<p>${words.ends(paper.index.nameOf(forum.id), conditionText(paper.index, forum.endsIf))}${paper.notes.sourced(forum.path)}</p>`,
        ),
      ];
    },
  };
};
