/** What each outcome is worth to each needed party in one world: MODEL.md §3, in points of its whole agenda ([D3]). */
import type { Model } from "../../model/model.ts";
import { offScale, type RollState } from "../../model/state.ts";
import { createTable, fillTable, seatAccepts, type Table } from "../../settle/table.ts";
import type { Scope } from "./scope.ts";

/** Below anything that a brief can make an outcome worth: a red line is broken. */
export const RED_LINE = -1_000_000;

export interface OutcomeWorth {
  /** [party within scope.needed][package]. */
  readonly packages: readonly Float64Array[];
  /** What no agreement leaves it with, less what disagreement costs it: its point of consent. */
  readonly none: Float64Array;
}

/** Number of packages: one option of each item, the first item varying fastest. */
export function countPackages(model: Model, scope: Scope): number {
  return scope.items.reduce((count, item) => count * model.items[item]!.options.length, 1);
}

export function packageOptions(model: Model, scope: Scope, index: number): readonly number[] {
  let rest = index;
  return scope.items.map((item) => {
    const size = model.items[item]!.options.length;
    const option = rest % size;
    rest = (rest - option) / size;
    return option;
  });
}

/** Reused from world to world. */
export interface UtilityDesk {
  readonly model: Model;
  readonly scope: Scope;
  readonly tables: readonly Table[];
}
export function openUtilityDesk(model: Model, scope: Scope): UtilityDesk {
  return { model, scope, tables: model.items.map(createTable) };
}

/** `moves`: those of ours that have been made, and work. Inputs of the world at `inputs[base + i]`. */
export function worthOfOutcomes(
  desk: UtilityDesk,
  moves: readonly number[],
  inputs: Float64Array,
  base: number,
): OutcomeWorth {
  const { model, scope, tables } = desk;
  const active = new Float64Array(model.effects.length);
  for (const move of moves) for (const effect of model.moves[move]!.ifItWorks) active[effect] = 1;
  tables.forEach((table, index) => {
    fillTable(table, index, model.effects, active, inputs, base);
  });
  const alone = scope.items.length === 1;
  const count = countPackages(model, scope);
  const packages = scope.needed.map(() => new Float64Array(count));
  const none = new Float64Array(scope.needed.length);
  scope.needed.forEach((party, p) => {
    const total = tables.reduce(
      (sum, { item, salience }) => sum + (item.seatOf[party]! < 0 ? 0 : salience[item.seatOf[party]!]! * item.share),
      0,
    );
    const typed = party === model.us ? pointsOfMoves(model, moves, inputs, base) : 0;
    const weightOf = (item: number): number => {
      const table = tables[item]!;
      return total === 0 ? 0 : (table.salience[table.item.seatOf[party]!]! * table.item.share) / total;
    };
    for (let k = 0; k < count; k++) {
      const options = packageOptions(model, scope, k);
      let worth = typed + dependencePoints(desk, party, options, moves, inputs, base);
      scope.items.forEach((item, i) => {
        const table = tables[item]!;
        const at = table.item.seatOf[party]! * table.item.options.length + options[i]!;
        worth += weightOf(item) * table.value[at]!;
        if (table.red[at] === 1) worth += RED_LINE;
      });
      packages[p]![k] = worth;
    }
    none[p] = typed + dependencePoints(desk, party, undefined, moves, inputs, base);
    for (const item of scope.items) {
      const table = tables[item]!;
      const seat = table.item.seatOf[party]!;
      // Alone, a known acceptance limit is what it consents from; in a bundle the total counts, and of ours the bottom lines.
      const limit =
        alone || seat === table.item.ourSeat ? table.limit[seat]! : table.otherwise[seat]! - table.cost[seat]!;
      none[p]! += weightOf(item) * limit;
    }
  });
  return { packages, none };
}

function pointsOfMoves(model: Model, moves: readonly number[], inputs: Float64Array, base: number): number {
  let points = 0;
  for (const move of moves) {
    const { worth, cost, audience } = model.moves[move]!;
    if (worth !== undefined) points += inputs[base + worth]!;
    if (cost !== undefined) points -= inputs[base + cost]!;
    for (const each of audience) points += inputs[base + each]!;
  }
  return points;
}

/** Values that do not add: rows whose condition holds when the items come out so, all others by their `otherwise`. */
function dependencePoints(
  desk: UtilityDesk,
  party: number,
  options: readonly number[] | undefined,
  moves: readonly number[],
  inputs: Float64Array,
  base: number,
): number {
  const { model, scope, tables } = desk;
  // What brings it nothing in any row need not be asked.
  if (!model.dependences.some(({ rows }) => rows.some((row) => row.worth.some((worth) => worth.party === party))))
    return 0;
  const result = Int16Array.from(model.items, (item) => (item.otherwise >= 0 ? item.otherwise : offScale));
  if (options !== undefined) {
    scope.items.forEach((item, i) => {
      result[item] = options[i]!;
    });
  }
  const made = Uint8Array.from(model.moves, (_, m) => (moves.includes(m) ? 1 : 0));
  const state: RollState = {
    inputs,
    base,
    done: made,
    worked: made,
    signal: new Int16Array(model.moves.length).fill(-1),
    result,
    ended: Uint8Array.from(model.items, (_, item) => (options !== undefined && scope.items.includes(item) ? 0 : 5)),
    admitted: new Uint8Array(model.items.length).fill(1),
    broke: new Uint8Array(model.forums.length),
    today: "",
    holds: (assumption) => {
      const { chance, luck } = model.assumptions[assumption]!;
      return inputs[base + luck]! * 100 < inputs[base + chance]!;
    },
    ourValue: (item, option) => {
      const table = tables[item]!;
      return table.item.ourSeat < 0 ? 0 : table.value[table.item.ourSeat * table.item.options.length + option]!;
    },
    accepts: (item, who, option) => {
      const seat = tables[item]!.item.seatOf[who]!;
      return seat >= 0 && seatAccepts(tables[item]!, seat, option);
    },
  };
  let points = 0;
  for (const dependence of model.dependences) {
    for (const row of dependence.rows) {
      if (!row.if(state)) continue;
      for (const worth of row.worth) if (worth.party === party) points += inputs[base + worth.points]!;
    }
  }
  return points;
}
