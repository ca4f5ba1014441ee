import { describe, expect, test } from "vitest";
import { luckOfResidual, SmallWorld } from "./small-world.test-support.ts";

const text = (moves: string, plan: string, more = "") => `
demarche: 1
us: a
parties: { a: A, b: B }
forums:
  early: { members: [a, b], gatekeepers: nobody, dates: 2030-01-10..2030-01-20 }
  late: { members: [a, b], gatekeepers: nobody, dates: 2030-02-10..2030-02-20, breakdown: 0% }
forum: late
agenda:
  - issue: tariff
    options: { low: 0, high: 100 }
    otherwise: low
    positions: { a: { ideal: high, salience: 50 }, b: { ideal: 20, salience: 50, cost of disagreement: 30 } }
  - issue: quota
    forum: early
    options: { low: 0, high: 100 }
    otherwise: low
    positions: { a: { ideal: high, salience: 50 }, b: { ideal: high, salience: 50, cost of disagreement: 30 } }
moves:
${moves}
plan: ${plan}
${more}
`;

describe("[P2] moves", () => {
  test("one whose need does not hold is not made; success is drawn by the move, wherever it stands", () => {
    const moves = `
  first: { kind: probe, chance: 30% }
  second: { kind: press, if: first worked, chance: 60% }`;
    for (const plan of ["[first, second]", "[first, second, first]"]) {
      const world = new SmallWorld(text(moves, plan), {
        "luck of move first": 0.29,
        "luck of move second": 0.59,
      }).run();
      expect([world.move("first"), world.move("second")]).toMatchObject([
        { worked: true },
        { done: true, worked: true },
      ]);
      world.set({ "luck of move first": 0.3 }).run();
      expect([world.move("first").worked, world.move("second").done]).toEqual([false, false]);
    }
    const turned = new SmallWorld(text(moves, "[second, first]"), {
      "luck of move first": 0,
      "luck of move second": 0,
    }).run();
    expect([turned.move("first").done, turned.move("second").done]).toEqual([true, false]);
  });
  test("a step after a forum has met cannot change what it settled", () => {
    const press = (date: string) =>
      text(
        `\n  press-b: { kind: press, dates: ${date}, if it works: [{ party: b, issue: [tariff, quota], ideal: 0, cost of disagreement: 0 }] }`,
        "[press-b]",
      );
    const ended = (date: string) => {
      const world = new SmallWorld(press(date), { "luck of residual tariff": luckOfResidual(60) }).run();
      return ["quota", "tariff"].map((id) => world.of(id).ended);
    };
    expect(ended("2030-01-05")).toEqual(["refused", "refused"]);
    // On its last day it still comes in time.
    expect(ended("2030-01-20")).toEqual(["refused", "refused"]);
    expect(ended("2030-01-25")).toEqual(["agreed", "refused"]);
    // Without the press b refuses the tariff too: v(low) = 80, v(high) = 20 < 50.
    expect(ended("2030-03-01")).toEqual(["agreed", "refused"]);
  });
});

test("[P2] an undated move that names a forum is made before it, wherever in the list it stands", () => {
  const moves = `
  later: { kind: press, dates: 2030-02-01 }
  press-b: { kind: press, forum: early, if it works: [{ party: b, issue: quota, ideal: low, cost of disagreement: 0 }] }`;
  const ended = (plan: string) =>
    new SmallWorld(text(moves, plan), { "luck of residual quota": luckOfResidual(0) }).run().of("quota");
  expect(ended("[later, press-b]")).toEqual(ended("[press-b, later]"));
  expect(ended("[later]")).not.toEqual(ended("[press-b]"));
});

describe("[P8] signals", () => {
  const moves = `
  probe-b:
    kind: probe
    signals:
      warm: { if: b accepts high on tariff, chance: 80%, else: 10% }
      cool: [{ if: b accepts high on tariff, chance: 5% }, { chance: 50% }]`;
  const heard = (accepts: boolean, luck: number) =>
    new SmallWorld(text(moves, "[probe-b]"), { "cost tariff b": accepts ? 60 : 59, "luck of signal probe-b": luck })
      .run()
      .move("probe-b").signal;
  test("the first case that holds gives the chance; what is left over is none", () => {
    // b accepts high iff 20 ≥ 80 − c. Accepting: warm 80, cool 5, none 15. Else: warm 10, cool 50, none 40.
    expect([0.79, 0.81, 0.84, 0.86].map((luck) => heard(true, luck))).toEqual(["warm", "cool", "cool", "none"]);
    expect([0.09, 0.11, 0.59, 0.61].map((luck) => heard(false, luck))).toEqual(["warm", "cool", "cool", "none"]);
  });
  test("a rule on a signal, or on none, waits for it and then acts at once", () => {
    const told = (signal: string, luck: number) =>
      new SmallWorld(
        text(
          `
  ask-b: { kind: probe, signals: { warm: 50% } }
  press-b: { kind: press, chance: 0% }`,
          "[ask-b, press-b]",
          `rules: { told: { if: ask-b is ${signal}, then: [{ move: press-b, chance: 100% }] } }`,
        ),
        { "luck of signal ask-b": luck },
      )
        .run()
        .move("press-b").worked;
    expect([told("warm", 0.4), told("warm", 0.6), told("none", 0.4), told("none", 0.6)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
  test("a move not made gives none, and `is` and `is not` a signal both fail", () => {
    const world = new SmallWorld(
      text(
        `${moves}\n  yes: { kind: press, if: probe-b is warm }\n  no: { kind: press, if: probe-b is not warm }`,
        "[yes, no]",
      ),
    ).run();
    expect([world.move("yes").done, world.move("no").done]).toEqual([false, false]);
  });
  test("[P9] branches follow what was received; an effect that acts is known to `accepts`", () => {
    const branching = text(
      `${moves}\n  gift: { kind: court, if it works: [{ party: b, issue: tariff, cost of disagreement: 100 }] }\n  press-b: { kind: press }\n  leave: { kind: press }`,
      "[gift, probe-b, { if: probe-b is warm, then: [press-b], else: [leave] }]",
    );
    const world = new SmallWorld(branching, { "luck of signal probe-b": 0.7 }).run();
    expect([world.move("press-b").done, world.move("leave").done]).toEqual([true, false]);
    // [P19] Without the gift b does not accept; without the probe the branch takes `else`.
    const without = (id: string) => world.run("written", { without: new Set([world.moveIndex(id)]) });
    without("gift");
    expect([world.move("press-b").done, world.move("leave").done]).toEqual([false, true]);
    without("probe-b");
    expect([world.move("press-b").done, world.move("leave").done]).toEqual([false, true]);
  });
  test("[P9] a branch on what an early forum came to waits for it", () => {
    const late = text(
      "\n  press-b: { kind: press, dates: 2030-01-25, if it works: [{ party: b, issue: tariff, cost of disagreement: 100 }] }",
      "[{ if: quota is high, then: [press-b] }]",
    );
    const world = new SmallWorld(late, { "luck of residual tariff": luckOfResidual(60) }).run();
    expect([world.of("quota").option, world.of("tariff").option]).toEqual(["high", "high"]);
    world.set({ "ideal quota b": 0, "cost quota b": 0 }).run();
    expect([world.of("quota").ended, world.of("tariff").ended]).toEqual(["refused", "refused"]);
  });
});

describe("[P10] the others' moves", () => {
  const moves = `
  leak: { kind: publicise, by: b, chance: 25%, if: not press-b done, dates: 2030-01-05, if it works: [{ party: b, issue: quota, ideal: 0, cost of disagreement: 0 }] }
  press-b: { kind: press }`;
  test("are made by themselves, with their chance, once what they need holds; in every plan", () => {
    const world = new SmallWorld(text(moves, "[]"), { "luck of move leak": 0.24 });
    for (const plan of ["written", "none"] as const) {
      expect(world.run(plan).move("leak").done).toBe(true);
      expect(world.of("quota").ended).toBe("refused");
    }
    expect(world.set({ "luck of move leak": 0.25 }).run().move("leak").done).toBe(false);
    expect(world.of("quota").option).toBe("high");
  });
});

describe("[P11] items that a move raises", () => {
  const agenda = (words: string, moves: string, plan: string) =>
    text(moves, plan)
      .replace("- issue: tariff", `- issue: tariff\n    ${words}`)
      .replaceAll("ideal: 20", "ideal: high");
  test("carried: before the forum only in plans with a move on it that names the forum", () => {
    const source = agenda("carried: yes", "\n  bring: { kind: propose, issue: tariff, forum: late }", "[bring]");
    const world = new SmallWorld(source).run();
    expect(world.of("tariff")).toMatchObject({ ended: "agreed" });
    expect(world.run("none").of("tariff")).toMatchObject({ admitted: false, ended: "notReached", result: "low" });
  });
  test("now before another forum: settled there until moved; the later residual remembers the earlier one", () => {
    const source = agenda("now before: early", "\n  lift: { kind: escalate, issue: tariff, forum: late }", "[lift]");
    const late = "luck of later residual tariff";
    const world = new SmallWorld(source, {
      "luck of breakdown late": 0,
      "luck of residual tariff": luckOfResidual(-79),
    });
    world.set({ "ideal tariff b": 60, "cost tariff b": 100 });
    // Mean 80; with −79 low in the early forum.
    expect(world.run("none").of("tariff").ended).toBe("notReached");
    // [O3] In the late forum Φ(0.8·z + 0.6·z′): z of the lowest residuals is about −2.8, so even the median of its own keeps it down;
    // its own luck of the highest does not.
    expect(
      world
        .set({ [late]: 0.5 })
        .run()
        .of("tariff").ended,
    ).toBe("notReached");
    expect(
      world
        .set({ [late]: 0.99999 })
        .run()
        .of("tariff").option,
    ).toBe("high");
    // Carry-over 0: its own alone; 1: the same as before.
    expect(
      world
        .set({ "carry-over method": 0, [late]: 0.5 })
        .run()
        .of("tariff").option,
    ).toBe("high");
    expect(
      world
        .set({ "carry-over method": 1, [late]: 0.99999 })
        .run()
        .of("tariff").ended,
    ).toBe("notReached");
  });
  test("escalated to a forum above: the first settles it where the move is not made", () => {
    const source = agenda("forum: early", "\n  lift: { kind: escalate, issue: tariff, forum: late }", "[lift]").replace(
      "breakdown: 0%",
      "breakdown: 100%",
    );
    const world = new SmallWorld(source).run();
    expect(world.of("tariff").ended).toBe("brokeDown");
    expect(world.run("none").of("tariff").option).toBe("high");
  });
  test("[O3] on a choice each option has its own residual in the later forum", () => {
    const source = text("\n  lift: { kind: escalate, issue: seat, forum: late }", "[lift]").replace(
      "moves:",
      `  - issue: seat
    now before: early
    forum: late
    kind: choice
    options: [x, y]
    otherwise: { name: None, values: { a: 0, b: 0 } }
    positions: { a: { ideal: x, salience: 50, influence: 52 }, b: { ideal: y, salience: 50, influence: 48 } }
moves:`,
    );
    const world = new SmallWorld(source, { "carry-over method": 0 });
    expect(world.run().of("seat").option).toBe("x");
    expect(
      world
        .set({ "luck of later residual seat y": luckOfResidual(20) })
        .run()
        .of("seat").option,
    ).toBe("y");
  });
});

describe("[S25] forums settle in the order of their last days", () => {
  test("a precedent settled early shifts positions later, in the same forum too", () => {
    const rules = "rules: { precedent: { if: quota is high, then: [{ party: b, issue: tariff, ideal: high }] } }";
    expect(new SmallWorld(text(" {}", "[]", rules)).run().of("tariff").option).toBe("high");
    // In one forum the item asked of comes first, though it stands last on the agenda.
    const same = text(" {}", "[]", rules).replace("    forum: early\n", "");
    expect(new SmallWorld(same).run().of("tariff").option).toBe("high");
    expect(new SmallWorld(same, { "ideal quota b": 0, "cost quota b": 0 }).run().of("tariff").ended).toBe("refused");
  });
  test("[S26] a forum that has ended settles nothing", () => {
    const ends = text(" {}", "[]").replace("breakdown: 0%", "ends if: quota settled");
    expect(new SmallWorld(ends).run().of("tariff")).toMatchObject({ admitted: false, ended: "noCompetence" });
    const open = new SmallWorld(ends, { "ideal quota b": 0, "cost quota b": 0, "ideal tariff b": 100 }).run();
    expect(open.of("tariff").option).toBe("high");
  });
});
