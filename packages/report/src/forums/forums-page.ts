/** Forums compared on a page of their own: the same bytes for the same findings. */
import type { Brief } from "@demarche/core/brief";
import type { ForumComparison } from "@demarche/core/compare-forums";
import { writePage } from "../html/plain-page.ts";
import { forumsMessages as words } from "../messages/forums.ts";
import { element } from "../svg/markup.ts";
import { indexBrief } from "../wording/index.ts";
import { forumsBody } from "./forums-body.ts";

export interface PageFoot {
  readonly version: string;
  readonly seed: number;
}

export function writeForumsPage(brief: Brief, comparisons: readonly ForumComparison[], foot: PageFoot): string {
  const index = indexBrief(brief);
  const body = forumsBody(comparisons, {
    index,
    computed: () => undefined,
    head: (issue) => element("h2", {}, index.nameOf(issue)),
  });
  return writePage(
    words.page.kind,
    brief.head.title ?? words.page.untitled,
    body,
    words.page.foot(foot.version, foot.seed),
  );
}
