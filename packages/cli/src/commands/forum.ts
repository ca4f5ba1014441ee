import { version } from "@demarche/core";
import type { Brief, Locate } from "@demarche/core/brief";
import { type RuleFindings, readRule, ruleDiagnostic, studyForums, studyRule } from "@demarche/core/forum";
import type { AddCommand } from "../command.ts";
import { tellCompared } from "../compared-text.ts";
import { decodeText, isJson, stopForDiagnostics } from "../data-file.ts";
import { forumsJson, ruleJson, tellForums, tellRule } from "../forum-text.ts";
import { wrapped } from "../lines.ts";
import { openBrief, stopForProblems } from "../open-brief.ts";
import { names, wholeNumber } from "../options.ts";
import { checkOutput } from "../output-folder.ts";
import { startProgress } from "../progress.ts";
import { readInput } from "../read-input.ts";
import { savePapers } from "../save-papers.ts";
import { stopForUsage } from "../stop.ts";
import { findPlaces, usualWorlds } from "../study-places.ts";
import type { Terminal } from "../terminal.ts";

interface ForumWishes {
  readonly item?: readonly string[];
  readonly with?: readonly string[];
  readonly coalitions?: boolean;
  readonly worlds?: number;
  readonly seed?: number;
  readonly out?: string;
  readonly json?: boolean;
}
const mostCoalitions = 1000;

export const addForum: AddCommand = (program, terminal) => {
  program
    .command("forum")
    .description("who can adopt, who can stop, how much each vote counts, and where an issue is best taken")
    .argument("<file>", "a brief (YAML), or a decision rule (JSON)")
    .option("--coalitions", `list the smallest coalitions that adopt or block, up to ${mostCoalitions} of each kind`)
    .option("--item <issues>", "of a brief: only these issues, separated by commas", names)
    .option("--with <forums>", "of a brief: compare these forums too, for every issue looked at", names)
    .option("--worlds <number>", `worlds in which forums are compared (default: ${usualWorlds})`, wholeNumber(1, 1e6))
    .option("--seed <number>", "seed of the draws (default: the brief's)", wholeNumber(0, 2 ** 32 - 1))
    .option("--out <folder>", "of a brief: also write forums.html and forums.json there")
    .option("--json", "print one JSON document on standard output, and nothing else there")
    .addHelpText(
      "after",
      `
Indices are exact. Issues that more than one forum could take are put before each of them, in the same worlds:
under the plan as written, and with all that bears on them planned for each forum.
Writes nothing but with --out. The form of a rule: docs/guide/forum-data.md.

Examples:
  demarche forum brief.yaml
  demarche forum brief.yaml --item reparations --with assembly
  demarche forum examples/forums/eec-1958.json
  demarche forum rule.json --json | jq .shapleyShubik`,
    )
    .action(async (file: string, wishes: ForumWishes) => {
      const bytes = readInput(file);
      const all = wishes.coalitions === true;
      const options = all ? { coalitions: mostCoalitions } : {};
      if (isJson(file, bytes)) {
        refuseForRules(wishes);
        const found = study(file, bytes, options);
        if (wishes.json === true) terminal.data(ruleJson(found, all));
        else for (const line of tellRule(found, terminal, all)) terminal.print(line);
        return;
      }
      const { brief, locate } = openBrief(file, bytes);
      const studied = studyForums(brief, options);
      if (!studied.ok) throw stopForProblems(studied.problems, locate);
      const bar = startProgress(terminal, "Planning");
      let compared: ReturnType<typeof comparisons>;
      try {
        compared = comparisons(brief, locate, wishes, bar.show);
      } finally {
        bar.clear();
      }
      const named = new Set(compared?.forums.flatMap(({ forums }) => forums.map(({ forum }) => forum)));
      const asked = new Set(compared?.forums.map(({ issue }) => issue));
      const forums = studied.forums
        .filter(({ id }) => wishes.item === undefined || named.has(id))
        .map((forum) =>
          wishes.item === undefined
            ? forum
            : { ...forum, issues: forum.issues.filter(({ issue }) => asked.has(issue)) },
        );
      const json = forumsJson(forums, all, compared?.forums ?? []);
      const { forumsText, writeForumsPage } = await import("@demarche/report");
      // Before anything is printed: where they cannot be written, that is all that is said.
      if (wishes.out !== undefined && compared !== undefined) {
        const papers = new Map([
          ["forums.html", writeForumsPage(brief, compared.forums, { version, seed: compared.seed })],
          ["forums.json", json],
        ]);
        checkOutput(file, wishes.out, [...papers.keys()]);
        savePapers(wishes.out, papers);
        terminal.tell(`Page and data in ${wishes.out}.`);
      }
      if (wishes.json === true) terminal.data(json);
      else {
        for (const line of tellForums(forums, terminal, all)) terminal.print(line);
        for (const text of forumsText(brief, compared?.forums ?? []))
          for (const line of ["", ...tellCompared(text, terminal)]) terminal.print(line);
        if (compared?.forums.length === 0 && forums.length > 1)
          for (const line of noChoice(terminal)) terminal.print(line);
      }
    });
};

/** Where nobody is planned for there is nothing to ask for, and only the rules are told. */
function comparisons(
  brief: Brief,
  locate: Locate,
  { item, with: forums, worlds, seed, out }: ForumWishes,
  progress: (share: number) => void,
) {
  if (brief.head.us === undefined && (item ?? forums ?? out) === undefined) return undefined;
  return findPlaces(brief, locate, {
    worlds: worlds ?? usualWorlds,
    ballots: 0,
    planned: true,
    progress,
    ...(seed === undefined ? {} : { seed }),
    ...(item === undefined ? {} : { issues: item }),
    ...(forums === undefined ? {} : { forums }),
  });
}

/** Where the brief says of no issue that another forum could take it. */
function noChoice({ columns }: Pick<Terminal, "columns">): readonly string[] {
  const text = "The brief says of no issue that more than one forum could take it; --with compares any other.";
  return ["", ...wrapped(text, columns)];
}

function refuseForRules({ item, with: forums, out, worlds, seed }: ForumWishes): void {
  if ((item ?? forums ?? out ?? worlds ?? seed) === undefined) return;
  throw stopForUsage(
    "option-for-briefs",
    "--item, --with, --worlds, --seed and --out are for briefs; this is a rule.",
    "Leave them out.",
  );
}

function study(file: string, bytes: Uint8Array, options: { readonly coalitions?: number }): RuleFindings {
  const reading = readRule(decodeText(file, bytes), file);
  if (!reading.ok) throw stopForDiagnostics(reading.diagnostics);
  const studied = studyRule(reading.rule, options);
  if (studied.ok) return studied.value;
  throw stopForDiagnostics(studied.problems.map((problem) => ruleDiagnostic(problem, reading.locate)));
}
