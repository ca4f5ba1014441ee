import { type Document, type LineCounter, parseDocument, type YAMLError } from "yaml";
import type { Notes } from "../../import/notes.ts";

/** What follows the first errors is most often their echo. */
const mostErrors = 3;

/** The YAML of a file of outcomes; what is wrong with it goes into the notes, in our words where the parser speaks to programmers. */
export function parseOutcomes(text: string, lines: LineCounter, notes: Notes): Document.Parsed {
  const document = parseDocument(text, { schema: "failsafe", merge: false, lineCounter: lines });
  for (const error of document.errors.slice(0, mostErrors)) {
    const place = error.linePos?.[0];
    notes.add("bad-yaml", place?.line ?? 1, messageOf(error), hintOf(error), place?.col ?? 1);
  }
  return document;
}

function messageOf({ code, message }: YAMLError): string {
  if (message.startsWith("Maximum call stack")) return "This is nested too deeply to be read.";
  if (code === "MULTIPLE_DOCS") return "A line `---` begins a second document.";
  if (code === "DUPLICATE_KEY") return "This name stands twice.";
  return `YAML cannot be read here: ${message.split("\n")[0]!.replace(/ at line \d+, column \d+:?$/, "")}.`;
}

function hintOf({ code }: YAMLError): string {
  if (code === "MULTIPLE_DOCS") return "Remove the line, or put the rest into a file of its own.";
  if (code === "DUPLICATE_KEY") return "Keep one.";
  return "Check indentation, quotation marks and brackets of this line and the one before; is the file complete?";
}
