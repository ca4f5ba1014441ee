/** A forecast put on record before the event, so that nobody can say later that it was made with hindsight. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { ForecastFindings } from "./forecast.ts";
import { forecastJson } from "./forecast-json.ts";

export interface FrozenForecast {
  /** Version of this format. */
  readonly "forecast record": 1;
  /** YYYY-MM-DD: nothing later fed it. */
  readonly "as of": string;
  /** Name of the input file, and SHA-256 of its bytes, hex. */
  readonly input: { readonly file: string; readonly sha256: string };
  readonly forecast: Record<string, unknown>;
  /** SHA-256, hex, of the record without this line, as compact JSON: lodge it with somebody whom others trust. */
  readonly sha256: string;
}

/** @param bytes the input file's content */
export function freezeForecast(
  findings: ForecastFindings,
  asOf: string,
  file: string,
  bytes: Uint8Array,
): FrozenForecast {
  const open = {
    "forecast record": 1 as const,
    "as of": asOf,
    input: { file, sha256: bytesToHex(sha256(bytes)) },
    forecast: forecastJson(findings),
  };
  return { ...open, sha256: hashOf(open) };
}

/** Whether a record is as it was frozen: an altered one does not match its hash. */
export function isIntact(record: FrozenForecast): boolean {
  const { sha256: hash, ...open } = record;
  return hashOf(open) === hash;
}

const hashOf = (open: object) => bytesToHex(sha256(utf8ToBytes(JSON.stringify(open))));
