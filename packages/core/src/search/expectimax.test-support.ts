/** For tests: the best plan by trying every one, world by world, with the roll-out itself; it shares nothing with the search. */
import type { Model, ModelStep } from "../model/model.ts";
import type { Draws } from "../plan/draws.ts";
import type { Roll } from "../plan/roll.ts";

export class Literal {
  private readonly model: Model;
  private readonly roll: Roll;
  private readonly draws: Draws;

  constructor(model: Model, roll: Roll, draws: Draws) {
    this.model = model;
    this.roll = roll;
    this.draws = draws;
  }

  /** Rolls the moves out in their order in one world. */
  private play(sequence: readonly number[], world: number): void {
    const stages: ModelStep[][] = Array.from({ length: this.model.order.length + 1 }, () => []);
    for (const move of sequence) stages[this.model.moves[move]!.stage]!.push({ step: "do", move, index: 0 });
    this.roll.begin(this.draws.values, world * this.draws.width);
    this.roll.run({ id: "", stages, paths: [] });
  }

  /** Sum over the worlds of our value when these moves are made. */
  value(sequence: readonly number[], worlds: readonly number[]): number {
    return worlds.reduce((sum, world) => {
      this.play(sequence, world);
      return sum + this.roll.value;
    }, 0);
  }

  private told(sequence: readonly number[], world: number): string {
    const last = sequence[sequence.length - 1]!;
    const move = this.model.moves[last]!;
    this.play(sequence, world);
    if (move.success) return this.roll.done[last] === 0 ? "not done" : this.roll.worked[last] === 1 ? "yes" : "no";
    if (move.signals.length === 0) return "";
    return this.roll.done[last] === 0 ? "not done" : `${this.roll.signal[last]}`;
  }

  /** The most that can be had from here on, over all plans of the moves: any order that dates allow, any branching on what is told. */
  best(moves: readonly number[], made: readonly number[], worlds: readonly number[]): number {
    let most = this.value(made, worlds);
    for (const move of moves) {
      if (made.includes(move) || made.some((other) => this.isLate(move, other))) continue;
      const sequence = [...made, move];
      const sets = new Map<string, number[]>();
      for (const world of worlds) {
        const told = this.told(sequence, world);
        sets.set(told, [...(sets.get(told) ?? []), world]);
      }
      let sum = 0;
      for (const set of sets.values()) sum += this.best(moves, sequence, set);
      most = Math.max(most, sum);
    }
    return most;
  }

  /** May the move no longer be made once the other has been? */
  private isLate(move: number, other: number): boolean {
    const a = this.model.moves[move]!;
    const b = this.model.moves[other]!;
    return a.stage < b.stage || (a.stage === b.stage && a.to !== "" && b.from !== "" && a.to < b.from);
  }
}
