/** Thrown while a text is built into a tree, and caught where that began: one fault ends the reading. */
export class Fault {
  readonly at: number;
  readonly message: string;
  readonly hint: string;
  constructor(at: number, message: string, hint: string) {
    this.at = at;
    this.message = message;
    this.hint = hint;
  }
}

/** Lists and mappings within each other. */
const MAX_DEPTH = 60;
export const tooDeep = (at: number): Fault =>
  new Fault(at, `Values are nested more than ${MAX_DEPTH} deep.`, "A domain needs fewer than ten levels.");
export function checkDepth(depth: number, at: number): void {
  if (depth > MAX_DEPTH) throw tooDeep(at);
}
export const repeatedKey = (key: string, at: number): Fault =>
  new Fault(
    at,
    `The key "${key}" stands twice in the same mapping.`,
    "Keep one of them: which one would count is anybody's guess.",
  );
