/** One fingerprint of everything that a run depends on. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Brief } from "../brief/brief.ts";
import type { PlanSettings } from "../plan/plan-engine.ts";

/** SHA-256, hex, of the brief's content (not of its comments or layout), the seed, the number of worlds and the version. */
export function inputsHash(brief: Brief, settings: PlanSettings, version: string): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([version, settings.seed, settings.worlds, brief]))));
}
