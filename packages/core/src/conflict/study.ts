/** Everything that is asked of one conflict, put together as findings. */
import { version } from "../version.ts";
import { analyseCoalitions, findJumps } from "./coalition.ts";
import type { CompiledConflict } from "./compile.ts";
import { departuresFrom } from "./departures.ts";
import { traceEvolution } from "./evolution.ts";
import { analyseStrength, analyseUnknown } from "./extended-stability.ts";
import type { ConceptLists, ConflictFindings, DerivedFinding, JumpFinding, ReachFinding } from "./findings.ts";
import { type Conflict, type ConflictGraph, movesFrom, type StateId, stateIdAt } from "./graph.ts";
import { analyseHypergame } from "./hypergame.ts";
import { stepOf } from "./legal-path.ts";
import { analyseLimitedMoves } from "./limited-moves.ts";
import { type Limits, pairBytes, partOf, withinMemory } from "./memory.ts";
import { type Result, succeed } from "./problem.ts";
import { analyseRobustness, type UtilityDraw } from "./robustness.ts";
import { analyseSimultaneous } from "./simultaneous.ts";
import { analyseStability, CONCEPTS, type Concept, equilibriaOf, type Stability } from "./stability.ts";
import { studyTarget } from "./study-target.ts";
import { describeState, listStability, perConcept, writeDeparture, writePath, writeStep } from "./write-findings.ts";

export interface StudyOptions extends Limits {
  readonly source?: string;
  /** Where it comes from a brief: how it was read. */
  readonly derived?: DerivedFinding;
  /** State to make an equilibrium. */
  readonly target?: number;
  /** Largest coalition looked at; 1 or absent: none. */
  readonly coalitions?: number;
  readonly coalitionMoves?: "sequence" | "joint";
  readonly credibleCoalitions?: boolean;
  /** Utilities in worlds: gives shares and margins. */
  readonly draws?: readonly UtilityDraw[];
}

/** Above these numbers of states the lists would be longer than anybody reads; what is left out is said. */
const MOST = {
  listed: 4096,
  moves: 512,
  departures: 64,
  paths: 40_000,
  pairs: 2048,
  simultaneous: 1024,
  limited: 1024,
} as const;
const HORIZONS = 8;

export function studyConflict(compiled: CompiledConflict, options: StudyOptions = {}): Result<ConflictFindings> {
  const { graph } = compiled;
  const notShown: string[] = [];
  const lists = withinMemory(
    40 * (graph.decisionMakers.length + 1) * graph.stateCount,
    options,
    "Listing what is stable for whom",
  );
  if (!lists.ok) return lists;
  const together = options.coalitions !== undefined && options.coalitions > 1;
  const judged = judge(compiled, partOf(options, 0, together ? 0.1 : 0.9));
  if (!judged.ok) return judged;
  const { stability, extensions, strong } = judged.value;
  const conflict = compiled.conflict;
  const n = graph.stateCount;
  if (n > MOST.listed)
    notShown.push(
      `The ${n.toLocaleString("en-GB")} states are not listed; above ${MOST.listed.toLocaleString("en-GB")} only what is stable is.`,
    );
  const details = conflict === undefined ? {} : detailsOf(conflict, compiled, stability, options, notShown);
  if (conflict === undefined)
    notShown.push("Paths, deterrents, coalitions and changes of mind need complete rankings.");
  const more = conflict === undefined ? succeed({}) : costlyDetails(conflict, compiled, stability, options, notShown);
  if (!more.ok) return more;
  return succeed({
    engine: "conflict",
    version,
    name: graph.name,
    ...(options.source === undefined ? {} : { source: options.source }),
    ...(options.derived === undefined ? {} : { derived: options.derived }),
    decisionMakers: graph.decisionMakers,
    stateCount: n,
    states: n > MOST.listed ? [] : Array.from({ length: n }, (_, s) => describeState(graph, s)),
    ...(graph.options === undefined
      ? {}
      : {
          options: graph.options.map(({ name, owner, values }) => ({
            name,
            owner: graph.decisionMakers[owner]!,
            values,
          })),
        }),
    ...(compiled.statusQuo === undefined ? {} : { statusQuo: stateIdAt(graph, compiled.statusQuo) }),
    ...listStability(graph, stability),
    ...(extensions === undefined
      ? {}
      : {
          extensions: {
            a: listStability(graph, extensions.a),
            b: listStability(graph, extensions.b),
            c: listStability(graph, extensions.c),
            d: listStability(graph, extensions.d),
          },
        }),
    ...(strong === undefined ? {} : { strong: listStability(graph, strong) }),
    ...details,
    ...more.value,
    notShown,
  });
}

interface Judged {
  readonly stability: Stability;
  readonly extensions?: Readonly<Record<"a" | "b" | "c" | "d", Stability>>;
  readonly strong?: Stability;
}

function judge(compiled: CompiledConflict, limits: Limits): Result<Judged> {
  if (compiled.conflict === undefined) {
    const extensions = analyseUnknown(compiled, limits);
    return extensions.ok ? succeed({ stability: extensions.value.a, extensions: extensions.value }) : extensions;
  }
  const stability = analyseStability(compiled.conflict, limits);
  if (!stability.ok) return stability;
  const told = compiled.preferences.some(
    (preference) => preference.kind === "ranks" && preference.strength !== undefined,
  );
  if (!told) return succeed({ stability: stability.value });
  const strength = analyseStrength(compiled, limits);
  return strength.ok ? succeed({ stability: stability.value, strong: strength.value.strong }) : strength;
}

type Details = Pick<ConflictFindings, "moves" | "departures" | "simultaneous" | "limitedMoves">;

function detailsOf(
  conflict: Conflict,
  compiled: CompiledConflict,
  stability: Stability,
  options: StudyOptions,
  notShown: string[],
): Details {
  const { graph } = conflict;
  const n = graph.stateCount;
  const states = n > MOST.listed ? [] : Array.from({ length: n }, (_, s) => s);
  const ids = (list: readonly number[]): readonly StateId[] => list.map((s) => stateIdAt(graph, s));
  const found: { -readonly [Key in keyof Details]: Details[Key] } = {};
  if (n <= MOST.moves) {
    found.moves = states.flatMap((s) =>
      graph.moves.flatMap((moves, i) => movesFrom(moves, s).map((to) => writeStep(graph, stepOf(conflict, i, s, to)))),
    );
  }
  const asked = [...new Set([compiled.statusQuo, options.target])].filter((s) => s !== undefined);
  const left = n <= MOST.departures ? states : n <= MOST.listed ? asked : [];
  if (left.length > 0) {
    found.departures = left.flatMap((s) =>
      graph.decisionMakers.flatMap((by, i) =>
        departuresFrom(conflict, i, s).map((departure) => writeDeparture(graph, by, departure)),
      ),
    );
  }
  if (left.length < n) {
    const which = left.length === 0 ? "" : ` Here: from ${left.map((s) => stateIdAt(graph, s)).join(" and ")}.`;
    notShown.push(
      `What deters each improvement is listed for up to ${MOST.departures} states, and up to ${MOST.listed.toLocaleString("en-GB")} for the status quo and a target.${which}`,
    );
  }
  if (graph.options !== undefined && !graph.merged && n <= MOST.simultaneous && compiled.conflict !== undefined) {
    const simultaneous = analyseSimultaneous(conflict);
    if (simultaneous.ok) {
      const flags = simultaneous.value;
      const seq = 1 << CONCEPTS.indexOf("seq");
      found.simultaneous = {
        stable: Object.fromEntries(
          graph.decisionMakers.map((who, i) => [who, ids(states.filter((s) => flags[i]![s] === 1))]),
        ),
        equilibria: ids(
          states.filter((s) => flags.every((row, i) => row[s] === 1 || (stability.stable[i]![s]! & seq) !== 0)),
        ),
      };
    } else notShown.push(simultaneous.problems[0]!.message);
  }
  if (graph.decisionMakers.length === 2 && n <= MOST.limited) {
    const limited = analyseLimitedMoves(conflict, HORIZONS * 4);
    if (limited.ok) {
      const { stable, nonMyopic } = limited.value;
      found.limitedMoves = {
        equilibria: stable.slice(0, HORIZONS).map(([a, b]) => ids(states.filter((s) => a[s] === 1 && b[s] === 1))),
        ...(nonMyopic === undefined
          ? {}
          : { nonMyopic: ids(states.filter((s) => nonMyopic[0][s] === 1 && nonMyopic[1][s] === 1)) }),
      };
    }
  }
  return found;
}

type Costly = Pick<ConflictFindings, "coalitions" | "evolution" | "target" | "misperception" | "robustness">;

function costlyDetails(
  conflict: Conflict,
  compiled: CompiledConflict,
  stability: Stability,
  options: StudyOptions,
  notShown: string[],
): Result<Costly> {
  const { graph } = conflict;
  const found: { -readonly [Key in keyof Costly]: Costly[Key] } = {};
  // What follows runs the forward engine again and again: its progress would tell nothing.
  const { progress: _ofEachRun, ...quiet } = options;
  if (options.coalitions !== undefined && options.coalitions > 1) {
    const coalitions = studyCoalitions(conflict, stability, options);
    if (!coalitions.ok) return coalitions;
    found.coalitions = coalitions.value;
  }
  const start = compiled.statusQuo;
  const reach =
    start === undefined || graph.stateCount > MOST.paths ? undefined : traceEvolution(conflict, start, quiet);
  if (reach !== undefined && !reach.ok) return reach;
  const reachOf = (s: number): ReachFinding => {
    const path = reach?.value.pathTo(s);
    const state = stateIdAt(graph, s);
    return path === undefined ? { state } : { state, costly: reach!.value.costly[s]!, path: writePath(graph, path) };
  };
  if (reach !== undefined) {
    const goals = [...new Set(CONCEPTS.flatMap((concept) => equilibriaOf(stability, concept)))].sort((a, b) => a - b);
    found.evolution = { from: stateIdAt(graph, start!), to: goals.slice(0, MOST.listed).map(reachOf) };
  } else if (start !== undefined)
    notShown.push(`Paths from the status quo are traced for up to ${MOST.paths.toLocaleString("en-GB")} states.`);
  if (options.target !== undefined) {
    const target = studyTarget(conflict, options.target, quiet);
    if (!target.ok) return target;
    found.target = reach === undefined ? target.value : { ...target.value, reach: reachOf(options.target) };
  }
  if (compiled.unseen !== undefined || compiled.believes !== undefined) {
    const game = analyseHypergame(compiled, quiet);
    if (!game.ok) return game;
    const write = (lists: Readonly<Record<Concept, readonly number[]>>): ConceptLists =>
      perConcept((concept) => lists[concept].map((s) => stateIdAt(graph, s)));
    found.misperception = {
      equilibria: write(game.value.equilibria),
      views: game.value.views.map((view) => ({
        by: graph.decisionMakers[view.decisionMaker]!,
        unseen: Array.from({ length: graph.stateCount }, (_, s) => s)
          .filter((s) => !view.sees.includes(s))
          .map((s) => stateIdAt(graph, s)),
        believed: write(view.believed),
        illusions: write(view.illusions),
        surprises: view.surprises.map(({ mover, from, to }) => ({
          by: graph.decisionMakers[mover]!,
          from: stateIdAt(graph, from),
          to: stateIdAt(graph, to),
        })),
      })),
    };
  }
  if (options.draws !== undefined) {
    const robustness = analyseRobustness(graph, options.draws, quiet);
    if (!robustness.ok) return robustness;
    const { worlds, states } = robustness.value;
    found.robustness = {
      worlds,
      states: states.slice(0, MOST.listed).map((concepts, s) => ({ id: stateIdAt(graph, s), concepts })),
    };
  }
  return succeed(found);
}

function studyCoalitions(
  conflict: Conflict,
  stability: Stability,
  options: StudyOptions,
): Result<NonNullable<ConflictFindings["coalitions"]>> {
  const { graph } = conflict;
  const rules = {
    moves: options.coalitionMoves ?? "sequence",
    credible: options.credibleCoalitions === true ? "coalitions" : "improvements",
  } as const;
  const largest = Math.min(options.coalitions!, graph.decisionMakers.length);
  const analysed = analyseCoalitions(conflict, { ...rules, largest }, partOf(options, 0.1, 0.9));
  if (!analysed.ok) return analysed;
  const who = (members: readonly number[]): readonly string[] => members.map((i) => graph.decisionMakers[i]!);
  const stableOf = new Map(analysed.value.map(({ members, stable }) => [members.join(), stable]));
  const keptBy = (members: readonly number[], state: number): readonly Concept[] =>
    CONCEPTS.filter((_, k) => (stableOf.get(members.join())![state]! & (1 << k)) !== 0);
  const jumps = new Map<string, JumpFinding>();
  for (const concept of CONCEPTS) {
    for (const { from, to, members } of findJumps(analysed.value, equilibriaOf(stability, concept))) {
      const key = `${from},${to},${members.join()}`;
      const before = jumps.get(key);
      jumps.set(key, {
        from: stateIdAt(graph, from),
        to: stateIdAt(graph, to),
        members: who(members),
        concepts: [...(before?.concepts ?? []), concept],
        kept: before?.kept ?? keptBy(members, from),
      });
    }
  }
  const findings = analysed.value
    .filter(({ members }) => members.length > 1)
    .map(({ members, stable }) => ({
      members: who(members),
      stable: listStability(graph, { stable: [stable] }).equilibria,
    }));
  return succeed({ largest, rules, findings, jumps: [...jumps.values()] });
}

/** Whether coalitions of a conflict can be looked at without being asked: few parties, few states. */
export function coalitionsAreCheap(graph: ConflictGraph): boolean {
  return graph.decisionMakers.length > 1 && graph.decisionMakers.length <= 5 && pairBytes(graph.stateCount) <= 100_000;
}
