/** From a place as the findings name it (`agenda/ruhr/positions/ussr`) to keys and indices of the YAML file. */
import type { YamlPath } from "@demarche/core/brief/edit";
import { parse } from "yaml";

type Plain = string | Plain[] | { [key: string]: Plain };

/** The path to the place, or undefined where nothing stands there. */
export function findPlace(text: string, place: string): YamlPath | undefined {
  let node: Plain | undefined = parse(text, { schema: "failsafe" }) as Plain;
  const path: (string | number)[] = [];
  for (const name of place.split("/")) {
    if (Array.isArray(node)) {
      const steps = stepInList(node, name);
      if (steps === undefined) return undefined;
      for (const step of steps) {
        node = (node as Record<string | number, Plain>)[step];
        path.push(step);
      }
    } else if (typeof node === "object" && Object.hasOwn(node, name)) {
      node = node[name];
      path.push(name);
    } else return undefined;
    if (node === undefined) return undefined;
  }
  return path;
}

/** An entry of a list by its index, or an issue or heading by its name at whatever depth. */
function stepInList(list: readonly Plain[], name: string): (string | number)[] | undefined {
  if (/^\d+$/.test(name)) return Number(name) < list.length ? [Number(name)] : undefined;
  for (const [index, entry] of list.entries()) {
    if (typeof entry !== "object" || Array.isArray(entry)) continue;
    if (entry.issue === name || entry.heading === name) return [index];
    const within = Array.isArray(entry.items) ? stepInList(entry.items, name) : undefined;
    if (within !== undefined) return [index, "items", ...within];
  }
  return undefined;
}
