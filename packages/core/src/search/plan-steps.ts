/** Policies as the steps of a brief: they can be pasted into one. */
import type { Condition, Fact, Step } from "../brief/brief.ts";
import { THEN } from "../brief/words/then.ts";
import type { Model } from "../model/model.ts";
import { stageOf } from "./factors.ts";
import type { Branch, Policy } from "./policy.ts";
import { seen } from "./tabulate.ts";

/**
 * The steps that several policies together come to, stage after stage and date after date within one: a branch taken early
 * says again what is then done later. `path` is where the steps are said to stand.
 */
export function stepsOf(model: Model, policies: readonly Policy[], path: string): Step[] {
  const steps: Step[] = [];
  for (let stage = 0; stage <= model.order.length; stage++) {
    const dated = policies.flatMap((policy) => withDays(model, stepsAt(model, policy, stage, path)));
    // Sorting is stable: steps of one day keep their order.
    steps.push(...dated.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1)).map(({ step }) => step));
  }
  return steps;
}

/** Each with the day of the latest before it: what a policy does in turn stays in turn. */
function withDays(model: Model, steps: readonly Step[]): { readonly step: Step; readonly day: string }[] {
  let latest = "";
  return steps.map((step) => {
    const day = dayOf(model, step);
    if (day > latest) latest = day;
    return { step, day: latest };
  });
}

function dayOf(model: Model, step: Step): string {
  if (step.step === "do") return model.moves.find((move) => move.id === step.move)!.from;
  if (step.step === "ask") return "";
  const days = [...step.then, ...step.else].map((inner) => dayOf(model, inner));
  return days.reduce((first, day) => (day < first ? day : first), days[0] ?? "");
}

function stepsAt(model: Model, policy: Policy, stage: number, path: string): Step[] {
  if (policy.kind === "stop") return [];
  const move = model.moves[policy.move]!;
  const own: Step[] = stageOf(model, policy.move) === stage ? [{ step: "do", move: move.id, path }] : [];
  const [last, ...others] = [...policy.branches].reverse();
  let rest = stepsAt(model, last!.next, stage, path);
  for (const branch of others) {
    const then = stepsAt(model, branch.next, stage, path);
    if (JSON.stringify(then) === JSON.stringify(rest)) continue;
    const told = conditionOf(model, policy.move, branch);
    rest = then.length > 0 ? branching(told, then, rest, path) : branching({ op: "not", part: told }, rest, [], path);
  }
  return [...own, ...rest];
}

const branching = (told: Condition, then: readonly Step[], otherwise: readonly Step[], path: string): Step[] => [
  { step: "if", if: told, [THEN]: then, else: otherwise, path },
];

/** What a branch asks of its move. */
export function conditionOf(model: Model, move: number, branch: Branch): Condition {
  const facts = branch.codes.map((code) => factOf(model, move, code));
  return facts.length === 1 ? facts[0]! : { op: "or", parts: facts };
}

function factOf(model: Model, index: number, code: number): Condition {
  const { id: move, signals } = model.moves[index]!;
  const fact = (each: Fact): Condition => ({ op: "fact", ...each });
  if (code === seen.notDone) return { op: "not", part: fact({ fact: "move", move, state: "done" }) };
  if (code === seen.failed || code === seen.worked)
    return fact({ fact: "move", move, state: code === seen.failed ? "failed" : "worked" });
  const signal = code === seen.nothing ? "none" : signals[code - seen.signal]!.id;
  return fact({ fact: "signal", move, signal, negated: false });
}
