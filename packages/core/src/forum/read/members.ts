/** Members: names with weights, or a list of names. */
import type { Json } from "../../conflict/json-source.ts";
import { type Fraction, fraction } from "../fraction.ts";
import type { Report, RulePath } from "../problem.ts";
import { isObject, type JsonObject, readByMember } from "./shape.ts";

/** Names of an object in the order in which they are written, which JavaScript does not keep for names like numbers. */
export type NamesInOrder = (path: RulePath, value: JsonObject) => readonly string[];
export interface NamedMembers {
  readonly names: readonly string[];
  /** Undefined: one each. */
  readonly weights: readonly Fraction[] | undefined;
}

export function readMembers(
  value: Json | undefined,
  path: RulePath,
  inOrder: NamesInOrder,
  report: Report,
): NamedMembers | undefined {
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    const names: string[] = [];
    list.forEach((name, k) => {
      if (typeof name !== "string" || name === "") {
        report("forum-shape", [...path, k], "A member's name is a text.", "Put names between quotation marks.");
      } else if (names.includes(name)) {
        report("forum-name-twice", [...path, k], `"${name}" is a member twice.`, "Name each member once.");
      } else names.push(name);
    });
    if (list.length === 0) report("forum-no-members", path, "There are no members.", "Name at least one.");
    return names.length === 0 ? undefined : { names, weights: undefined };
  }
  if (!isObject(value)) {
    const how = 'Give {"A": 4, "B": 2} with weights, or a list of names.';
    if (value === undefined) report("forum-no-members", path.slice(0, -1), '"members" is missing.', how);
    else report("forum-shape", path, '"members" are neither an object nor a list.', how);
    return undefined;
  }
  const names = inOrder(path, value);
  if (names.length === 0) {
    report("forum-no-members", path, "There are no members.", "Name at least one.");
    return undefined;
  }
  const places = new Map(names.map((name, k) => [name, k]));
  const weights = readByMember(value, path, places, "The weight", report);
  return { names, weights: weights?.map((weight) => weight ?? fraction(0n, 1n)) };
}
