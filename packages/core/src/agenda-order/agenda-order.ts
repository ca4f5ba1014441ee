/**
 * What the order of the agenda is worth: within one forum it matters only where a rule asks how one issue came out and
 * changes another (a precedent). What is asked comes first (MODEL §4.3); here it is turned round, in the same worlds.
 */
import type { Id } from "../brief/brief.ts";
import type { Model } from "../model/model.ts";
import { Draws } from "../plan/draws.ts";
import { joined } from "../plan/merged.ts";
import type { PlanSettings } from "../plan/plan-engine.ts";
import { Roll } from "../plan/roll.ts";
import { meanWithInterval } from "../plan/value-range.ts";
import type { Engine } from "../run/engine.ts";
import type { ValueRange } from "../run/findings.ts";

export interface AgendaOrderFinding {
  readonly forum: Id;
  readonly first: Id;
  readonly second: Id;
  /** Rules by which the one bears on the other. */
  readonly rules: readonly Id[];
  /** Our value with the first settled first, less with it settled after the other; points. */
  readonly worth: ValueRange;
  readonly worlds: number;
}
export interface OrderTask {
  readonly kind: "order";
  readonly from: number;
  readonly count: number;
}
/** By pair: what the order is worth in each world. */
export type OrderPart = readonly Float64Array[];

const mostWorlds = 2000;
const worldsInTask = 500;

interface Pair {
  readonly first: number;
  readonly second: number;
  readonly rules: readonly Id[];
}

/** Without such rules there are no tasks. Cost O(worlds × pairs) roll-outs. */
export function createAgendaOrderEngine(
  model: Model,
  settings: PlanSettings,
): Engine<OrderTask, OrderPart, readonly AgendaOrderFinding[]> {
  const pairs = pairsOf(model);
  const worlds = Math.min(mostWorlds, settings.worlds);
  const tasks: OrderTask[] = [];
  if (pairs.length > 0)
    for (let from = 0; from < worlds; from += worldsInTask)
      tasks.push({ kind: "order", from, count: Math.min(worldsInTask, worlds - from) });
  let made: ReturnType<typeof tools> | undefined;
  const tools = () => ({
    draws: new Draws(model, settings.seed, worldsInTask, settings.selection?.worlds),
    usual: new Roll(model, settings.selection?.forced),
    turned: pairs.map((pair) => new Roll(turnedRound(model, pair), settings.selection?.forced)),
  });
  return {
    tasks,
    step({ from, count }) {
      made ??= tools();
      const { draws, usual, turned } = made;
      draws.fill(from, count);
      const worth = pairs.map(() => new Float64Array(count));
      const valueIn = (roll: Roll, w: number): number => {
        roll.begin(draws.values, w * draws.width);
        roll.run(model.plan);
        return roll.value;
      };
      for (let w = 0; w < count; w++) {
        const value = valueIn(usual, w);
        for (const [k, roll] of turned.entries()) worth[k]![w] = value - valueIn(roll, w);
      }
      return worth;
    },
    merge: (parts) =>
      pairs.map(({ first, second, rules }, k) => ({
        forum: model.forums[model.items[first]!.forum]!.id,
        first: model.items[first]!.id,
        second: model.items[second]!.id,
        rules,
        worth: meanWithInterval(joined(parts.map((part) => part[k]!))),
        worlds,
      })),
  };
}

function pairsOf(model: Model): Pair[] {
  const found = new Map<string, { first: number; second: number; rules: Id[] }>();
  for (const rule of model.rules)
    for (const first of rule.asks.items)
      for (const second of new Set(rule.effects.flatMap((e) => model.effects[e]!.items))) {
        if (first === second || model.items[first]!.forum !== model.items[second]!.forum) continue;
        const key = `${first} ${second}`;
        const pair = found.get(key) ?? { first, second, rules: [] };
        found.set(key, pair);
        if (!pair.rules.includes(rule.id)) pair.rules.push(rule.id);
      }
  return [...found.values()];
}

/** The same model, but the second of the pair is settled just before the first. */
function turnedRound(model: Model, { first, second }: Pair): Model {
  const itemOrder = model.itemOrder.flatMap((item) =>
    item === first ? [second, first] : item === second ? [] : [item],
  );
  return { ...model, itemOrder };
}
