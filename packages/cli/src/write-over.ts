import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { stopForUsage } from "./stop.ts";

/**
 * Puts another text into a file that is there, whole or not at all; its rights stay, and a link stays a link.
 * @throws Stop where it may not be written
 */
export function writeOver(file: string, text: string): void {
  try {
    const real = realpathSync(file);
    const beside = `${real}.${process.pid}.part`;
    try {
      writeFileSync(beside, text, { flag: "wx" });
      chmodSync(beside, statSync(real).mode);
      renameSync(beside, real);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw stopForUsage(
      "not-written",
      `${file} could not be written (${code ?? "no code"} on ${syscall}); it is as it was.`,
      "Make room, or ask for the right to write there.",
    );
  }
}
