/** Small Roman numeral for 1..: i, ii, iii, iv … */
function roman(count: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ];
  let rest = count;
  let text = "";
  for (const [value, letters] of steps) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}

/** a, b … z, aa, ab … for 1.. */
function letter(count: number): string {
  let rest = count;
  let text = "";
  while (rest > 0) {
    rest -= 1;
    text = String.fromCharCode(97 + (rest % 26)) + text;
    rest = Math.floor(rest / 26);
  }
  return text;
}

/**
 * The number of an item among its siblings as agendas print it: 3, 3(a), 3(a)(i), then plain figures.
 * @param parent number of the heading above; empty at the top
 * @param depth 0 at the top
 * @param place 1-based place among its siblings
 */
export function agendaNumber(parent: string, depth: number, place: number): string {
  if (depth === 0) return `${parent}${place}`;
  if (depth === 1) return `${parent}(${letter(place)})`;
  if (depth === 2) return `${parent}(${roman(place)})`;
  return `${parent}(${place})`;
}
