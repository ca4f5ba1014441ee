import { statSync } from "node:fs";
import { readOutcomes, reviewBrief, scoreCorpus } from "@demarche/core/review";
import type { AddCommand } from "../command.ts";
import { stopForDiagnostics } from "../data-file.ts";
import { openBrief, stopForProblems } from "../open-brief.ts";
import { wholeNumber } from "../options.ts";
import { checkOutput } from "../output-folder.ts";
import { startProgress } from "../progress.ts";
import { readCorpus } from "../read-corpus.ts";
import { readInput } from "../read-input.ts";
import { savePapers } from "../save-papers.ts";
import { stopForUsage } from "../stop.ts";
import type { Terminal } from "../terminal.ts";
import { planOnThreads } from "../threads/plan-on-threads.ts";

interface ReviewWishes {
  readonly backtest?: string;
  readonly seed?: number;
  readonly worlds?: number;
  readonly out?: string;
  readonly json?: boolean;
}
interface Paper {
  readonly name: string;
  readonly json: string;
  readonly html: string;
  readonly lines: readonly string[];
}

export const addReview: AddCommand = (program, terminal) => {
  program
    .command("review")
    .description("score a brief's forecasts and issues against what happened, or a whole corpus")
    .argument("[brief]", "the brief, a YAML file")
    .argument("[outcomes]", "what came of it: outcomes.yaml")
    .option("--backtest <folder>", "score a corpus instead: positions with outcomes, and tables of past forecasts")
    .option(
      "--seed <number>",
      "seed of the draws (default: the brief's, or 1)",
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
    )
    .option(
      "--worlds <number>",
      "how many worlds are drawn (default: the brief's, or 10000)",
      wholeNumber(1, 1_000_000),
    )
    .option("--out <folder>", "also write score-card.html and .json there (back-test.html and .json)")
    .option("--json", "print one JSON document on standard output, and nothing else there")
    .addHelpText(
      "after",
      `
Outcomes never feed a plan. Formats: examples/moscow-1945/README.md, docs/guide/forecast-data.md.

Examples:
  demarche review examples/moscow-1945/brief.yaml examples/moscow-1945/outcomes.yaml --out out/review
  demarche review --backtest data`,
    )
    .action(async (brief: string | undefined, outcomes: string | undefined, wishes: ReviewWishes) => {
      const paper =
        wishes.backtest === undefined
          ? await reviewOne(terminal, brief, outcomes, wishes)
          : await backtest(wishes.backtest, brief);
      if (wishes.out !== undefined) {
        const papers: readonly (readonly [string, string])[] = [
          [`${paper.name}.html`, paper.html],
          [`${paper.name}.json`, paper.json],
        ];
        for (const read of [brief, outcomes])
          if (read !== undefined)
            checkOutput(
              read,
              wishes.out,
              papers.map(([name]) => name),
            );
        savePapers(wishes.out, new Map(papers));
        terminal.tell(`Papers in ${wishes.out}.`);
      }
      if (wishes.json === true) terminal.data(paper.json);
      else for (const line of paper.lines) terminal.print(line);
    });
};

async function reviewOne(
  terminal: Terminal,
  file: string | undefined,
  told: string | undefined,
  wishes: ReviewWishes,
): Promise<Paper> {
  if (file === undefined || told === undefined)
    throw stopForUsage(
      "argument-missing",
      "A brief and its outcomes are needed.",
      "Write: demarche review brief.yaml outcomes.yaml, or demarche review --backtest FOLDER.",
    );
  refuseSwapped(file, told);
  const { brief, locate } = openBrief(file);
  const { outcomes, diagnostics } = readOutcomes(readInput(told), told, brief);
  if (outcomes === undefined) throw stopForDiagnostics(diagnostics);
  const bar = startProgress(terminal, "Planning");
  const { seed, worlds } = wishes;
  const plan = await planOnThreads(brief, {
    ...(seed === undefined ? {} : { seed }),
    ...(worlds === undefined ? {} : { worlds }),
    progress: bar.show,
  }).finally(bar.clear);
  if (plan.findings === undefined) throw stopForProblems(plan.problems, locate);
  const { card, problems } = reviewBrief(brief, plan.findings, outcomes);
  if (card === undefined) throw stopForProblems(problems, locate);
  const { scoreCardText, writeScoreCard } = await import("@demarche/report");
  return { name: "score-card", json: print(card), html: writeScoreCard(card), lines: scoreCardText(card) };
}

/** Where they stand in the other order, each would be found wanting in every line. */
function refuseSwapped(file: string, told: string): void {
  const beginsWith = (name: string, word: string) =>
    // What is piped in can be read once only.
    statSync(name, { throwIfNoEntry: false })?.isFile() === true &&
    new RegExp(`^${word}\\s*:`, "m").test(new TextDecoder().decode(readInput(name).subarray(0, 4000)));
  if (beginsWith(file, "outcomes") && beginsWith(told, "demarche"))
    throw stopForUsage(
      "arguments-swapped",
      `${file} holds outcomes, and ${told} is a brief.`,
      `The brief comes first: demarche review ${told} ${file}.`,
    );
}

async function backtest(folder: string, brief: string | undefined): Promise<Paper> {
  if (brief !== undefined)
    throw stopForUsage(
      "argument-too-many",
      "--backtest scores a folder, not a brief.",
      "Leave out the brief, or --backtest.",
    );
  const card = scoreCorpus(readCorpus(folder));
  const { corpusText, writeCorpusPage } = await import("@demarche/report");
  return { name: "back-test", json: print(card), html: writeCorpusPage(card), lines: corpusText(card) };
}

const print = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
