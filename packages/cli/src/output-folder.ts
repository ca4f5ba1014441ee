import { realpathSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { stopForUsage } from "./stop.ts";

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

/** @throws Stop where a paper would be written over the brief itself */
export function checkOutput(file: string, folder: string, papers: readonly string[]): void {
  const brief = realpathSync(file);
  const over = papers.find((paper) => join(resolve(folder), paper) === brief || sameFile(join(folder, paper), brief));
  if (over !== undefined)
    throw stopForUsage(
      "output-over-input",
      `${over} would be written over the brief itself.`,
      "Name another folder with --out.",
    );
}

function sameFile(paper: string, brief: string): boolean {
  try {
    return realpathSync(paper) === brief;
  } catch (error) {
    // A paper that is not there yet is no other file.
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    return false;
  }
}
