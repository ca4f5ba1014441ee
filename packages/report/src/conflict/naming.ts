/** States and steps in words. */
import type { ConflictFindings, StateId, StepFinding } from "@demarche/core/conflict";
import { listText } from "../wording/sentence.ts";

/** The model's words for each state; else what is taken in it; nothing where the model tells neither. */
export function stateLabels(findings: ConflictFindings): ReadonlyMap<StateId, string> {
  const labels = new Map<StateId, string>();
  for (const { id, label, options } of findings.states) {
    if (label !== undefined) labels.set(id, label);
    else if (options !== undefined) labels.set(id, describeOptions(findings, options));
  }
  return labels;
}

function describeOptions(findings: ConflictFindings, options: readonly string[]): string {
  const told = (findings.options ?? []).flatMap(({ name, values }, o) => {
    const value = options[o]!;
    const isPlain = values.length === 2 && values[0] === "no" && values[1] === "yes";
    if (!isPlain) return [`${name} ${value}`];
    return value === "yes" ? [name] : [];
  });
  return told.length === 0 ? "nothing is done" : told.join(", ");
}

export interface StateNames {
  /** In running text: ‘nothing is done’ (1); "state 1" where there are no words for it. */
  readonly full: (id: StateId) => string;
  readonly label: (id: StateId) => string | undefined;
  /** What the state comes to, without how: states of a conflict derived from a brief that end in the same settlement, or in none, are one outcome. */
  readonly outcome: (id: StateId) => string;
}

export function nameStates(findings: ConflictFindings): StateNames {
  const labels = stateLabels(findings);
  return {
    full: (id) => {
      const label = labels.get(id);
      return label === undefined ? `state ${id}` : `‘${label}’ (${id})`;
    },
    label: (id) => labels.get(id),
    outcome: (id) => {
      const label = labels.get(id);
      if (label === undefined) return `state ${id}`;
      return label.startsWith("no agreement: ") ? "no agreement" : label;
    },
  };
}

/** One state for each outcome, in order of the list. */
export function onePerOutcome(ids: readonly StateId[], names: StateNames): readonly StateId[] {
  const seen = new Set<string>();
  return ids.filter((id) => {
    const outcome = names.outcome(id);
    if (seen.has(outcome)) return false;
    seen.add(outcome);
    return true;
  });
}

/** Outcomes of a list of states, with their ids or their number: "‘Iraq attacks’ (4)". */
export function listOutcomes(ids: readonly StateId[], names: StateNames, most = 12): string {
  if (ids.length === 0) return "nowhere";
  const groups = new Map<string, StateId[]>();
  for (const id of ids) groups.set(names.outcome(id), [...(groups.get(names.outcome(id)) ?? []), id]);
  const shown = [...groups].slice(0, most).map(([outcome, states]) => {
    if (states.length === 1) return names.full(states[0]!);
    return `‘${outcome}’ (${states.length > 4 ? `${states.length} states` : states.join(", ")})`;
  });
  const more = groups.size - shown.length;
  return listText(more > 0 ? [...shown, `${more} more`] : shown);
}

/** "Iraq moving to …, then Syria moving to …". */
export function tellSteps(steps: readonly StepFinding[], names: StateNames): string {
  return steps.map((step) => `${step.by} moving to ${names.full(step.to)}`).join(", then ");
}

export function moversOf(steps: readonly StepFinding[]): string {
  return listText([...new Set(steps.map((step) => step.by))]);
}
