/** What the branches of a plan ask of its moves, and the replies that send them different ways. */
import type { Fact, Step } from "../brief/brief.ts";
import { factsIn } from "./compile-condition.ts";
import type { Reply } from "./model.ts";
import type { Names } from "./names.ts";

type Asked = Extract<Fact, { readonly fact: "move" | "signal" }>;

/** Of a move not made every fact is false: that is no reply. Of replies that no branch tells apart the first stands. */
export function compileReplies(names: Names, steps: readonly Step[]): readonly Reply[] {
  const asked = askedIn(steps);
  const moves = [...new Set(asked.map(({ move }) => move))];
  return moves.flatMap((id) => {
    const facts = asked.filter(({ move }) => move === id);
    const given = names.brief.moves.find((move) => move.id === id)?.signals;
    const signals = given === undefined || given === "success" ? [] : given.map((signal) => signal.id);
    const told = new Map<string, Reply>();
    for (const signal of [...signals.keys(), -1])
      for (const worked of [true, false]) {
        const truths = facts.map((fact) => isTrue(fact, signals[signal] ?? "none", worked));
        const key = truths.join();
        if (!truths.includes(true) || told.has(key)) continue;
        told.set(key, {
          move: names.move.get(id)!,
          signal,
          worked,
          text: say(facts, signals[signal] ?? "none", worked),
        });
      }
    return [...told.values()];
  });
}

function askedIn(steps: readonly Step[]): readonly Asked[] {
  return steps.flatMap((step) => {
    if (step.step !== "if") return [];
    const own = factsIn(step.if).filter((fact) => fact.fact === "move" || fact.fact === "signal");
    return [...own, ...askedIn(step.then), ...askedIn(step.else)];
  });
}

function isTrue(fact: Asked, signal: string, worked: boolean): boolean {
  if (fact.fact === "signal") return (fact.signal === signal) !== fact.negated;
  return fact.state === "done" || (fact.state === "worked") === worked;
}

function say(facts: readonly Asked[], signal: string, worked: boolean): string {
  const parts = [
    ...(facts.some(({ fact }) => fact === "signal") ? [signal] : []),
    ...(facts.some((fact) => fact.fact === "move" && fact.state !== "done") ? [worked ? "worked" : "failed"] : []),
  ];
  return parts.length === 0 ? "done" : parts.join(", ");
}
