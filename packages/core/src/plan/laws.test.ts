import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OutcomeModelName } from "../brief/brief.ts";
import { readBrief } from "../brief/index.ts";
import { planBrief } from "../run/index.ts";
import { Draws } from "./draws.ts";
import { type Ended, modelOf, SmallWorld } from "./small-world.test-support.ts";

const outcomeModels: readonly OutcomeModelName[] = ["compromise", "median", "nash", "veto"];
const coarse = fc.integer({ min: 0, max: 20 }).map((k) => 5 * k);

interface Position {
  readonly ideal: number;
  readonly spread: number;
  readonly salience: number;
  readonly influence: number;
  readonly bottom: number | undefined;
  readonly red: boolean;
}
interface Issue {
  readonly places: readonly number[];
  readonly otherwise: number;
  readonly positions: readonly Position[];
}
interface Table {
  readonly gatekeepers: "all" | "nobody";
  readonly rule: string;
  readonly issues: readonly Issue[];
}
const parties = ["a", "b", "c"];
const position: fc.Arbitrary<Position> = fc.record({
  ideal: coarse,
  spread: fc.constantFrom(0, 10, 40),
  salience: fc.integer({ min: 1, max: 100 }),
  influence: fc.integer({ min: 1, max: 100 }),
  bottom: fc.option(coarse, { nil: undefined, freq: 1 }),
  red: fc.nat(5).map((k) => k === 0),
});
const issue: fc.Arbitrary<Issue> = fc.uniqueArray(coarse, { minLength: 2, maxLength: 5 }).chain((places) =>
  fc.record({
    places: fc.constant(places),
    otherwise: fc.integer({ min: -1, max: places.length - 1 }),
    positions: fc.array(position, { minLength: 3, maxLength: 3 }),
  }),
);
const table: fc.Arbitrary<Table> = fc.record({
  gatekeepers: fc.constantFrom<Table["gatekeepers"]>("all", "nobody"),
  rule: fc.constantFrom("consensus", "majority", "2/3"),
  issues: fc.array(issue, { minLength: 1, maxLength: 3 }),
});
const indices = (n: number): number[] => Array.from({ length: n }, (_, k) => k);

/** Writes the brief; the orders only change how it is listed. */
function textOf(
  { gatekeepers, rule, issues }: Table,
  listed: {
    readonly parties?: readonly number[];
    readonly issues?: readonly number[];
    readonly turnOptions?: boolean;
  } = {},
): string {
  const order = (listed.parties ?? [0, 1, 2]).map((k) => parties[k]!);
  const items = (listed.issues ?? indices(issues.length)).map((i) => {
    const { places, otherwise, positions } = issues[i]!;
    const options = places.map((at, o) => `o${o}: ${at}`);
    if (listed.turnOptions === true) options.reverse();
    const red = (p: Position) => (p.red ? ", red lines: o0" : "");
    const bottom = (p: Position) => (p.bottom === undefined ? "" : `, bottom line: ${p.bottom}`);
    const lines = order.map((id) => {
      const p = positions[parties.indexOf(id)]!;
      const ideal = p.spread === 0 ? `${p.ideal}` : `${p.ideal}..${p.ideal + p.spread}`;
      return `      ${id}: { ideal: ${ideal}, salience: ${p.salience}, influence: ${p.influence}${bottom(p)}${red(p)} }`;
    });
    return `  - issue: i${i}
    scale: -100..200
    options: { ${options.join(", ")} }
    otherwise: ${otherwise < 0 ? "{ name: None, values: { a: 30, b: 40, c: 20 } }" : `o${otherwise}`}
    positions:
${lines.join("\n")}`;
  });
  return `
demarche: 1
us: a
parties: { ${order.map((p) => `${p}: { name: P-${p} }`).join(", ")} }
forums: { talks: { members: [${order.join(", ")}], decision rule: ${rule}${gatekeepers === "all" ? "" : ", gatekeepers: nobody"} } }
agenda:
${items.join("\n")}
`;
}

const worlds = 12;
/** Each world of a brief as drawn, changed by a map of its inputs. */
function drawn(text: string, seed: number, change: (key: string, value: number) => number = (_, v) => v): SmallWorld[] {
  const model = modelOf(text);
  const draws = new Draws(model, seed, worlds);
  draws.fill(0, worlds);
  return indices(worlds).map((w) => {
    const values = draws.values.slice(w * draws.width, (w + 1) * draws.width);
    for (const [i, input] of model.inputs.entries()) values[i] = change(input.key, values[i]!);
    return new SmallWorld(model).load(values, 0);
  });
}
const sorted = (ended: Ended) => ({
  ...ended,
  refusers: [...ended.refusers].sort(),
  keepers: [...ended.keepers].sort(),
});
/** How everything ends in each world under each model. */
const ends = (all: readonly SmallWorld[], issues: readonly string[]) =>
  all.map((world) =>
    outcomeModels.map((outcomeModel) => {
      world.run("written", { outcomeModel });
      return issues.map((id) => sorted(world.of(id)));
    }),
  );
const ids = (one: Table) => one.issues.map((_, i) => `i${i}`);
const seeds = fc.integer({ min: 0, max: 1_000_000 });

describe("laws of settlement (MODEL.md §10)", () => {
  test("reordering parties, issues and options changes nothing", () => {
    fc.assert(
      fc.property(
        table.chain((one) =>
          fc.tuple(
            fc.constant(one),
            fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
            fc.shuffledSubarray(indices(one.issues.length), { minLength: one.issues.length }),
          ),
        ),
        seeds,
        ([one, p, i], seed) => {
          const plain = ends(drawn(textOf(one), seed), ids(one));
          const listed = ends(drawn(textOf(one, { parties: p, issues: i, turnOptions: true }), seed), ids(one));
          expect(listed).toEqual(plain);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("renaming changes nothing but names", () => {
    fc.assert(
      fc.property(table, seeds, (one, seed) => {
        const rename = (text: string) => text.replaceAll(/\b([abc]|i\d|o\d)\b/g, "x-$1");
        const model = modelOf(rename(textOf(one)));
        const renamed = drawn(textOf(one), seed).map((world) => {
          const other = new SmallWorld(model);
          for (const input of world.model.inputs) other.set({ [rename(input.key)]: world.get(input.key) });
          return other;
        });
        const plain = ends(drawn(textOf(one), seed), ids(one));
        expect(JSON.parse(JSON.stringify(ends(renamed, ids(one).map(rename))).replaceAll("x-", ""))).toEqual(
          JSON.parse(JSON.stringify(plain)),
        );
      }),
      { numRuns: 25 },
    );
  });

  test("mirroring the scale mirrors the outcome", () => {
    fc.assert(
      fc.property(table, seeds, (one, seed) => {
        // The scale -100..200 stands for points 0..100; its mirror turns x to 100 − x on it.
        const turned: Table = {
          ...one,
          issues: one.issues.map((entry) => ({ ...entry, places: entry.places.map((x) => 100 - x) })),
        };
        const mirrored = drawn(textOf(turned), seed, (key, value) => {
          if (key.startsWith("luck of residual")) return 1 - value;
          return value;
        });
        const plain = drawn(textOf(one), seed);
        for (const [w, world] of plain.entries())
          for (const input of world.model.inputs)
            if (/^(ideal|bottom line) /.test(input.key)) mirrored[w]!.set({ [input.key]: 100 - world.get(input.key) });
        expect(ends(mirrored, ids(one))).toEqual(ends(plain, ids(one)));
      }),
      { numRuns: 40 },
    );
  });

  test("scaling one party's salience by a constant changes neither U nor nash", () => {
    fc.assert(
      fc.property(
        table,
        seeds,
        fc.constantFrom("a", "b", "c"),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        (one, seed, who, by) => {
          const scaled = drawn(textOf(one), seed, (key, value) =>
            new RegExp(`^salience i\\d ${who}$`).test(key) ? by * value : value,
          );
          for (const [w, world] of drawn(textOf(one), seed).entries()) {
            world.run("written", { outcomeModel: "nash" });
            scaled[w]!.run("written", { outcomeModel: "nash" });
            // Two options of the same product may be told apart by the members' worth, which weighs salience.
            expect(scaled[w]!.roll.value).toBeCloseTo(world.roll.value, 9);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test("raising a party's influence never moves compromise the other way from its ideal", () => {
    fc.assert(
      fc.property(
        table,
        seeds,
        fc.constantFrom("a", "b", "c"),
        fc.double({ min: 1, max: 50, noNaN: true }),
        (one, seed, who, by) => {
          const single: Table = { ...one, gatekeepers: "nobody", issues: one.issues.slice(0, 1) };
          const raised = drawn(textOf(single), seed, (key, value) =>
            key === `influence i0 ${who}` ? by * value : value,
          );
          const place = (world: SmallWorld): number | undefined => {
            const { option } = world.run().of("i0");
            return option === undefined ? undefined : single.issues[0]!.places[Number(option.slice(1))]!;
          };
          for (const [w, world] of drawn(textOf(single), seed).entries()) {
            const [before, after] = [place(world), place(raised[w]!)];
            if (before === undefined || after === undefined) continue;
            const seat = (p: string) => ({
              weight: world.get(`salience i0 ${p}`) * world.get(`influence i0 ${p}`),
              ideal: world.get(`ideal i0 ${p}`),
            });
            const all = parties.map(seat);
            const mean =
              all.reduce((sum, s) => sum + s.weight * s.ideal, 0) / all.reduce((sum, s) => sum + s.weight, 0);
            const toward = Math.sign(seat(who).ideal - mean);
            expect(toward * (after - before)).toBeGreaterThanOrEqual(-1e-9);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("an option put between two others changes no half-line that it does not touch", () => {
    fc.assert(
      fc.property(table, seeds, (one, seed) => {
        const [first] = one.issues;
        const places = [...first!.places].sort((x, y) => x - y);
        fc.pre(places.length >= 4);
        const within = (places[1]! + places[2]!) / 2;
        const base: Issue = {
          ...first!,
          otherwise: -1,
          places,
          positions: first!.positions.map((p) => ({ ...p, red: false })),
        };
        const bare: Table = { gatekeepers: "nobody", rule: "consensus", issues: [base] };
        const more: Table = { ...bare, issues: [{ ...base, places: [...places, within] }] };
        const added = drawn(textOf(more), seed);
        for (const [w, world] of drawn(textOf(bare), seed).entries()) {
          const without = world.run().of("i0").option;
          const withIt = added[w]!.run().of("i0").option;
          expect(withIt === "o0").toBe(without === "o0");
          expect(Number(withIt?.slice(1)) === 3).toBe(Number(without?.slice(1)) === 3);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("laws of chances", () => {
  const plan = (text: string, options: { readonly worlds: number; readonly seed: number }) => {
    const { brief } = readBrief(text, { file: "b.yaml" });
    return planBrief(brief!, options).findings!;
  };

  test("[P14] chances sum to 1, shown and as they are", () => {
    fc.assert(
      fc.property(table, seeds, (one, seed) => {
        for (const item of plan(textOf(one), { worlds: 50, seed }).items) {
          const shown = [item.ask, ...item.rungs, item.worse, item.none].map((c) => c.chance);
          const { ask, rungs, worse, none } = item.unshrunk;
          const sum = (list: readonly number[]) => list.reduce((total, x) => total + x, 0);
          expect(sum(shown)).toBeCloseTo(1, 9);
          expect(sum([ask, ...rungs, worse, none])).toBeCloseTo(1, 9);
          const { refused, ...reasons } = item.none.because;
          expect(sum([...Object.values(reasons), ...Object.values(refused)])).toBeCloseTo(item.none.chance, 9);
        }
      }),
      { numRuns: 5 },
    );
  });

  test("everyone refuses everything: nothing", () => {
    const text = textOf({
      gatekeepers: "nobody",
      rule: "consensus",
      issues: [
        {
          places: [0, 50, 100],
          otherwise: 1,
          positions: indices(3).map(() => ({
            ideal: 50,
            spread: 0,
            salience: 50,
            influence: 50,
            bottom: 50,
            red: false,
          })),
        },
      ],
    });
    const [item] = plan(text, { worlds: 200, seed: 3 }).items;
    // All have 50 as bottom line and as otherwise: no other option is ever open. Our ask is 50 too, so we ask for what is: that is met.
    expect(item!.unshrunk.rungs).toEqual([]);
    const asking = text.replace("a: { ideal: 50, salience", "a: { ideal: 50, ask: o2, salience");
    const [refused] = plan(asking, { worlds: 200, seed: 3 }).items;
    expect(refused!.unshrunk).toMatchObject({ ask: 0, worse: 0, none: 1 });
    expect(Object.keys(refused!.none.because.refused)).toEqual(["jointly"]);
  });
});
