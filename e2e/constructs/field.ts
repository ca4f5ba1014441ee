/** Reads a field of plan.json by the table's notation: `items[ruhr].rungs`, `plans.without[raise-spain].worth`. */

const names = ["id", "link", "forecast", "move", "path"] as const;

/** The field's value; undefined where it is not there. */
export function fieldOf(findings: unknown, field: string): unknown {
  let value: unknown = findings;
  for (const [, word, name] of field.matchAll(/\.?([A-Za-z]+)|\[([^\]]+)\]/g)) {
    if (value === null || typeof value !== "object") return undefined;
    value = word === undefined ? entryOf(value, name!) : (value as Record<string, unknown>)[word];
  }
  return value;
}

function entryOf(holder: object, name: string): unknown {
  if (!Array.isArray(holder)) return (holder as Record<string, unknown>)[name];
  return holder.find((entry: Record<string, unknown>) => names.some((key) => entry[key] === name));
}
