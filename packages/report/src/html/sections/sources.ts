import type { Brief, Citation, Id, Source } from "@demarche/core/brief";
import { headings } from "../../messages/headings.ts";
import { methodMessages } from "../../messages/method.ts";
import { markup, type Piece } from "../../svg/markup.ts";
import { asSentence, citationsText, dateText, listText } from "../../wording/index.ts";
import { laterStatements } from "../later-statements.ts";
import { anchor, type Paper, type SectionWriter } from "../paper.ts";
import { placeLink } from "../place-link.ts";
import { annex, table } from "../table.ts";

const words = methodMessages.sources;

/** Sources of the time with grades, those not at hand, and the editorial layer apart. */
export const writeSources: SectionWriter = (paper) => ({
  id: "sources",
  title: headings.sources,
  body: (number) => {
    const { sources } = paper.index.brief;
    if (sources.length === 0) return markup`<p>${words.none}</p>`;
    const original = sources.filter((source) => source.layer !== "editorial");
    const atHand = original.filter((source) => source.missing !== true);
    const missing = original.filter((source) => source.missing === true);
    const editorial = sources.filter((source) => source.layer === "editorial");
    const later = laterStatements(paper.index.brief);
    const cited = citedPassages(paper.index.brief);
    let part = 0;
    const heading = (title: string) => {
      part += 1;
      return markup`<h3><span class="count">${`${number}.${part}`}</span> ${title}</h3>`;
    };
    return [
      atHand.length > 0 && sourceTable(paper, atHand, `${words.caption}.`, cited),
      missing.length > 0 && [
        heading(words.missing),
        markup`<p>${words.missingIntro}</p>`,
        sourceTable(paper, missing, `${words.missing}.`, cited),
      ],
      (editorial.length > 0 || later.length > 0) && [
        heading(words.editorial),
        markup`<p>${words.editorialIntro}</p>`,
        editorial.length > 0 && sourceTable(paper, editorial, `${words.editorialCaption}.`, cited),
        later.length > 0 &&
          annex(
            words.laterCaption,
            table({
              caption: `${words.laterCaption}.`,
              look: "data",
              columns: [{ head: words.place }, { head: words.later }, { head: words.laterSource }],
              rows: later.map((entry) => ({
                cells: [
                  placeLink(paper, entry.path),
                  entry.statement === undefined ? "–" : asSentence(entry.statement),
                  citationsText(paper.index, entry.sources),
                ],
              })),
            }),
          ),
      ],
    ];
  },
});

function sourceTable(
  paper: Paper,
  sources: readonly Source[],
  caption: string,
  cited: ReadonlyMap<Id, readonly string[]>,
): Piece {
  return table({
    caption,
    columns: [
      { head: words.source, width: 42 },
      { head: words.date, width: 14 },
      { head: words.grade, width: 17 },
      { head: words.marks, width: 15 },
      { head: words.cited, width: 12 },
    ],
    rows: sources.map((source) => {
      const passages = inOrder(source, cited.get(source.id) ?? []);
      return {
        id: anchor("source", source.id),
        cells: [
          [
            paper.index.nameOf(source.id),
            source.kind !== undefined && source.kind !== "document" && `, ${words.kinds[source.kind]}`,
            source.note !== undefined && markup`<div class="why">${asSentence(source.note)}</div>`,
          ],
          source.date === undefined ? "–" : dateText(source.date),
          gradeText(source.grade),
          marksText(paper, source),
          citedText(cited, source.id, passages),
        ],
      };
    }),
  });
}

/** Passages in the order in which the source gives them. */
function inOrder(source: Source, passages: readonly string[]): readonly string[] {
  const labels = (source.passages ?? []).map((passage) => passage.label);
  const place = (label: string) => (labels.includes(label) ? labels.indexOf(label) : labels.length);
  return passages.toSorted((a, b) => place(a) - place(b));
}

function citedText(cited: ReadonlyMap<Id, readonly string[]>, id: Id, passages: readonly string[]): string {
  if (!cited.has(id)) return words.uncited;
  return passages.length === 0 ? words.whole : words.passages(passages.length, passages.join(", "));
}

function gradeText(grade: string | undefined): Piece {
  if (grade === undefined) return words.ungraded;
  const reliability = words.reliability[grade.charAt(0)];
  const credibility = words.credibility[grade.charAt(1)];
  return markup`<strong>${grade}</strong><div class="why">${[reliability, credibility].filter((text) => text !== undefined).join("; ")}</div>`;
}

function marksText(paper: Paper, source: Source): Piece {
  const lines = [
    source.version,
    ...(source.marks ?? []),
    source.signed && words.signed(listText(source.signed.map(paper.index.nameOf))),
    source.reachedUs === "never" ? words.never : source.reachedUs && words.reached(dateText(source.reachedUs)),
  ].filter((line) => line !== undefined && line !== "");
  return lines.length === 0 ? "–" : lines.map((line) => markup`<div>${line}</div>`);
}

/** Passages of each source that something in the brief cites, in order of first citation. */
function citedPassages(brief: Brief): ReadonlyMap<Id, readonly string[]> {
  const found = new Map<Id, string[]>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const entry of value) visit(entry);
      return;
    }
    if (value === null || typeof value !== "object") return;
    const citation = value as Partial<Extract<Citation, { kind: "source" }>>;
    if (citation.kind === "source" && typeof citation.source === "string") {
      const passages = found.get(citation.source) ?? [];
      if (citation.passage !== undefined && !passages.includes(citation.passage)) passages.push(citation.passage);
      found.set(citation.source, passages);
    }
    for (const entry of Object.values(value)) visit(entry);
  };
  visit(brief);
  return found;
}
