import { describe, expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import type { Forced } from "../model/model.ts";
import { planBrief } from "../run/index.ts";
import { modelOf, SmallWorld } from "./small-world.test-support.ts";

const text = (moves: string, plan: string, more = "", effect = "+60") => `
demarche: 1
us: a
parties: { a: A, b: B }
forums: { talks: { members: [a, b], gatekeepers: nobody } }
agenda:
  - issue: tariff
    options: { low: 0, high: 100 }
    otherwise: low
    positions: { a: { ideal: high, salience: 50, ask: high }, b: { ideal: 20, salience: 50, cost of disagreement: 10 } }
moves:
${moves}
rules: { won: { if: press-b worked, then: [{ party: b, issue: tariff, ideal: ${effect} }] } }
plan: ${plan}
forecasts: { if-won: { event: tariff is high, if: press-b worked, due: 2030-01-01 } }
${more}
`;
const press = "  press-b: { kind: press, chance: 30% }";
const force = (world: SmallWorld, kind: "worked" | "done" | "failed", holds = true): SmallWorld => {
  const forced: Forced[] = [{ kind: "move", move: world.moveIndex("press-b"), state: kind, holds }];
  return world.run("written", { forced });
};

describe("[P17] interventions force the antecedent in all worlds, every other draw the same", () => {
  test("a move is made to work, or to fail, whatever its own luck", () => {
    for (const luck of [0.1, 0.9]) {
      const world = new SmallWorld(text(press, "[press-b]"), { "luck of move press-b": luck });
      expect(force(world, "worked").move("press-b").worked).toBe(true);
      // b at 80: v(high) = 80 ≥ 20 − 10; mean 90.
      expect(world.of("tariff").option).toBe("high");
      expect(force(world, "worked", false).move("press-b")).toMatchObject({ done: true, worked: false });
      expect(world.of("tariff").ended).toBe("refused");
      expect(force(world, "done", false).move("press-b").done).toBe(false);
      expect(force(world, "failed").move("press-b").worked).toBe(false);
    }
  });
  test("what the move needs, or a branch that the plan did not take, does not stand in its way", () => {
    const needing =
      "  ask-b: { kind: probe, signals: { warm: 30% } }\n  press-b: { kind: press, chance: 30%, if: ask-b is warm }";
    const branch = "[ask-b, { if: ask-b is warm, then: [press-b] }]";
    const world = new SmallWorld(text(needing, branch), { "luck of signal ask-b": 0.9 });
    expect(world.run().move("press-b").done).toBe(false);
    expect(force(world, "worked").move("press-b")).toMatchObject({ done: true, worked: true });
    expect(world.of("tariff").option).toBe("high");
  });
  test("a signal forced not to come goes to the others in proportion, and only where it would have come", () => {
    const probe = "  press-b: { kind: probe, signals: { warm: 40%, cool: 20%, cold: 20% } }";
    const world = new SmallWorld(
      text(probe, "[press-b]")
        .replace("press-b worked", "press-b is warm")
        .replace("if: press-b worked", "if: press-b is warm"),
    );
    const heard = (luck: number, signal: number, holds: boolean) =>
      world
        .set({ "luck of signal press-b": luck })
        .run("written", { forced: [{ kind: "signal", move: 0, signal, holds }] })
        .move("press-b").signal;
    // Warm holds the first 0.4; of the rest, 0.6, cool and cold and none have a third each: thirds of 0..0.4.
    expect([0.1, 0.2, 0.3].map((luck) => heard(luck, 0, false))).toEqual(["cool", "cold", "none"]);
    expect([0.5, 0.7, 0.9].map((luck) => heard(luck, 0, false))).toEqual(["cool", "cold", "none"]);
    expect([0.1, 0.5, 0.9].map((luck) => heard(luck, 1, true))).toEqual(["cool", "cool", "cool"]);
    // Not none: the last 0.2 goes to warm, cool, cold as 2:1:1.
    expect([0.805, 0.905, 0.955].map((luck) => heard(luck, -1, false))).toEqual(["warm", "cool", "cold"]);
    expect([0.1, 0.5, 0.7].map((luck) => heard(luck, -1, false))).toEqual(["warm", "cool", "cold"]);
  });
  test("the pair is reported at every rung, beside the rule, and equals what direct roll-outs give", () => {
    const source = text(press, "[press-b]")
      .replace("ideal: 20,", "ideal: 0..40,")
      .replace("cost of disagreement: 10", "salience: 50");
    const brief = readBrief(source.replace("salience: 50, salience: 50", "salience: 50"), { file: "b.yaml" }).brief!;
    const { findings } = planBrief(brief, { worlds: 400, seed: 7 });
    const [pair] = findings!.conditionals;
    expect(pair).toMatchObject({ void: false, worlds: 400, issue: "tariff", rules: ["won"] });
    expect(pair!.rungs).toHaveLength(1);
    expect(pair!.rungs[0]!.ifSo).toBe(pair!.event!.ifSo);
    expect(pair!.event!.ifSo).toBeGreaterThan(pair!.event!.ifNot + 0.3);
    // [P18] At full strength the pair differs by more than ten points, at none by nothing: the break-even lies between.
    expect(pair!.breakEven).toBeGreaterThan(0);
    expect(pair!.breakEven).toBeLessThan(1);
  });
  test("void where the plan never makes the move, and under 200 worlds nothing is said", () => {
    const plan = (steps: string, worlds: number) => {
      const { brief } = readBrief(text(press, steps, steps === "[]" ? "other plans: { bold: [press-b] }" : ""), {
        file: "b.yaml",
      });
      return planBrief(brief!, { worlds, seed: 1 }).findings!.conditionals[0]!;
    };
    expect(plan("[]", 200)).toMatchObject({ void: true, rungs: [] });
    expect(plan("[press-b]", 199)).toMatchObject({ void: true, why: "too few worlds were drawn" });
    expect(plan("[press-b]", 200)).toMatchObject({ void: false });
  });
  test("a rule without effect has no break-even", () => {
    const { brief } = readBrief(text(press, "[press-b]", "", "+0"), { file: "b.yaml" });
    const [pair] = planBrief(brief!, { worlds: 200, seed: 1 }).findings!.conditionals;
    expect(pair!.event!.ifSo).toBe(pair!.event!.ifNot);
    expect(pair!.breakEven).toBeUndefined();
  });
  test("an assumption is forced too", () => {
    const model = modelOf(text(press, "[]", "assumptions: { thaw: { chance: 50% } }"));
    const world = new SmallWorld(model);
    for (const holds of [true, false])
      expect(world.run("written", { forced: [{ kind: "assumption", assumption: 0, holds }] }).roll.holds(0)).toBe(
        holds,
      );
  });
});
