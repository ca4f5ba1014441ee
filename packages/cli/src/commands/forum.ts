import { formatDiagnostic } from "@demarche/core/brief";
import { type RuleFindings, readRule, ruleDiagnostic, studyForums, studyRule } from "@demarche/core/forum";
import type { AddCommand } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { forumsJson, ruleJson, tellForums, tellRule } from "../forum-text.ts";
import { openBrief, stopForProblems } from "../open-brief.ts";
import { readInput } from "../read-input.ts";
import { reportOf, Stop } from "../stop.ts";

interface ForumWishes {
  readonly coalitions?: boolean;
  readonly json?: boolean;
}
const mostCoalitions = 1000;

export const addForum: AddCommand = (program, terminal) => {
  program
    .command("forum")
    .description("who can adopt, who can stop, and how much each vote counts")
    .argument("<file>", "a brief (YAML), or a decision rule (JSON)")
    .option("--coalitions", `list the smallest coalitions that adopt or block, up to ${mostCoalitions} of each kind`)
    .option("--json", "print one JSON document on standard output, and nothing else there")
    .addHelpText(
      "after",
      `
Indices are exact. Writes nothing. The form of a rule: docs/guide/forum-data.md.

Examples:
  demarche forum brief.yaml
  demarche forum examples/forums/eec-1958.json
  demarche forum rule.json --json | jq .shapleyShubik`,
    )
    .action((file: string, wishes: ForumWishes) => {
      const bytes = readInput(file);
      const options = wishes.coalitions === true ? { coalitions: mostCoalitions } : {};
      const all = wishes.coalitions === true;
      if (isJson(file, bytes)) {
        const found = study(file, bytes, options);
        if (wishes.json === true) terminal.data(ruleJson(found, all));
        else for (const line of tellRule(found, terminal, all)) terminal.print(line);
        return;
      }
      const { brief, locate } = openBrief(file);
      const studied = studyForums(brief, options);
      if (!studied.ok) throw stopForProblems(studied.problems, locate);
      if (wishes.json === true) terminal.data(forumsJson(studied.forums, all));
      else for (const line of tellForums(studied.forums, terminal, all)) terminal.print(line);
    });
};

/** A rule file begins with a brace, or is called .json; anything else is a brief. */
function isJson(file: string, bytes: Uint8Array): boolean {
  if (/\.json$/i.test(file)) return true;
  const first = bytes.find((byte) => byte > 32 && byte < 127);
  return first === "{".charCodeAt(0);
}

function study(file: string, bytes: Uint8Array, options: { readonly coalitions?: number }): RuleFindings {
  const reading = readRule(decode(file, bytes), file);
  if (!reading.ok) throw stopForDiagnostics(reading.diagnostics);
  const studied = studyRule(reading.rule, options);
  if (studied.ok) return studied.value;
  throw stopForDiagnostics(studied.problems.map((problem) => ruleDiagnostic(problem, reading.locate)));
}

function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const place = { file, line: 1, column: 1, length: 1 };
    const message = "The file is not UTF-8 text.";
    throw stopForDiagnostics([{ code: "not-utf8", severity: "error", place, message, hint: "Save it as UTF-8." }]);
  }
}

type Diagnostics = Extract<ReturnType<typeof readRule>, { ok: false }>["diagnostics"];
function stopForDiagnostics(diagnostics: Diagnostics): Stop {
  const count = diagnostics.length === 1 ? "1 error" : `${diagnostics.length} errors`;
  return new Stop(
    exitCodes.inputErrors,
    [...diagnostics.map(formatDiagnostic), `${count}.`].join("\n"),
    diagnostics.map(reportOf),
  );
}
