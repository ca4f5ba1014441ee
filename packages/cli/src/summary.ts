import type { PlanFindings } from "@demarche/core/run";
import type { SummaryWords } from "@demarche/report";
import { barOf } from "./bars.ts";
import { fitted, wrapped } from "./lines.ts";
import type { Terminal } from "./terminal.ts";

export interface SummaryPlace {
  /** Shown as the person wrote it. */
  readonly folder: string;
  readonly papers: readonly string[];
  /** One line on warnings and notes; absent where there are none. */
  readonly remark?: string;
}

type Item = PlanFindings["items"][number];
const barWidth = 20;
/** Widths of the columns of chances: our ask or better; with the fallbacks. */
const percentWidths = [7, 13] as const;
const fewestItems = 5;

/** The plan on one screen: agenda with chances, three findings, the best plan, where the papers are. */
export function printSummary(
  terminal: Terminal,
  findings: PlanFindings,
  words: SummaryWords,
  place: SummaryPlace,
): void {
  const { columns, rows, unicode } = terminal;
  const found = [
    ...words.findingsThatMatter.flatMap((finding, at) => numbered(at + 1, finding, columns)),
    ...(words.bestPlan === undefined ? [] : wrapped(words.bestPlan, columns)),
  ];
  const last = [
    ...wrapped(`Papers in ${place.folder}: ${place.papers.join(", ")}`, columns),
    ...(place.remark === undefined ? [] : wrapped(place.remark, columns)),
  ];
  // Besides: the title, the head of the table, the line on what is left out, a blank line, the shell's next prompt.
  const room = rows - (found.length + last.length + 5);
  const shown = weightiest(findings.items, Math.max(fewestItems, room));
  const numberWidth = Math.max(0, ...shown.map(({ id }) => words.numberOf(id).length)) + 1;
  const nameWidth = columns - numberWidth - barWidth - percentWidths[0] - percentWidths[1] - 1;

  terminal.print(fitted(words.title, columns, unicode).trimEnd(), "strong");
  const head = `${"ask".padStart(percentWidths[0])}${"or fallback".padStart(percentWidths[1])}`;
  terminal.print(`${fitted(legend(unicode), columns - head.length, unicode)}${head}`, "faint");
  for (const item of shown) {
    const rungs = item.rungs.reduce((sum, { chance }) => sum + chance, 0);
    const bar = barOf([item.ask.chance, rungs, item.worse.chance], barWidth, unicode);
    const percents = percentWidths.map((width, at) =>
      words.percentOf(item.ask.chance + (at === 0 ? 0 : rungs)).padStart(width),
    );
    const name = fitted(words.nameOf(item.id), nameWidth, unicode);
    terminal.print(`${fitted(words.numberOf(item.id), numberWidth, unicode)}${name} ${bar}${percents.join("")}`);
  }
  const rest = findings.items.length - shown.length;
  terminal.print(rest === 0 ? "" : `and ${rest} more in the report, which weigh less with us`, "faint");
  for (const line of found) terminal.print(line);
  terminal.print("");
  for (const line of last) terminal.print(line);
}

function legend(unicode: boolean): string {
  const [ask, rung, worse, none] = unicode ? ["█", "▓", "▒", "·"] : ["#", "=", "-", "."];
  return `${ask} our ask or better  ${rung} a fallback  ${worse} worse  ${none} nothing`;
}

/** As many of the finding's sentences as stand on two lines, one at least: the report has the rest. */
function numbered(number: number, finding: string, columns: number): readonly string[] {
  const lead = `${number}. `;
  const sentences = finding.split(/(?<=[.!?]) (?=\p{Lu}|‘)/u);
  let lines: readonly string[] = [];
  for (let count = 1; count <= sentences.length; count++) {
    const longer = wrapped(sentences.slice(0, count).join(" "), columns - lead.length);
    if (count > 1 && longer.length > 2) break;
    lines = longer;
  }
  return lines.map((line, at) => `${at === 0 ? lead : " ".repeat(lead.length)}${line}`);
}

/** The items that weigh most with us, in the order of the agenda. */
function weightiest(items: readonly Item[], most: number): readonly Item[] {
  const chosen = new Set([...items].sort((a, b) => b.weight - a.weight).slice(0, most));
  return items.filter((item) => chosen.has(item));
}
