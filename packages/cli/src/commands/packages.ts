import { Option } from "commander";
import type { AddCommand } from "../command.ts";
import { findPackages } from "../find-packages.ts";
import { choices, weights } from "../options.ts";
import { checkOutput } from "../output-folder.ts";
import { tellPackages } from "../packages-text.ts";
import { startProgress } from "../progress.ts";
import { savePapers } from "../save-papers.ts";

export interface PackageWishes {
  readonly semantics: "genius" | "raw";
  readonly within?: "all" | "zone";
  readonly weights?: Readonly<Record<string, string>>;
  readonly us?: string;
  readonly deal?: Readonly<Record<string, string>>;
  readonly json?: boolean;
  readonly out?: string;
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
    .option(
      "--weights <party=number,…>",
      "bargaining weights for the Nash package, such as north=3,south=2 (default: 1 each)",
      weights,
    )
    .option("--us <party>", "whose offers are looked for (default: whose brief it is; none for data)")
    .option(
      "--deal <issue=option,…>",
      "a package: what betters it for all, and what is nearest to it that all accept; may be given several times",
      choices,
    )
    .option("--out <folder>", "also write packages.html and packages.json there")
    .option("--json", "print one JSON document on standard output, and nothing else there")
    .addHelpText(
      "after",
      `
A name with a comma or an = in it goes between quotation marks, for --deal and --weights alike.
Reads utility-table JSON, GENIUS XML, GeniusWeb JSON, NegMAS YAML and JSON (docs/guide/packages-data.md).
Writes nothing without --out. Exit 1 where the input has errors.

Examples:
  demarche packages brief.yaml
  demarche packages domain.json --json | jq .frontier.size
  demarche packages domain.json --weights north=3,south=2
  demarche packages domain.json --deal 'tariff=low,"Fish, fresh"="5 %, then none"'
  demarche packages profiles/ --semantics raw --within zone`,
    )
    .action(async (input: string, wishes: PackageWishes) => {
      const bar = startProgress(terminal, "Solving");
      const { findings, title, names } = await findPackages(input, wishes, {
        progress: bar.show,
        interrupted: () => {
          bar.clear();
          terminal.tell("Interrupted; nothing has been written.");
        },
      }).finally(bar.clear);
      const json = `${JSON.stringify(findings, null, 2)}\n`;
      if (wishes.out !== undefined) {
        const { writePackagesPage } = await import("@demarche/report");
        const papers = [
          ["packages.html", writePackagesPage(findings, title, names)],
          ["packages.json", json],
        ] as const;
        checkOutput(
          input,
          wishes.out,
          papers.map(([name]) => name),
        );
        savePapers(wishes.out, new Map(papers));
        terminal.tell(`Papers in ${wishes.out}.`);
      }
      if (wishes.json === true) terminal.data(json);
      else for (const line of tellPackages(findings, terminal.columns, terminal.unicode)) terminal.print(line);
    });
};
