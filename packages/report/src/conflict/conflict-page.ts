/** The conflict on a page of its own: no script, nothing fetched, readable in light, dark and print; the same bytes for the same findings. */
import type { ConflictFindings } from "@demarche/core/conflict";
import { styleSheet } from "../html/style.ts";
import { element, markup, styleElement } from "../svg/markup.ts";
import { conflictBody } from "./conflict-body.ts";

export function writeConflictPage(findings: ConflictFindings): string {
  const title = findings.name;
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
          markup`<header class="head"><p class="kind">Conflict stability</p><h1>${title}</h1>${findings.source !== undefined && element("p", { class: "quiet" }, findings.source)}</header>`,
          conflictBody(findings),
          markup`<footer><p class="quiet">Demarche ${findings.version}, engine conflict.</p></footer>`,
        ),
      ),
    ).text
  }\n`;
}
