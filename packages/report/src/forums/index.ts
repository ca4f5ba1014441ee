/** Issues before one forum or another: into a page, a section of another paper, and lines for a terminal. */
export { writeForumsPage } from "./forums-page.ts";
export { type ComparedText, forumsText } from "./forums-text.ts";
