/** What trading two issues against each other brings over settling each by itself ([P20]): logrolling, pair by pair. */
import type { Space } from "../space.ts";
import { toUnits } from "../space.ts";
import { listFactors, strideOf } from "../tables.ts";

export interface Trade {
  readonly issues: readonly [string, string];
  /** Gain of each party over the issue-by-issue settlement, own units; none negative. */
  readonly gains: readonly number[];
  /** Of the party that gains least; 0 where no trade helps everyone. */
  readonly least: number;
  /** Options of the two issues, before and after. */
  readonly from: readonly [string, string];
  readonly to: readonly [string, string];
}
export interface Trades {
  /** Every issue settled by itself: compiled options. */
  readonly separate: Int32Array;
  /** One per pair of issues, in the issues' order. */
  readonly pairs: readonly Trade[];
}

/** Undefined: integers pass 2^53. Cost: pairs × options² × tables that hold either issue. */
export function findTrades(space: Space): Trades | undefined {
  if (space.exact) return undefined;
  const P = space.parties.length;
  const factors = listFactors(space);
  const separate = Int32Array.from(space.issues, (_, i) => settleAlone(space, i));
  const name = (i: number, option: number) => space.issues[i]!.options[space.issues[i]!.representative[option]!]!;
  const units = Float64Array.from({ length: P }, (_, p) => toUnits(space, p, 1));
  const pairs: Trade[] = [];
  const gain = new Float64Array(P);
  for (let i = 0; i < space.issues.length; i++)
    for (let j = i + 1; j < space.issues.length; j++) {
      const near = factors.filter(({ scope }) => scope.includes(i) || scope.includes(j));
      let best = { least: 0, total: 0, a: separate[i]!, b: separate[j]!, gains: new Float64Array(P) };
      for (let a = 0; a < space.sizes[i]!; a++)
        for (let b = 0; b < space.sizes[j]!; b++) {
          gain.fill(0);
          for (const { scope, values } of near) {
            let before = 0;
            for (const issue of scope) before += strideOf(space.sizes, scope, issue) * separate[issue]!;
            const after =
              before +
              strideOf(space.sizes, scope, i) * (a - separate[i]!) +
              strideOf(space.sizes, scope, j) * (b - separate[j]!);
            for (let p = 0; p < P; p++) gain[p]! += values[after * P + p]! - values[before * P + p]!;
          }
          let least = Infinity;
          let total = 0;
          for (let p = 0; p < P; p++) {
            least = Math.min(least, gain[p]! * units[p]!);
            total += gain[p]! * units[p]!;
          }
          if (least < 0 || (least === best.least && total <= best.total) || least < best.least) continue;
          best = { least, total, a, b, gains: gain.slice() };
        }
      pairs.push({
        issues: [space.issues[i]!.id, space.issues[j]!.id],
        gains: space.parties.map((_, p) => toUnits(space, p, best.gains[p]!)),
        least: best.least,
        from: [name(i, separate[i]!), name(j, separate[j]!)],
        to: [name(i, best.a), name(j, best.b)],
      });
    }
  return { separate, pairs };
}

/** Leximin over the parties of the option's value as a share of the party's range on the issue; links play no part. */
function settleAlone(space: Space, issue: number): number {
  const P = space.parties.length;
  const values = new Float64Array(space.sizes[issue]! * P);
  for (const factor of space.factors)
    if (factor.scope.length === 1 && factor.scope[0] === issue)
      for (let k = 0; k < values.length; k++) values[k]! += factor.values[k]!;
  const low = new Float64Array(P).fill(Infinity);
  const high = new Float64Array(P).fill(-Infinity);
  values.forEach((value, k) => {
    low[k % P] = Math.min(low[k % P]!, value);
    high[k % P] = Math.max(high[k % P]!, value);
  });
  const shares = (option: number): number[] =>
    Array.from({ length: P }, (_, p) =>
      high[p]! > low[p]! ? (values[option * P + p]! - low[p]!) / (high[p]! - low[p]!) : 1,
    ).sort((a, b) => a - b);
  let best = 0;
  for (let option = 1; option < space.sizes[issue]!; option++) {
    const [mine, theirs] = [shares(option), shares(best)];
    const k = mine.findIndex((share, at) => share !== theirs[at]);
    if (k >= 0 && mine[k]! > theirs[k]!) best = option;
  }
  return best;
}
