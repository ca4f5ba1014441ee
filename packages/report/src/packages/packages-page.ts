/** An agreement space on a page of its own: no script, nothing fetched; the same bytes for the same findings. */
import type { PackageFindings } from "@demarche/core/packages";
import { styleSheet } from "../html/style.ts";
import { element, markup, styleElement } from "../svg/markup.ts";
import { type PackageNames, packagesBody, plainNames } from "./packages-body.ts";

export function writePackagesPage(findings: PackageFindings, title: string, names: PackageNames = plainNames): string {
  return `<!doctype html>\n${
    element(
      "html",
      { lang: "en-GB" },
      element(
        "head",
        {},
        element("meta", { charset: "utf-8" }),
        element("meta", { name: "viewport", content: "width=device-width,initial-scale=1" }),
        element("meta", { name: "referrer", content: "no-referrer" }),
        element("title", {}, title),
        styleElement(styleSheet("")),
      ),
      element(
        "body",
        {},
        element(
          "main",
          { class: "sheet" },
          markup`<header class="head"><p class="kind">Agreement space</p><h1>${title}</h1></header>`,
          packagesBody(findings, names),
          markup`<footer><p class="quiet">Demarche ${findings.version}, engine packages.</p></footer>`,
        ),
      ),
    ).text
  }\n`;
}
