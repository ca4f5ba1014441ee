/** An agreement space on a page of its own: the same bytes for the same findings. */
import type { PackageFindings } from "@demarche/core/packages";
import { writePage } from "../html/plain-page.ts";
import { type PackageNames, packagesBody, plainNames } from "./packages-body.ts";

export function writePackagesPage(findings: PackageFindings, title: string, names: PackageNames = plainNames): string {
  return writePage(
    "Agreement space",
    title,
    packagesBody(findings, names),
    `Demarche ${findings.version}, engine packages.`,
  );
}
