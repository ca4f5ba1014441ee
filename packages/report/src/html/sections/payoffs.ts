import { headings } from "../../messages/headings.ts";
import { registerMessages } from "../../messages/register.ts";
import { markup, type Piece } from "../../svg/markup.ts";
import { capitalise, numberText, spreadText } from "../../wording/index.ts";
import type { Paper, SectionWriter } from "../paper.ts";
import { placeLink } from "../place-link.ts";
import { bullets, table } from "../table.ts";

const words = registerMessages.payoffs;

/** Typed payoffs with their break-evens, and what counts for nothing in the figures. */
export const writePayoffs: SectionWriter = (paper) => ({
  id: "payoffs",
  title: headings.payoffs,
  body: (number) => [
    typedPayoffs(paper),
    paper.findings.notPriced.length > 0 &&
      markup`<h3><span class="count">${`${number}.1`}</span> ${words.notPriced}</h3><p>${words.notPricedIntro}${paper.notes.computed("/notPriced")}</p>${bullets(
        paper.findings.notPriced.map(
          (entry) =>
            markup`${words.notPricedLine(capitalise(entry.what), entry.why.replace(/\.$/u, ""))} <span class="place">${placeLink(paper, entry.path)}</span>`,
        ),
      )}`,
  ],
});

function typedPayoffs(paper: Paper): Piece {
  const { typedPayoffs: payoffs } = paper.findings;
  if (payoffs.length === 0) return markup`<p>${words.none}${paper.notes.computed("/typedPayoffs")}</p>`;
  return [
    markup`<p>${words.intro}</p>`,
    table({
      caption: markup`${words.caption}.${paper.notes.computed("/typedPayoffs")}`,
      columns: [
        { head: words.what, width: 52 },
        { head: words.points, width: 24 },
        { head: words.breakEven, width: 24 },
      ],
      rows: payoffs.map((payoff) => ({
        cells: [
          markup`${capitalise(payoff.what)}${paper.notes.sourced(payoff.path)}<div class="place">${placeLink(paper, payoff.path)}</div>`,
          spreadText(payoff.points),
          payoff.breakEven === undefined ? words.noBreakEven : words.factor(numberText(payoff.breakEven, 2)),
        ],
      })),
    }),
  ];
}
