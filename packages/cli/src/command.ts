import type { Command } from "commander";
import type { Terminal } from "./terminal.ts";

/**
 * What a file in `commands/` exports, one a file: it adds one command to the program. The command's action reads,
 * calls the engines and prints through the terminal; it ends early by throwing a `Stop`. There is no logic in it.
 */
export type AddCommand = (program: Command, terminal: Terminal) => void;
