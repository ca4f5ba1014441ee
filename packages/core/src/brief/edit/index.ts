/** Writing back into a brief's text (BRIEF.md "Writing back"). */
export type { Edit, EditError, EditResult, EditValue, Splice, YamlPath } from "./edit.ts";
export { editBrief } from "./edit-brief.ts";
