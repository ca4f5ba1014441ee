/** Score-cards into pages and words. */
export { writeCorpusPage, writeScoreCard } from "./score-card-page.ts";
export { corpusText, scoreCardText } from "./score-card-text.ts";
