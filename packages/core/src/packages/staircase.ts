/** Three parties: the second and third coordinates of what was seen form a staircase, kept as two sorted arrays. */
import type { Archive } from "./archive.ts";

export function createStaircase(slack: Float64Array): Archive {
  // second falls, third rises along the staircase.
  let second = new Float64Array(256);
  let third = new Float64Array(256);
  let length = 0;
  const give1 = slack[1]!;
  const give2 = slack[2]!;

  /** First place whose second coordinate is below x. */
  function firstBelow(x: number): number {
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (second[middle]! >= x) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    clear() {
      length = 0;
    },
    covers(v, start) {
      const place = firstBelow(v[start + 1]! - give1);
      return place > 0 && third[place - 1]! >= v[start + 2]! - give2;
    },
    insert(v, start) {
      const x = v[start + 1]!;
      const y = v[start + 2]!;
      // Steps with a second coordinate up to x and a third up to y are covered by the new one.
      let from = firstBelow(x);
      if (from > 0 && third[from - 1]! >= y) return;
      if (from > 0 && second[from - 1]! === x) from--;
      let to = from;
      while (to < length && third[to]! <= y) to++;
      if (to === from) {
        if (length === second.length) {
          second = doubled(second);
          third = doubled(third);
        }
        second.copyWithin(from + 1, from, length);
        third.copyWithin(from + 1, from, length);
        length++;
      } else if (to > from + 1) {
        second.copyWithin(from + 1, to, length);
        third.copyWithin(from + 1, to, length);
        length -= to - from - 1;
      }
      second[from] = x;
      third[from] = y;
    },
    spent: () => 0,
  };
}

function doubled(array: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
}
