import { readBrief, type Step } from "@demarche/core/brief";
import { planBrief } from "@demarche/core/run";
import { describe, expect, it } from "vitest";
import { bestPlanLines } from "./best-plan-lines.ts";

const text = (plan: string, observed: string, cost = 12) => `demarche: 1
date: 2030-01-01
us: a
parties: { a: Norland, b: Sudmark }
forums: { talks: { members: [a, b], dates: 2030-03-01..2030-03-05, gatekeepers: nobody } }
agenda:
  - issue: tolls
    options: { none: 0, half: 50, full: 100 }
    otherwise: none
    positions:
      a: { ideal: full, salience: 80, fallbacks: [half] }
      b: { ideal: 10..30, salience: 50, cost of disagreement: 10..20 }
assumptions: { thaw: { chance: 50%, statement: The Ministry wants an agreement } }
moves:
  sound: { kind: probe, target: b, issue: tolls, cost: 0.3, signals: { warm: { if: thaw, chance: 95%, else: 5% } } }
  court: { kind: court, target: b, issue: tolls, cost: ${cost} }
rules:
  warmed: { if: court done and thaw, then: [{ party: b, issue: tolls, ideal: +60 }] }
plan: ${plan}
${observed === "" ? "" : `observed:\n  - { date: 2030-01-15, fact: ${observed} }\n`}`;
const readOf = (of: string) => readBrief(of, { file: "talks.yaml" }).brief!;
const options = { worlds: 1000, search: { searched: 600, pruned: 400 } };
const stepsOf = (written: string): readonly Step[] => readOf(text(written, "")).plan;

/** The lines where this was observed, and the plan found before was this. */
function lines(observed: string, before: string | undefined, cost?: number): readonly string[] {
  const brief = readOf(text("[court]", observed, cost));
  const findings = planBrief(brief, options).findings!;
  return bestPlanLines({ brief, findings }, before === undefined ? undefined : stepsOf(before));
}
const asked = "[sound, { if: sound is warm, then: [court] }]";

describe("the best plan after an observation", () => {
  it("names its moves, says how it stands beside the plan as written, and what of the one before is no more in it", () => {
    const [now, was, ...rest] = lines("sound is none", asked);
    expect(now).toMatch(
      /^The best plan from here is to make no further move\. Best plan found: \+[\d.]+ points .* over the plan as written; recommended\.$/u,
    );
    expect(was).toBe("Before, it was: ‘Sound’; under conditions, ‘Court’. No longer in it: ‘Court’.");
    expect(rest).toEqual([]);
  });
  it("tells what was under a condition and is no longer", () => {
    expect(lines("sound is warm", asked)).toEqual([
      "The best plan from here: ‘Court’. No better plan was found than the plan as written.",
      "Before, it was: ‘Sound’; under conditions, ‘Court’. Under a condition in the one and not in the other: ‘Court’.",
    ]);
  });
  it("says that it stands, that all of it is done, or what is new in it", () => {
    expect(lines("thaw", "[court]")[1]).toBe("Before, it was: ‘Court’. What is still to be made of it stands.");
    expect(lines("thaw", "[]")[1]).toBe("Before, it was to make no move. New in it: ‘Court’.");
    expect(lines("not thaw", "[]")[1]).toBe("Before, it was to make no move. That stands.");
    expect(lines("court done", "[court]")[1]).toBe("Before, it was: ‘Court’. Nothing of it is left to make.");
  });
  it("says so where no move is left", () => {
    const brief = readOf(text("[court]", "court done and not sound done"));
    const { best, ...plans } = planBrief(brief, options).findings!.plans;
    expect(best).toBeUndefined();
    const findings = { ...planBrief(brief, options).findings!, plans };
    expect(bestPlanLines({ brief, findings }, stepsOf("[court]"))).toEqual([
      "No move is left that a plan could still make.",
    ]);
  });
  it("is one line where it is not known what it was before, and none where nothing was observed", () => {
    expect(lines("thaw", undefined)).toHaveLength(1);
    expect(lines("", "[court]")).toEqual([]);
  });
});
