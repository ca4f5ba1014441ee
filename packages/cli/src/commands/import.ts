import { basename } from "node:path";
import { briefTextOf } from "@demarche/core/import";
import type { AddCommand } from "../command.ts";
import { openData, remarksOn } from "../open-data.ts";
import { checkOutputFile } from "../output-folder.ts";
import { writeNewFile } from "../write-new-file.ts";

interface ImportWishes {
  readonly title?: string;
  readonly source?: string;
  readonly force?: boolean;
}

export const addImport: AddCommand = (program, terminal) => {
  program
    .command("import")
    .description("write a brief from positions data of other programs")
    .argument("<file>", "positions as CSV, the equal-gain format, KTAB's table or scenario")
    .argument("[brief]", "the brief to write", "brief.yaml")
    .option("--title <text>", "its title (default: the data's)")
    .option("--source <text>", "where the numbers come from, as people cite it (default: the file's name)")
    .option("--force", "write over a file that is there")
    .addHelpText(
      "after",
      `
Formats: docs/guide/forecast-data.md. Exit 1 where the data have errors, each at its line.

Examples:
  demarche import paris.csv
  demarche import scenario.xml fuel.yaml --source "KTAB sample, MIT licence"`,
    )
    .action((file: string, brief: string, { title, source, force }: ImportWishes) => {
      const data = openData(file);
      checkOutputFile(file, brief);
      const text = briefTextOf(data.table, {
        source: source ?? basename(file),
        ...(title === undefined ? {} : { title }),
      });
      writeNewFile(brief, text, force === true);
      for (const remark of remarksOn(data)) terminal.tell(remark);
      const { actors, issues } = data.table;
      terminal.print(
        `${brief} is written: ${counted(actors.length, "party", "parties")}, ${counted(issues.length, "issue")}. Then:`,
      );
      terminal.print(`  demarche check ${brief}`);
      terminal.print(`  demarche forecast ${brief}`);
    });
};

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
