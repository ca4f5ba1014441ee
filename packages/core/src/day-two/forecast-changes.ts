/** What the forecasts came to: those that what has been seen resolves, and how the chances of the others changed. */
import type { ModelPast, Subject } from "../model/past.ts";
import type { ForecastFinding } from "../run/findings.ts";
import type { ForecastChange } from "./finding.ts";
import type { Side } from "./what-changed.ts";

export function forecastChanges(
  before: Side,
  after: Side,
  past: ModelPast,
  found: readonly ForecastFinding[],
): ForecastChange[] {
  return after.model.forecasts.map(({ id, antecedent }, f) => {
    const was = shareOf(before, f);
    const resolved = resolve(after, past, f);
    const is = found[f]!.computed;
    return {
      id,
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined || (resolved === "void" && antecedent !== undefined) ? {} : { after: is }),
      ...(resolved === undefined ? {} : { resolved }),
    };
  });
}

/** Chance of the event where its condition held, in the plan as written. */
function shareOf({ model, merged }: Side, f: number): number | undefined {
  const { event, antecedent } = model.forecasts[f]!;
  const [met, came, both] = [0, 1, 2].map((k) => merged.forecasts[f * 3 + k]!) as [number, number, number];
  if (event === undefined) return undefined;
  if (antecedent === undefined) return came / merged.worlds;
  return met === 0 ? undefined : both / met;
}

/**
 * Resolved by what has been seen: its condition or its event speaks of something held fast, and in the worlds that are left it
 * always holds, or never. (What merely never happened in the worlds drawn, and speaks of nothing seen, is not resolved.)
 */
function resolve({ model, merged }: Side, past: ModelPast, f: number): ForecastChange["resolved"] {
  const { event, antecedent, about, givenOn } = model.forecasts[f]!;
  const n = merged.worlds;
  const [met, came] = [merged.forecasts[f * 3]!, merged.forecasts[f * 3 + 1]!];
  const seen = (subjects: readonly Subject[]): boolean => subjects.some((subject) => isHeld(past, subject));
  if (antecedent !== undefined) {
    if (!seen(givenOn)) return undefined;
    if (met === 0) return "void";
    if (met < n) return undefined;
  }
  if (event === undefined || !seen(about)) return undefined;
  return came === n ? "true" : came === 0 ? "false" : undefined;
}

function isHeld(past: ModelPast, about: Subject): boolean {
  if (about.kind === "done" && (past.over.includes(about.move) || past.made[about.move] === true)) return true;
  return past.observations.some(({ subjects }) => subjects.some((subject) => thingOf(subject) === thingOf(about)));
}

/** An item struck is one of which it is known how it comes out: it stays as it is. */
function thingOf(subject: Subject): string {
  switch (subject.kind) {
    case "assumption":
      return `assumption ${subject.assumption}`;
    case "breakdown":
      return `forum ${subject.forum}`;
    case "admission":
    case "result":
      return `item ${subject.item}`;
    case "done":
    case "worked":
    case "signal":
      return `${subject.kind} ${subject.move}`;
  }
}
