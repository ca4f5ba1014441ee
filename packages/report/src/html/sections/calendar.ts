import { headings } from "../../messages/headings.ts";
import { planMessages } from "../../messages/plan.ts";
import { layOutForumTimeline } from "../../svg/forum-timeline.ts";
import { markup } from "../../svg/markup.ts";
import { figure } from "../figure.ts";
import { datedRows, timelineOf } from "../figures/timeline-of.ts";
import type { SectionWriter } from "../paper.ts";
import { table } from "../table.ts";
import { forumTable } from "./forum-table.ts";

const words = planMessages.calendar;

/** Forums, moves, expiries and due dates on one line. */
export const writeCalendar: SectionWriter = (paper) => {
  const timeline = timelineOf(paper);
  if (!timeline && paper.index.brief.forums.length === 0) return null;
  return {
    id: "calendar",
    title: headings.calendar,
    body: () => [
      timeline &&
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
      forumTable(paper),
    ],
  };
};
