/** Slates into a page, a section of another paper, and lines for a terminal. */
export { writeSlatesPage } from "./slates-page.ts";
export { slatesText } from "./slates-text.ts";
