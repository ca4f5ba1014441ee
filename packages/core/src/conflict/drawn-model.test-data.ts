/** A small random conflict from a stream of numbers: for property tests, which hold for whatever is drawn. */
import type { GraphModel, OptionModel, RankingInput } from "./model.ts";

/** Numbers 0..2^31-1 that follow from the seed: any spread will do, the properties hold for all. */
export function drawFrom(seed: number): (below: number) => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export function drawRanking(states: readonly number[], ties: boolean, draw: (below: number) => number): RankingInput {
  const order = [...states];
  for (let k = order.length - 1; k > 0; k--) {
    const other = draw(k + 1);
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  const groups: number[][] = [];
  for (const state of order) {
    if (ties && groups.length > 0 && draw(4) === 0) groups.at(-1)!.push(state);
    else groups.push([state]);
  }
  return groups;
}

/** 2–4 decision makers, 2–7 states, moves at random: neither symmetric nor transitive. */
export function drawGraphModel(draw: (below: number) => number, decisionMakers = 2 + draw(3)): GraphModel {
  const who = Array.from({ length: decisionMakers }, (_, i) => `d${i}`);
  const states = Array.from({ length: 2 + draw(6) }, (_, s) => s);
  const density = 1 + draw(5);
  const ties = draw(2) === 0;
  return {
    form: "graph",
    decisionMakers: who,
    states,
    moves: Object.fromEntries(
      who.map((name) => [
        name,
        Object.fromEntries(states.map((s) => [s, states.filter((t) => t !== s && draw(8) < density)])),
      ]),
    ),
    ranking: Object.fromEntries(who.map((name) => [name, drawRanking(states, ties, draw)])),
  };
}

/** 2–4 decision makers with 2–5 plain options, reversible, everything feasible. */
export function drawOptionModel(draw: (below: number) => number, decisionMakers = 2 + draw(3)): OptionModel {
  const who = Array.from({ length: decisionMakers }, (_, i) => `d${i}`);
  const options = Array.from({ length: 2 + draw(4) }, (_, o) => ({ name: `o${o}`, owner: who[draw(decisionMakers)]! }));
  const states = Array.from({ length: 1 << options.length }, (_, s) => s);
  const ties = draw(2) === 0;
  return {
    form: "option",
    decisionMakers: who,
    options,
    ranking: Object.fromEntries(who.map((name) => [name, drawRanking(states, ties, draw)])),
  };
}
