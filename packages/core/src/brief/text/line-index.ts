/** From offsets in the text to lines and columns, both counted from 1; a byte order mark takes no column. */
export interface LineIndex {
  position(offset: number): { readonly line: number; readonly column: number };
}

export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const first = text.startsWith("\uFEFF") ? 1 : 0;
  return {
    position(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= offset) low = middle;
        else high = middle - 1;
      }
      const column = offset - starts[low]! + 1 - (low === 0 ? first : 0);
      return { line: low + 1, column: Math.max(1, column) };
    },
  };
}
