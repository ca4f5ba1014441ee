/** A positions file of any of the formats: told apart by its first line. */
import type { Diagnostic } from "../brief/diagnostic.ts";
import type { ForecastTable } from "../forecast/forecast-table.ts";
import type { SpatialSettings } from "../forecast/spatial/settings.ts";
import { decodeData, type Encoding } from "./decode-text.ts";
import { Notes } from "./notes.ts";
import { readEqualGain } from "./read-equal-gain.ts";
import { readKtabCsv } from "./read-ktab-csv.ts";
import { readKtabXml } from "./read-ktab-xml.ts";
import { looksLikePositions, readPositionsCsv } from "./read-positions-csv.ts";

export type DataFormat = "positions" | "equal-gain" | "KTAB table" | "KTAB scenario";
export interface DataFile {
  readonly format: DataFormat;
  readonly encoding: Encoding;
  /** Absent where there are errors. */
  readonly table?: ForecastTable;
  /** What the file says of the spatial model. */
  readonly spatial?: SpatialSettings;
  /** Errors and warnings, in the order of the file. */
  readonly diagnostics: readonly Diagnostic[];
}

const mostBytes = 20_000_000;

/** Reads positions data. @param file its name, for messages */
export function readData(bytes: Uint8Array, file: string): DataFile {
  const notes = new Notes(file);
  if (bytes.length > mostBytes) {
    notes.add(
      "file-too-large",
      1,
      `The file is larger than ${mostBytes / 1_000_000} MB; it has not been read.`,
      "Is this the right file?",
    );
    return { format: "positions", encoding: "UTF-8", diagnostics: notes.list };
  }
  const { text, encoding } = decodeData(bytes, notes);
  const heading = /^demarche[ \t]*:/m.exec(text);
  if (heading !== null)
    notes.add(
      "is-a-brief",
      text.slice(0, heading.index).split("\n").length,
      "This is a brief, not positions data.",
      "A brief is named .yaml, and needs no import: demarche forecast BRIEF.yaml.",
    );
  if (notes.failed) return { format: "positions", encoding, diagnostics: notes.list };
  const format = formatOf(text);
  const { table, spatial } = readAs(format, text, notes);
  const diagnostics = notes.list.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
  return {
    format,
    encoding,
    ...(notes.failed ? {} : { table }),
    ...(spatial === undefined ? {} : { spatial }),
    diagnostics,
  };
}

function readAs(format: DataFormat, text: string, notes: Notes): { table: ForecastTable; spatial?: SpatialSettings } {
  switch (format) {
    case "positions":
      return { table: readPositionsCsv(text, notes) };
    case "equal-gain":
      return { table: readEqualGain(text, notes) };
    case "KTAB table":
      return { table: readKtabCsv(text, notes) };
    case "KTAB scenario": {
      const { table, settings } = readKtabXml(text, notes);
      return { table, spatial: settings };
    }
  }
}

function formatOf(text: string): DataFormat {
  const first =
    text
      .split(/\r\n|\r|\n/)
      .find((line) => line.trim() !== "")
      ?.trim() ?? "";
  if (first.startsWith("<")) return "KTAB scenario";
  if (/^"?#/.test(first)) return "equal-gain";
  return looksLikePositions(first) ? "positions" : "KTAB table";
}
