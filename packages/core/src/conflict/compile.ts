/** A model as written to a conflict that the engines take. */
import { compileGraphModel } from "./compile-graph.ts";
import { compileOptionModel } from "./compile-option.ts";
import { type Conflict, type ConflictGraph, findState, type StateId } from "./graph.ts";
import { type Limits, partOf } from "./memory.ts";
import type { ConflictModel, PreferenceInput } from "./model.ts";
import { compilePreference, compileRanking, type Preference } from "./preference.ts";
import { fail, failOnce, type Problem, type Result, succeed } from "./problem.ts";

export interface CompiledConflict {
  readonly graph: ConflictGraph;
  readonly preferences: readonly Preference[];
  /** Present where every decision maker's ranking is complete. */
  readonly conflict: Conflict | undefined;
  readonly statusQuo: number | undefined;
  /** Per decision maker: 1 where it does not see the state. Absent: everybody sees everything. */
  readonly unseen: readonly Uint8Array[] | undefined;
  /** believes[i][j]: ranks that i takes j to have; absent where i knows them. */
  readonly believes: readonly (readonly (Int32Array | undefined)[])[] | undefined;
}

/** Checks and compiles. All problems that can be told apart are told at once. */
export function compileConflict(model: ConflictModel, limits: Limits = {}): Result<CompiledConflict> {
  const given = new Map<string, { readonly input: PreferenceInput; readonly path: readonly string[] }>();
  const problems: Problem[] = [];
  for (const [who, ranking] of Object.entries(model.ranking ?? {})) given.set(who, { input: { ranking }, path: [] });
  for (const [who, input] of Object.entries(model.preferences ?? {})) {
    if (given.has(who))
      problems.push({
        code: "conflict-name-twice",
        path: ["preferences", who],
        message: `${who} has both a ranking and preferences.`,
        hint: "Keep one of them.",
      });
    given.set(who, { input, path: ["preferences", who] });
  }
  const decisionMakers = model.decisionMakers ?? [...given.keys()];
  if (decisionMakers.length === 0) {
    return failOnce(
      "conflict-no-preferences",
      [],
      "The conflict has no decision makers.",
      'Give each a ranking under "ranking", or "preferences".',
    );
  }
  for (const who of given.keys()) {
    if (!decisionMakers.includes(who)) {
      problems.push({
        code: "conflict-unknown-decision-maker",
        path: [model.ranking?.[who] === undefined ? "preferences" : "ranking", who],
        message: `Preferences are given for "${who}", who is not listed under decisionMakers.`,
      });
    }
  }
  if (new Set(decisionMakers).size < decisionMakers.length) {
    problems.push({
      code: "conflict-name-twice",
      path: ["decisionMakers"],
      message: "A decision maker is listed twice.",
    });
  }
  const bare =
    model.form === "option"
      ? compileOptionModel(model, decisionMakers, partOf(limits, 0, 0.3))
      : compileGraphModel(model, decisionMakers);
  if (!bare.ok) return fail([...problems, ...bare.problems]);
  const labels = new Map<number, string>();
  for (const [id, text] of Object.entries(model.labels ?? {})) {
    const state = findState(bare.value, id);
    if (state < 0)
      problems.push({
        code: "conflict-unknown-state",
        path: ["labels", id],
        message: `A label is given to the state ${id}, which does not exist or is infeasible.`,
      });
    else labels.set(state, text);
  }
  const graph: ConflictGraph = { ...bare.value, labels };
  const preferences: Preference[] = [];
  for (const [k, who] of decisionMakers.entries()) {
    limits.progress?.(0.3 + (0.7 * k) / decisionMakers.length);
    const entry = given.get(who);
    if (entry === undefined) {
      problems.push({
        code: "conflict-no-preferences",
        path: ["ranking"],
        message: `${who} has no ranking.`,
        hint: `Add ${who} under "ranking" or "preferences".`,
      });
      continue;
    }
    const compiled =
      "ranking" in entry.input && entry.path.length === 0
        ? compileRanking(entry.input.ranking, graph, who, ["ranking", who])
        : compilePreference(entry.input, graph, who, entry.path);
    if (compiled.ok) preferences.push(compiled.value);
    else problems.push(...compiled.problems);
  }
  let statusQuo: number | undefined;
  if (model.statusQuo !== undefined) {
    statusQuo = findState(graph, model.statusQuo);
    if (statusQuo < 0)
      problems.push({
        code: "conflict-unknown-state",
        path: ["statusQuo"],
        message: `The status quo ${model.statusQuo} does not exist or is infeasible.`,
      });
  }
  const unseen = compileUnseen(model.unseen, graph, problems);
  const believes = compileBeliefs(model, graph, problems);
  if (problems.length > 0) return fail(problems);
  const ranks = preferences.flatMap((preference) => (preference.kind === "ranks" ? [preference.ranks] : []));
  const conflict = ranks.length === decisionMakers.length ? { graph, ranks } : undefined;
  return succeed({ graph, preferences, conflict, statusQuo, unseen, believes });
}

function compileUnseen(
  unseen: Readonly<Record<string, readonly StateId[]>> | undefined,
  graph: ConflictGraph,
  problems: Problem[],
): readonly Uint8Array[] | undefined {
  if (unseen === undefined) return undefined;
  const rows = graph.decisionMakers.map(() => new Uint8Array(graph.stateCount));
  for (const [who, ids] of Object.entries(unseen)) {
    const row = rows[graph.decisionMakers.indexOf(who)];
    if (row === undefined) {
      problems.push({
        code: "conflict-unknown-decision-maker",
        path: ["unseen", who],
        message: `"${who}" is no decision maker here.`,
      });
      continue;
    }
    ids.forEach((id, k) => {
      const state = findState(graph, id);
      if (state < 0)
        problems.push({
          code: "conflict-unknown-state",
          path: ["unseen", who, k],
          message: `${who} is said not to see the state ${id}, which does not exist or is infeasible.`,
        });
      else row[state] = 1;
    });
  }
  return rows;
}

function compileBeliefs(model: ConflictModel, graph: ConflictGraph, problems: Problem[]): CompiledConflict["believes"] {
  if (model.believes === undefined) return undefined;
  const rows = graph.decisionMakers.map(() => graph.decisionMakers.map((): Int32Array | undefined => undefined));
  for (const [who, about] of Object.entries(model.believes)) {
    for (const [whom, ranking] of Object.entries(about)) {
      const row = rows[graph.decisionMakers.indexOf(who)];
      const column = graph.decisionMakers.indexOf(whom);
      if (row === undefined || column < 0) {
        problems.push({
          code: "conflict-unknown-decision-maker",
          path: ["believes", who, whom],
          message: `"${row === undefined ? who : whom}" is no decision maker here.`,
        });
        continue;
      }
      const compiled = compileRanking(ranking, graph, `${whom}, as ${who} sees it,`, ["believes", who, whom]);
      if (!compiled.ok) problems.push(...compiled.problems);
      else if (compiled.value.kind === "ranks") row[column] = compiled.value.ranks;
    }
  }
  return rows;
}
