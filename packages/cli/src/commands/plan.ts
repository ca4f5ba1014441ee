import type { Brief } from "@demarche/core/brief";
import type { PlanFindings, PlanOptions } from "@demarche/core/run";
import type { AddCommand } from "../command.ts";
import { type OpenBrief, openBrief, openBriefFor, stopForProblems } from "../open-brief.ts";
import { names, path, wholeNumber } from "../options.ts";
import { checkOutput, defaultOutput } from "../output-folder.ts";
import { startProgress } from "../progress.ts";
import { remarkOn } from "../remark.ts";
import { savePapers } from "../save-papers.ts";
import { printSummary } from "../summary.ts";
import type { Terminal } from "../terminal.ts";
import { callCrew } from "../threads/crew.ts";
import { planOnThreads } from "../threads/plan-on-threads.ts";
import { valuesOnThreads } from "../threads/values-on-threads.ts";
import { tellValues } from "../values-text.ts";

interface PlanWishes {
  readonly out?: string;
  readonly seed?: number;
  readonly worlds?: number;
  readonly moves?: number;
  readonly threads?: number;
  readonly quick?: boolean;
  readonly values?: boolean;
  readonly for?: readonly string[];
  readonly json?: boolean;
}

export const addPlan: AddCommand = (program, terminal) => {
  program
    .command("plan")
    .description("compute what a brief's plan brings, and write the papers")
    .argument("<brief>", "the brief, a YAML file")
    .option("--out <folder>", "where the papers go (default: out/ and the name of the brief or its folder)", path)
    .option(
      "--seed <number>",
      "seed of the draws (default: the brief's, or 1)",
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
    )
    .option(
      "--worlds <number>",
      "how many worlds are drawn (default: the brief's, or 10000)",
      wholeNumber(2, 1_000_000),
    )
    .option(
      "--moves <number>",
      "most moves that the best plan may come to make (default: no limit)",
      wholeNumber(0, 1000),
    )
    .option("--threads <number>", "threads to work on (default: one for each core)", wholeNumber(1, 256))
    .option("--quick", "only the plans that the brief gives: no best plan, forums compared, slates or agreement space")
    .option(
      "--values",
      "also what information, secrecy, links, forums, consents and time are worth, and plans to choose between (takes longer)",
    )
    .option("--for <readers>", "only what these groups of readers may know; names separated by commas", names)
    .option("--json", "print plan.json on standard output, and nothing else there")
    .addHelpText(
      "after",
      `
Writes report.html, memo.docx, memo.md and plan.json: all of them, or none.

Examples:
  demarche plan brief.yaml
  demarche plan brief.yaml --out papers --seed 7
  demarche plan brief.yaml --for delegation
  demarche plan brief.yaml --values
  demarche plan brief.yaml --json | jq '.items[0].ask'`,
    )
    .action(async (file: string, wishes: PlanWishes) => {
      const folder = wishes.out ?? defaultOutput(file, wishes.for);
      const { opened, findings: planned } = await readAndPlan(file, wishes, terminal);
      const { brief } = opened;
      const findings = wishes.values === true ? await withValues(terminal, brief, planned, wishes) : planned;
      // Loaded only now, so that a brief with errors is told of at once.
      const { summaryWords, valuesText, writePapers } = await import("@demarche/report");
      const papers = await writePapers({ brief, findings });
      const files = [...papers.keys()];
      checkOutput(file, folder, files);
      savePapers(folder, papers);
      const place = { folder, papers: files, ...remarkOn(opened, file) };
      if (wishes.json === true) {
        terminal.data(papers.get("plan.json"));
        terminal.tell(`Papers in ${folder}.`);
      } else {
        printSummary(terminal, findings, summaryWords({ brief, findings }), place);
        if (findings.values !== undefined)
          for (const line of tellValues(valuesText({ brief, findings }), terminal)) terminal.print(line);
      }
    });
};

async function withValues(
  terminal: Parameters<AddCommand>[1],
  brief: Brief,
  findings: PlanFindings,
  wishes: PlanWishes,
): Promise<PlanFindings> {
  const bar = startProgress(terminal, "Valuing");
  const values = await valuesOnThreads(brief, findings, { ...draws(wishes), progress: bar.show });
  bar.clear();
  return { ...findings, values };
}

/** Reads the brief and plans it; other threads load what planning takes while it is read. @throws Stop where it has errors. */
async function readAndPlan(
  file: string,
  wishes: PlanWishes,
  terminal: Terminal,
): Promise<{ readonly opened: OpenBrief; readonly findings: PlanFindings }> {
  const crew = callCrew(wishes.threads);
  const bar = startProgress(terminal, "Planning");
  try {
    const opened = wishes.for === undefined ? openBrief(file) : openBriefFor(file, wishes.for);
    const plan = await planOnThreads(opened.brief, { ...draws(wishes), crew, progress: bar.show });
    if (plan.findings === undefined) throw stopForProblems(plan.problems, opened.locate);
    return { opened, findings: plan.findings };
  } finally {
    bar.clear();
    await crew.dismiss();
  }
}

function draws({
  seed,
  worlds,
  moves,
  threads,
  quick,
  values,
}: PlanWishes): PlanOptions & { readonly threads?: number } {
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(worlds === undefined ? {} : { worlds }),
    search: { ...(moves === undefined ? {} : { mostMoves: moves }), ...(values === true ? { tradeoffs: true } : {}) },
    ...(threads === undefined ? {} : { threads }),
    ...(quick === undefined ? {} : { quick }),
  };
}
