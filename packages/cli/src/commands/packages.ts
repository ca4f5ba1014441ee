import { Option } from "commander";
import type { AddCommand } from "../command.ts";
import { findPackages } from "../find-packages.ts";
import { tellPackages } from "../packages-text.ts";

export interface PackageWishes {
  readonly semantics: "genius" | "raw";
  readonly within?: "all" | "zone";
  readonly json?: boolean;
}

export const addPackages: AddCommand = (program, terminal) => {
  program
    .command("packages")
    .description("which packages are worth anyone's time: the frontier, fair points, the agreement zone")
    .argument("<brief | folder | file>", "a brief (YAML), a folder of profiles, or a file with a domain")
    .addOption(
      new Option("--semantics <which>", "how GENIUS evaluations are read").choices(["genius", "raw"]).default("genius"),
    )
    .addOption(
      new Option(
        "--within <space>",
        "packages that the frontier is taken over: the whole space, or what everyone accepts (default: zone for a brief, all for data)",
      ).choices(["all", "zone"]),
    )
    .option("--json", "print one JSON document on standard output, and nothing else there")
    .addHelpText(
      "after",
      `
Reads utility-table JSON, GENIUS XML, GeniusWeb JSON, NegMAS YAML and JSON (docs/guide/packages-data.md).
Writes nothing. Exit 1 where the input has errors.

Examples:
  demarche packages brief.yaml
  demarche packages domain.json --json | jq .frontier.size
  demarche packages profiles/ --semantics raw --within zone`,
    )
    .action((input: string, wishes: PackageWishes) => {
      const findings = findPackages(input, wishes);
      if (wishes.json === true) terminal.data(`${JSON.stringify(findings, null, 2)}\n`);
      else for (const line of tellPackages(findings, terminal.columns, terminal.unicode)) terminal.print(line);
    });
};
