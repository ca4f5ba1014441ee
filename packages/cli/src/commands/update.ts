import { formatDiagnostic } from "@demarche/core/brief";
import { bestPlanBefore } from "@demarche/core/day-two";
import type { AddCommand } from "../command.ts";
import { addObserved } from "../observed-options.ts";
import { openBrief, stopForProblems } from "../open-brief.ts";
import { path, wholeNumber } from "../options.ts";
import { checkOutput, defaultOutput } from "../output-folder.ts";
import { startProgress } from "../progress.ts";
import { readInput } from "../read-input.ts";
import { diffLines, recordAll, remarksOn } from "../record.ts";
import { savePapers } from "../save-papers.ts";
import { stopForUsage } from "../stop.ts";
import { planOnThreads } from "../threads/plan-on-threads.ts";
import { printChanges } from "../update-text.ts";
import { writeOver } from "../write-over.ts";

interface UpdateWishes {
  readonly out?: string;
  readonly seed?: number;
  readonly worlds?: number;
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

export const addUpdate: AddCommand = (program, terminal) => {
  const command = program
    .command("update")
    .description("record what has been observed since, plan afresh, and say what changed and why")
    .argument("<brief>", "the brief, a YAML file")
    .option("--out <folder>", "where the papers go (default: out/ and the name of the brief or its folder)", path)
    .option(
      "--seed <number>",
      "seed of the draws (default: the brief's, or 1)",
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
    )
    .option("--worlds <number>", "how many worlds are kept (default: the brief's, or 10000)", wholeNumber(2, 1_000_000))
    .option("--dry-run", "show what would be written into the brief, and write nothing")
    .option("--json", "print plan.json on standard output, and nothing else there");
  const observed = addObserved(command);
  command
    .addHelpText(
      "after",
      `
Without --observe the brief stays as it is: what it has under \`observed\` is compared with the plan before any of it.

Examples:
  demarche update brief.yaml --observe "not ruhr admitted" --on 1945-12-07 --source us-agenda
  demarche update brief.yaml --observe "sound-out-ostia is warm" --on 2027-03-02 --source "Talk with Berg" --dry-run
  demarche update brief.yaml --out papers`,
    )
    .action(async (file: string, wishes: UpdateWishes) => {
      const observations = observed();
      const folder = wishes.out ?? defaultOutput(file);
      const before = openBrief(file);
      // The very characters of the file, a mark at its beginning included: what is not changed must stay.
      const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(readInput(file));
      const { opened, text: becomes, changes } = recordAll(file, text, before, observations);
      const { brief, locate } = opened;
      if (brief.observed.length === 0)
        throw stopForUsage(
          "nothing-observed",
          `Nothing has been observed in ${file}.`,
          'Say what and when: --observe "MOVE worked" --on 2027-03-02.',
        );
      const tell = wishes.json === true ? terminal.tell : terminal.print;
      for (const line of diffLines(file, changes)) tell(line);
      // Of what is new; what the brief said before is for `check` to repeat.
      for (const remark of remarksOn(opened, before)) terminal.tell(formatDiagnostic(remark));
      if (wishes.dryRun === true) return;
      const options = {
        ...(wishes.seed === undefined ? {} : { seed: wishes.seed }),
        ...(wishes.worlds === undefined ? {} : { worlds: wishes.worlds }),
        ...(observations.length === 0 ? {} : { known: before.brief.observed.length }),
      };
      const bar = startProgress(terminal, "Planning");
      const { findings, problems } = await planOnThreads(brief, { ...options, progress: bar.show });
      bar.clear();
      if (findings === undefined) throw stopForProblems(problems, locate);
      const { bestPlanLines, whatChangedLines, writePapers } = await import("@demarche/report");
      const papers = await writePapers({ brief, findings });
      const files = [...papers.keys()];
      checkOutput(file, folder, files);
      if (becomes !== text) writeOver(file, becomes);
      savePapers(folder, papers);
      if (wishes.json === true) {
        terminal.data(papers.get("plan.json"));
        terminal.tell(`Papers in ${folder}.`);
        return;
      }
      const earlier = startProgress(terminal, "Searching as before");
      const bestBefore = bestPlanBefore(brief, options, earlier.show);
      earlier.clear();
      const lines = [...whatChangedLines({ brief, findings }), ...bestPlanLines({ brief, findings }, bestBefore)];
      printChanges(terminal, lines, { folder, files });
    });
};
