import { describe, expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { type BriefEngine, planBrief, preparePlan } from "../run/index.ts";
import { Draws } from "./draws.ts";
import { modelOf } from "./small-world.test-support.ts";

const position = (ideal: string, salience: number) => `{ ideal: ${ideal}, salience: ${salience}, influence: 50 }`;
const sample = `
demarche: 1
us: a
parties: { a: { name: P-a }, b: { name: P-b }, c: { name: P-c } }
forums: { talks: { members: [a, b, c] } }
agenda:
  - issue: i0
    scale: -100..200
    options: { o0: 0, o1: 40, o2: 70, o3: 100 }
    otherwise: o0
    positions: { a: ${position("90..100", 60)}, b: ${position("30..70", 60)}, c: ${position("50..90", 60)} }
  - issue: i1
    scale: -100..200
    options: { o0: 0, o1: 100 }
    otherwise: o0
    positions: { a: ${position("90..100", 30)}, b: ${position("20..60", 30)}, c: ${position("50..90", 30)} }
`;

describe("laws of plans (MODEL.md §10)", () => {
  const plan = (text: string, options: { readonly worlds: number; readonly seed: number }) => {
    const { brief } = readBrief(text, { file: "b.yaml" });
    return planBrief(brief!, options).findings!;
  };

  test("[P16] the Monte-Carlo error falls as K^−1/2; ranges over what is not known do not shrink with K", () => {
    const few = plan(sample, { worlds: 400, seed: 5 });
    const many = plan(sample, { worlds: 6400, seed: 5 });
    const width = (v: { low: number; high: number }) => v.high - v.low;
    // Four times as narrow, give or take what a standard deviation from 400 worlds is off by (about 4 %).
    expect(width(few.plans.asWritten) / width(many.plans.asWritten)).toBeGreaterThan(3.4);
    expect(width(few.plans.asWritten) / width(many.plans.asWritten)).toBeLessThan(4.6);
    for (const [i, item] of few.items.entries()) {
      expect(width(item.none)).toBeGreaterThan(0.05);
      expect(Math.abs(width(item.none) - width(many.items[i]!.none))).toBeLessThan(0.05);
    }
  });

  const withMoves = (more = "", steps = "[press-b]", agenda = "") =>
    `${sample.trimEnd()}
${agenda}
moves:
  press-b: { kind: press, target: b, issue: i0, chance: 50%, if it works: [{ party: b, issue: i0, ideal: +30 }], signals: success }
${more}
plan: ${steps}
`;

  test("[P19] a free, private, useless probe is worth exactly nothing", () => {
    const probe = "  ask-c: { kind: probe, signals: { yes: { if: c accepts o2 on i0, chance: 80%, else: 20% } } }";
    // What it tells changes nothing that follows.
    const findings = plan(withMoves(probe, "[press-b, ask-c, { if: ask-c is yes, then: [{ ask: o2, issue: i0 }] }]"), {
      worlds: 300,
      seed: 2,
    });
    expect(findings.plans.without["ask-c"]!.worth).toEqual({ value: 0, low: 0, high: 0 });
    expect(findings.plans.without["press-b"]!.worth.value).not.toBe(0);
  });

  test("[P23] an element added elsewhere changes no draw", () => {
    const plainly = plan(withMoves(), { worlds: 300, seed: 9 });
    const added = plan(
      withMoves(
        "  leak: { kind: publicise, by: c, chance: 40%, if it works: [{ party: b, issue: i9, ideal: +5 }] }\n  zeal: { kind: court, chance: 20% }",
        "[press-b, zeal]",
        "  - { issue: i9, options: [low, high], otherwise: low, positions: { a: { ideal: high } } }",
      )
        .replace("agenda:", "assumptions: { thaw: { chance: 30..60% } }\nagenda:")
        .replace("parties: {", "parties: { newcomer: { name: N, role: third }, "),
      { worlds: 300, seed: 9 },
    );
    for (const [i, item] of plainly.items.entries()) {
      const same = added.items.find((other) => other.id === item.id)!;
      expect(same.unshrunk).toEqual(item.unshrunk);
      expect(same.options).toEqual(item.options);
      expect(same.admitted).toBe(plainly.items[i]!.admitted);
    }
    expect(added.plans.without["press-b"]!.worked).toBe(plainly.plans.without["press-b"]!.worked);
  });

  test("[P22] the same bytes however the work is cut up and in whatever order it is done", () => {
    const { brief } = readBrief(withMoves(), { file: "b.yaml" });
    const whole = JSON.stringify(planBrief(brief!, { worlds: 1200, seed: 4 }).findings);
    // Two runners, each taking tasks backwards, as threads might.
    const runners = [
      preparePlan(brief!, { worlds: 1200, seed: 4 }).engine!,
      preparePlan(brief!, { worlds: 1200, seed: 4 }).engine!,
    ];
    const [one, other] = runners as [BriefEngine, BriefEngine];
    const backwards = (tasks: BriefEngine["tasks"]) => {
      const parts = tasks.map((task, k) => ({ k, task })).reverse();
      const done = parts.map(({ k, task }) => ({ k, part: runners[k % 2]!.step(task) }));
      return structuredClone(done.sort((x, y) => x.k - y.k).map(({ part }) => part));
    };
    const first = backwards(one.tasks);
    const parts = [...first, ...backwards(one.more?.(first) ?? [])];
    expect(JSON.stringify(other.merge(parts))).toBe(whole);
  });

  test("[P20] a position given to a bloc is one draw for all, unless it splits in that world", () => {
    const text = `
demarche: 1
us: a
parties: { a: A, b: B, c: C }
blocs: { pair: { members: [b, c], splits: 30% } }
forums: { talks: { members: [a, b, c] } }
agenda:
  - { issue: i0, options: [low, high], positions: { a: { ideal: high, salience: 50 }, pair: { ideal: 10..60, salience: 20..80 } } }
`;
    const model = modelOf(text);
    const count = 4000;
    const draws = new Draws(model, 11, count);
    draws.fill(0, count);
    const at = (key: string) => model.inputs.findIndex((input) => input.key === key);
    let apart = 0;
    for (let w = 0; w < count; w++) {
      const value = (key: string) => draws.values[w * draws.width + at(key)]!;
      const splits = value("luck of split pair") < 0.3;
      if (splits) apart++;
      expect(value("ideal i0 b") === value("ideal i0 c")).toBe(!splits);
      expect(value("salience i0 b") === value("salience i0 c")).toBe(!splits);
    }
    // Binomial: 0.3 ± 5 standard errors of 0.0072.
    expect(Math.abs(apart / count - 0.3)).toBeLessThan(0.036);
  });
});
