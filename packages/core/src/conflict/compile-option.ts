/** Option form to a graph: options, feasible states, moves, merged states. */
import { arcsFromRows, countArcs, toArcs } from "./arcs.ts";
import { enumerateStates, type StateSpace } from "./enumerate.ts";
import type { CompiledOption, ConflictGraph, Moves, StateIds } from "./graph.ts";
import { type Limits, withinMemory } from "./memory.ts";
import type { OptionModel, StatementInput } from "./model.ts";
import { optionMoves } from "./option-moves.ts";
import { type Pattern, readPattern } from "./pattern.ts";
import { cutShort, fail, failOnce, type ModelPath, type Problem, type Result, succeed } from "./problem.ts";
import { readStatement } from "./statement.ts";
import { bitAt, bitsOfPattern } from "./statement-bits.ts";

export function compileOptionModel(
  model: OptionModel,
  decisionMakers: readonly string[],
  limits: Limits,
): Result<ConflictGraph> {
  const compiled = compileOptions(model, decisionMakers);
  if (!compiled.ok) return compiled;
  const options = compiled.value;
  const infeasible = readPatterns(model.infeasible ?? [], options, ["infeasible"]);
  const stated = statementPatterns(model.statements ?? [], options);
  const finals = readPatterns(model.final ?? [], options, ["final"]);
  const merges = readPatterns(model.merge ?? [], options, ["merge"]);
  const problems = [infeasible, stated, finals, merges].flatMap((result) => (result.ok ? [] : result.problems));
  if (!infeasible.ok || !stated.ok || !finals.ok || !merges.ok) return fail(problems);
  const space = enumerateStates(options, [...infeasible.value, ...stated.value], limits);
  if (!space.ok) return space;
  const final = markFitting(finals.value, options, space.value);
  const moves: Moves[] = [];
  for (let i = 0; i < decisionMakers.length; i++) {
    limits.progress?.(i / decisionMakers.length);
    const own = optionMoves(options, space.value, (option) => option.owner === i, final, limits);
    if (!own.ok) return own;
    moves.push(own.value);
  }
  const graph: ConflictGraph = {
    name: model.name ?? "conflict",
    decisionMakers,
    stateCount: space.value.full ? space.value.count : space.value.codes.length,
    ids: space.value.full ? { kind: "index" } : { kind: "codes", codes: space.value.codes },
    moves,
    options,
    merged: false,
    labels: new Map(),
    ...(final === undefined ? {} : { final }),
  };
  if (merges.value.length === 0) return succeed(graph);
  const memory = withinMemory(mergeBytes(graph), limits, "Merging states", ["merge"]);
  return memory.ok ? succeed(mergeStates(graph, merges.value, space.value)) : memory;
}

function compileOptions(model: OptionModel, decisionMakers: readonly string[]): Result<readonly CompiledOption[]> {
  const problems: Problem[] = [];
  const options: CompiledOption[] = [];
  const names = new Set<string>();
  let stride = 1;
  model.options.forEach((option, o) => {
    const path: ModelPath = ["options", o];
    const owner = decisionMakers.indexOf(option.owner);
    if (owner < 0) {
      problems.push({
        code: "conflict-unknown-owner",
        path: [...path, "owner"],
        message: `The option ${option.name} belongs to "${option.owner}", who is no decision maker here.`,
        hint: `Decision makers are ${decisionMakers.join(", ")}: those listed under decisionMakers, or who have a ranking.`,
      });
    }
    if (names.has(option.name)) {
      problems.push({
        code: "conflict-name-twice",
        path: [...path, "name"],
        message: `Two options are called "${option.name}".`,
      });
    }
    names.add(option.name);
    const values = option.values ?? ["no", "yes"];
    if (values.length < 2 || values.length > 36 || new Set(values).size < values.length) {
      problems.push({
        code: "conflict-shape",
        path: [...path, "values"],
        message: `${option.name} needs between 2 and 36 different values; it has ${new Set(values).size}.`,
      });
    }
    options.push({
      name: option.name,
      owner,
      values,
      plain: option.values === undefined,
      stride,
      change:
        option.change === "never undone" ? "never lower" : option.change === "never taken up" ? "never higher" : "free",
    });
    stride *= values.length;
  });
  if (options.length === 0) {
    return failOnce("conflict-no-states", ["options"], "A conflict in option form needs at least one option.");
  }
  return problems.length > 0 ? fail(problems) : succeed(options);
}

function readPatterns(
  texts: readonly string[],
  options: readonly CompiledOption[],
  path: ModelPath,
): Result<readonly Pattern[]> {
  const patterns: Pattern[] = [];
  const problems: Problem[] = [];
  texts.forEach((text, k) => {
    const read = readPattern(text, options, [...path, k]);
    if (read.ok) patterns.push(read.value);
    else problems.push(...read.problems);
  });
  return problems.length > 0 ? fail(problems) : succeed(patterns);
}

/** A term of a statement about feasibility: one option at one value, or not at it. */
interface Term {
  readonly option: number;
  readonly allowed: readonly number[];
}

function readTerm(text: string, options: readonly CompiledOption[], path: ModelPath): Result<Term> {
  const read = readStatement(text, options, path);
  if (!read.ok) return read;
  const negated = read.value.op === "not";
  const inner = read.value.op === "not" ? read.value.part : read.value;
  if (inner.op !== "is") {
    return failOnce(
      "conflict-bad-statement",
      path,
      `"${cutShort(text)}" is more than one option; here a single option is expected.`,
      'Write "OPTION", "not OPTION" or "ISSUE is VALUE".',
    );
  }
  const allowed = options[inner.option]!.values.map((_, value) => value).filter(
    (value) => (value === inner.value) !== negated,
  );
  return succeed({ option: inner.option, allowed });
}

/** The three kinds of statements as infeasible patterns. */
function statementPatterns(
  statements: readonly StatementInput[],
  options: readonly CompiledOption[],
): Result<readonly Pattern[]> {
  const patterns: Pattern[] = [];
  const problems: Problem[] = [];
  statements.forEach((statement, k) => {
    const path: ModelPath = ["statements", k];
    const terms = (texts: readonly string[], key: string): readonly Term[] =>
      texts.flatMap((text, t) => {
        const term = readTerm(text, options, key === "only" || key === "if" ? [...path, key] : [...path, key, t]);
        if (!term.ok) problems.push(...term.problems);
        return term.ok ? [term.value] : [];
      });
    if ("exclusive" in statement) {
      const all = terms(statement.exclusive, "exclusive");
      for (let a = 0; a < all.length; a++)
        for (let b = a + 1; b < all.length; b++) patterns.push(...together([all[a]!, all[b]!], options));
    } else if ("at least one" in statement) {
      const all = terms(statement["at least one"], "at least one");
      if (all.length === statement["at least one"].length)
        patterns.push(
          ...together(
            all.map((term) => negate(term, options)),
            options,
          ),
        );
    } else {
      const only = terms([statement.only], "only")[0];
      const needed = terms([statement.if], "if")[0];
      if (only !== undefined && needed !== undefined)
        patterns.push(...together([only, negate(needed, options)], options));
    }
  });
  return problems.length > 0 ? fail(problems) : succeed(patterns);
}

function negate(term: Term, options: readonly CompiledOption[]): Term {
  const allowed = options[term.option]!.values.map((_, value) => value).filter(
    (value) => !term.allowed.includes(value),
  );
  return { option: term.option, allowed };
}

/** Patterns of all states in which every term holds. */
function together(terms: readonly Term[], options: readonly CompiledOption[]): readonly Pattern[] {
  let patterns: Pattern[] = [new Int8Array(options.length).fill(-1)];
  for (const { option, allowed } of terms) {
    patterns = patterns.flatMap((pattern) => {
      const fixed = pattern[option]!;
      if (fixed >= 0) return allowed.includes(fixed) ? [pattern] : [];
      return allowed.map((value) => {
        const next = pattern.slice();
        next[option] = value;
        return next;
      });
    });
  }
  return patterns;
}

function markFitting(
  patterns: readonly Pattern[],
  options: readonly CompiledOption[],
  space: StateSpace,
): Uint8Array | undefined {
  if (patterns.length === 0) return undefined;
  const fitting = new Uint8Array(space.full ? space.count : space.codes.length);
  for (const pattern of patterns) {
    const fits = bitsOfPattern(pattern, options, space);
    for (let s = 0; s < fitting.length; s++) fitting[s] = fitting[s]! | bitAt(fits, s);
  }
  return fitting;
}

/** Bytes that merging takes at most: all moves written out, and the lists of one decision maker's from which they are gathered. */
function mergeBytes({ moves }: ConflictGraph): number {
  const arcs = moves.map(countArcs);
  return 4 * arcs.reduce((sum, count) => sum + count, 0) + 24 * Math.max(...arcs);
}

/** States that fit the same pattern become one, with the moves of all of them; its id is the lowest. */
function mergeStates(graph: ConflictGraph, patterns: readonly Pattern[], space: StateSpace): ConflictGraph {
  const n = graph.stateCount;
  const lowest = Int32Array.from({ length: n }, (_, s) => s);
  const rootOf = (state: number): number => {
    let root = state;
    while (lowest[root] !== root) root = lowest[root]!;
    return root;
  };
  for (const pattern of patterns) {
    const fits = bitsOfPattern(pattern, graph.options!, space);
    let first = -1;
    for (let s = 0; s < n; s++) {
      if (bitAt(fits, s) === 0) continue;
      if (first < 0) first = s;
      const a = rootOf(first);
      const b = rootOf(s);
      lowest[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const nodeOf = new Int32Array(n);
  const codes: number[] = [];
  for (let s = 0; s < n; s++) {
    if (rootOf(s) === s) {
      nodeOf[s] = codes.length;
      codes.push(space.full ? s : space.codes[s]!);
    } else nodeOf[s] = nodeOf[rootOf(s)]!;
  }
  const moves = graph.moves.map((each) => {
    const arcs = toArcs(each);
    const rows: number[][] = codes.map(() => []);
    for (let s = 0; s < n; s++) {
      for (let k = arcs.start[s]!; k < arcs.start[s + 1]!; k++) rows[nodeOf[s]!]!.push(nodeOf[arcs.targets[k]!]!);
    }
    return arcsFromRows(rows);
  });
  const ids: StateIds = { kind: "codes", codes: Float64Array.from(codes) };
  const { final, ...rest } = graph;
  const merged = { ...rest, stateCount: codes.length, ids, moves, merged: true };
  if (final === undefined) return merged;
  const mergedFinal = new Uint8Array(codes.length).fill(1);
  for (let s = 0; s < n; s++) if (final[s] === 0) mergedFinal[nodeOf[s]!] = 0;
  return { ...merged, final: mergedFinal };
}
