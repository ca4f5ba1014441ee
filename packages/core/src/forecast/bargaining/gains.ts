import type { ScaleTable } from "../scale-table.ts";

/** What disagreement is: where the matter then lies, if anywhere on the scale, and what breaking up costs besides. */
export interface Disagreement {
  readonly low: number;
  readonly high: number;
  /** In the units; absent: not on the scale, and only the cost counts. */
  readonly otherwise?: number;
  /**
   * V: cost of disagreement to each actor, in units of loss: 1 (default) is an outcome a whole scale away on an issue of
   * full salience. 0 takes the coded `otherwise` literally, which does badly on the record (error 46.6 against 21.3).
   */
  readonly cost?: number;
}
export interface Gains {
  readonly count: number;
  /** g_i(O) = V + L_i(q) − L_i(O), L = salience × squared distance in scale lengths. */
  readonly at: (actor: number, place: number) => number;
  /** Ends of the stretch on which nobody loses by agreeing; empty where from > to. */
  readonly from: number;
  readonly to: number;
  readonly weight: ArrayLike<number>;
}

/** Source of the form with costly disagreement: Achen 2006, ch. 4. */
export function gainsOf({ position, salience, capability }: ScaleTable, disagreement: Disagreement): Gains {
  const { low, high, otherwise } = disagreement;
  const width = high - low;
  const cost = disagreement.cost ?? 1;
  const loss = (i: number, place: number) => {
    const d = (place - position[i]!) / width;
    return salience[i]! * d * d;
  };
  const fixed = Array.from(position, (_, i) => cost + (otherwise === undefined ? 0 : loss(i, otherwise)));
  let from = low;
  let to = high;
  for (let i = 0; i < position.length; i++) {
    if (salience[i] === 0) continue;
    const reach = width * Math.sqrt(fixed[i]! / salience[i]!);
    from = Math.max(from, position[i]! - reach);
    to = Math.min(to, position[i]! + reach);
  }
  return { count: position.length, at: (i, place) => fixed[i]! - loss(i, place), from, to, weight: capability };
}

/** Place of the greatest value of a function that rises and then falls, to a billionth of the stretch. Golden section. */
export function peakOf(value: (place: number) => number, from: number, to: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let a = from;
  let b = to;
  let x = b - golden * (b - a);
  let y = a + golden * (b - a);
  let atX = value(x);
  let atY = value(y);
  for (let step = 0; step < 60; step++) {
    if (atX < atY) {
      a = x;
      x = y;
      atX = atY;
      y = a + golden * (b - a);
      atY = value(y);
    } else {
      b = y;
      y = x;
      atY = atX;
      x = b - golden * (b - a);
      atX = value(x);
    }
  }
  return (a + b) / 2;
}
