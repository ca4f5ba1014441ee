/** What was screened in all tasks as one, and which of it is largest. */
import { differenceWithInterval } from "../plan/value-range.ts";
import type { Change } from "./changes.ts";
import type { Screened } from "./screening.ts";

export function mergeScreened(parts: readonly Screened[]): Screened {
  const first = parts[0]!;
  const joined = (of: (part: Screened) => Float64Array) => Float64Array.from(parts.flatMap((part) => [...of(part)]));
  return {
    plan: joined((part) => part.plan),
    best: joined((part) => part.best),
    written: joined((part) => part.written),
    changes: first.changes.map((_, k) => joined((part) => part.changes[k]!)),
    laters: first.laters.map((_, k) => joined((part) => part.laters[k]!)),
    method: first.method.map((_, k) => [
      joined((part) => part.method[k]![0]),
      joined((part) => part.method[k]![1]),
      joined((part) => part.method[k]![2]),
    ]),
  };
}

/**
 * Changes by how much they change on the plan screened, in the order of the list; what changes nothing under it comes after, as listed.
 * Forums in another's place are left out: they are many, and would leave room for nothing else.
 */
export function largest({ plan, changes }: Screened, list: readonly Change[], most: number): number[] {
  const sizes = changes.map((values) => Math.abs(differenceWithInterval(plan, values).value));
  return [...sizes.keys()]
    .filter((k) => list[k]!.replacedBy === undefined)
    .sort((a, b) => sizes[b]! - sizes[a]! || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
}
