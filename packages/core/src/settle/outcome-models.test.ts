import { describe, expect, test } from "vitest";
import type { OutcomeModelName } from "../brief/brief.ts";
import { luckOfResidual, SmallWorld } from "../plan/small-world.test-support.ts";

const brief = (positions: readonly string[], options: string, otherwise = "otherwise: o0", kind = "") => `
demarche: 1
us: a
parties: { ${positions.map((_, k) => `${"abcde"[k]}: { name: P${k} }`).join(", ")} }
forums: { talks: { members: [${positions.map((_, k) => "abcde"[k]).join(", ")}], gatekeepers: nobody } }
agenda:
  - issue: tariff
    ${kind}
    options: ${options}
    ${otherwise}
    positions:
${positions.map((p, k) => `      ${"abcde"[k]}: { bottom line: unknown, ${p} }`).join("\n")}
`;
/** Everybody takes everything: bottom lines as far as can be from each ideal. */
const open = (world: SmallWorld): SmallWorld => {
  for (const seat of world.model.items[0]!.seats) {
    const party = world.model.parties[seat.party]!.id;
    world.set({ [`bottom line tariff ${party}`]: world.get(`ideal tariff ${party}`) < 50 ? 100 : 0 });
  }
  return world;
};
const five = "{ o0: 0, o25: 25, o50: 50, o75: 75, o100: 100 }";
const pick = (world: SmallWorld, outcomeModel: OutcomeModelName): string | undefined =>
  world.run("written", { outcomeModel }).of("tariff").result;

describe("[O1] compromise: nearest to Σ s·q·θ / Σ s·q, shifted by the residual", () => {
  const positions = [
    "ideal: 100, salience: 80, influence: 30",
    "ideal: 40, salience: 20, influence: 60",
    "ideal: 0, salience: 60, influence: 20",
  ];
  test("worked by hand", () => {
    // Weights 2400, 1200, 1200: mean (240000 + 48000 + 0) / 4800 = 60. Nearest 50 (10 away; 75 is 15 away).
    const world = open(new SmallWorld(brief(positions, five)));
    expect(pick(world, "compromise")).toBe("o50");
    // Midpoint 62.5: a residual of +2.5 and a little more gives 75.
    expect(pick(world.set({ "luck of residual tariff": luckOfResidual(3) }), "compromise")).toBe("o75");
    expect(pick(world.set({ "luck of residual tariff": luckOfResidual(2) }), "compromise")).toBe("o50");
    expect(pick(world.set({ "luck of residual tariff": luckOfResidual(-79) }), "compromise")).toBe("o0");
  });
  test("without weight the mean is unweighted", () => {
    const world = open(
      new SmallWorld(
        brief(
          positions.map((p) => p.replace(/salience: \d+/, "salience: 0")),
          five,
        ),
      ),
    );
    // (100 + 40 + 0) / 3 = 46.7.
    expect(pick(world, "compromise")).toBe("o50");
    expect(pick(world.set({ "luck of residual tariff": luckOfResidual(-10) }), "compromise")).toBe("o25");
  });
});

describe("[O5] median: nearest to the weighted median; where just half lies on either side, their middle", () => {
  test("worked by hand", () => {
    // Weights 1, 1, 3 at 0, 40, 90: half of 5 is passed at 90.
    const world = open(
      new SmallWorld(
        brief(
          [
            "ideal: 0, salience: 10, influence: 10",
            "ideal: 40, salience: 10, influence: 10",
            "ideal: 90, salience: 30, influence: 10",
          ],
          five,
        ),
      ),
    );
    expect(pick(world, "median")).toBe("o100");
    // Weights 2, 1, 3: 3 of 6 lie at or below 40, 3 at 90: the middle, 65, is nearest to 75; one side alone would be 50 or 100.
    world.set({ "salience tariff a": 20 });
    expect(pick(world, "median")).toBe("o75");
    // Nobody cares: unweighted, 40.
    world.set({ "salience tariff a": 0, "salience tariff b": 0, "salience tariff c": 0 });
    expect(pick(world, "median")).toBe("o50");
  });
});

describe("[O6] nash: greatest Σ q·log(v − v(otherwise) + c)", () => {
  const world = open(
    new SmallWorld(
      brief(
        [
          "ideal: 100, salience: 50, influence: 50, cost of disagreement: 10",
          "ideal: 0, salience: 50, influence: 50, cost of disagreement: 40",
        ],
        five,
        "otherwise: { name: Nothing, values: { a: 30, b: 40 } }",
      ),
    ),
  );
  test("worked by hand", () => {
    // d_a = 30 − 10 = 20, d_b = 40 − 40 = 0. Gains at 25: 5·75 = 375; 50: 30·50 = 1500; 75: 55·25 = 1375; 100: 80·0.
    expect(pick(world, "nash")).toBe("o50");
    // Three times our influence: 50: 3·log 30 + log 50 = 14.12; 75: 3·log 55 + log 25 = 15.24.
    expect(pick(world.set({ "influence tariff a": 100, "influence tariff b": 33 }), "nash")).toBe("o75");
    // Salience does not count.
    world.set({ "influence tariff a": 50, "influence tariff b": 50, "salience tariff a": 100, "salience tariff b": 1 });
    expect(pick(world, "nash")).toBe("o50");
  });
});

describe("[O7] veto: the setter's best in the win-set of otherwise", () => {
  const positions = [
    "ideal: 100, salience: 50",
    "ideal: 40, salience: 50, cost of disagreement: 100",
    "ideal: 10, salience: 50, cost of disagreement: 100",
  ];
  test("costs of disagreement do not widen it", () => {
    // otherwise 0: v_b = 60, v_c = 90. b prefers 25, 50, 75 (85, 90, 65 ≥ 60) to it, c 0 only (25: 85 < 90). So nothing moves.
    const world = open(new SmallWorld(brief(positions, five)));
    expect(pick(world, "veto")).toBe("o0");
    // c at 20: v(0) = 80, v(25) = 95, v(50) = 70 < 80: the win-set is 0, 25, and we take 25.
    expect(pick(world.set({ "ideal tariff c": 20 }), "veto")).toBe("o25");
  });
  test("under a majority the setter needs one more", () => {
    const text = brief(positions, five).replace("gatekeepers: nobody", "gatekeepers: nobody, decision rule: majority");
    // b goes along up to 75 (65 ≥ 60).
    expect(pick(open(new SmallWorld(text)), "veto")).toBe("o75");
  });
  test("the proposer sets, a member or not the first", () => {
    const text = `
demarche: 1
us: a
parties: { a: A, b: B }
forums: { talks: { members: [a, b], gatekeepers: nobody } }
agenda:
  - { issue: x, options: [l, r], otherwise: l, positions: { a: { ideal: l, salience: 1 }, b: { ideal: r, salience: 1 } } }
others will table:
  - issue: tariff
    by: b
    chance: 100%
    options: ${five}
    otherwise: o0
    positions: { a: { ideal: 40, salience: 50 }, b: { ideal: 100, salience: 50 } }
`;
    // We are at 40: v(0) = 60, v(75) = 65, v(100) = 40. b takes 75; were we the setter it would be 50.
    expect(pick(new SmallWorld(text), "veto")).toBe("o75");
  });
});

describe("[O4] a choice: each option is a 0/100 scale of its own", () => {
  const text = `
demarche: 1
us: a
parties: { a: A, b: B, c: C }
forums: { talks: { members: [a, b, c], gatekeepers: nobody } }
agenda:
  - issue: tariff
    kind: choice
    options: [x, y, z]
    otherwise: { name: None, values: { a: 0, b: 0, c: 0 } }
    positions:
      a: { values: { x: 100, y: 60, z: 0 }, salience: 50, influence: 60 }
      b: { ideal: y, salience: 50, influence: 40 }
      c: { ranks: [z, y, x], salience: 50, influence: 20 }
`;
  test("means are shares of weight by favourite; the highest with its own residual is picked", () => {
    // Shares: x 50, y 33.3, z 16.7.
    const world = new SmallWorld(text).run();
    expect(world.of("tariff").option).toBe("x");
    world.set({ "luck of residual tariff y": luckOfResidual(17.5) }).run();
    expect(world.of("tariff").option).toBe("y");
    world.set({ "luck of residual tariff z": luckOfResidual(34.5) }).run();
    expect(world.of("tariff").option).toBe("z");
    world.set({ "luck of residual tariff x": luckOfResidual(10) }).run();
    expect(world.of("tariff").option).toBe("x");
  });
  test("favourites that tie share their weight; a bottom line is an option", () => {
    const tied = text.replace("x: 100, y: 60", "x: 100, y: 100");
    // x 25, y 25 + 33.3.
    expect(new SmallWorld(tied).run().of("tariff").option).toBe("y");
    // c takes nothing below y: ranks z 100, y 50, x 0.
    const barred = text.replace("c: { ranks", "c: { bottom line: y, ranks");
    expect(new SmallWorld(barred).run().of("tariff").option).toBe("y");
  });
});

describe("[O8] ties", () => {
  test("go to the option nearer otherwise", () => {
    // Mean 50 between 25 and 75, otherwise 0; the residual nearest 0 is not 0, so the median model is asked.
    const three = "{ o0: 0, o25: 25, o75: 75 }";
    const positions = ["ideal: 50, salience: 50", "ideal: 50, salience: 50"];
    expect(pick(open(new SmallWorld(brief(positions, three))), "median")).toBe("o25");
    expect(pick(open(new SmallWorld(brief(positions, three.replace("o0: 0", "o0: 100")))), "median")).toBe("o75");
  });
  test("then to the one worth more to the members", () => {
    // Otherwise off the scale. Weighted median 50 (weight 3 of 5); Σ s·q·v: 25: 3·75 + 2·25 = 275, 75: 3·75 + 2·75 = 375.
    const positions = ["ideal: 50, salience: 30, influence: 10", "ideal: 100, salience: 20, influence: 10"];
    const world = open(
      new SmallWorld(brief(positions, "{ o25: 25, o75: 75 }", "otherwise: { name: N, values: { a: 0, b: 0 } }")),
    );
    expect(pick(world, "median")).toBe("o75");
  });
  test("then by a keyed draw, whatever the order in which options are listed", () => {
    const positions = ["ideal: 50, salience: 50", "ideal: 50, salience: 50"];
    const otherwise = "otherwise: { name: N, values: { a: 0, b: 0 } }";
    const world = open(new SmallWorld(brief(positions, "{ o25: 25, o75: 75 }", otherwise)));
    const turned = open(new SmallWorld(brief(positions, "{ o75: 75, o25: 25 }", otherwise)));
    for (const [luck, option] of [
      [0.2, "o25"],
      [0.8, "o75"],
    ] as const)
      for (const one of [world, turned]) {
        one.set({ "luck of tie tariff": luck });
        expect(pick(one, "median")).toBe(option);
      }
  });
});
