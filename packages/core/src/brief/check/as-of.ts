/** Nothing later than the as-of date may feed a run: a citation's own date and the day it reached us are compared with it. */
import { asOf } from "../as-of.ts";
import type { Brief, DateSpan, Source } from "../brief.ts";
import type { Desk } from "../desk.ts";
import type { CitedAt } from "../forms/form.ts";
import { whenText } from "../when-text.ts";

const BELONGS = "What was known only afterwards belongs under `later`.";

export function checkAsOf(brief: Brief, citations: readonly CitedAt[], desk: Desk): void {
  const sources = new Map(brief.sources.map((source) => [source.id, source]));
  const limit = asOf(brief);
  const named = new Set<string>();
  for (const cited of citations) {
    const source = sources.get(cited.source);
    if (source === undefined) continue;
    if (cited.feeds) checkDates(cited, source, limit, desk);
    if (cited.feeds && source.missing === true && !named.has(source.id)) {
      named.add(source.id);
      desk.report(
        "source-missing",
        cited.span,
        `\`${source.id}\` is cited, but not at hand.`,
        "Say in a `note` how it is known, or obtain it.",
        { path: cited.path, other: desk.spanOf(source.path) },
      );
    }
  }
}

function checkDates(cited: CitedAt, source: Source, limit: DateSpan | undefined, desk: Desk): void {
  const passage = source.passages?.find(({ label }) => label === cited.passage);
  const what = cited.passage === undefined ? `\`${source.id}\`` : `\`${source.id}#${cited.passage}\``;
  const reached = passage?.reachedUs ?? source.reachedUs;
  const date = passage?.date ?? source.date;
  const other = desk.spanOf(passage?.path ?? source.path);
  if (reached === "never")
    desk.report("never-reached-us", cited.span, `${what} never reached us, so it cannot feed the plan.`, BELONGS, {
      path: cited.path,
      other,
    });
  if (limit?.to === undefined) return;
  if (date?.to !== undefined && date.to > limit.to)
    desk.report(
      "cited-after-date",
      cited.span,
      `${what} is of ${date.text}, after the brief's date, ${limit.text}.`,
      BELONGS,
      { path: cited.path, other },
    );
  else if (reached !== undefined && reached !== "never" && reached.to !== undefined && reached.to > limit.to)
    desk.report(
      "cited-after-date",
      cited.span,
      `${what} reached us ${whenText(reached)}, after the brief's date, ${limit.text}.`,
      BELONGS,
      { path: cited.path, other },
    );
}
