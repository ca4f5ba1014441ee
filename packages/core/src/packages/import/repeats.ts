/** Where a name stands that has stood before, by index. */
export function listRepeats(names: readonly string[]): readonly number[] {
  const seen = new Set<string>();
  return names.flatMap((name, k) => {
    if (seen.has(name)) return [k];
    seen.add(name);
    return [];
  });
}
