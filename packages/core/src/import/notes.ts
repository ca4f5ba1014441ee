/** Collects what is wrong with a data file, each at its line. */
import type { Diagnostic, Severity } from "../brief/diagnostic.ts";

/** Beyond this many the first ones say enough. */
const most = 50;

export class Notes {
  readonly list: Diagnostic[] = [];
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  /** @param line 1-based; @param column 1-based, in characters */
  add(code: string, line: number, message: string, hint: string, column = 1, severity: Severity = "error"): void {
    if (this.list.length < most)
      this.list.push({ code, severity, place: { file: this.file, line, column, length: 1 }, message, hint });
  }

  get failed(): boolean {
    return this.list.some((note) => note.severity === "error");
  }
}
