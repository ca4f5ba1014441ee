/** An issue or bundle of a brief studied as a conflict, with what its worlds say. */
import type { Brief, Id } from "../../brief/brief.ts";
import { selectWorlds } from "../../day-two/select-worlds.ts";
import { compile } from "../../model/compile.ts";
import type { ConflictFindings } from "../findings.ts";
import { findState, stateIdAt } from "../graph.ts";
import { partOf, withinMemory } from "../memory.ts";
import { failOnce, listShort, type Result, succeed } from "../problem.ts";
import { marginBytes } from "../robustness.ts";
import { coalitionsAreCheap, type StudyOptions, studyConflict } from "../study.ts";
import {
  type ConflictFrame,
  conflictFromBrief,
  type DerivedConflict,
  type DeriveOptions,
} from "./conflict-from-brief.ts";
import { findWillingness } from "./willingness.ts";

/** Building the conflict is told as this share of the work. */
const shareOfBuilding = 0.5;
/** Worlds looked at, at most. */
const mostWorlds = 500;

export interface BriefStudyOptions
  extends Omit<DeriveOptions, "approve">,
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
  const { target: wanted, worlds, seed, ...limits } = options;
  const kept = keptWorldsOnce(brief, options.seed);
  const countFor = (states: number) => worlds ?? Math.max(20, Math.min(mostWorlds, Math.floor(40_000 / states)));
  // A name that is none, and what would be too much, are told before any of the work.
  const approve = (frame: ConflictFrame): Result<null> => {
    const { stateCount } = frame;
    if (wanted !== undefined && !isNamed(wanted, frame)) return unknownTarget(wanted, frame);
    const agreeing = kept();
    if (!agreeing.ok) return agreeing;
    const drawn = Math.min(countFor(stateCount), agreeing.value?.length ?? Number.POSITIVE_INFINITY);
    return withinMemory(
      marginBytes(stateCount, drawn) + leastStabilityBytes(frame),
      options,
      `The margins of ${stateCount.toLocaleString("en-GB")} states in ${drawn} worlds`,
      ["agenda"],
    );
  };
  const derivation = conflictFromBrief(brief, issueOrBundle, { ...partOf(options, 0, shareOfBuilding), approve });
  if (!derivation.ok) return derivation;
  const agreeing = kept();
  if (!agreeing.ok) return agreeing;
  const derived = derivation.value;
  const { graph } = derived.compiled;
  const target = wanted === undefined ? undefined : findTarget(derived, wanted);
  const count = countFor(graph.stateCount);
  const coalitions = options.coalitions ?? (coalitionsAreCheap(graph) ? graph.decisionMakers.length : undefined);
  const draws = derived.drawUtilities(count, seed, agreeing.value);
  const willingness = findWillingness(derived, derived.drawSettlements(count, seed, agreeing.value));
  const findings = studyConflict(derived.compiled, {
    ...partOf(limits, shareOfBuilding, 1),
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

/** Bytes of the analysis of stability in which each member may turn to each other settlement from every open state. */
function leastStabilityBytes({ stateCount, openStates, members, settlements }: ConflictFrame): number {
  return members * (12 * openStates * (settlements.length - 1) + 24 * stateCount) + 32 * stateCount;
}

function keptWorldsOnce(brief: Brief, seed: number | undefined): () => Result<Uint32Array | undefined> {
  let kept: Result<Uint32Array | undefined> | undefined;
  return () => {
    kept ??= keptWorlds(brief, seed);
    return kept;
  };
}

const packageNamed = (wanted: string): string =>
  wanted
    .split("+")
    .map((part) => part.trim())
    .join("+");

/** States of a conflict read from a brief have their codes for ids, and none is infeasible. */
function isNamed(wanted: string, { settlements, stateCount }: ConflictFrame): boolean {
  return settlements.includes(packageNamed(wanted)) || (/^\d+$/.test(wanted) && Number(wanted) < stateCount);
}

function unknownTarget(wanted: string, { settlements, stateCount }: ConflictFrame): Result<null> {
  return failOnce(
    "conflict-unknown-state",
    ["target"],
    `There is no state or option "${wanted}" in this conflict.`,
    `Settlements are ${listShort(settlements)}; states have numbers below ${stateCount}.`,
  );
}

function findTarget(derived: DerivedConflict, wanted: string): number {
  const options = packageNamed(wanted);
  const settlement = derived.settlements.find((each) => each.options.join("+") === options);
  return settlement?.state ?? findState(derived.compiled.graph, wanted);
}
