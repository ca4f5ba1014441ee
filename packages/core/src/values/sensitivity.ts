/** Which inputs move our value, and which would change what is recommended and where: from the worlds drawn already. */
import type { Model } from "../model/model.ts";
import { meanWithInterval } from "../plan/value-range.ts";
import type { ValueRange } from "../run/findings.ts";
import type { Bar, Decided, Turning } from "./findings.ts";
import { crossing, fitLine, heightAt, isSloped } from "./fit.ts";
import { inputsLookedAt, type LookedAt } from "./inputs-looked-at.ts";

/** Most lines of each list. */
const mostLines = 12;

/** Every input in every world valued, in its own unit: `values[i]` by world. */
export interface Spread {
  readonly inputs: readonly LookedAt[];
  readonly values: readonly Float64Array[];
}

/** @param inputs world after world, `width` apart */
export function spreadOf(model: Model, inputs: Float64Array, width: number, worlds: number): Spread {
  const looked = inputsLookedAt(model);
  return {
    inputs: looked,
    values: looked.map(({ of }) => Float64Array.from({ length: worlds }, (_, w) => of(inputs, w * width))),
  };
}

/** Thirds of the worlds by each input; those whose line slopes, most first. */
export function tornadoOf(
  { inputs, values }: Spread,
  value: Float64Array,
): readonly { readonly bar: Bar; readonly input: LookedAt }[] {
  const bars = inputs.flatMap((input, i) => {
    const x = values[i]!;
    const line = fitLine(x, value);
    if (line === undefined || !isSloped(line, inputs.length)) return [];
    const thirds = thirdsBy(x, value);
    if (thirds === undefined) return [];
    const [low, middle, high] = thirds;
    const { path, what, unit, from, to } = input;
    return [{ bar: { path, what, unit, from, to, low, middle, high }, input }];
  });
  const swing = ({ bar }: { readonly bar: Bar }) => Math.abs(bar.high.value - bar.low.value);
  return bars.sort((a, b) => swing(b) - swing(a) || (a.bar.path < b.bar.path ? -1 : 1)).slice(0, mostLines);
}

/** Fewest worlds in which something has to hold, and not, for what it brings to be told. */
const fewestEach = 50;

/** Mean of y in the lower, middle and upper third of the worlds by x; ties go in the order of the worlds. */
function thirdsBy(x: Float64Array, y: Float64Array): readonly [ValueRange, ValueRange, ValueRange] | undefined {
  const order = Array.from(x.keys()).sort((a, b) => x[a]! - x[b]! || a - b);
  // What holds or not has two sides, not three.
  const two = x.every((each) => each === 0 || each === 100);
  if (two) {
    const [no, yes] = [0, 100].map((at) => y.filter((_, w) => x[w] === at)) as [Float64Array, Float64Array];
    if (no.length < fewestEach || yes.length < fewestEach) return undefined;
    return [meanWithInterval(no), meanWithInterval(y), meanWithInterval(yes)];
  }
  const n = order.length;
  const third = (k: number) =>
    meanWithInterval(
      Float64Array.from(order.slice(Math.floor((k * n) / 3), Math.floor(((k + 1) * n) / 3)), (w) => y[w]!),
    );
  return [third(0), third(1), third(2)];
}

/** Inputs on which a decision's worth hangs, those within whose range it turns first. `worlds`: those in which it is decided. */
export function decidedBy(
  { inputs, values }: Spread,
  gain: Float64Array,
  worlds: Int32Array,
): Pick<Decided, "worth" | "share" | "inputs"> {
  const found = inputs.flatMap((input, i): Turning[] => {
    const all = values[i]!;
    const x = Float64Array.from(worlds, (w) => all[w]!);
    const line = fitLine(x, gain);
    if (line === undefined || !isSloped(line, inputs.length)) return [];
    const { path, what, unit, from, to } = input;
    const turn = crossing(line);
    const inside = turn !== undefined && turn.at > from && turn.at < to;
    return [
      {
        path,
        what,
        unit,
        from,
        to,
        low: heightAt(line, from),
        high: heightAt(line, to),
        ...(inside
          ? { turnsAt: { at: turn.at, ...within("low", turn.low, from, to), ...within("high", turn.high, from, to) } }
          : {}),
      },
    ];
  });
  const swing = (each: Turning) => Math.abs(each.high.value - each.low.value);
  return {
    worth: meanWithInterval(gain),
    share: worlds.length / (values[0]?.length ?? 1),
    inputs: found
      .sort(
        (a, b) =>
          Number(b.turnsAt !== undefined) - Number(a.turnsAt !== undefined) ||
          swing(b) - swing(a) ||
          (a.path < b.path ? -1 : 1),
      )
      .slice(0, mostLines),
  };
}

/** An end beyond the range is open. */
const within = (name: "low" | "high", at: number, from: number, to: number) =>
  at > from && at < to ? { [name]: at } : {};
