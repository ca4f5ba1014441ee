/** [P19] What a move is worth whose answer a plan branches on: the plan without it does the best it can knowing nothing. */
import { describe, expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { planBrief } from "../run/index.ts";

/** A proposal that helps with b where it is of a mind to listen; a test tells whether it is, with this reliability. */
const brief = (test: string, plan: string, press = "cost: 1") => `demarche: 1
us: a
parties: { a: A, b: B }
others will table: []
forums: { talks: { members: [a, b], gatekeepers: nobody } }
assumptions: { listens: 70% }
agenda:
  - issue: toll
    options: { none: 0, half: 50, full: 100 }
    otherwise: none
    positions: { a: { ideal: full, salience: 50 }, b: { ideal: 0..20, salience: 50, cost of disagreement: 30 } }
rules:
  heard: { if: listens and press done, then: [{ party: b, issue: toll, ideal: +70, cost of disagreement: +40 }] }
  offended: { if: not listens and press done, then: [{ party: b, issue: toll, ideal: -20, cost of disagreement: -30 }] }
moves:
  ask: { kind: probe, ${test} }
  press: { kind: press, issue: toll, ${press} }
plan: ${plan}
`;
function planned(test: string, plan: string, press?: string) {
  const { brief: read, diagnostics } = readBrief(brief(test, plan, press), { file: "toll.yaml" });
  if (read === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return planBrief(read, { worlds: 3000, quick: true }).findings!.plans;
}
const branch = "[ask, { if: ask is warm, then: [press] }]";
const useless = "signals: { warm: 50% }";
const telling = "signals: { warm: { if: listens, chance: 90%, else: 10% } }";

describe("a test on which a branch hangs", () => {
  test("that tells nothing is worth less than nothing, though what lies behind the branch is worth much", () => {
    const plans = planned(useless, branch);
    // To press whatever is told is better than to toss a coin for it, or not to.
    const pressing = planned(useless, "[press]").asWritten;
    expect(plans.without["press"]!.worth.low).toBeGreaterThan(1);
    const { worth, asIf, value, fallsAway } = plans.without["ask"]!;
    expect(asIf).toBe("warm");
    expect(value).toBeCloseTo(pressing.value, 9);
    expect(worth.high).toBeLessThan(0);
    expect(worth.value).toBeCloseTo(plans.asWritten.value - pressing.value, 9);
    expect(fallsAway).toEqual([]);
  });

  test("that tells something is worth that, and no more", () => {
    const plans = planned(telling, branch);
    const pressing = planned(telling, "[press]").asWritten;
    const { worth } = plans.without["ask"]!;
    expect(worth.value).toBeCloseTo(plans.asWritten.value - pressing.value, 9);
    expect(worth.low).toBeGreaterThan(0);
    expect(worth.value).toBeLessThan(plans.without["press"]!.worth.value);
  });

  test("takes `else` where that is as good, and when what lies behind the branch is not worth its price", () => {
    const { without } = planned(useless, branch, "cost: 60");
    expect(without["ask"]!.asIf).toBeUndefined();
    expect(without["ask"]!.fallsAway).toEqual(["press"]);
    const same = planned(useless, "[ask, { if: ask is warm, then: [press], else: [press] }]").without["ask"]!;
    expect(same.asIf).toBeUndefined();
    expect(same.worth).toEqual({ value: 0, low: 0, high: 0 });
  });

  test("stands for the worlds alone in which it would have been made", () => {
    // Where nobody listens no test would have been made either, and so nothing is gone on with.
    const gated = planned(`if: listens, ${useless}`, branch).without["ask"]!;
    const pressed = planned(useless, "[press]", "cost: 1, if: listens").asWritten;
    expect(gated.asIf).toBe("warm");
    expect(gated.value).toBeCloseTo(pressed.value, 9);
  });

  test("has as many ways to be left out as its branches go", () => {
    const ask = "chance: 50%, signals: { warm: 30%, cold: 30% }";
    const three = "[ask, { if: ask is warm, then: [], else: [{ if: ask is none, then: [press] }] }]";
    expect(planned(ask, three).without["ask"]!.asIf).toBe("none");
    const not = "[ask, { if: ask is not warm, then: [press] }]";
    expect(planned(ask, not).without["ask"]!.asIf).toBe("cold");
    const worked = "[ask, { if: ask worked, then: [press] }]";
    expect(planned("chance: 50%, signals: success", worked).without["ask"]!.asIf).toBe("worked");
    const failed = "[ask, { if: ask failed, then: [press] }]";
    expect(planned("chance: 50%, signals: success", failed).without["ask"]!.asIf).toBe("failed");
  });
});
