/** The compiled model. */
export { compile, type CompileResult } from "./compile.ts";
export type * from "./model.ts";
export type { Problem } from "./names.ts";
