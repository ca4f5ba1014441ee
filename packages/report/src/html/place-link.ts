import type { Path } from "@demarche/core/brief";
import { type Markup, markup } from "../svg/markup.ts";
import { anchorOfPath, type Paper } from "./paper.ts";

/** A place in the brief by its names, with a link to where the paper treats it. */
export function placeLink(paper: Paper, path: Path): Markup {
  const text = path
    .split("/")
    .map((part, i) => (i === 0 ? part : nameOfPart(paper, part)))
    .join(" › ");
  const target = anchorOfPath(paper, path);
  return target === undefined
    ? markup`<span title="${path}">${text}</span>`
    : markup`<a href="${`#${target}`}" title="${path}">${text}</a>`;
}

/** Names of what the brief names, other words of the language as they stand; places in a list count from 1. */
function nameOfPart(paper: Paper, part: string): string {
  const { index } = paper;
  if (/^\d+$/u.test(part)) return String(Number(part) + 1);
  const known =
    index.issues.has(part) ||
    index.headings.has(part) ||
    index.parties.has(part) ||
    index.forums.has(part) ||
    index.moves.has(part) ||
    index.links.has(part) ||
    index.rules.has(part) ||
    index.assumptions.has(part) ||
    index.sources.has(part);
  return known ? index.nameOf(part) : part.replace(/-/gu, " ");
}
