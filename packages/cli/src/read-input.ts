import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { type Diagnostic, formatDiagnostic } from "@demarche/core/brief";
import { exitCodes } from "./exit-codes.ts";
import { reportOf, Stop } from "./stop.ts";

/** Far above what any reader of ours takes (each has its own, lower limit); what is longer is not held in memory at all. */
const mostBytes = 64_000_000;

/** Content of a file (or pipe) named on the command line. @throws Stop where it cannot be read. */
export function readInput(file: string): Uint8Array {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, "r");
    if (fstatSync(descriptor).isDirectory()) throw refuse(file, "is-a-directory");
    return readAll(descriptor, file);
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw refuse(file, reasonOf(error));
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function readAll(descriptor: number, file: string): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const chunk = new Uint8Array(1 << 16);
    const read = readSync(descriptor, chunk);
    if (read === 0) break;
    length += read;
    if (length > mostBytes) throw refuse(file, "file-too-large");
    chunks.push(chunk.subarray(0, read));
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

const reasons = {
  "no-such-file": ["There is no such file.", "Check the path; `demarche new FILE` writes a starter brief."],
  "is-a-directory": ["This is a folder, not a file.", "Name the brief in it, such as FOLDER/brief.yaml."],
  "no-permission": ["The file may not be read by this user.", "Ask for the right to read it, or copy it."],
  "file-too-large": [
    `The file is larger than ${mostBytes / 1_000_000} MB; it has not been read.`,
    "Is this the right file? A brief is written by people and stays far below 1 MB.",
  ],
  unreadable: ["The file could not be read.", "Check the disk or the connection to it, and try again."],
} as const;

function reasonOf(error: unknown): keyof typeof reasons {
  switch ((error as NodeJS.ErrnoException).code) {
    case "ENOENT":
    case "ENOTDIR":
    case "ENAMETOOLONG":
      return "no-such-file";
    case "EISDIR":
      return "is-a-directory";
    case "EACCES":
    case "EPERM":
      return "no-permission";
    default:
      // An empty string, or one with a NUL in it, names no file; anything else that has no code is a bug.
      if ((error as NodeJS.ErrnoException).code === "ERR_INVALID_ARG_VALUE") return "no-such-file";
      if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
      return "unreadable";
  }
}

function refuse(file: string, reason: keyof typeof reasons): Stop {
  const [message, hint] = reasons[reason];
  const place = { file, line: 1, column: 1, length: 1 };
  const diagnostic: Diagnostic = { code: reason, severity: "error", place, message, hint };
  return new Stop(exitCodes.inputErrors, formatDiagnostic(diagnostic), [reportOf(diagnostic)]);
}
