/** Policies as the steps of a brief: they can be pasted into one. */
import type { Condition, Fact, Step } from "../brief/brief.ts";
import { THEN } from "../brief/words/then.ts";
import type { Model } from "../model/model.ts";
import { stageOf } from "./factors.ts";
import type { Branch, Policy } from "./policy.ts";
import { seen } from "./tabulate.ts";

/**
 * The steps that several policies together come to, stage after stage and date after date within one: a branch taken early
 * says again what is then done in a later stage. `path` is where the steps are said to stand.
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
    const told = conditionOf(model, policy.move, branch);
    rest = factored(then, rest, (a, b) => {
      if (a.length > 0) return branching(told, a, b, path);
      return b.length > 0 ? branching({ op: "not", part: told }, b, [], path) : [];
    });
  }
  return [...own, ...rest];
}

/** What both ways begin or end with stands once, before or after what `differ` makes of the rest. */
function factored(
  then: readonly Step[],
  otherwise: readonly Step[],
  differ: (then: readonly Step[], otherwise: readonly Step[]) => readonly Step[],
): Step[] {
  const same = (a: Step | undefined, b: Step | undefined) => JSON.stringify(a) === JSON.stringify(b);
  const most = Math.min(then.length, otherwise.length);
  let first = 0;
  while (first < most && same(then[first], otherwise[first])) first++;
  let last = 0;
  while (last < most - first && same(then.at(-1 - last), otherwise.at(-1 - last))) last++;
  const middle = (steps: readonly Step[]) => steps.slice(first, steps.length - last);
  return [...then.slice(0, first), ...differ(middle(then), middle(otherwise)), ...then.slice(then.length - last)];
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
