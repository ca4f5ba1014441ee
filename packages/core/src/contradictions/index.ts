/** Checks that need no numbers. */
export { findContradictions } from "./find-contradictions.ts";
