import { type Command, CommanderError } from "commander";
import { exitCodes } from "./exit-codes.ts";
import { explainFailure } from "./explain-failure.ts";
import { openTerminal } from "./terminal.ts";

const { stdout, stderr, env } = process;
const terminal = openTerminal(stdout, stderr, env, process.platform);

// `demarche … | head` closes its end early: the work goes on, and what nobody reads is dropped.
for (const stream of [stdout, stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    process.exitCode = exitCodes.usage;
    if (stream === stdout) terminal.tell(`error: standard output cannot be written (${error.code ?? error.message})`);
  });

const wishes = process.argv.slice(2);
let program: Command | undefined;
try {
  // Loaded here, so that a mistake in what is only being loaded is told like any other.
  const { createProgram } = await import("./program.ts");
  program = createProgram(terminal);
  await program.parseAsync(wishes, { from: "user" });
} catch (error) {
  if (error instanceof CommanderError && error.exitCode === 0) process.exitCode = exitCodes.done;
  else {
    const { exitCode, text, errors } = explainFailure(error, { debug: env["DEMARCHE_DEBUG"] === "1" });
    process.exitCode = exitCode;
    terminal.tell(wishes.length === 0 && program !== undefined ? program.helpInformation() : text);
    if (wishes.includes("--json")) terminal.data(`${JSON.stringify({ errors }, null, 2)}\n`);
  }
}
