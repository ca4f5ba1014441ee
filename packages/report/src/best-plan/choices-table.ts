/** Each choice of the best plan: its worth, what else one would do, and what would turn it. */
import type { BestPlan } from "@demarche/core/search";
import type { Paper } from "../html/paper.ts";
import { type Row, table } from "../html/table.ts";
import { worldsText } from "../html/world-share.ts";
import { bestPlanMessages } from "../messages/best-plan.ts";
import { join, markup, type Piece } from "../svg/markup.ts";
import { capitalise, pointsCompact } from "../wording/index.ts";
import { choiceVerdict, insteadText, seenText, turnTexts } from "./choice-texts.ts";
import { type Choice, choicesOf } from "./choices.ts";

const words = bestPlanMessages.why;

export function writeChoices(paper: Paper, best: BestPlan): Piece {
  const choices = choicesOf(paper.index.brief, best);
  if (choices.length === 0) return undefined;
  // a column that would say the same in every row is left out
  const turns = choices.some((choice) => turnTexts(paper.index, choice).length > 0);
  const unturned = !turns && paper.index.brief.assumptions.length > 0;
  return [
    markup`<h3>${words.heading}</h3>`,
    table({
      caption: `${words.caption}.`,
      columns: [
        { head: words.choice, width: turns ? 28 : 36 },
        { head: words.worth, width: turns ? 20 : 26 },
        { head: words.instead, width: turns ? 24 : 38 },
        ...(turns ? [{ head: words.change, width: 28 }] : []),
      ],
      rows: choices.map((choice) => row(paper, choice, turns)),
    }),
    unturned && markup`<p>${words.noneAtAll}</p>`,
    choices.some(({ why }) => choiceVerdict(why.worth) === "unclear") && markup`<p class="quiet">${words.luckNote}</p>`,
  ];
}

function row({ index, notes }: Paper, choice: Choice, turns: boolean): Row {
  const { move, seen, share, why, pointer } = choice;
  const verdict = choiceVerdict(why.worth);
  const turning = turnTexts(index, choice);
  return {
    cells: [
      [
        index.nameOf(move),
        seen.length > 0 &&
          markup`<div class="why">${words.after(seenText(index, seen))}; ${words.here(worldsText(share))}</div>`,
      ],
      markup`${pointsCompact(why.worth)}${notes.computed(`${pointer}/why/worth`)}<div class="why">${
        verdict === "for" ? words.words[verdict] : markup`<strong>${words.words[verdict]}</strong>`
      }</div>`,
      capitalise(insteadText(index, why.instead)),
      ...(turns
        ? [
            turning.length === 0
              ? markup`<span class="quiet">${words.none}</span>`
              : join(turning.map((text) => markup`<div>${text}</div>`)),
          ]
        : []),
    ],
  };
}
