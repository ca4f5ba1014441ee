/** Demarche's core: a brief read, checked, compiled and computed. Pure: no files, clock, network or chance of its own. */
export { version } from "./version.ts";
