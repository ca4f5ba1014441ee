/** The conflict on a page of its own, readable in light, dark and print: the same bytes for the same findings. */
import type { ConflictFindings } from "@demarche/core/conflict";
import { writePage } from "../html/plain-page.ts";
import { conflictBody } from "./conflict-body.ts";

export function writeConflictPage(findings: ConflictFindings): string {
  return writePage(
    "Conflict stability",
    findings.name,
    conflictBody(findings),
    `Demarche ${findings.version}, engine conflict.`,
    findings.source,
  );
}
