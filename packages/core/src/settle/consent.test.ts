import { describe, expect, test } from "vitest";
import { luckOfResidual, SmallWorld } from "../plan/small-world.test-support.ts";

/** Three delegations and one issue, 0..100; `a` is us. Everything exact, no residual to speak of unless set. */
const brief = (positions: string, more = "", options = "{ low: 0, third: 30, middle: 50, high: 100 }") => `
demarche: 1
us: a
parties: { a: A, b: B, c: C }
forums: { talks: { members: [a, b, c], gatekeepers: nobody${more} } }
agenda:
  - issue: tariff
    options: ${options}
    otherwise: low
    positions:
${positions}
`;
const positions = `
      a: { ideal: 100, salience: 50 }
      b: { ideal: 30, salience: 50, cost of disagreement: 0 }
      c: { ideal: 50, salience: 50, cost of disagreement: 0 }`;

describe("[S9] consent to an option settled alone", () => {
  test("v(option) ≥ v(otherwise) − c, on true values", () => {
    // otherwise is 0. b at 30: v(0) = 70, v(30) = 100, v(50) = 80, v(100) = 30; c at 50: v(0) = 50, v(100) = 50.
    // With c = 0, b refuses 100 (30 < 70); a takes anything above 0. Mean (100 + 30 + 50) / 3 = 60: nearest accepted 50.
    const world = new SmallWorld(brief(positions)).run();
    expect(world.of("tariff")).toMatchObject({ ended: "agreed", option: "middle" });
    // A residual of +40 asks for 100: b refuses, so 50 still.
    world.set({ "luck of residual tariff": luckOfResidual(40) }).run();
    expect(world.of("tariff").option).toBe("middle");
    // b takes 100 once its cost is 40 (70 − 40 = 30), not at 39.9.
    world.set({ "cost tariff b": 40 }).run();
    expect(world.of("tariff").option).toBe("high");
    world.set({ "cost tariff b": 39.9 }).run();
    expect(world.of("tariff").option).toBe("middle");
  });

  test("[S10] ours has no cost of disagreement: without a bottom line we accept what is not worse than otherwise", () => {
    // Our ideal is 20: v(0) = 80, so we accept 0..40 only, whatever disagreement would cost us.
    const text = brief(`
      a: { ideal: 20, salience: 50, cost of disagreement: 100 }
      b: { ideal: 60, salience: 50, cost of disagreement: 100 }
      c: { ideal: 100, salience: 50, cost of disagreement: 100 }`);
    // Mean 60: nearest of {0, 30} (50 and 100 are worse for us than 0: 70, 20 < 80) is 30.
    expect(new SmallWorld(text).run().of("tariff").option).toBe("third");
  });

  test("[S12] a bottom line replaces the limit, and is a limit both ways from the ideal", () => {
    // Ours: ideal 60, bottom line 50, so within 10 of 60 is accepted: 50 alone.
    const text = brief(`
      a: { ideal: 60, salience: 50, bottom line: middle }
      b: { ideal: 0, salience: 50, cost of disagreement: 100 }
      c: { ideal: 0, salience: 50, cost of disagreement: 100 }`);
    expect(new SmallWorld(text).run().of("tariff").option).toBe("middle");
    // Theirs: b at 0 accepts nothing beyond 30 though disagreement would cost it everything.
    const theirs = brief(`
      a: { ideal: 100, salience: 50 }
      b: { ideal: 0, salience: 50, bottom line: 30, cost of disagreement: 100 }
      c: { ideal: 100, salience: 50, cost of disagreement: 100 }`);
    // Mean 66.7 would be 50.
    expect(new SmallWorld(theirs).run().of("tariff").option).toBe("third");
  });

  test("[S11] a red line is never crossed, whatever disagreement costs", () => {
    const text = brief(positions.replace("b: { ideal: 30", "b: { red lines: middle, ideal: 30"));
    // 50 is out for b: of {0, 30} and, with c = 0, not 100, the nearest to 60 is 30.
    expect(new SmallWorld(text).run().of("tariff").option).toBe("third");
    const costly = new SmallWorld(text, { "cost tariff b": 100, "cost tariff c": 100 }).run();
    // 60 lies 30 from 30 and 40 from 100.
    expect(costly.of("tariff").option).toBe("third");
  });

  test("[S16] what stays as it is has not been reached, though everybody would sign it", () => {
    const text = brief(`
      a: { ideal: 10, salience: 50 }
      b: { ideal: 10, salience: 50, cost of disagreement: 100 }
      c: { ideal: 10, salience: 50, cost of disagreement: 100 }`);
    // a accepts 0 (v 90) alone of 0, 30 (v 80 < 90): nothing else is open, and a alone stands in its way.
    expect(new SmallWorld(text).run().of("tariff")).toMatchObject({ ended: "refused", refusers: ["a"] });
    // At 20: v(0) = 80, v(30) = 90. Mean (20 + 10 + 10) / 3 = 13.3, nearest 0: not reached.
    const nearer = brief(`
      a: { ideal: 20, salience: 50 }
      b: { ideal: 10, salience: 50, cost of disagreement: 100 }
      c: { ideal: 10, salience: 50, cost of disagreement: 100 }`);
    expect(new SmallWorld(nearer).run().of("tariff")).toMatchObject({ ended: "notReached", result: "low" });
  });

  test("[S17] otherwise off the scale counts at its typed worth, per party", () => {
    const text = brief(positions).replace(
      "otherwise: low",
      "otherwise: { name: Talks go on, values: { a: 60, b: 100, c: 0 } }",
    );
    // a (100) accepts v ≥ 60: 100 only of {0: 0, 30: 30, 50: 50, 100: 100}. b (30, worth 100, c = 0) accepts 30 only.
    const world = new SmallWorld(text).run();
    expect(world.of("tariff")).toMatchObject({ ended: "refused", result: undefined });
    // Neither alone would do? With a's consent 30 is open to all (c accepts anything); with b's, 100 is. Both are named.
    expect(world.of("tariff").refusers).toEqual(["a", "b"]);
    // b's cost of 20 opens 50 (v 80) to b, not to a; of 30 more (v(100) = 30 needs 70) opens 100.
    world.set({ "cost tariff b": 70 }).run();
    expect(world.of("tariff").option).toBe("high");
  });
});

describe("[S14] who refuses", () => {
  // d is at 100, we (a) at 0, otherwise 50: v_a(50) = 50, v_d(50) = 50.
  const split = (b: string, c: string) => `
demarche: 1
us: a
parties: { a: A, b: B, c: C }
forums: { talks: { members: [a, b, c], gatekeepers: nobody } }
agenda:
  - issue: tariff
    options: { low: 0, middle: 50, high: 100 }
    otherwise: middle
    positions:
      a: { ideal: low, salience: 50 }
      b: ${b}
      c: ${c}
`;
  test("one whose consent alone would open it is named alone", () => {
    const world = new SmallWorld(
      split(
        "{ ideal: low, salience: 50, cost of disagreement: 0 }",
        "{ ideal: high, salience: 50, cost of disagreement: 0 }",
      ),
    ).run();
    // low: a, b yes (100 ≥ 50), c no (0 < 50). high: c yes, a, b no. Only c's consent (to low) would do.
    expect(world.of("tariff")).toMatchObject({ ended: "refused", refusers: ["c"], result: "middle" });
  });
  test("several, each of whom would do, are all named", () => {
    const world = new SmallWorld(
      split(
        "{ ideal: low, salience: 50, red lines: low, cost of disagreement: 0 }",
        "{ ideal: 20, salience: 50, cost of disagreement: 0 }",
      ),
    ).run();
    // low: a yes; b red; c yes (80 ≥ 70): b alone. high: a no (0 < 50), b no. So b only.
    expect(world.of("tariff").refusers).toEqual(["b"]);
    const two = new SmallWorld(
      split(
        "{ ideal: 80, salience: 50, cost of disagreement: 0 }",
        "{ ideal: 60, salience: 50, cost of disagreement: 20 }",
      ),
    ).run();
    // low: b no (20 < 70), c: v = 40, needs 90 − 20 = 70: no. high: a no; b: 80 ≥ 70 yes; c: 60 < 70 no. Nobody alone.
    expect(two.of("tariff")).toMatchObject({ ended: "refused", refusers: [] });
    two.set({ "cost tariff c": 50 }).run();
    // Now c takes both (limit 40): b alone bars low, a alone bars high.
    expect(two.of("tariff").refusers).toEqual(["a", "b"]);
  });
  test("nobody alone: jointly", () => {
    const world = new SmallWorld(
      split(
        "{ ideal: high, salience: 50, cost of disagreement: 0 }",
        "{ ideal: high, salience: 50, red lines: high, cost of disagreement: 0 }",
      ),
    ).run();
    // low lacks b and c; high lacks a and c.
    expect(world.of("tariff")).toMatchObject({ ended: "refused", refusers: [] });
  });
});

describe("[S13] decision rules", () => {
  const forum = (rule: string, positions_: string) => `
demarche: 1
us: a
parties: { a: A, b: B, c: C, d: D }
forums: { talks: { members: [a, b, c, d], gatekeepers: nobody, decision rule: ${rule} } }
agenda:
  - issue: tariff
    options: { low: 0, high: 100 }
    otherwise: low
    positions:
${positions_}
`;
  /** Who is for `high` stands at 100; who is against at 0, where disagreement costs nothing. */
  const vote = (rule: string, yes: string): string => {
    const text = forum(
      rule,
      ["a", "b", "c", "d"]
        .map((p) => `      ${p}: { ideal: ${yes.includes(p) ? 100 : 0}, salience: 50, cost of disagreement: 0 }`)
        .join("\n"),
    );
    // The residual asks for high.
    const { ended, refusers } = new SmallWorld(text, { "luck of residual tariff": luckOfResidual(60) })
      .run()
      .of("tariff");
    return ended === "agreed" ? "agreed" : `${ended} ${refusers.join("+")}`;
  };
  test("consensus takes all", () => {
    expect(vote("consensus", "abcd")).toBe("agreed");
    expect(vote("consensus", "abc")).toBe("refused d");
    expect(vote("consensus", "ab")).toBe("refused ");
  });
  test("majority is more than half", () => {
    expect(vote("majority", "abc")).toBe("agreed");
    // Two of four is no majority: either of the others would make it.
    expect(vote("majority", "ab")).toBe("refused c+d");
    expect(vote("majority", "a")).toBe("refused ");
  });
  test("a share is at least that share", () => {
    expect(vote("1/2", "ab")).toBe("agreed");
    expect(vote("3/4", "ab")).toBe("refused c+d");
    expect(vote("75%", "abc")).toBe("agreed");
  });
  test("a count, weights and a veto", () => {
    expect(vote("{ at least: 3 }", "abc")).toBe("agreed");
    expect(vote("{ at least: 3, veto: d }", "abc")).toBe("refused d");
    // Weights 5 + 1 = 6 of 8: at least 7 needs one of b, c, d more.
    const weights = "{ at least: 7, weights: { a: 5, b: 1, c: 1, d: 1 } }";
    expect(vote(weights, "ab")).toBe("refused c+d");
    expect(vote(weights, "abc")).toBe("agreed");
    expect(vote(weights, "bcd")).toBe("refused a");
  });
  test("a double rule needs both", () => {
    // Three quarters of the weight and half the heads: a alone holds 9 of 12.
    const rule = "{ at least: 3/4, weights: { a: 9, b: 1, c: 1, d: 1 }, and: 1/2 }";
    expect(vote(rule, "a")).toBe("refused b+c+d");
    expect(vote(rule, "ad")).toBe("agreed");
    expect(vote(rule, "bcd")).toBe("refused a");
  });
  test("with a majority, who is outvoted does not matter to the outcome's acceptance, but its weight pulls the mean", () => {
    const text = forum(
      "majority",
      `
      a: { ideal: 100, salience: 50 }
      b: { ideal: 100, salience: 50, cost of disagreement: 0 }
      c: { ideal: 100, salience: 50, cost of disagreement: 0 }
      d: { ideal: 0, salience: 50, cost of disagreement: 0, red lines: high }`,
    );
    // Mean 75, nearest of {0, 100} is 100; three of four accept it.
    expect(new SmallWorld(text).run().of("tariff").option).toBe("high");
  });
});

describe("[S15] confirmed in another, larger forum", () => {
  const text = `
demarche: 1
us: a
parties: { a: A, b: B, c: C }
forums:
  talks: { members: [a, b], gatekeepers: nobody, dates: 2030-01-01..2030-01-02 }
  assembly: { members: [a, b, c], gatekeepers: nobody, dates: 2030-02-01..2030-02-02 }
agenda:
  - issue: tariff
    forum: talks
    confirmed in: assembly
    options: { low: 0, middle: 50, high: 100 }
    otherwise: low
    positions:
      a: { ideal: 100, salience: 50 }
      b: { ideal: 100, salience: 50, cost of disagreement: 0 }
      c: { ideal: 0, salience: 50, cost of disagreement: 40 }
`;
  test("what was picked falls where the other forum refuses it; nothing else is picked instead", () => {
    // a and b pick 100 (mean of members 100). c: v(100) = 0 < 100 − 40: refuses. 50 would pass (50 < 60? no): c takes 40 at most.
    expect(new SmallWorld(text).run().of("tariff")).toMatchObject({ ended: "refused", refusers: ["c"], result: "low" });
    expect(new SmallWorld(text, { "cost tariff c": 60 }).run().of("tariff").ended).toBe("refused");
    expect(new SmallWorld(text, { "cost tariff c": 100 }).run().of("tariff").option).toBe("high");
  });
});
