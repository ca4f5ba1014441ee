/** An agreement space on a page of its own: the same bytes for the same findings. */
import type { PackageFindings } from "@demarche/core/packages";
import { writePage } from "../html/plain-page.ts";
import { element, join } from "../svg/markup.ts";
import { type PackageNames, plainNames } from "./package-names.ts";
import { packagesBody } from "./packages-body.ts";

/** The whole space, then parts of it, each under its name. */
export function writePackagesPage(
  findings: PackageFindings & {
    readonly bundles?: readonly { readonly id: string; readonly findings: PackageFindings }[];
  },
  title: string,
  names: PackageNames = plainNames,
): string {
  const bundles = (findings.bundles ?? []).map((bundle, k) => [
    element("h2", {}, names.issue(bundle.id)),
    packagesBody(bundle.findings, names, `bundle-${k}`),
  ]);
  return writePage(
    "Agreement space",
    title,
    join([packagesBody(findings, names), join(bundles.flat())]),
    `Demarche ${findings.version}, engine packages.`,
  );
}
