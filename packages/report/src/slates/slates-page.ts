/** Slates on a page of their own: the same bytes for the same findings. */
import type { Brief } from "@demarche/core/brief";
import type { SlateFinding } from "@demarche/core/slates";
import type { PageFoot } from "../forums/forums-page.ts";
import { writePage } from "../html/plain-page.ts";
import { slatesMessages as words } from "../messages/slates.ts";
import { element } from "../svg/markup.ts";
import { indexBrief } from "../wording/index.ts";
import { slatesBody } from "./slates-body.ts";

export function writeSlatesPage(brief: Brief, slates: readonly SlateFinding[], foot: PageFoot): string {
  const index = indexBrief(brief);
  const body = slatesBody(slates, {
    index,
    us: brief.head.us ?? "",
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
