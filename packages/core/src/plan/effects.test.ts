import { describe, expect, test } from "vitest";
import { modelOf, SmallWorld } from "./small-world.test-support.ts";

/** What the table of `issue` holds for a party after the plan. */
const column = (world: SmallWorld, issue: string, party: string, what: "ideal" | "salience" | "influence" | "cost") => {
  const index = world.model.items.findIndex((item) => item.id === issue);
  const seat = world.model.items[index]!.seatOf[world.model.parties.findIndex((p) => p.id === party)]!;
  return world.roll.table(index)[what][seat]!;
};
const text = (then: string, more = "") => `
demarche: 1
us: a
parties: { a: A, b: B, c: C }
forums: { talks: { members: [a, b, c], gatekeepers: nobody } }
agenda:
  - issue: tariff
    options: [low, high]
    positions:
      a: { ideal: 80, salience: 50 }
      b: { ideal: 30, salience: 40, influence: 60, cost of disagreement: 20 }
      c: { ideal: 30, salience: 40, influence: 60, cost of disagreement: 20 }
  - issue: lorries
    scale: 12..0
    unit: lorries a day
    options: { twelve: 12, none: 0 }
    positions: { a: { ideal: 0, salience: 50 }, b: { ideal: 9, salience: 40 }, c: { ideal: 6, salience: 30 } }
moves: { press-b: { kind: press, target: b, chance: 50%, if it works: [${then}] } }
plan: [press-b]
${more}
`;

describe("[P4] effects", () => {
  test("signed ones add, unsigned ones replace; both stay within 0..100", () => {
    const world = new SmallWorld(
      text("{ party: b, issue: tariff, ideal: +20, salience: 75, influence: -80, cost of disagreement: +10 }"),
      {
        "luck of move press-b": 0.4,
      },
    ).run();
    expect(column(world, "tariff", "b", "ideal")).toBe(50);
    expect(column(world, "tariff", "b", "salience")).toBe(75);
    expect(column(world, "tariff", "b", "influence")).toBe(0);
    expect(column(world, "tariff", "b", "cost")).toBe(30);
    // c is not touched, nor is b on the other item.
    expect(column(world, "tariff", "c", "ideal")).toBe(30);
    expect(column(world, "lorries", "b", "salience")).toBe(40);
    const over = new SmallWorld(text("{ party: b, issue: tariff, ideal: +90, cost of disagreement: -30 }"), {
      "luck of move press-b": 0,
    });
    expect(column(over.run(), "tariff", "b", "ideal")).toBe(100);
    expect(column(over, "tariff", "b", "cost")).toBe(0);
  });
  test("[P3] act only where the move worked", () => {
    const world = new SmallWorld(text("{ party: b, issue: tariff, ideal: +20 }"), {
      "luck of move press-b": 0.5,
    }).run();
    expect(world.move("press-b")).toMatchObject({ done: true, worked: false });
    expect(column(world, "tariff", "b", "ideal")).toBe(30);
    expect(column(world.run("none"), "tariff", "b", "ideal")).toBe(30);
  });
  test("[P6] places and changes of an ideal are in the issue's own units, + toward its upper end", () => {
    const on = (change: string) =>
      column(
        new SmallWorld(text(`{ party: b, issue: lorries, ideal: ${change} }`), { "luck of move press-b": 0 }).run(),
        "lorries",
        "b",
        "ideal",
      );
    // The scale runs 12..0: 9 lorries stand at 25; three lorries are a quarter of the scale, its upper end is none.
    expect(on("+3")).toBeCloseTo(50, 10);
    expect(on("-3")).toBeCloseTo(0, 10);
    expect(on("3")).toBeCloseTo(75, 10);
    expect(on("none")).toBeCloseTo(100, 10);
    // Salience is 0..100 whatever the scale.
    const world = new SmallWorld(text("{ party: b, issue: lorries, salience: +3 }"), {
      "luck of move press-b": 0,
    }).run();
    expect(column(world, "lorries", "b", "salience")).toBe(43);
  });
  test("without an issue they touch all; several parties may be named", () => {
    const world = new SmallWorld(text("{ party: [b, c], salience: +10 }"), { "luck of move press-b": 0 }).run();
    expect(["tariff", "lorries"].flatMap((i) => ["a", "b", "c"].map((p) => column(world, i, p, "salience")))).toEqual([
      50, 50, 50, 50, 50, 40,
    ]);
  });
  test("[P7] a rule fires once its condition holds, and may make another's hold; each only once", () => {
    const rules = `
rules:
  second: { if: not thaw and tariff is high, then: [{ party: c, issue: lorries, ideal: none }] }
  first: { if: press-b worked, then: [{ party: c, issue: tariff, ideal: +20 }, { assumption: thaw, chance: 0% }] }
assumptions: { thaw: { chance: 100% } }
`;
    // The otherwise of both is off the scale and unknown; 0 for all opens everything.
    const nothing = Object.fromEntries(
      ["tariff", "lorries"].flatMap((i) => ["a", "b", "c"].map((p) => [`otherwise ${i} ${p}`, 0])),
    );
    const world = new SmallWorld(text("{ party: b, issue: tariff, ideal: 100 }", rules), {
      "luck of move press-b": 0,
      ...nothing,
    }).run();
    // Tariff: (80·2500 + 100·2400 + 50·2400) / 7300 = 76.7: high. Then `second` moves c before the lorries are settled.
    expect(world.of("tariff").option).toBe("high");
    expect(column(world, "tariff", "c", "ideal")).toBe(50);
    expect(column(world, "lorries", "c", "ideal")).toBeCloseTo(100, 10);
    world.set({ "luck of move press-b": 0.9 }).run();
    expect(column(world, "tariff", "c", "ideal")).toBe(30);
    expect(column(world, "lorries", "c", "ideal")).toBeCloseTo(50, 10);
  });
  test("on chances of moves, assumptions and breakdown", () => {
    const world = new SmallWorld(
      text(
        "{ forum: talks, breakdown: +30% }, { assumption: thaw, chance: -50% }, { move: again, chance: 90% }",
        "assumptions: { thaw: { chance: 80% } }",
      )
        .replace("moves: {", "moves: { again: { kind: press, chance: 10% },")
        .replace("plan: [press-b]", "plan: [press-b, again]"),
      {
        "luck of move press-b": 0,
        "luck of breakdown talks": 0.29,
        "luck of assumption thaw": 0.29,
        "luck of move again": 0.89,
      },
    ).run();
    expect(world.roll.broke[0]).toBe(1);
    expect(world.roll.holds(0)).toBe(true);
    expect(world.move("again").worked).toBe(true);
    world.set({ "luck of breakdown talks": 0.31, "luck of assumption thaw": 0.31, "luck of move again": 0.91 }).run();
    expect([world.roll.broke[0], world.roll.holds(0), world.move("again").worked]).toEqual([0, false, false]);
    world.set({ "luck of move press-b": 0.9, "luck of breakdown talks": 0.01 }).run();
    expect([world.roll.broke[0], world.roll.holds(0)]).toEqual([0, true]);
  });
  test("what cannot be priced is said, not dropped: an ideal on a choice has no place to move", () => {
    const model = modelOf(
      text("{ party: b, issue: seat, ideal: +10 }").replace(
        "moves:",
        "  - { issue: seat, kind: choice, options: [x, y] }\nmoves:",
      ),
    );
    expect(model.notPriced.map((entry) => entry.why).join()).toContain("no scale");
  });
});

describe("[P13] our value: 100·Σ w·v, weights normalised once over all issues", () => {
  const valued = `
demarche: 1
us: a
parties: { a: A, b: B }
forums: { talks: { members: [a, b], gatekeepers: nobody, competence: [tariff, treaties] } }
agenda:
  - issue: tariff
    options: { low: 0, middle: 60, high: 100 }
    otherwise: low
    positions: { a: { ideal: 90, salience: 60 }, b: { ideal: 60, salience: 50, cost of disagreement: 100 } }
  - issue: treaties
    options: { low: 0, high: 100 }
    otherwise: { name: None, values: { a: 25, b: 0 } }
    instances: [one, two]
    positions: { a: { ideal: high, salience: 30 }, b: { ideal: high, salience: 50 } }
  - issue: fish
    exponent: 2
    options: { low: 0, high: 100 }
    otherwise: low
    positions: { a: { ideal: 50, salience: 10 }, b: { ideal: high, salience: 50 } }
`;
  test("[P21] instances share the salience of their issue; what is not settled scores its otherwise", () => {
    // Weights 60, 15, 15, 10 of 100. tariff: mean (90·60 + 60·50) / 110 = 76.4: middle, v = 70. treaties: high, 100 each.
    // fish is outside the forum's competence: otherwise 0, v = 100·(1 − 0.5²) = 75.
    const world = new SmallWorld(valued).run();
    expect(world.of("tariff").option).toBe("middle");
    expect(world.of("fish").ended).toBe("noCompetence");
    expect(world.roll.value).toBeCloseTo(0.6 * 70 + 0.15 * 100 + 0.15 * 100 + 0.1 * 75, 10);
    // One instance refused: its typed worth of 25.
    world
      .set({
        "ideal treaties/two b": 0,
        "otherwise treaties/two b": 100,
        "cost treaties/two b": 0,
        "luck of residual treaties/two": 0.99,
      })
      .run();
    expect(world.of("treaties/two").ended).toBe("refused");
    expect(world.roll.value).toBeCloseTo(0.6 * 70 + 0.15 * 100 + 0.15 * 25 + 0.1 * 75, 10);
    // All four at half the salience: the same.
    world
      .set({
        "salience tariff a": 30,
        "salience treaties/one a": 15,
        "salience treaties/two a": 15,
        "salience fish a": 5,
      })
      .run();
    expect(world.roll.value).toBeCloseTo(0.6 * 70 + 0.15 * 100 + 0.15 * 25 + 0.1 * 75, 10);
  });
  test("[P12] typed payoffs of acts and options add in points; dependences where their condition holds", () => {
    const paid = `${valued
      .replace("middle: 60,", "middle: { at: 60, audience: { press: 2 } },")
      .replace("b: B }", "b: B, press: { name: Press, role: audience } }")
      .replace("talks: { members: [a, b]", "talks: { members: [a, b]")}
moves: { gesture: { kind: publicise, worth: 3, cost: 1, audience: { press: 0.5 } } }
plan: [gesture]
links: { sum: { depends: [tariff, fish], table: [{ if: tariff is middle and not fish settled, worth: { a: -4, b: 9 } }] } }
`;
    const world = new SmallWorld(paid);
    const items = 0.6 * 70 + 0.15 * 100 + 0.15 * 100 + 0.1 * 75;
    expect(world.run("none").roll.value).toBeCloseTo(items + 2 - 4, 10);
    expect(world.run().roll.value).toBeCloseTo(items + 2 - 4 + 3 - 1 + 0.5, 10);
    // Kept at low, neither the audience nor the dependence counts.
    world.set({ "luck of residual tariff": 0.0001, "ideal tariff b": 0 }).run("none");
    expect(world.of("tariff").result).toBe("low");
    expect(world.roll.value).toBeCloseTo(0.6 * 10 + 30 + 7.5, 10);
  });
  test("[S24] what is resolved beforehand scores its resolution, else its otherwise", () => {
    const dropped = (resolved: string) =>
      `${valued.replace("- issue: tariff", `- issue: tariff\n    unless: agreed-already\n    ${resolved}`)}assumptions: { agreed-already: { chance: 50% } }\n`;
    const world = new SmallWorld(dropped("resolved as: high"), { "luck of assumption agreed-already": 0.4 }).run();
    expect(world.roll.dropped[0]).toBe(1);
    expect(world.roll.value).toBeCloseTo(0.6 * 90 + 30 + 7.5, 10);
    expect(world.set({ "luck of assumption agreed-already": 0.6 }).run().roll.value).toBeCloseTo(
      0.6 * 70 + 30 + 7.5,
      10,
    );
    const plain = new SmallWorld(dropped("due: 2030-01-01"), { "luck of assumption agreed-already": 0.4 }).run();
    expect(plain.of("tariff")).toMatchObject({ ended: "notReached", result: "low" });
    expect(plain.roll.value).toBeCloseTo(0.6 * 10 + 30 + 7.5, 10);
  });
});
