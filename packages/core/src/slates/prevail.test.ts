import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBrief } from "../brief/index.ts";
import { issuesOf } from "../compare-forums/candidates.ts";
import { compile } from "../model/compile.ts";
import { why } from "../model/state.ts";
import { Draws, Roll } from "../plan/index.ts";
import { runInline } from "../run/engine.ts";
import { createPlacesEngine } from "../run/places-engine.ts";
import { residualQuantile } from "../worlds/index.ts";
import { panelOf } from "./panel.ts";
import { Prevailing } from "./prevail.ts";

const worlds = 60;
const seed = 3;
const names = ["north", "south", "coast", "hills"];
const range = fc
  .tuple(fc.nat(100), fc.nat(100))
  .map(([a, b]) => `${Math.min(a, b)}..${Math.max(a, b) + 1}`.replace("101", "100"));
const value = fc
  .oneof(range, fc.nat(100).map(String), fc.constant("unknown"))
  .filter((text) => !/^(\d+)\.\.\1$/.test(text));
const party = fc.record({
  values: fc.tuple(value, value, value, value),
  salience: fc.integer({ min: 0, max: 100 }),
  influence: fc.integer({ min: 0, max: 100 }),
  cost: fc.nat(60),
  red: fc.option(fc.constantFrom(...names), { freq: 4, nil: undefined }),
});
const bounds = fc
  .tuple(fc.nat(1), fc.nat(3))
  .map(([least, more]) => (more === 0 ? `${least}` : `${least}..${least + more}`));
const board = fc
  .record({
    parties: fc.tuple(party, party, party),
    quotas: fc.tuple(bounds, bounds, bounds, bounds),
    seats: fc.integer({ min: 2, max: 5 }),
    rule: fc.constantFrom("consensus", "majority"),
  })
  .map(
    ({ parties, quotas, seats, rule }) => `demarche: 1
us: a
parties: { a: A, b: B, c: C }
forums: { council: { members: [a, b, c], gatekeepers: nobody, decision rule: ${rule} } }
agenda:
  - issue: board
    kind: slate
    seats: ${seats}
    quotas: { ${names.map((name, o) => `${name}: ${quotas[o]}`).join(", ")} }
    options: { ${names.map((name) => `${name}: { name: ${name} }`).join(", ")} }
    otherwise: { values: { a: 30, b: 30, c: 30 } }
    positions:
${parties
  .map(
    (each, p) =>
      `      ${"abc"[p]}: { values: { ${names.map((name, o) => `${name}: ${each.values[o]}`).join(", ")} }, salience: ${each.salience}, influence: ${each.influence}, cost of disagreement: ${each.cost}${each.red === undefined ? "" : `, red lines: ${each.red}`} }`,
  )
  .join("\n")}
`,
  );

/** All ways to seat so many, option after option. */
function fillings(seats: number, least: readonly number[], most: readonly number[]): number[][] {
  if (least.length === 0) return seats === 0 ? [[]] : [];
  const found: number[][] = [];
  for (let held = least[0]!; held <= most[0]! && held <= seats; held++)
    for (const rest of fillings(seats - held, least.slice(1), most.slice(1))) found.push([held, ...rest]);
  return found;
}

/** By the words of [B4] and [B6] alone, from the numbers of the world. */
function literal(text: string): { readonly counts: Map<string, number>; readonly nobody: number } {
  const { brief } = readBrief(text, { file: "board.yaml" });
  const model = compile(brief!).model!;
  const seats = Number(/seats: (\d)/.exec(text)![1]);
  const quotas = /quotas: \{ (.*) \}/
    .exec(text)![1]!
    .split(", ")
    .map((part) => part.split(": ")[1]!.split("..").map(Number));
  const least = quotas.map((q) => Math.min(seats, q[0]!));
  const most = quotas.map((q) => Math.min(seats, q[q.length - 1]!));
  const all = fillings(seats, least, most);
  const [item] = model.items;
  const draws = new Draws(model, seed, worlds);
  draws.fill(0, worlds);
  const counts = new Map<string, number>();
  let nobody = 0;
  for (let w = 0; w < worlds; w++) {
    const input = (index: number) => draws.values[w * draws.width + index]!;
    const voters = item!.seats.map((seat, p) => ({
      values: seat.values!.map(input),
      weight: input(seat.salience) * input(seat.influence),
      // We count no cost of disagreement against ourselves.
      limit: 30 - (p === 0 ? 0 : input(seat.cost)),
      red: seat.redLines,
    }));
    const worth = (values: readonly number[], held: readonly number[]) =>
      held.reduce((sum, count, o) => sum + count * values[o]!, 0) / seats;
    const takes = (held: readonly number[]) =>
      voters.filter(({ values, limit, red }) => worth(values, held) >= limit - 1e-9 && !red.some((o) => held[o]! > 0))
        .length;
    const enough = all.filter((held) => takes(held) >= (text.includes("majority") ? 2 : 3));
    const total = voters.reduce((sum, { weight }) => sum + weight, 0);
    const wanted = names.map((_, o) => {
      let share = 0;
      for (const { values, weight } of voters) {
        const top = Math.max(...all.map((held) => worth(values, held)));
        const favourites = all.filter((held) => worth(values, held) > top - 1e-9);
        const mean = favourites.reduce((sum, held) => sum + held[o]!, 0) / favourites.length / seats;
        share += (total > 0 ? weight / total : 1 / 3) * mean;
      }
      return 100 * share + residualQuantile(input(item!.optionResiduals[o]!));
    });
    const away = (held: readonly number[]) =>
      held.reduce(
        (sum, count, o) => sum + ((100 * count) / seats - wanted[o]!) * ((100 * count) / seats - wanted[o]!),
        0,
      );
    if (enough.length === 0) nobody++;
    else {
      const out = enough.reduce((a, b) => (away(b) < away(a) ? b : a)).join(" ");
      counts.set(out, (counts.get(out) ?? 0) + 1);
    }
  }
  return { counts, nobody };
}

describe("[B6] which composition comes out", () => {
  it("is what the words say, world by world, on boards drawn at random", () => {
    fc.assert(
      fc.property(board, (text) => {
        const { brief } = readBrief(text, { file: "board.yaml" });
        const [found] = runInline(createPlacesEngine(brief!, compile(brief!).model!, { seed, worlds })).slates;
        const { counts, nobody } = literal(text);
        const { list, nobody: none, possible, held } = found!.compositions!;
        expect(none * worlds).toBeCloseTo(possible === 0 ? worlds : nobody, 6);
        for (const entry of list) {
          const key = names.map((name) => entry.seats[name] ?? 0).join(" ");
          expect(entry.settled * worlds).toBeCloseTo(counts.get(key) ?? 0, 6);
        }
        if (counts.size === 0) expect(held).toEqual({});
        else
          for (const [o, name] of names.entries())
            for (const [seats, share] of held[name]!.entries()) {
              const out = [...counts].filter(([key]) => Number(key.split(" ")[o]) === seats);
              const times = out.reduce((sum, [, n]) => sum + n, 0);
              expect(share * (worlds - nobody)).toBeCloseTo(times, 6);
            }
      }),
      { numRuns: 60 },
    );
  });

  it("with one seat, is the option at which the plan settles the slate", () => {
    fc.assert(
      fc.property(board, (text) => {
        const { brief } = readBrief(text.replace(/seats: \d/, "seats: 1").replace(/ {4}quotas: .*\n/, ""), {
          file: "x",
        });
        const model = compile(brief!).model!;
        const single = panelOf(model, issuesOf(brief!)[0]!, 0);
        const compositions = names.map((_, o) => names.map((_name, k) => (k === o ? 1 : 0)));
        const prevailing = new Prevailing(model, { ...single, compositions });
        const roll = new Roll(model);
        const draws = new Draws(model, seed, worlds);
        draws.fill(0, worlds);
        let settled = 0;
        for (let w = 0; w < worlds; w++) {
          roll.begin(draws.values, w * draws.width);
          roll.run(model.plan);
          if (roll.ended[0] !== why.agreed) continue;
          settled++;
          const table = roll.table(0);
          const worth = Float64Array.from(
            names.flatMap((_, o) => [0, 1, 2].map((p) => table.value[p * names.length + o]!)),
          );
          const enough = Uint8Array.from(names, (_, o) => {
            const takers = [0, 1, 2].filter((p) => roll.accepts(0, p, o)).length;
            return takers >= (text.includes("majority") ? 2 : 3) ? 1 : 0;
          });
          expect(prevailing.pick(roll, table, worth, enough)).toBe(roll.result[0]);
        }
        fc.pre(settled > 0);
      }),
      { numRuns: 40 },
    );
  });
});
