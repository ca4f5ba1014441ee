import { closeSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { stopForUsage } from "./stop.ts";

/** Writes a file that is not there yet (or, forced, in place of one), whole or not at all. @throws Stop where it cannot */
export function writeNewFile(file: string, text: string, force: boolean): void {
  const written = force ? `${file}.${process.pid}.part` : file;
  try {
    // "wx" fails where a file is there already, also where it has just been made by somebody else.
    const descriptor = openSync(written, "wx");
    try {
      writeFileSync(descriptor, text);
    } catch (error) {
      rmSync(written, { force: true });
      throw error;
    } finally {
      closeSync(descriptor);
    }
    if (force) putInPlace(written, file);
  } catch (error) {
    throw explain(error, file);
  }
}

function putInPlace(written: string, file: string): void {
  try {
    renameSync(written, file);
  } catch (error) {
    rmSync(written, { force: true });
    throw error;
  }
}

function explain(error: unknown, file: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined) return error;
  switch (code) {
    case "EEXIST":
      return stopForUsage(
        "file-exists",
        `${file} is there already.`,
        "Name another file, or write over it with --force.",
      );
    case "EISDIR":
      return stopForUsage("is-a-directory", `${file} is a folder.`, `Name a file in it, such as ${file}/brief.yaml.`);
    case "ENOENT":
    case "ENOTDIR":
      return stopForUsage(
        "no-such-folder",
        `There is no folder in which ${file} could be written.`,
        "Make the folder first, or name another file.",
      );
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return stopForUsage("not-writable", `${file} may not be written here.`, "Name a file in a folder of your own.");
    default:
      return stopForUsage(
        "not-written",
        `${file} could not be written (${code ?? "no code"} on ${syscall}).`,
        "Name another file, or make room.",
      );
  }
}
