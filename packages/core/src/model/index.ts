/** The compiled model. */
export { type CompileResult, compile } from "./compile.ts";
export type * from "./model.ts";
export type { Problem } from "./names.ts";
