export { type BriefIndex, indexBrief } from "./brief-index.ts";
export { type ChanceText, chanceText, shareText } from "./chance-text.ts";
export { citationsText, citationText, sourceEntryText, sourceText } from "./citation-text.ts";
export { conditionHead, conditionText } from "./condition-text.ts";
export { dateText, dayText, dueText, shortDateText, shortDayText } from "./date-text.ts";
export { effectText } from "./effect-text.ts";
export { inputInside, inputText, messageText } from "./input-text.ts";
export { type Messages, messages } from "./messages.ts";
export { memo } from "./messages-memo.ts";
export { modalityText } from "./modality-text.ts";
export { numberText, signedText } from "./number-text.ts";
export type { PaperInput } from "./paper-input.ts";
export {
  levelText,
  pointsCompact,
  pointsFine,
  pointsShort,
  pointsSign,
  pointsText,
  spreadText,
} from "./points-text.ts";
export { chanceInputText, placeText, quantityText } from "./quantity-text.ts";
export { asSentence, capitalise, insideSentence, listText, quoted, typeset } from "./sentence.ts";
