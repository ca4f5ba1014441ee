/** Runs the built command as a person would; nothing of it is imported. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const bin = join(root, "packages/cli/bin/demarche.js");

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Of Node, before the command. */
  readonly flags?: readonly string[];
  /** Who runs it, where the tests run as root. */
  readonly uid?: number;
}

/** Whatever happens, a person sees no stack trace. */
export function demarche(args: readonly string[], { cwd = root, env = {}, flags = [], uid }: RunOptions = {}): Ran {
  const { PATH = "" } = process.env;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [...flags, bin, ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 64_000_000,
    env: { PATH, LANG: "C.UTF-8", ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  if (error !== undefined) throw error;
  expect(`${stdout}${stderr}`).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  return { status, stdout, stderr };
}

/** A folder that is gone with the system's temporary files. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), "demarche-cli-"));
}

export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** Three parties, two issues; enough for all papers, and planned in a moment. */
export const smallBrief = `demarche: 1
title: Fish and market access
us: norland
parties: { norland: Norland, sudmark: Südmark, ostia: Ostia }
agenda:
  - issue: cod-quota
    name: Our share of the cod
    scale: 20..33
    options: { a-fifth: 20, a-quarter: 25, a-third: 33 }
    otherwise: a-fifth
    positions:
      norland: { ideal: a-third, salience: 90, bottom line: a-quarter }
      sudmark: { ideal: a-fifth, salience: 60..80 }
      ostia: { ideal: 22..28, salience: unknown }
  - issue: machine-tariff
    name: Tariff on their machine parts
    options: [abolished, phased-cut, stays]
    otherwise: stays
    positions:
      norland: { ideal: stays, salience: 40 }
      sudmark: { ideal: abolished, salience: 80 }
      ostia: phased-cut
`;
/** So few that a test takes no time; figures do not matter here. */
export const fewWorlds = ["--worlds", "250"] as const;
export const paperNames = ["memo.docx", "memo.md", "plan.json", "report.html"] as const;
