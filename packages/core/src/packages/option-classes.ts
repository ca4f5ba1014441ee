/** Options that no party's utility tells apart are one class: fewer cells, and the same counts through `copies`. */
import type { PackageDomain } from "./domain.ts";

export interface OptionClasses {
  /** Class of each option, in order of first appearance. */
  readonly of: Int32Array;
  readonly representative: Int32Array;
  readonly copies: Float64Array;
}

/** `cells[t]` are the scaled values of table t, in the order in which the caller lists the domain's tables. */
export function classifyOptions(domain: PackageDomain): readonly OptionClasses[] {
  const texts: string[][] = domain.issues.map((issue) => issue.options.map(() => ""));
  domain.parties.forEach((party, p) => {
    party.tables.forEach((table, t) => {
      const sizes = table.issues.map((i) => domain.issues[i]!.options.length);
      table.issues.forEach((issue, position) => {
        const inner = sizes.slice(position + 1).reduce((a, b) => a * b, 1);
        const own = sizes[position]!;
        const outer = table.values.length / (inner * own);
        for (let option = 0; option < own; option++) {
          const slice: string[] = [];
          for (let o = 0; o < outer; o++)
            for (let k = 0; k < inner; k++) slice.push(String(table.values[(o * own + option) * inner + k]));
          texts[issue]![option] += `t${p}.${t}:${slice.join(",")};`;
        }
      });
    });
    (party.boxes ?? []).forEach((box, b) => {
      for (const { issue, from, to } of box.ranges)
        for (let option = from; option <= to; option++) texts[issue]![option] += `b${p}.${b};`;
    });
  });
  return texts.map(group);
}

function group(texts: readonly string[]): OptionClasses {
  const seen = new Map<string, number>();
  const of = new Int32Array(texts.length);
  const representative: number[] = [];
  const copies: number[] = [];
  texts.forEach((text, option) => {
    let k = seen.get(text);
    if (k === undefined) {
      k = representative.length;
      seen.set(text, k);
      representative.push(option);
      copies.push(0);
    }
    of[option] = k;
    copies[k] = copies[k]! + 1;
  });
  return { of, representative: Int32Array.from(representative), copies: Float64Array.from(copies) };
}
