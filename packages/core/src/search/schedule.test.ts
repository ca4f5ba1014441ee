import fc from "fast-check";
import { expect, test } from "vitest";
import type { Factor } from "./factors.ts";
import { scheduleOf } from "./schedule.ts";
import { tracesOf } from "./traces.ts";

const factorOf = (moves: readonly number[], commutes: (a: number, b: number) => boolean): Factor => {
  const pairs = (holds: (a: number, b: number) => boolean) =>
    Uint8Array.from(moves.flatMap((a) => moves.map((b) => (a !== b && holds(a, b) ? 1 : 0))));
  return { moves, items: [], dependences: [], acts: [], before: pairs(() => false), commute: pairs(commutes) };
};
const sets = fc.array(fc.subarray([0, 1, 2, 3, 4], { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 });

test("[S5] every trace of every factor is rolled out once, among moves that leave it as it is", () => {
  fc.assert(
    fc.property(sets, fc.integer({ min: 0, max: 4 }), (lists, apart) => {
      const factors = lists.map((moves) => factorOf(moves, (a, b) => a !== apart && b !== apart));
      const traces = factors.map((factor) => tracesOf(factor, 1000));
      const met = factors.map(() => new Set<number>());
      for (const { sequence, reads } of scheduleOf(factors, traces))
        for (const { factor, trace } of reads) {
          const { moves } = factors[factor]!;
          const places = sequence.filter((m) => moves.includes(m)).map((m) => moves.indexOf(m));
          expect(places).toEqual(traces[factor]!.list[trace]);
          met[factor]!.add(trace);
        }
      expect(met.map((set) => set.size)).toEqual(traces.map((each) => each.list.length));
    }),
  );
});

test("[S5] independent moves are one trace in any order, others one for each order", () => {
  expect(
    tracesOf(
      factorOf([0, 1, 2], () => true),
      1000,
    ).list,
  ).toHaveLength(8);
  // None, three single ones, three pairs in two orders, three in six.
  expect(
    tracesOf(
      factorOf([0, 1, 2], () => false),
      1000,
    ).list,
  ).toHaveLength(16);
  const some = tracesOf(
    factorOf([0, 1, 2], () => true),
    5,
  );
  expect([some.list.length, some.complete]).toEqual([5, false]);
});
