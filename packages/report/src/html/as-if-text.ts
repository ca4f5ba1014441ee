import { planMessages } from "../messages/plan.ts";
import { memo } from "../wording/index.ts";

type Words = typeof planMessages.moves.asIf | typeof memo.asIf;

/** How the plan goes on without a move that its branches ask of, as a sentence without its stop; `told` as in plan.json's `asIf`. */
export const asIfText = (told: string): string => toldText(planMessages.moves.asIf, told);

/** The same for a narrow cell. */
export const asIfShort = (told: string): string => toldText(memo.asIf, told);

function toldText(words: Words, told: string): string {
  switch (told) {
    case "worked":
    case "failed":
    case "done":
    case "none":
      return words[told];
    default:
      return words.signal(told.replaceAll("-", " "));
  }
}
