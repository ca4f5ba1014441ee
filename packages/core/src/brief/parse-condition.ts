/** A condition on its own, read against a brief's names: for files beside the brief, such as outcomes. */
import type { Brief, Condition } from "./brief.ts";
import { openDesk } from "./desk.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { condition } from "./forms/condition.ts";
import type { Names } from "./names/names.ts";
import { namesOfBrief } from "./names/names-of-brief.ts";

const known = new WeakMap<Brief, Names>();

/** The condition, or what is wrong with the text; places count in the text given, which is called `file`. */
export function parseCondition(
  text: string,
  brief: Brief,
  file = "condition",
): { readonly condition?: Condition; readonly diagnostics: readonly Diagnostic[] } {
  const names = known.get(brief) ?? namesOfBrief(brief);
  known.set(brief, names);
  const desk = openDesk(text, file);
  const node = { kind: "scalar", text, span: { start: 0, end: text.length } } as const;
  const read = condition.read(node, "", {
    desk,
    names,
    citations: [],
    feeds: false,
    yardstick: brief.method.yardstick ?? "icd203",
  });
  return { ...(read === undefined ? {} : { condition: read }), diagnostics: desk.diagnostics };
}
