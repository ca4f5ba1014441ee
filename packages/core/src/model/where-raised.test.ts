/** An escalation acts where it is made, and nowhere else. */
import { describe, expect, test } from "vitest";
import { keptOf, modelOf, observing, rollEach } from "../day-two/day-two.test-support.ts";
import { SmallWorld } from "../plan/small-world.test-support.ts";

const brief = (moves: string, plan: string, others = "") => `demarche: 1
date: 2030-01-01
us: a
parties: { a: A, b: B }
forums:
  early: { members: [a, b], gatekeepers: nobody, dates: 2030-01-05..2030-01-08 }
  late: { members: [a, b], dates: 2030-01-14..2030-01-20 }
  last: { members: [a, b], gatekeepers: nobody, dates: 2030-02-01..2030-02-05 }
forum: late
agenda:
  - issue: tariff
    options: { low: 0, high: 100 }
    otherwise: low
    positions: { a: { ideal: high, salience: 60 }, b: { ideal: 0..80, salience: 30..50, cost of disagreement: 0..60 } }
moves:
  wait: { kind: press, issue: tariff, chance: 50%, signals: success }
  go-on: { kind: press, issue: tariff, dates: 2030-01-25 }
${moves}plan: ${plan}
${others}`;
const lift = "  lift: { kind: escalate, issue: tariff, forum: early }\n";
const lifts = `${lift}  higher: { kind: escalate, issue: tariff, forum: last }\n`;

const kept = (text: string, fact: string) => keptOf(observing(text, fact), 200).worlds;
const results = (text: string, fact: string) => {
  const observed = observing(text, fact);
  return rollEach(modelOf(observed), kept(text, fact), ({ roll }) => [roll.admitted[0], roll.result[0], roll.ended[0]]);
};
const forumOf = (text: string) => {
  const { forums, items } = modelOf(text);
  return forums[items[0]!.forum]!.id;
};

describe.each(["not tariff admitted", "tariff admitted", "tariff is high"])("observed: %s", (fact) => {
  test.each([
    ["in no plan", brief(lift, "[wait]")],
    ["in another plan alone", brief(lift, "[wait]", "other plans: { up: [lift] }\n")],
    ["to where it lies already", brief(lift.replace("early", "late"), "[wait]")],
    ["to a later forum", brief(lifts, "[wait]")],
  ])("a move %s changes neither what is learnt nor what comes of it", (_, text) => {
    const without = brief("", "[wait]");
    expect([...kept(text, fact)]).toEqual([...kept(without, fact)]);
    expect(results(text, fact)).toEqual(results(without, fact));
    expect(forumOf(observing(text, fact))).toBe("late");
    const admitted = results(text, fact).map(([on]) => on);
    expect(new Set(admitted)).toEqual(new Set([fact.startsWith("not") ? 0 : 1]));
  });
});

test("the item's forum is where the plan as written takes it, or where it has been taken", () => {
  expect(forumOf(brief(lift, "[lift]"))).toBe("early");
  expect(forumOf(brief(lift, "[wait, { if: wait worked, then: [lift] }]"))).toBe("early");
  expect(forumOf(brief(lifts, "[wait, higher]"))).toBe("last");
  expect(forumOf(observing(brief(lift, "[wait]"), "lift done"))).toBe("early");
  expect(forumOf(observing(brief(lift, "[lift]"), "not lift done"))).toBe("late");
  const dated = lift.replace("forum:", "dates: 2030-01-03, forum:");
  expect(forumOf(observing(brief(dated, "[lift]"), "wait done"))).toBe("late");
});

test("in a plan that makes it, each move takes the item where it says; elsewhere it stays", () => {
  const text = brief(lifts, "[wait]", "other plans: { up: [lift], high: [higher] }\n");
  const world = new SmallWorld(text);
  const [up, on] = world.model.otherPlans;
  const at = (plan: Parameters<SmallWorld["run"]>[0]) => {
    const forum = world.run(plan).roll.whereOf(0);
    return world.model.forums[forum]!.id;
  };
  expect([at("written"), at("none"), at(up!), at(on!)]).toEqual(["late", "late", "early", "last"]);
  // The other forums have no gatekeepers: there it is admitted.
  expect(world.run(up!).of("tariff").admitted).toBe(true);
});

test("another plan that takes it higher waits for that forum before it branches on what came of it", () => {
  const branch = "{ if: tariff is high, then: [go-on] }";
  const text = brief(lifts, `[${branch}]`, `other plans: { high: [higher, ${branch}] }\n`);
  const { plan, otherPlans, order, forums } = modelOf(text);
  const stageOf = ({ stages }: typeof plan) => stages.findIndex((steps) => steps.some(({ step }) => step === "if"));
  const after = (id: string) => order.findIndex((forum) => forums[forum]!.id === id) + 1;
  expect([stageOf(plan), stageOf(otherPlans[0]!)]).toEqual([after("late"), after("last")]);
});
