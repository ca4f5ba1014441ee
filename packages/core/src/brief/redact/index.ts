/** Need to know: what a group of readers may see of a brief. */
export { type SharedView, sharedView } from "./shared-view.ts";
