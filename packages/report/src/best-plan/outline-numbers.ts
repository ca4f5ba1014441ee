/** Numbers of an outline from the depth of each line, 0 at the top: 1, 1.1, 1.2, 1.2.1, 2 … */
export function outlineNumbers(depths: readonly number[]): readonly string[] {
  const counts: number[] = [];
  return depths.map((depth) => {
    counts.length = Math.min(counts.length, depth + 1);
    while (counts.length <= depth) counts.push(0);
    counts[depth] = counts[depth]! + 1;
    return counts.join(".");
  });
}
