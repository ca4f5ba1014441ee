/** From what was named on the command line to the findings of its agreement space. */
import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Diagnostic } from "@demarche/core/brief";
import { compile, type Model } from "@demarche/core/model";
import {
  type Analysis,
  type AnalysisSettings,
  analyseItems,
  analysePackages,
  type PackageFindings,
  readDomain,
  type SourceText,
  type Within,
} from "@demarche/core/packages";
import type { Progress } from "@demarche/core/run";
import { decodeText, stopForDiagnostics } from "./data-file.ts";
import { untilDone } from "./interrupt.ts";
import { openBrief, stopForProblems } from "./open-brief.ts";
import { readInput } from "./read-input.ts";
import { frontierOnThread } from "./threads/frontier-on-thread.ts";

export interface PackageQuestion {
  readonly semantics: "genius" | "raw";
  readonly within?: Within;
  /** Bargaining weights by party; one where not named. */
  readonly weights?: Readonly<Record<string, string>>;
  /** Whose offers are looked for; of a brief, whose it is. */
  readonly us?: string;
  readonly deal?: Readonly<Record<string, string>>;
}

/** Who is told how far it is, and that it was broken off. */
export interface PackageWatch {
  /** Of the work allowed. */
  readonly progress: Progress;
  /** It ends there. */
  readonly interrupted: () => void;
}

/**
 * @throws Stop where the input cannot be read or has errors.
 */
export async function findPackages(
  input: string,
  question: PackageQuestion,
  watch: PackageWatch,
): Promise<FoundPackages> {
  const files = listFiles(input);
  const briefs = files.filter(isBrief);
  // A folder of an example or a case holds its brief beside other files.
  const brief =
    briefs.find(({ file }) => /^brief\.ya?ml$/.test(basename(file))) ?? (briefs.length === 1 ? briefs[0] : undefined);
  if (brief) return findInBrief(brief, question, watch);
  const read = readDomain(files, question.semantics);
  if ("diagnostics" in read) throw stopForDiagnostics(read.diagnostics);
  const settings = { ...asked(question), within: question.within ?? "all", conventions: read.conventions };
  const findings = await toTheEnd(
    input,
    settings.within,
    (frontier) => analysePackages(read.domain, { ...settings, ...frontier, progress: watch.progress }),
    watch,
  );
  return { findings: findings!, title: basename(input) };
}

function asked({ weights, us, deal }: PackageQuestion): Pick<AnalysisSettings, "weights" | "us" | "deal"> {
  return { ...(weights && { weights }), ...(us !== undefined && { us }), ...(deal && { deal }) };
}

export interface FoundPackages {
  readonly findings: BriefPackages;
  readonly title: string;
  /** How people call what the findings name by id; absent where ids are the names. */
  readonly names?: SpaceNames;
}
export interface SpaceNames {
  party(id: string): string;
  issue(id: string): string;
  option(issue: string, option: string): string;
}
/** The whole agenda, and each declared bundle by itself. */
export interface BriefPackages extends PackageFindings {
  readonly bundles?: readonly { readonly id: string; readonly findings: PackageFindings }[];
}

interface ReadFile extends SourceText {
  readonly bytes: Uint8Array;
}

async function findInBrief(
  { file, bytes }: ReadFile,
  question: PackageQuestion,
  watch: PackageWatch,
): Promise<FoundPackages> {
  const { brief, locate } = openBrief(file, bytes);
  const compiled = compile(brief);
  if (compiled.model === undefined) throw stopForProblems(compiled.problems, locate);
  const { model } = compiled;
  const within = question.within ?? "zone";
  // The seed of the plan, so that an estimate is the same in its report.
  const settings = { ...asked(question), within, seed: model.method.seed, progress: watch.progress };
  const analyse = (items: readonly number[] | undefined) =>
    toTheEnd(file, within, (frontier) => analyseItems(model, items, { ...settings, ...frontier }), watch);
  const whole = await analyse(undefined);
  if (!whole) {
    const hint = "Give the members' positions under the issues of the agenda.";
    throw stopForDiagnostics([
      { ...faultIn(file, "no-positions", "No member of the forum has a known position on any issue."), hint },
    ]);
  }
  const bundles: { readonly id: string; readonly findings: PackageFindings }[] = [];
  for (const { id, items } of model.bundles) {
    const found = await analyse(items);
    if (found) bundles.push({ id, findings: found });
  }
  const findings = bundles.length > 0 ? { ...whole, bundles } : whole;
  return { findings, title: brief.head.title ?? basename(file), names: namesOf(model) };
}

function namesOf(model: Model): SpaceNames {
  const items = new Map(model.items.map((item) => [item.id, item]));
  const parties = new Map(model.parties.map(({ id, name }) => [id, name]));
  return {
    party: (id) => parties.get(id) ?? id,
    issue: (id) => items.get(id)?.title ?? id,
    option: (issue, option) => items.get(issue)?.options.find(({ id }) => id === option)?.title ?? option,
  };
}

/** By elimination; where the links are too many for it, by integer programming. Undefined as `analyse` says. */
async function toTheEnd(
  file: string,
  within: Within,
  analyse: (frontier: Pick<AnalysisSettings, "frontier">) => ReturnType<typeof analysePackages> | undefined,
  { progress, interrupted }: PackageWatch,
): Promise<PackageFindings | undefined> {
  const first = sound(file, analyse({}));
  if (!first?.tooWide) return first?.findings;
  const frontier = await untilDone(frontierOnThread({ domain: first.domain, within }, progress), interrupted);
  return "failed" in frontier ? first.findings : sound(file, analyse({ frontier }))?.findings;
}

function sound(file: string, analysis: ReturnType<typeof analysePackages> | undefined): Analysis | undefined {
  if (analysis === undefined || !("problems" in analysis)) return analysis;
  throw stopForDiagnostics(
    analysis.problems.map(({ code, message, hint }) => ({
      ...faultIn(file, code, message),
      ...(hint === undefined ? {} : { hint }),
    })),
  );
}

const extensions = /\.(xml|json|ya?ml)$/i;

/** The file, or the data files of the folder in the order of their names (by character, the same everywhere). */
function listFiles(input: string): readonly ReadFile[] {
  const paths = isFolder(input)
    ? readdirSync(input)
        .filter((name) => extensions.test(name))
        .sort()
        .map((name) => join(input, name))
    : [input];
  if (paths.length === 0)
    throw stopForDiagnostics([
      {
        ...faultIn(input, "empty-folder", "There is no .xml, .json or .yaml file in this folder."),
        hint: "Name the folder with the parties' profiles.",
      },
    ]);
  return paths.map((file) => {
    const bytes = readInput(file);
    return { file, bytes, text: decodeText(file, bytes) };
  });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** A brief says `demarche:` at the start of a line; no data format does. */
const isBrief = ({ file, text }: SourceText): boolean => !/\.(json|xml)$/i.test(file) && /^demarche\s*:/m.test(text);

function faultIn(file: string, code: string, message: string): Diagnostic {
  return { code, severity: "error", place: { file, line: 1, column: 1, length: 1 }, message };
}
