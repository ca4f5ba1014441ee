import { asOf } from "@demarche/core/brief";
import { writeBestPlan } from "../best-plan/best-plan-section.ts";
import { bestPlanOf, summaryLine } from "../best-plan/standing.ts";
import { writeChanged } from "../day-two/changed-section.ts";
import { writeOutcomeModels } from "../forecast/outcome-models-section.ts";
import { bestPlanMessages } from "../messages/best-plan.ts";
import { headings } from "../messages/headings.ts";
import { summaryMessages } from "../messages/summary.ts";
import { element, type Markup, markup, type Piece, styleElement } from "../svg/markup.ts";
import { writeValues } from "../values/values-section.ts";
import { dateText, type PaperInput } from "../wording/index.ts";
import { findingsThatMatter } from "./findings-that-matter.ts";
import { objectiveLines } from "./objective.ts";
import { openPaper, type Paper, type SectionWriter } from "./paper.ts";
import { writeAgreement } from "./sections/agreement.ts";
import { writeAssumptions } from "./sections/assumptions.ts";
import { writeCalendar } from "./sections/calendar.ts";
import { writeConditionals } from "./sections/conditionals.ts";
import { writeContradictions } from "./sections/contradictions.ts";
import { writeDisclosure } from "./sections/disclosure.ts";
import { writeForecasts } from "./sections/forecasts.ts";
import { writeForums } from "./sections/forums.ts";
import { writeGlance } from "./sections/glance.ts";
import { writeGoals } from "./sections/goals.ts";
import { writeItems } from "./sections/items.ts";
import { writeLinkage } from "./sections/linkage.ts";
import { writeMethod } from "./sections/method.ts";
import { writeMoves } from "./sections/moves.ts";
import { writeOthers } from "./sections/others.ts";
import { writePayoffs } from "./sections/payoffs.ts";
import { writeSlates } from "./sections/slates.ts";
import { writeSources } from "./sections/sources.ts";
import { writeStability } from "./sections/stability.ts";
import { writeStances } from "./sections/stances.ts";
import { writeSteps } from "./sections/steps.ts";
import { writeTerms } from "./sections/terms.ts";
import { writeTrade } from "./sections/trade.ts";
import { writeUnknowns } from "./sections/unknowns.ts";
import { styleSheet } from "./style.ts";
import { definitions } from "./table.ts";

const writers: readonly SectionWriter[] = [
  writeGlance,
  writeChanged,
  writeItems,
  writeStances,
  writeLinkage,
  writeTrade,
  writeAgreement,
  writeStability,
  writeForums,
  writeSlates,
  writeSteps,
  writeBestPlan,
  writeCalendar,
  writeMoves,
  writeValues,
  writeConditionals,
  writeAssumptions,
  writeContradictions,
  writeUnknowns,
  writeOthers,
  writeDisclosure,
  writeGoals,
  writeForecasts,
  writeOutcomeModels,
  writePayoffs,
  writeTerms,
  writeSources,
  writeMethod,
];

/**
 * The report as one HTML file: no script, nothing fetched, readable in light, dark and print. The same input gives the
 * same bytes; no author, no time of writing.
 */
export function writeReport(input: PaperInput): string {
  const paper = openPaper(input);
  const { head } = input.brief;
  const title = head.title ?? summaryMessages.untitled;
  // written in the order in which it is read, so that notes are numbered in that order
  const summary = writeSummary(paper);
  const sections = writers.flatMap((write) => write(paper) ?? []);
  const bodies = sections.map((section, i) => {
    const number = String(i + 1);
    return element(
      "section",
      { id: section.id, "aria-labelledby": `${section.id}-h` },
      markup`<h2 id="${`${section.id}-h`}"><span class="count">${number}</span> ${section.title}</h2>`,
      section.body(number),
    );
  });
  const contents = [
    ...sections.map(({ id, title: name }, i) => ({ id, name, number: String(i + 1) })),
    { id: "notes", name: headings.notes, number: "" },
  ];
  const page = markup`<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
${styleElement(styleSheet(head.marking ?? ""))}
</head>
<body>
<a class="skip" href="#text">${summaryMessages.skip}</a>
<div class="sheet">
${writeHead(paper, title)}
<main id="text" tabindex="-1">
${summary}
${writeContents(contents)}
${bodies}
<section id="notes" aria-labelledby="notes-h"><h2 id="notes-h">${headings.notes}</h2>${paper.notes.list()}</section>
</main>
<footer>${markingLine(head.marking)}</footer>
</div>
</body>
</html>
`;
  return `<!doctype html>\n${page.text}`;
}

function markingLine(marking: string | undefined): Piece {
  return marking === undefined ? undefined : markup`<p class="marking">${marking}</p>`;
}

function writeHead(paper: Paper, title: string): Markup {
  const words = summaryMessages;
  const { head } = paper.index.brief;
  const date = asOf(paper.index.brief);
  const person = (who: { readonly name: string; readonly office?: string } | undefined) =>
    who === undefined ? undefined : who.office === undefined ? who.name : `${who.name}, ${who.office}`;
  return markup`<header class="head">${markingLine(head.marking)}<p class="kind">${words.paper}</p><h1>${title}</h1>${definitions(
    [
      [words.to, person(head.to)],
      [words.from, person(head.from)],
      [words.us, paper.index.nameOf(paper.us)],
      [words.for, head.forum === undefined ? undefined : paper.index.nameOf(head.forum)],
      [words.date, date === undefined ? undefined : dateText(date)],
      [words.copy, "………"],
    ],
    "address",
  )}</header>`;
}

function writeSummary(paper: Paper): Markup {
  const findings = findingsThatMatter(paper);
  return markup`<div class="summary"><section aria-labelledby="objective-h"><h2 id="objective-h">${headings.objective}</h2>${objectiveLines(
    paper,
  ).map((line) => markup`<p>${line}</p>`)}</section>
<section aria-labelledby="findings-h"><h2 id="findings-h">${headings.findings}</h2><ol>${findings.map(
    (finding) =>
      markup`<li>${finding.text} <a class="more" href="${`#${finding.section}`}">${summaryMessages.finding.link}</a></li>`,
  )}</ol>${bestLine(paper)}</section></div>`;
}

/** Whether the plan as written should be followed is told on the first page. */
function bestLine({ index, findings, notes }: Paper): Piece {
  const best = bestPlanOf(index, findings);
  if (best === undefined) return undefined;
  return markup`<p>${summaryLine(index, best)}${notes.computed("/plans/best/overAsWritten")} <a class="more" href="#best-plan">${bestPlanMessages.summary.link}</a></p>`;
}

function writeContents(
  entries: readonly { readonly id: string; readonly name: string; readonly number: string }[],
): Markup {
  return markup`<nav class="contents" aria-labelledby="contents-h"><h2 id="contents-h">${headings.contents}</h2><ol>${entries.map(
    ({ id, name, number }) => markup`<li><span class="count">${number}</span><a href="${`#${id}`}">${name}</a></li>`,
  )}</ol></nav>`;
}
