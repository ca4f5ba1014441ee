import type { Contradiction } from "@demarche/core/run";
import { headings } from "../../messages/headings.ts";
import { registerMessages } from "../../messages/register.ts";
import { join, markup, type Piece } from "../../svg/markup.ts";
import { asSentence, messageText } from "../../wording/index.ts";
import { engineText } from "../engine-text.ts";
import type { Paper, SectionWriter } from "../paper.ts";
import { placeLink } from "../place-link.ts";

const words = registerMessages.contradictions;
const severities = ["contradiction", "tension", "gap"] as const;

/** What in the brief disagrees with itself, both places named and linked. */
export const writeContradictions: SectionWriter = (paper) => ({
  id: "contradictions",
  title: headings.contradictions,
  body: (number) => {
    const { contradictions } = paper.findings;
    if (contradictions.length === 0) return markup`<p>${words.none}${paper.notes.computed("/contradictions")}</p>`;
    const groups = severities
      .map((severity) => ({ severity, entries: contradictions.filter((entry) => entry.severity === severity) }))
      .filter((group) => group.entries.length > 0);
    return groups.map(
      ({ severity, entries }, g) =>
        markup`<h3><span class="count">${`${number}.${g + 1}`}</span> ${words.titles[severity]}</h3><ol class="matters">${entries.map((entry) => writeEntry(paper, entry))}</ol>`,
    );
  },
});

function writeEntry(paper: Paper, entry: Contradiction): Piece {
  const at = paper.findings.contradictions.indexOf(entry);
  return markup`<li><p>${asSentence(messageText(paper.index, entry.message))}${paper.notes.computed(`/contradictions/${at}`)} ${asSentence(engineText(entry.why))}</p>
<p class="places">${words.places} ${join(
    entry.paths.flatMap((path, i) => [i > 0 && ` ${words.and} `, placeLink(paper, path)]),
  )}</p></li>`;
}
