import { checkFile, checkJson, checkText } from "../check-file.ts";
import type { AddCommand } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";

export const addCheck: AddCommand = (program, terminal) => {
  program
    .command("check")
    .description("read a brief; list errors, contradictions, what is unknown and what is always asked for")
    .argument("<brief>", "the brief, a YAML file")
    .option("--json", "print one JSON document on standard output, and nothing else there")
    .addHelpText(
      "after",
      `
Computes nothing and writes nothing. Exit 1 where the brief has errors.

Examples:
  demarche check brief.yaml
  demarche check brief.yaml --json | jq '.contradictions[].message'`,
    )
    .action((file: string, { json }: { readonly json?: boolean }) => {
      const checked = checkFile(file);
      if (json === true) terminal.data(checkJson(checked));
      else for (const line of checkText(checked)) terminal.print(line);
      if (checked.errors.length > 0) process.exitCode = exitCodes.inputErrors;
    });
};
