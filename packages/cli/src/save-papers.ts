import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { holdLock } from "./lock.ts";
import { stopForUsage } from "./stop.ts";

/** File names and contents, in the order in which they are put in place. */
export type Papers = ReadonlyMap<string, string | Uint8Array>;

/**
 * Puts all papers into a folder, or none: they are written beside and renamed, and what stood there comes back if
 * one rename fails. Two runs into one folder leave the papers of one of them. An interrupt waits for the end.
 * @throws Stop where the folder cannot be written
 */
export function savePapers(folder: string, papers: Papers): void {
  let interrupted: NodeJS.Signals | undefined;
  const remember = (signal: NodeJS.Signals) => {
    interrupted = signal;
  };
  process.on("SIGINT", remember).on("SIGTERM", remember);
  try {
    saveAll(resolve(folder), papers);
  } catch (error) {
    throw explain(error, folder);
  } finally {
    process.off("SIGINT", remember).off("SIGTERM", remember);
  }
  if (interrupted !== undefined) process.kill(process.pid, interrupted);
}

function saveAll(folder: string, papers: Papers): void {
  const firstMade = makeFolder(folder);
  let beside: string | undefined;
  try {
    beside = mkdtempSync(join(folder, ".demarche-"));
    for (const [name, content] of papers) writeThrough(join(beside, name), content);
    const release = holdLock(join(folder, ".demarche-lock"));
    try {
      putInPlace(beside, folder, [...papers.keys()]);
    } finally {
      release();
    }
  } catch (error) {
    if (beside !== undefined) rmSync(beside, { recursive: true, force: true });
    if (firstMade !== undefined) removeEmpty(folder, firstMade);
    throw error;
  }
  rmSync(beside, { recursive: true, force: true });
}

/**
 * Makes a folder and those above it; the outermost made, if any. One by one: where an existing folder takes none (such as
 * /proc), `recursive: true` of Node 20 asks again without end.
 */
function makeFolder(folder: string): string | undefined {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.push(at);
  for (const each of missing.reverse()) makeUnlessThere(each);
  if (!statSync(folder).isDirectory()) throw new FileInTheWay();
  return missing[0];
}

function makeUnlessThere(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run may have made it since.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/** On the disk, not only in a cache, before anything is renamed. */
function writeThrough(file: string, content: string | Uint8Array): void {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const descriptor = openSync(file, "wx");
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function putInPlace(beside: string, folder: string, names: readonly string[]): void {
  const earlier = join(beside, "earlier");
  mkdirSync(earlier);
  for (const name of names) {
    const target = join(folder, name);
    if (!existsSync(target)) continue;
    if (statSync(target).isDirectory()) throw new FolderInTheWay(target);
    copyFileSync(target, join(earlier, name));
  }
  const done: string[] = [];
  try {
    for (const name of names) {
      renameSync(join(beside, name), join(folder, name));
      done.push(name);
    }
  } catch (error) {
    for (const name of done) {
      if (existsSync(join(earlier, name))) renameSync(join(earlier, name), join(folder, name));
      else rmSync(join(folder, name));
    }
    throw error;
  }
}

/** Folders that this run has made, from the innermost outwards, as long as nobody has put anything into them. */
function removeEmpty(folder: string, firstMade: string): void {
  try {
    for (let at = folder; at.length >= firstMade.length; at = dirname(at)) rmdirSync(at);
  } catch (error) {
    // Somebody else's file is in it by now: it stays. Any other trouble is less than the error that is being told.
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
  }
}

class FolderInTheWay extends Error {}
class FileInTheWay extends Error {}

function explain(error: unknown, folder: string): unknown {
  if (error instanceof FolderInTheWay)
    return stopForUsage(
      "output-in-the-way",
      `${error.message} is a folder; a paper of that name should stand there.`,
      "Move it away, or name another folder with --out.",
    );
  const another = "Name another folder with --out.";
  const notAFolder = `${folder} is a file, or lies below one; it must be a folder.`;
  if (error instanceof FileInTheWay) return stopForUsage("output-not-a-folder", notAFolder, another);
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined) return error;
  switch (code) {
    case "EEXIST":
    case "ENOTDIR":
      return stopForUsage("output-not-a-folder", notAFolder, another);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return stopForUsage("output-not-writable", `${folder} may not be written to.`, another);
    case "ENOSPC":
    case "EDQUOT":
      return stopForUsage(
        "disk-full",
        `There is no room left for ${folder}.`,
        "What stood there is untouched. Make room, or name another folder with --out.",
      );
    default:
      return stopForUsage(
        "output-failed",
        `${folder} could not be written (${code ?? "no code"} on ${syscall}).`,
        `What stood there is untouched. ${another}`,
      );
  }
}
