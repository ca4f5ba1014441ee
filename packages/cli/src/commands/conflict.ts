import type { Diagnostic, Locate } from "@demarche/core/brief";
import {
  type ConflictFindings,
  coalitionsAreCheap,
  findState,
  type Limits,
  MEBIBYTE,
  type OptionModel,
  type Problem,
  partOf,
  readConflict,
  studyBrief,
  studyConflict,
} from "@demarche/core/conflict";
import type { AddCommand } from "../command.ts";
import { tellConflict } from "../conflict-text.ts";
import { decodeText, isJson, stopForDiagnostics } from "../data-file.ts";
import { openBrief } from "../open-brief.ts";
import { names, wholeNumber } from "../options.ts";
import { checkOutput } from "../output-folder.ts";
import { startProgress } from "../progress.ts";
import { readInput } from "../read-input.ts";
import { savePapers } from "../save-papers.ts";
import { type Stop, stopForUsage } from "../stop.ts";

interface ConflictWishes {
  readonly target?: string;
  readonly coalitions?: number;
  readonly issue?: readonly string[];
  readonly moves?: readonly string[];
  readonly memory: number;
  readonly model?: boolean;
  readonly out?: string;
  readonly json?: boolean;
}

export const addConflict: AddCommand = (program, terminal) => {
  program
    .command("conflict")
    .description("who would leave a settlement, who would stop them, and how to get there")
    .argument("<file>", "a brief (YAML), or a conflict in option or graph form (JSON)")
    .option("--target <state>", "a state, or of a brief an option: what it would take to make it an equilibrium")
    .option(
      "--coalitions <number>",
      "largest coalition looked at (default: all where that is quick)",
      wholeNumber(1, 20),
    )
    .option(
      "--issue <names>",
      "of a brief: the issue, bundle or issues to settle, separated by commas (default: the first)",
      names,
    )
    .option("--moves <names>", "of a brief: moves of ours to add as options of ours", names)
    .option("--memory <megabytes>", "most memory that a step may take", wholeNumber(1, 65_536), 512)
    .option("--model", "of a brief: print the conflict derived from it as JSON, to be edited and read again")
    .option("--out <folder>", "write conflict.html, conflict.json and the pictures there")
    .option("--json", "print one JSON document on standard output, and nothing else there")
    .addHelpText(
      "after",
      `
Signs: N Nash, G GMR, M SMR, S SEQ, Q SSEQ. Writes nothing but with --out.

Examples:
  demarche conflict brief.yaml --issue ruhr --target outside-agencies
  demarche conflict examples/conflicts/elmira.json --coalitions 2
  demarche conflict conflict.json --json | jq .equilibria.seq`,
    )
    .action(async (file: string, wishes: ConflictWishes) => {
      if (wishes.model === true && wishes.out !== undefined)
        throw stopForUsage(
          "two-forms",
          "--model prints the conflict and analyses nothing, so that there is nothing to write with --out.",
          "Give one of them.",
        );
      const bytes = readInput(file);
      const bar = startProgress(terminal, "Analysing");
      const limits = { memoryBytes: wishes.memory * MEBIBYTE, progress: bar.show };
      let studied: Studied | string;
      try {
        studied = isJson(file, bytes)
          ? studyFile(file, bytes, wishes, limits)
          : studyIssue(file, bytes, wishes, limits);
      } finally {
        bar.clear();
      }
      if (typeof studied === "string") {
        terminal.data(studied);
        return;
      }
      const { findings, labels } = studied;
      // Before anything is printed: where they cannot be written, that is all that is said.
      if (wishes.out !== undefined) {
        const { writeConflictCharts, writeConflictPage } = await import("@demarche/report");
        const papers = new Map([
          ["conflict.html", writeConflictPage(findings)],
          ["conflict.json", `${JSON.stringify(findings, null, 2)}\n`],
          ...Object.entries(writeConflictCharts(findings)),
        ]);
        checkOutput(file, wishes.out, [...papers.keys()]);
        savePapers(wishes.out, papers);
        terminal.tell(`Page, data and pictures in ${wishes.out}.`);
      }
      if (wishes.json === true)
        terminal.data(`${JSON.stringify(findings, null, findings.states.length > 0 ? 2 : 0)}\n`);
      else for (const line of tellConflict(findings, terminal, labels)) terminal.print(line);
    });
};

interface Studied {
  readonly findings: ConflictFindings;
  /** What states mean, by id, also where there are too many to be listed. */
  readonly labels: OptionModel["labels"];
}

/** Reading the file, moves and preferences included, is told as this share of the work. */
const shareOfReading = 0.5;

function studyFile(file: string, bytes: Uint8Array, wishes: ConflictWishes, limits: Limits): Studied {
  const briefOnly = wishes.issue ?? wishes.moves ?? wishes.model;
  if (briefOnly !== undefined) {
    throw stopForUsage(
      "option-for-briefs",
      "--issue, --moves and --model are for briefs; this is a conflict file.",
      "Leave them out.",
    );
  }
  const reading = readConflict(decodeText(file, bytes), file, partOf(limits, 0, shareOfReading));
  if (!reading.ok) throw stopForDiagnostics(reading.diagnostics);
  const { model, compiled } = reading;
  const target = wishes.target === undefined ? undefined : findState(compiled.graph, wishes.target);
  if (target === -1) {
    throw stopForUsage(
      "unknown-state",
      `There is no state "${wishes.target}" in ${file}.`,
      "Name a state by its id; infeasible states are none.",
    );
  }
  const coalitions =
    wishes.coalitions ?? (coalitionsAreCheap(compiled.graph) ? compiled.graph.decisionMakers.length : undefined);
  const findings = studyConflict(compiled, {
    ...partOf(limits, shareOfReading, 1),
    ...(model.source === undefined ? {} : { source: model.source }),
    ...(target === undefined ? {} : { target }),
    ...(coalitions === undefined ? {} : { coalitions }),
  });
  if (!findings.ok) throw stopForDiagnostics(findings.problems.map((problem) => placed(problem, file)));
  return { findings: findings.value, labels: model.labels };
}

function studyIssue(file: string, bytes: Uint8Array, wishes: ConflictWishes, limits: Limits): Studied | string {
  const { brief, locate } = openBrief(file, bytes);
  const issues = wishes.issue ?? firstIssue(brief.agenda);
  if (issues === undefined) {
    throw stopForUsage(
      "nothing-to-settle",
      `${file} has no issue with two options or more.`,
      "Give an issue its options.",
    );
  }
  const studied = studyBrief(brief, issues, {
    ...limits,
    ...(wishes.moves === undefined ? {} : { moves: wishes.moves }),
    ...(wishes.target === undefined ? {} : { target: wishes.target }),
    ...(wishes.coalitions === undefined ? {} : { coalitions: wishes.coalitions }),
  });
  if (!studied.ok) throw stopForProblems(studied.problems, locate);
  const model: OptionModel = studied.value.derived.model;
  return wishes.model === true
    ? `${JSON.stringify(model, null, 2)}\n`
    : { findings: studied.value.findings, labels: model.labels };
}

/** What was asked for on the command line is wrong usage; all else is the brief's. */
function stopForProblems(problems: readonly Problem[], locate: Locate): Stop {
  const asked = problems.find(({ path }) => ["issue", "target", "moves"].includes(String(path[0])));
  if (asked !== undefined)
    return stopForUsage(asked.code, asked.message, asked.hint ?? "See `demarche conflict --help`.");
  return stopForDiagnostics(
    problems.map(({ code, message, hint, path }) => {
      const found = { code, severity: "error" as const, place: locate(path.join("/")), message };
      return hint === undefined ? found : { ...found, hint };
    }),
  );
}

type Agenda = ReturnType<typeof openBrief>["brief"]["agenda"];
function firstIssue(agenda: Agenda): readonly string[] | undefined {
  for (const node of agenda) {
    if (node.type === "issue") {
      const settled = node.instances?.[0] ?? node;
      if (settled.options.length > 1) return [settled.id];
    } else {
      const below = firstIssue(node.items);
      if (below !== undefined) return below;
    }
  }
  return undefined;
}

function placed({ code, message, hint }: Problem, file: string): Diagnostic {
  const found = { code, severity: "error" as const, place: { file, line: 1, column: 1, length: 1 }, message };
  return hint === undefined ? found : { ...found, hint };
}
