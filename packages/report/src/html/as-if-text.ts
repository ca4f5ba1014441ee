import { planMessages } from "../messages/plan.ts";

const words = planMessages.moves.asIf;

/** How the plan goes on without a move that its branches ask of, as a sentence without its stop; `told` as in plan.json's `asIf`. */
export function asIfText(told: string): string {
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
