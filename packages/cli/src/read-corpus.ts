import { type Dirent, existsSync, readdirSync } from "node:fs";
import { basename, join, relative } from "node:path";
import type { ForecastTable } from "@demarche/core/forecast";
import { type Corpus, isPastTable, readOutcomesCsv, readPastTable } from "@demarche/core/review";
import { stopForDiagnostics } from "./data-file.ts";
import { openData } from "./open-data.ts";
import { readInput } from "./read-input.ts";
import { stopForUsage } from "./stop.ts";

/** Folders deeper than this are not looked into. */
const deepest = 3;

/**
 * A corpus in a folder: every table of past forecasts (CSV with issue_id, dossier, outcome and …_forecast), and every
 * folder with positions.csv, with outcomes.csv where what came out is known. @throws Stop where a file has errors
 */
export function readCorpus(folder: string): Corpus {
  const past: Corpus["past"][number][] = [];
  const cases: Corpus["cases"][number][] = [];
  for (const file of filesIn(folder, deepest)) {
    const name = relative(folder, file);
    if (basename(file) === "positions.csv") {
      const { table } = openData(file);
      const told = join(file, "..", "outcomes.csv");
      cases.push({
        name: relative(folder, join(file, "..")) || basename(folder),
        table,
        outcomes: existsSync(told) ? outcomesIn(told, table) : {},
      });
    } else if (file.endsWith(".csv")) {
      const bytes = readInput(file);
      if (!isPastTable(bytes)) continue;
      const { models, diagnostics } = readPastTable(bytes, file);
      if (diagnostics.length > 0) throw stopForDiagnostics(diagnostics);
      past.push({ name, models });
    }
  }
  if (past.length + cases.length === 0)
    throw stopForUsage(
      "nothing-to-score",
      `${folder} holds nothing to score.`,
      "Expected positions.csv (with outcomes.csv) in folders, or tables of past forecasts: docs/guide/forecast-data.md.",
    );
  return { past, cases };
}

function outcomesIn(file: string, table: ForecastTable): Readonly<Record<string, number>> {
  const { outcomes, diagnostics } = readOutcomesCsv(readInput(file), file, table);
  if (diagnostics.length > 0) throw stopForDiagnostics(diagnostics);
  return outcomes;
}

/** Files by name, folders after. */
function filesIn(folder: string, depth: number): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw stopForUsage(
      "no-such-folder",
      `There is no folder ${folder} that can be read.`,
      "Name a folder with positions and outcomes, such as data.",
    );
  }
  const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const files = sorted.filter((entry) => entry.isFile()).map((entry) => join(folder, entry.name));
  const below =
    depth === 0
      ? []
      : sorted.filter((entry) => entry.isDirectory()).flatMap((entry) => filesIn(join(folder, entry.name), depth - 1));
  return [...files, ...below];
}
