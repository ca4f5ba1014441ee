import { type Diagnostic, formatDiagnostic, readBrief, type TextPlace } from "@demarche/core/brief";
import { findContradictions } from "@demarche/core/contradictions";
import { type Contradiction, compilePlannable } from "@demarche/core/run";
import { diagnosticOf } from "./open-brief.ts";
import { readInput } from "./read-input.ts";
import { reportOf } from "./stop.ts";

interface Unknown {
  readonly what: string;
  /** What kind of number: "ideal", "cost", … */
  readonly kind: string;
  /** The brief says `unknown`; else it says nothing, and a default stands in. */
  readonly said: boolean;
  readonly path: string;
  readonly place: TextPlace;
}
interface Placed {
  readonly contradiction: Contradiction;
  readonly places: readonly TextPlace[];
}
export interface Checked {
  readonly file: string;
  readonly errors: readonly Diagnostic[];
  /** Warnings and notes, but for what is always asked for. */
  readonly remarks: readonly Diagnostic[];
  /** What every brief is asked for and this one does not say. */
  readonly askedFor: readonly Diagnostic[];
  readonly contradictions: readonly Placed[];
  /** Numbers that nobody has given, in the order of the brief. */
  readonly unknowns: readonly Unknown[];
}

/** Gaps that the reader has already asked to fill: one gap is told once. */
const askedForElsewhere: readonly string[] = ["rung-unauthorised"];

const askedForCodes: readonly string[] = ["others-not-considered", "answer-missing", "rung-without-authority"];

/** All that can be said of a brief without computing it. @throws Stop where the file cannot be read */
export function checkFile(file: string): Checked {
  const { brief, diagnostics, locate, text } = readBrief(readInput(file), { file });
  const lines = text.split("\n");
  const said = {
    file,
    errors: diagnostics.filter(({ severity }) => severity === "error"),
    remarks: diagnostics.filter(({ code, severity }) => severity !== "error" && !askedForCodes.includes(code)),
    askedFor: diagnostics.filter(({ code }) => askedForCodes.includes(code)),
  };
  if (brief === undefined) return { ...said, contradictions: [], unknowns: [] };
  const { model, problems } = compilePlannable(brief);
  const found = findContradictions(brief).filter(({ code }) => !askedForElsewhere.includes(code));
  const contradictions = found.map((contradiction) => ({
    contradiction,
    places: contradiction.paths.map(locate),
  }));
  const unknowns = (model?.inputs ?? [])
    .filter(({ unknown }) => unknown)
    .map(({ what, path, key }) => {
      const place = locate(path);
      const said = lines[place.line - 1]?.slice(place.column - 1).startsWith("unknown") === true;
      return { what, kind: key.slice(0, key.indexOf(" ")), said, path, place };
    })
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
  return { ...said, errors: problems.map((problem) => diagnosticOf(problem, locate)), contradictions, unknowns };
}

/** One document, in stable order; `errors` is empty where the brief is sound. */
export function checkJson({ errors, remarks, askedFor, contradictions, unknowns }: Checked): string {
  const of = (severity: Diagnostic["severity"]) =>
    remarks.filter((remark) => remark.severity === severity).map(reportOf);
  const document = {
    errors: errors.map(reportOf),
    warnings: of("warning"),
    notes: of("note"),
    askedFor: askedFor.map(reportOf),
    contradictions: contradictions.map(({ contradiction, places }) => ({
      ...contradiction,
      places: places.map(({ file, line, column }) => ({ file, line, column })),
    })),
    unknowns: unknowns.map(({ what, said, path, place }) => ({
      what,
      said,
      path,
      line: place.line,
      column: place.column,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** For people: each kind under its heading, and a last line that counts. */
export function checkText(checked: Checked): readonly string[] {
  const { file, errors, remarks, askedFor, contradictions, unknowns } = checked;
  const sections = [
    // Errors come first and bare, as every command lists them.
    errors.length === 0 ? [] : [...errors.map(formatDiagnostic), ""],
    section("Remarks", remarks.map(formatDiagnostic)),
    section("Always asked for, and missing", askedFor.map(formatDiagnostic)),
    section("Contradictions, tensions and gaps", contradictions.map(formatContradiction)),
    section("Unknown, as the brief says", unknowns.filter(({ said }) => said).map(formatUnknown)),
    section("Not given, so drawn widely; the first of each kind", unsaidText(unknowns.filter(({ said }) => !said))),
  ];
  const counts = [
    count(errors.length, "error"),
    count(remarks.length, "remark"),
    count(askedFor.length, "answer wanted", "answers wanted"),
    count(contradictions.length, "contradiction, tension or gap", "contradictions, tensions and gaps"),
    count(unknowns.length, "unknown"),
  ];
  const verdict = errors.length > 0 ? "cannot be planned" : "can be planned";
  return [...sections.flat(), `${file} ${verdict}: ${counts.join("; ")}.`];
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${heading}:`, ...lines, ""];
}

function formatUnknown({ what, place }: Unknown): string {
  return `${at(place)} ${what}`;
}

function unsaidText(unknowns: readonly Unknown[]): readonly string[] {
  const kinds = new Map<string, Unknown[]>();
  for (const unknown of unknowns) kinds.set(unknown.kind, [...(kinds.get(unknown.kind) ?? []), unknown]);
  return [...kinds.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          formatUnknown(first),
          ...(others.length === 0 ? [] : [`    and ${others.length} more of this kind (--json lists them)`]),
        ],
  );
}

function at({ file, line, column }: TextPlace): string {
  return `${file}:${line}:${column}`;
}

function formatContradiction({ contradiction, places }: Placed): string {
  const { code, severity, message, why } = contradiction;
  const [first, ...others] = places.map(at);
  return [`${first} ${code} ${severity}: ${message}`, ...others.map((place) => `    see ${place}`), `    ${why}`].join(
    "\n",
  );
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number === 0 ? "no" : number} ${number === 1 ? one : many}`;
}
