/** Frame of the pages that stand by themselves (a conflict, an agreement space, a forecast, a score-card): no script, nothing fetched. */
import { element, markup, type Piece, styleElement } from "../svg/markup.ts";
import { styleSheet } from "./style.ts";

/** `lead` stands under the title: where the data come from. The same pieces give the same bytes. */
export function writePage(kind: string, title: string, body: Piece, foot: string, lead?: string): string {
  const under = lead !== undefined && element("p", { class: "quiet" }, lead);
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
          markup`<header class="head"><p class="kind">${kind}</p><h1>${title}</h1>${under}</header>`,
          body,
          markup`<footer><p class="quiet">${foot}</p></footer>`,
        ),
      ),
    ).text
  }\n`;
}
