import type { Spread3, TypedPayoff } from "@demarche/core/run";
import { headings } from "../../messages/headings.ts";
import { registerMessages } from "../../messages/register.ts";
import { markup, type Piece } from "../../svg/markup.ts";
import { capitalise, inputText, messages, numberText, spreadText } from "../../wording/index.ts";
import { engineText } from "../engine-text.ts";
import { anchor, anchorOfPath, type Paper, type SectionWriter } from "../paper.ts";
import { placeLink } from "../place-link.ts";
import { bullets, type Row, table } from "../table.ts";

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
            markup`${words.notPricedLine(capitalise(engineText(entry.what)), engineText(entry.why).replace(/\.$/u, ""))} <span class="place">${placeLink(paper, entry.path)}</span>`,
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
        { head: words.of, width: 38 },
        { head: words.what, width: 26 },
        { head: words.points, width: 18 },
        { head: words.breakEven, width: 18 },
      ],
      rows: payoffs.map((payoff) => payoffRow(paper, payoff)),
    }),
  ];
}

/** A payoff of a move by the move's name; any other by the engine's words. */
function payoffRow(paper: Paper, payoff: TypedPayoff): Row {
  const [top, id, kind, audience] = payoff.path.split("/");
  const move = top === "moves" && id !== undefined && paper.index.moves.has(id) ? id : undefined;
  const name = move === undefined ? capitalise(inputText(paper.index, payoff.what)) : paper.index.nameOf(move);
  const target = move === undefined ? anchorOfPath(paper, payoff.path) : anchor("move", move);
  const what =
    kind === "cost"
      ? words.cost
      : kind === "worth"
        ? words.worth
        : kind === "audience" && audience !== undefined
          ? words.before(paper.index.inProse(audience))
          : placeLink(paper, payoff.path);
  return {
    cells: [
      markup`${target === undefined ? name : markup`<a href="${`#${target}`}">${name}</a>`}${paper.notes.sourced(payoff.path)}`,
      what,
      kind === "cost" ? costText(payoff.points) : spreadText(payoff.points),
      payoff.breakEven === undefined ? words.noBreakEven : words.factor(numberText(payoff.breakEven, 2)),
    ],
  };
}

/** A cost is printed without a sign: it is taken off. */
function costText({ low, high }: Spread3): string {
  return messages.points(
    low === high ? numberText(low) : messages.between(numberText(low), numberText(high)),
    low === 1 && high === 1,
  );
}
