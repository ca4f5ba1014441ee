import { starterBrief } from "@demarche/core/brief/starter";
import type { AddCommand } from "../command.ts";
import { writeNewFile } from "../write-new-file.ts";

interface NewWishes {
  readonly title?: string;
  readonly us?: string;
  readonly force?: boolean;
}

export const addNew: AddCommand = (program, terminal) => {
  program
    .command("new")
    .description("write a starter brief, with a comment on every part, to put your own in its place")
    .argument("[file]", "the file to write", "brief.yaml")
    .option("--title <text>", "its title")
    .option("--us <name>", "whose brief it is: the name of a party, as people write it")
    .option("--force", "write over a file that is there")
    .addHelpText(
      "after",
      `
Examples:
  demarche new
  demarche new fish.yaml --title "Fish and market access, spring round" --us Norland`,
    )
    .action((file: string, { title, us, force }: NewWishes) => {
      const text = starterBrief({ ...(title === undefined ? {} : { title }), ...(us === undefined ? {} : { us }) });
      writeNewFile(file, text, force === true);
      terminal.print(`${file} is written. Put your own negotiation in its place; then:`);
      terminal.print(`  demarche check ${file}`);
      terminal.print(`  demarche plan ${file}`);
    });
};
