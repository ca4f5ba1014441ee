/** Names of parties made into names of the language (BRIEF.md "How it is read" 2). */
import { RESERVED, toName } from "../mini/name.ts";

/**
 * One id for each name, in order, none twice and none that is taken. A name without Latin letters gets `party-1`,
 * `party-2`, … by its place.
 */
export function partyIds(names: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set([...RESERVED, ...taken]);
  return names.map((name, index) => {
    const plain = toName(name.replaceAll("ß", "ss")) || `party-${index + 1}`;
    let id = plain;
    for (let n = 2; used.has(id); n++) id = `${plain}-${n}`;
    used.add(id);
    return id;
  });
}
