/** Makes the change of a row in the brief's text. */
import { type Edit, type EditValue, editBrief } from "@demarche/core/brief/edit";
import { findPlace } from "./place.ts";
import type { Mutation } from "./table.ts";

/** @throws Error where a place is not in the brief, or the edit does not read back. */
export function mutate(text: string, mutation: Mutation): string {
  let changed = text;
  const removed = typeof mutation.remove === "string" ? [mutation.remove] : (mutation.remove ?? []);
  for (const place of removed) {
    const path = findPlace(changed, place);
    if (path === undefined) throw new Error(`nothing stands at ${place}`);
    changed = apply(changed, { edit: "remove", path });
  }
  for (const [place, value] of Object.entries(mutation.set ?? {}))
    changed = apply(changed, settingOf(changed, place, value));
  return changed;
}

function settingOf(text: string, place: string, value: EditValue): Edit {
  const path = findPlace(text, place);
  if (path !== undefined) return { edit: "set", path, value };
  const cut = place.lastIndexOf("/");
  const above = findPlace(text, place.slice(0, cut));
  if (above === undefined) throw new Error(`nothing stands above ${place}`);
  return { edit: "insert", path: [...above, place.slice(cut + 1)], value };
}

function apply(text: string, edit: Edit): string {
  const result = editBrief(text, edit);
  if ("error" in result) throw new Error(`${result.error.message} ${result.error.hint}`);
  return result.text;
}
