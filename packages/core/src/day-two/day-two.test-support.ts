/** For tests: a brief in a few lines, what has been observed in it, and the worlds that are kept. */

import type { Brief } from "../brief/brief.ts";
import { formatDiagnostic, readBrief } from "../brief/index.ts";
import { compile } from "../model/compile.ts";
import type { Model } from "../model/model.ts";
import type { Selection } from "../model/past.ts";
import { Draws } from "../plan/draws.ts";
import { Roll } from "../plan/roll.ts";
import { type PlanFindings, type PlanOptions, planBrief } from "../run/index.ts";
import type { DayTwoFinding } from "./finding.ts";
import { selectWorlds } from "./select-worlds.ts";

/** A lease to be had, oil that may be there, and a test that tells of it imperfectly. */
export const lease = `demarche: 1
date: 2030-01-01
us: a
parties: { a: A, b: B }
forums: { talks: { members: [a, b], dates: 2030-03-01..2030-03-05 } }
assumptions: { oil: 20%, rain: 60% }
agenda:
  - issue: lease
    options: { low: 0, mid: 50, high: 100 }
    otherwise: low
    positions:
      a: { ideal: high, salience: 60 }
      b: { ideal: 0..60, salience: 30..50, cost of disagreement: 0..60 }
rules:
  gushing: { if: oil, then: [{ party: b, issue: lease, ideal: +20..+40 }] }
moves:
  seismic: { kind: confirm, dates: 2030-01-02..2030-01-20, cost: 1..2, signals: { open: { if: oil, chance: 80%, else: 30% } } }
  drill: { kind: press, issue: lease, dates: 2030-02-01..2030-02-20, chance: 50%, cost: 0.5, signals: success, if it works: [{ party: b, issue: lease, ideal: +10..+30 }] }
plan:
  - seismic
  - { if: seismic is open, then: [drill] }
`;

export function briefOf(text: string): Brief {
  const { brief, diagnostics } = readBrief(text, { file: "day-two.yaml" });
  if (brief === undefined) throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
  return brief;
}

/** Facts, each alone or with its day. */
export function observing(text: string, ...facts: readonly string[]): string {
  if (facts.length === 0) return text;
  const rows = facts.map((fact) => `  - { date: 2030-01-15, fact: ${fact} }\n`);
  return `${text}observed:\n${rows.join("")}`;
}

export function modelOf(text: string): Model {
  const { model, problems } = compile(briefOf(text));
  if (model === undefined) throw new Error(problems.map((p) => `${p.path} ${p.message}`).join("\n"));
  return model;
}

export function keptOf(text: string, worlds: number, seed = 1): Selection {
  const { selection, problems } = selectWorlds(modelOf(text), seed, worlds);
  if (selection === undefined) throw new Error(problems.map((p) => p.message).join("\n"));
  return selection;
}

export function planOf(text: string, options: PlanOptions): PlanFindings & { readonly dayTwo: DayTwoFinding } {
  const { findings, problems } = planBrief(briefOf(text), options);
  if (findings?.dayTwo === undefined) throw new Error(problems.map((p) => p.message).join("\n") || "nothing observed");
  return { ...findings, dayTwo: findings.dayTwo };
}

/** What a world gives of the plan as written. */
export interface Seen {
  readonly world: number;
  readonly value: number;
  readonly roll: Roll;
}

/** Rolls the plan as written out in each of these worlds. What `read` is given holds only until it returns. */
export function rollEach<T>(
  model: Model,
  worlds: Uint32Array,
  read: (seen: Seen) => T,
  { seed = 1, forced = [] }: { readonly seed?: number; readonly forced?: readonly number[] } = {},
): T[] {
  const roll = new Roll(model, forced);
  const draws = new Draws(model, seed, 1, worlds);
  return Array.from(worlds, (world, k) => {
    draws.fill(k, 1);
    roll.begin(draws.values, 0);
    roll.run(model.plan);
    return read({ world, value: roll.value, roll });
  });
}

export const firstWorlds = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_, k) => k);

export function inputOf(model: Model, draws: Draws, world: number, key: string): number {
  const index = model.inputs.findIndex((input) => input.key === key);
  if (index < 0) throw new Error(`no input '${key}' among ${model.inputs.map((input) => input.key).join(", ")}`);
  return draws.values[world * draws.width + index]!;
}
