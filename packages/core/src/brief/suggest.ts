/** "Did you mean …?": the nearest of the words that would have been right. */

/** Edits (insert, delete, replace, swap of neighbours) from one text to another; stops counting above `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** The candidate nearest to `written`, within a third of its length (at least one edit; of a single letter, none); none if nothing is near. */
export function nearestOf(written: string, candidates: Iterable<string>): string | undefined {
  const given = written.toLowerCase().slice(0, 80);
  let limit = given.length === 1 ? 0 : Math.max(1, Math.floor(given.length / 3));
  let nearest: string | undefined;
  for (const candidate of candidates) {
    const edits = editDistance(given, candidate, limit);
    if (edits <= limit && candidate !== written) {
      nearest = candidate;
      limit = edits - 1;
      if (limit < 0) break;
    }
  }
  return nearest;
}

/** A hint that names the nearest candidate; else the candidates themselves while they are few; else none. */
export function hintNearest(written: string, candidates: readonly string[], ofWhat: string): string | undefined {
  const nearest = nearestOf(written, candidates);
  if (nearest !== undefined) return `Did you mean \`${nearest}\`?`;
  if (candidates.length === 0) return `There are no ${ofWhat} here.`;
  const shown = candidates.slice(0, 12).map((candidate) => `\`${candidate}\``);
  return `${ofWhat[0]!.toUpperCase()}${ofWhat.slice(1)} here: ${shown.join(", ")}${candidates.length > 12 ? ", …" : ""}.`;
}
