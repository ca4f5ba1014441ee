/** What each move is worth: the plan as written less the plan without it, on the same worlds. */
import type { Model } from "../model/model.ts";
import type { MoveFinding, TypedPayoff } from "../run/findings.ts";
import { meanOf, quantile } from "../worlds/index.ts";
import { planWithout } from "./left-out.ts";
import type { Merged } from "./merged.ts";
import { differenceWithInterval, meanWithInterval } from "./value-range.ts";
import type { Variant } from "./variants.ts";

/** Changes of an item's value below this are not listed, points. */
const leastPoints = 0.05;

export function moveFindings(model: Model, merged: Merged, variants: readonly Variant[]): Record<string, MoveFinding> {
  const found: Record<string, MoveFinding> = {};
  for (const index of new Set(variants.flatMap((variant) => (variant.kind === "without" ? [variant.index] : [])))) {
    const move = model.moves[index]!;
    const v = planWithout(merged, variants, index);
    const { asIf } = variants[v]!.variation;
    found[move.id] = {
      move: move.id,
      ...meanWithInterval(merged.values[v]!),
      ...(asIf === undefined ? {} : { asIf: asIf.text }),
      ...without(model, merged, v, index),
    };
  }
  return found;
}

function without(
  model: Model,
  merged: Merged,
  v: number,
  move: number,
): Omit<MoveFinding, "move" | "value" | "low" | "high" | "asIf"> {
  const n = merged.worlds;
  const fallsAway = model.moves.flatMap((other, m) =>
    m !== move && other.ours && merged.done[0]![m]! > 0 && merged.done[v]![m] === 0 ? [other.id] : [],
  );
  const items = model.items.flatMap((item, i) => {
    const points = (merged.itemPoints[0]![i]! - merged.itemPoints[v]![i]!) / n;
    return Math.abs(points) >= leastPoints ? [{ issue: item.id, points }] : [];
  });
  return {
    worth: differenceWithInterval(merged.values[0]!, merged.values[v]!),
    typed: merged.typed[move]! / n,
    fallsAway,
    done: merged.done[0]![move]! / n,
    worked: merged.worked[move]! / n,
    items: items.sort((a, b) => Math.abs(b.points) - Math.abs(a.points)),
  };
}

/** Typed payoffs are inputs: each with the factor on it, the others as they are, at which its move is worth nothing. */
export function typedPayoffs(model: Model, moves: Readonly<Record<string, MoveFinding>>): TypedPayoff[] {
  const found: TypedPayoff[] = [];
  const add = (input: number | undefined, factor: number | undefined) => {
    if (input === undefined) return;
    const { path, what, distribution } = model.inputs[input]!;
    found.push({
      path,
      what,
      points: {
        low: quantile(distribution, 0.05),
        median: quantile(distribution, 0.5),
        high: quantile(distribution, 0.95),
      },
      ...(factor === undefined ? {} : { breakEven: factor }),
    });
  };
  for (const move of model.moves) {
    const given = [move.worth, move.cost, ...move.audience].filter((input) => input !== undefined);
    const finding = moves[move.id];
    for (const input of given) {
      // What all of them brought was counted; with more than one, each is taken at its mean wherever the move is made.
      const own = meanOf(model.inputs[input]!.distribution) * (finding?.done ?? 0);
      const brought = given.length === 1 ? (finding?.typed ?? 0) : input === move.cost ? -own : own;
      add(input, finding && breakEvenFactor(finding.worth.value, brought));
    }
  }
  for (const item of model.items)
    for (const option of item.options) for (const audience of option.audience) add(audience, undefined);
  for (const dependence of model.dependences)
    for (const row of dependence.rows) for (const w of row.worth) add(w.points, undefined);
  return found;
}

/** worth = rest + brought; rest + f · brought = 0. */
function breakEvenFactor(worth: number, brought: number): number | undefined {
  if (brought === 0) return undefined;
  const factor = (brought - worth) / brought;
  return factor >= 0 && factor <= 4 ? factor : undefined;
}
