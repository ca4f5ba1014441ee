import { realpathSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { type Stop, stopForUsage } from "./stop.ts";

/**
 * `out/NAME`: the name of the brief's folder where the file is just called brief, else that of the file. What a group
 * of readers may see goes to a folder of its own, so that it never lies among papers that say more.
 */
export function defaultOutput(file: string, readers: readonly string[] = []): string {
  const full = resolve(file);
  const stem = basename(full, extname(full)).replace(/\.brief$/, "");
  const name = stem === "brief" ? basename(dirname(full)) || stem : stem;
  return join("out", readers.length === 0 ? name : `${name}-for-${readers.join("-")}`);
}

/** @throws Stop where a paper would be written over the brief, or the data, that it is made from */
export function checkOutput(file: string, folder: string, papers: readonly string[]): void {
  const over = papers.find((paper) => isSameFile(join(folder, paper), file));
  if (over !== undefined) throw refuse(over, file, "Name another folder with --out.");
}

/** As `checkOutput`, for one file that is written by itself. */
export function checkOutputFile(file: string, written: string): void {
  if (isSameFile(written, file)) throw refuse(written, file, "Name another file.");
}

function refuse(written: string, file: string, hint: string): Stop {
  return stopForUsage("output-over-input", `${written} would be written over ${file} itself.`, hint);
}

function isSameFile(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true;
  const real = realPathOf(one);
  return real !== undefined && real === realPathOf(other);
}

/** Undefined for what is no file on a disk: a paper that is not there yet, or a pipe. */
function realPathOf(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    return undefined;
  }
}
