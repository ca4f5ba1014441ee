/** What must hold whatever is observed. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planBrief, preparePlan } from "../run/index.ts";
import { briefOf, firstWorlds, keptOf, lease, modelOf, observing, planOf, rollEach } from "./day-two.test-support.ts";

const seeds = fc.integer({ min: 0, max: 1_000_000 });

describe("total probability", () => {
  test("the plan's value is that after each signal, in the worlds that give it: world by world, to the last digit", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const count = 400;
        const before = rollEach(modelOf(lease), firstWorlds(count), ({ value }) => value, { seed });
        const met = new Set<number>();
        let sum = 0;
        for (const fact of ["seismic is open", "seismic is none"]) {
          const text = observing(lease, fact);
          const worlds = keptOf(text, count, seed).worlds.filter((world) => world < count);
          for (const { world, value } of rollEach(
            modelOf(text),
            worlds,
            ({ world: w, value: v }) => ({ world: w, value: v }),
            { seed },
          )) {
            expect(value).toBe(before[world]);
            expect(met.has(world)).toBe(false);
            met.add(world);
            sum += value;
          }
        }
        expect(met.size).toBe(count);
        expect(sum / count).toBeCloseTo(before.reduce((total, value) => total + value, 0) / count, 9);
      }),
      { numRuns: 5 },
    );
  });

  test("so also of the Moscow brief", () => {
    const text = readFileSync(new URL("../../../../examples/moscow-1945/brief.yaml", import.meta.url), "utf8");
    const count = 300;
    const before = rollEach(modelOf(text), firstWorlds(count), ({ value }) => value);
    const met = ["verify-recall is recalled", "verify-recall is none"].flatMap((fact) => {
      const observed = `${text}observed: [{ date: 1945-12-04, fact: ${fact} }]\n`;
      const worlds = keptOf(observed, count).worlds.filter((world) => world < count);
      return rollEach(modelOf(observed), worlds, ({ world, value }) => {
        expect(value).toBeCloseTo(before[world]!, 9);
        return world;
      });
    });
    expect(met.sort((a, b) => a - b)).toEqual([...firstWorlds(count)]);
  });

  test("likewise over what becomes of a move once its signal is known", () => {
    const count = 600;
    const told = observing(lease, "seismic is open");
    const before = new Map(
      rollEach(modelOf(told), keptOf(told, count).worlds, ({ world, value }) => [world, value] as const),
    );
    const after = ["drill worked", "drill failed"].flatMap((fact) => {
      const text = observing(lease, "seismic is open", fact);
      // Whether it worked is its own luck, so that all worlds are taken: those in which it came out so anyhow are compared.
      return rollEach(modelOf(text), keptOf(text, count).worlds, ({ world, value, roll }) => {
        const { chance, luck } = roll.model.moves[1]!;
        const works = roll.inputs[roll.base + luck]! * 100 < roll.inputs[roll.base + chance]!;
        return { world, value, same: works === (fact === "drill worked") };
      }).filter(({ same }) => same);
    });
    expect(after.length).toBeGreaterThan(count * 0.8);
    for (const { world, value } of after) if (before.has(world)) expect(value).toBe(before.get(world));
  });
});

test("a certain fact changes nothing but the bookkeeping", () => {
  const text = lease.replace("rain: 60%", "rain: 100%");
  const { dayTwo, ...after } = planOf(observing(text, "rain", "not talks broke down"), { worlds: 600, seed: 5 });
  expect(dayTwo.tried).toBe(600);
  for (const change of [dayTwo.plans.asWritten, dayTwo.plans.none]) expect(change.after).toEqual(change.before);
  for (const item of dayTwo.items) {
    expect(item.ask.after).toBe(item.ask.before);
    expect(item.none.after).toBe(item.none.before);
  }
  expect(dayTwo.inputs).toEqual([]);
  expect(after.worlds).toBe(600);
});

test("what holds in every world, and has to be rolled out to know it, leaves chances and ranges as they are", () => {
  const options = { worlds: 500, seed: 6, search: { searched: 200, pruned: 200 } };
  const { dayTwo, items } = planOf(observing(lease, "a accepts high on lease"), options);
  expect(dayTwo.observations[0]).toMatchObject({ taken: "learnt", expected: 1 });
  expect(dayTwo.tried).toBe(500);
  const { findings } = planBrief(briefOf(lease), options);
  for (const [i, item] of findings!.items.entries())
    for (const chance of ["ask", "worse", "none"] as const)
      for (const end of ["chance", "low", "high"] as const)
        expect(items[i]![chance][end]).toBeCloseTo(item[chance][end], 9);
  expect(items[0]!.ask.high - items[0]!.ask.low).toBeGreaterThan(0.1);
});

test("the order of observations, and how they are joined, change nothing", () => {
  const facts = ["seismic is open", "rain", "not talks broke down", "b accepts mid on lease"];
  const first = keptOf(observing(lease, ...facts), 300);
  fc.assert(
    fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), fc.boolean(), (shuffled, joined) => {
      const text = joined ? observing(lease, shuffled.join(" and ")) : observing(lease, ...shuffled);
      const { worlds, tried } = keptOf(text, 300);
      expect(worlds).toEqual(first.worlds);
      expect(tried).toBe(first.tried);
    }),
    { numRuns: 8 },
  );
});

describe("nothing is reshuffled", () => {
  const kept = keptOf(observing(lease, "seismic is open"), 2000).worlds;

  test("by a fresh element", () => {
    const text = lease
      .replace("parties: {", "parties: { newcomer: { name: N, role: third }, ")
      .replace("assumptions: {", "assumptions: { thaw: 30..60%, ")
      .replace(
        "rules:",
        "  - { issue: fish, options: [few, many], otherwise: few, positions: { a: { ideal: many } } }\nrules:",
      );
    expect(keptOf(observing(text, "seismic is open"), 2000).worlds).toEqual(kept);
  });

  test("by a further observation: it drops worlds and adds none", () => {
    const fewer = keptOf(observing(lease, "seismic is open", "b accepts mid on lease"), 1000).worlds;
    const last = kept[kept.length - 1]!;
    expect(fewer.length).toBeGreaterThan(200);
    for (const world of fewer) if (world <= last) expect(kept.includes(world)).toBe(true);
  });

  test("by how many worlds are wanted", () => {
    expect(keptOf(observing(lease, "seismic is open"), 700).worlds).toEqual(kept.slice(0, 700));
  });
});

describe("what has luck of its own is made so, which is to condition on it", () => {
  /** In a world in which it is so anyhow, making it so changes nothing; and the means are those of such worlds. */
  const check = (
    text: string,
    fact: string,
    isSo: (roll: Parameters<Parameters<typeof rollEach>[2]>[0]["roll"]) => boolean,
  ) => {
    const worlds = 6000;
    const observed = observing(text, fact);
    const kept = keptOf(observed, worlds);
    expect(kept.tried).toBe(worlds);
    const plain = rollEach(modelOf(text), firstWorlds(worlds), ({ value, roll }) => ({ value, so: isSo(roll) }));
    const made = rollEach(modelOf(observed), kept.worlds, ({ value }) => value);
    const chosen = plain.flatMap(({ value, so }, k) => {
      if (so) expect(made[k]).toBe(value);
      return so ? [value] : [];
    });
    const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
    const variance = (values: readonly number[]) => mean(values.map((x) => (x - mean(values)) * (x - mean(values))));
    const error = Math.sqrt(variance(chosen) / chosen.length + variance(made) / made.length);
    expect(Math.abs(mean(chosen) - mean(made))).toBeLessThan(4 * error);
    expect(chosen.length).toBeGreaterThan(500);
    // It matters at all.
    expect(Math.abs(mean(made) - mean(plain.map(({ value }) => value)))).toBeGreaterThan(0.2);
  };

  test("an assumption", () => check(lease, "oil", (roll) => roll.holds(0)));
  test("an uncertain chance of one", () =>
    check(lease.replace("oil: 20%", "oil: 10..50%"), "oil", (roll) => roll.holds(0)));
  test("a typed chance of admission, of one item", () =>
    check(
      lease.replace("    otherwise: low", "    admission: 60%\n    otherwise: low"),
      "not lease admitted",
      (roll) => roll.admitted[0] === 0,
    ));
  test("a breakdown", () =>
    check(
      lease.replace("forums: { talks: {", "forums: { talks: { breakdown: 30%,"),
      "talks broke down",
      (roll) => roll.broke[0] === 1,
    ));
  test("another's move", () => {
    const text = lease.replace(
      "  drill:",
      "  frost: { kind: press, by: b, chance: 40%, if it works: [{ party: b, issue: lease, ideal: -60 }] }\n  drill:",
    );
    check(text, "frost done", (roll) => roll.done[1] === 1);
  });
});

test("the same bytes however the work is cut up and in whatever order it is done", () => {
  const brief = briefOf(observing(lease, "seismic is open", "b accepts mid on lease"));
  const options = { worlds: 700, seed: 4, search: { searched: 300, pruned: 200 } };
  const one = preparePlan(brief, options);
  const run = (engine: NonNullable<typeof one.engine>, backwards: boolean): string => {
    const work = (tasks: typeof engine.tasks) => {
      const order = [...tasks.keys()];
      if (backwards) order.reverse();
      const parts: ReturnType<typeof engine.step>[] = [];
      for (const k of order) parts[k] = structuredClone(engine.step(tasks[k]!));
      return parts;
    };
    const first = work(engine.tasks);
    return JSON.stringify(engine.merge([...first, ...work(engine.more?.(first) ?? [])]));
  };
  const whole = run(one.engine!, false);
  // Another runner is handed the worlds that the first has found, as a thread is.
  const other = preparePlan(structuredClone(brief), { ...options, found: structuredClone(one.found!) });
  expect(run(other.engine!, true)).toBe(whole);
});
