import type { PlanFindings } from "@demarche/core/run";
import { barOf } from "./bars.ts";
import { fitted, wrapped } from "./lines.ts";
import type { Terminal } from "./terminal.ts";

/** What the words of a summary come from: the papers' own wording, so that screen and paper agree. */
export interface SummaryWords {
  readonly title: string;
  /** Number of an item as the papers print it: "3(a)". */
  readonly numberOf: (item: string) => string;
  readonly nameOf: (item: string) => string;
  /** A chance 0..1 as printed: "35 %". */
  readonly percentOf: (chance: number) => string;
  readonly findingsThatMatter: readonly string[];
}
export interface SummaryPlace {
  /** Shown as the person wrote it. */
  readonly folder: string;
  readonly papers: readonly string[];
  /** One line on warnings and notes; absent where there are none. */
  readonly remark?: string;
}

type Item = PlanFindings["items"][number];
const barWidth = 20;
const percentWidth = 9;
const fewestItems = 5;

/** The plan on one screen: agenda with chances, three findings, where the papers are. */
export function printSummary(
  terminal: Terminal,
  findings: PlanFindings,
  words: SummaryWords,
  place: SummaryPlace,
): void {
  const width = terminal.columns;
  const found = words.findingsThatMatter.flatMap((finding, at) => {
    const [first = "", ...rest] = wrapped(finding, width - 3);
    return [`${at + 1}. ${first}`, ...rest.map((line) => `   ${line}`)];
  });
  const files = wrapped(`Papers in ${place.folder}: ${place.papers.join(", ")}`, width);
  const last = place.remark === undefined ? files : [...files, ...wrapped(place.remark, width)];
  // Title, head and legend; a blank line and the line of items left out; a blank line; the shell's next prompt.
  const room = terminal.rows - (3 + 2 + found.length + 1 + last.length + 1);
  const shown = weightiest(findings.items, Math.max(fewestItems, room));

  terminal.print(fitted(words.title, width).trimEnd(), "strong");
  const [ask = "", rung = "", worse = ""] = terminal.unicode ? ["█", "▓", "▒"] : ["#", "=", "-"];
  terminal.print(
    `${ask} our ask or better  ${rung} a rung of our ladder  ${worse} worse  ${terminal.unicode ? "·" : "."} nothing`,
    "faint",
  );
  const numberWidth = Math.max(...shown.map(({ id }) => words.numberOf(id).length)) + 1;
  const nameWidth = width - numberWidth - barWidth - 2 * percentWidth - 1;
  terminal.print(
    `${" ".repeat(numberWidth)}${fitted("", nameWidth)} ${" ".repeat(barWidth)}${"ask".padStart(percentWidth)}${"or rung".padStart(percentWidth)}`,
    "faint",
  );
  for (const item of shown) {
    const rungs = item.rungs.reduce((sum, { chance }) => sum + chance, 0);
    const bar = barOf([item.ask.chance, rungs, item.worse.chance], barWidth, terminal.unicode);
    const percents = [item.ask.chance, item.ask.chance + rungs].map((chance) =>
      words.percentOf(chance).padStart(percentWidth),
    );
    terminal.print(
      `${fitted(words.numberOf(item.id), numberWidth)}${fitted(words.nameOf(item.id), nameWidth)} ${bar}${percents.join("")}`,
    );
  }
  const rest = findings.items.length - shown.length;
  terminal.print(rest === 0 ? "" : `  … and ${rest} more in the report, which weigh less with us`, "faint");
  for (const line of found) terminal.print(line);
  terminal.print("");
  for (const line of last) terminal.print(line);
}

/** The items that weigh most with us, in the order of the agenda. */
function weightiest(items: readonly Item[], most: number): readonly Item[] {
  const chosen = new Set([...items].sort((a, b) => b.weight - a.weight).slice(0, most));
  return items.filter((item) => chosen.has(item));
}
