/** The text of a conflict file to a compiled conflict, or to what is wrong with it and where. */
import type { Diagnostic } from "../brief/diagnostic.ts";
import { type CompiledConflict, compileConflict } from "./compile.ts";
import { type JsonSource, lineAndColumn, offsetOf, readJson } from "./json-source.ts";
import type { Limits } from "./memory.ts";
import type { ConflictModel } from "./model.ts";
import type { Problem } from "./problem.ts";
import { checkShape } from "./shape.ts";

export type ConflictReading =
  | { readonly ok: true; readonly model: ConflictModel; readonly compiled: CompiledConflict }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** `file` is only named in messages. */
export function readConflict(text: string, file: string, limits: Limits = {}): ConflictReading {
  const source = readJson(text);
  if ("message" in source) {
    const place = { file, ...lineAndColumn(text, source.offset), length: 1 };
    return {
      ok: false,
      diagnostics: [
        {
          code: "conflict-not-json",
          severity: "error",
          place,
          message: source.message,
          hint: "The file has to be JSON.",
        },
      ],
    };
  }
  const model = checkShape(source.value);
  if (!model.ok) return { ok: false, diagnostics: placeProblems(model.problems, text, file, source) };
  const compiled = compileConflict(model.value, limits);
  if (!compiled.ok) return { ok: false, diagnostics: placeProblems(compiled.problems, text, file, source) };
  return { ok: true, model: model.value, compiled: compiled.value };
}

function placeProblems(
  problems: readonly Problem[],
  text: string,
  file: string,
  source: JsonSource,
): readonly Diagnostic[] {
  return problems.map((problem) => {
    const { code, message, hint, path } = problem;
    const place = { file, ...lineAndColumn(text, offsetOf(source, path)), length: 1 };
    const found = { code, severity: "error" as const, place, path: path.join("/"), message };
    return hint === undefined ? found : { ...found, hint };
  });
}
