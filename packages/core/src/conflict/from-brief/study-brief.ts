/** An issue or bundle of a brief studied as a conflict, with what its worlds say. */
import type { Brief, Id } from "../../brief/brief.ts";
import { selectWorlds } from "../../day-two/select-worlds.ts";
import { compile } from "../../model/compile.ts";
import type { ConflictFindings } from "../findings.ts";
import { findState, stateIdAt } from "../graph.ts";
import { failOnce, listShort, type Result, succeed } from "../problem.ts";
import { coalitionsAreCheap, type StudyOptions, studyConflict } from "../study.ts";
import { conflictFromBrief, type DerivedConflict, type DeriveOptions } from "./conflict-from-brief.ts";
import { findWillingness } from "./willingness.ts";

/** Worlds looked at, at most. */
const mostWorlds = 500;

export interface BriefStudyOptions
  extends DeriveOptions,
    Omit<StudyOptions, "target" | "draws" | "derived" | "source"> {
  /** A state's id, or the option (joined by "+" for several issues) to be settled on. */
  readonly target?: string;
  /** Worlds looked at (as many as 40,000 states and worlds allow, 20 to 500). */
  readonly worlds?: number;
  readonly seed?: number;
}
export interface BriefStudy {
  readonly derived: DerivedConflict;
  readonly findings: ConflictFindings;
}

export function studyBrief(
  brief: Brief,
  issueOrBundle: Id | readonly Id[],
  options: BriefStudyOptions = {},
): Result<BriefStudy> {
  const derivation = conflictFromBrief(brief, issueOrBundle, options);
  if (!derivation.ok) return derivation;
  const agreeing = keptWorlds(brief, options.seed);
  if (!agreeing.ok) return agreeing;
  const derived = derivation.value;
  const { graph } = derived.compiled;
  const { target: wanted, worlds, seed, ...limits } = options;
  const target = wanted === undefined ? undefined : findTarget(derived, wanted);
  if (target === -1) {
    return failOnce(
      "conflict-unknown-state",
      ["target"],
      `There is no state or option "${wanted}" in this conflict.`,
      `Settlements are ${listShort(derived.settlements.map(({ options: chosen }) => chosen.join("+")))}; states have numbers below ${graph.stateCount}.`,
    );
  }
  const count = worlds ?? Math.max(20, Math.min(mostWorlds, Math.floor(40_000 / graph.stateCount)));
  const coalitions = options.coalitions ?? (coalitionsAreCheap(graph) ? graph.decisionMakers.length : undefined);
  const draws = derived.drawUtilities(count, seed, agreeing.value);
  const willingness = findWillingness(derived, draws);
  const findings = studyConflict(derived.compiled, {
    ...limits,
    ...(derived.model.source === undefined ? {} : { source: derived.model.source }),
    ...(target === undefined ? {} : { target }),
    ...(coalitions === undefined ? {} : { coalitions }),
    draws,
    derived: {
      issues: derived.issues,
      forum: derived.forum,
      members: derived.members,
      leftOut: derived.leftOut,
      unknown: derived.unknown,
      settlements: derived.settlements.map(({ state, ...rest }, k) => ({
        ...rest,
        state: stateIdAt(graph, state),
        willing: derived.members.map((by, p) => ({ by, share: willingness[k]!.members[p]! })),
        enough: willingness[k]!.enough,
      })),
    },
  });
  return findings.ok ? succeed({ derived, findings: findings.value }) : findings;
}

/** Where something has been observed, the worlds that agree with it; undefined where nothing has. */
function keptWorlds(brief: Brief, seed: number | undefined): Result<Uint32Array | undefined> {
  const { model } = compile(brief);
  if (model === undefined) return succeed(undefined);
  const { selection, problems } = selectWorlds(model, seed ?? model.method.seed, mostWorlds);
  const [problem] = problems;
  if (problem !== undefined)
    return failOnce("conflict-brief-issue", problem.path.split("/"), problem.message, problem.hint);
  return succeed(selection?.worlds);
}

function findTarget(derived: DerivedConflict, wanted: string): number {
  const options = wanted
    .split("+")
    .map((part) => part.trim())
    .join("+");
  const settlement = derived.settlements.find((each) => each.options.join("+") === options);
  return settlement?.state ?? findState(derived.compiled.graph, wanted);
}
