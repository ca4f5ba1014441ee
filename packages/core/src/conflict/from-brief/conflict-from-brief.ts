/**
 * An issue or bundle of a brief read as a conflict ([D1]–[D4], MODEL.md §6): each needed member controls which option it holds out
 * for; a winning coalition on the same package has settled, for good; anything else is no agreement.
 */
import type { Brief, Id } from "../../brief/brief.ts";
import { compile } from "../../model/compile.ts";
import type { Model } from "../../model/model.ts";
import { Draws } from "../../plan/draws.ts";
import { quantile } from "../../worlds/index.ts";
import { type CompiledConflict, compileConflict } from "../compile.ts";
import { type Limits, withinMemory } from "../memory.ts";
import type { OptionInput, OptionModel } from "../model.ts";
import { fail, failOnce, listShort, type Result, succeed } from "../problem.ts";
import type { UtilityDraw } from "../robustness.ts";
import { openingState, stateOfAll } from "./opening-state.ts";
import { type Scope, scopeOf } from "./scope.ts";
import {
  countPackages,
  type OutcomeWorth,
  openUtilityDesk,
  packageOptions,
  type UtilityDesk,
  worthOfOutcomes,
} from "./utilities.ts";

export interface DeriveOptions extends Limits {
  /** Moves of ours that become options of ours; when taken they work. */
  readonly moves?: readonly Id[];
  /** The brief as compiled before; compiled anew where it is not given. */
  readonly model?: Model;
  /** Asked once it is known how large the conflict is, before it is built; what it finds is handed on. */
  readonly approve?: (frame: ConflictFrame) => Result<null>;
}
/** What is known of a conflict before it is built. */
export interface ConflictFrame {
  readonly stateCount: number;
  /** Those in which nothing is settled, so that they can be left. */
  readonly openStates: number;
  readonly members: number;
  /** What can be settled on, the options of several issues joined by "+". */
  readonly settlements: readonly string[];
}
export interface DerivedConflict {
  /** The conflict as data: it can be shown, saved, edited and read again. */
  readonly model: OptionModel;
  readonly compiled: CompiledConflict;
  readonly issues: readonly Id[];
  readonly forum: Id;
  readonly members: readonly Id[];
  /** Smallest sets of members, by place, that together settle. */
  readonly coalitions: readonly (readonly number[])[];
  /** Members whose vote decides nothing; left out. */
  readonly leftOut: readonly Id[];
  /** Members whose position the brief does not give: drawn widely, medians here. */
  readonly unknown: readonly Id[];
  /** What each settlement is worth against no agreement, at the medians: who would take it, who would rather have none. */
  readonly settlements: readonly Settlement[];
  /** Per state the options settled on, one per issue; undefined: no agreement. */
  readonly settledOn: (state: number) => readonly Id[] | undefined;
  /** Utilities of the states in worlds 0 … count - 1 of the brief, in points of each party's whole agenda. */
  readonly drawUtilities: (count: number, seed?: number, kept?: Uint32Array) => readonly UtilityDraw[];
  /** The same, of the settlements alone and, last, of none: there may be a million states of a dozen settlements. */
  readonly drawSettlements: (count: number, seed?: number, kept?: Uint32Array) => readonly UtilityDraw[];
}

export interface Settlement {
  /** One option per issue. */
  readonly options: readonly Id[];
  /** The state in which all hold out for it. */
  readonly state: number;
  readonly accepts: readonly Id[];
  readonly refuses: readonly Id[];
}

/** Values of one option that a pattern can write. */
const MOST_VALUES = 36;

export function conflictFromBrief(
  brief: Brief,
  issueOrBundle: Id | readonly Id[],
  options: DeriveOptions = {},
): Result<DerivedConflict> {
  const compiledBrief = options.model === undefined ? compile(brief) : { model: options.model, problems: [] };
  const model = compiledBrief.model;
  if (model === undefined) {
    return fail(
      compiledBrief.problems.map(({ path, message, hint }) => ({
        code: "conflict-brief-issue" as const,
        path: path.split("/"),
        message,
        hint,
      })),
    );
  }
  const framed = scopeOf(brief, model, typeof issueOrBundle === "string" ? [issueOrBundle] : issueOrBundle);
  if (!framed.ok) return framed;
  const scope = framed.value;
  const moves = findMoves(model, options.moves ?? []);
  if (!moves.ok) return moves;
  const frame = optionsOf(model, scope, moves.value);
  if (!frame.ok) return frame;
  const states = frame.value.reduce((count, option) => count * (option.values?.length ?? 2), 1);
  const memory = withinMemory(
    states * (120 + 60 * scope.needed.length),
    options,
    `The conflict over ${scope.items.map((item) => model.items[item]!.id).join(", ")}, with ${states.toLocaleString("en-GB")} states,`,
    ["agenda"],
  );
  if (!memory.ok) return memory;
  const desk = openUtilityDesk(model, scope);
  const outcome = outcomesOf(model, scope, moves.value.length, states);
  const approved = options.approve?.({
    stateCount: states,
    openStates: outcome.reduce((count, { settled }) => (settled < 0 ? count + 1 : count), 0),
    members: scope.needed.length,
    settlements: Array.from({ length: countPackages(model, scope) }, (_, k) => namesIn(model, scope, k).join("+")),
  });
  if (approved?.ok === false) return approved;
  const utilities = (inputs: Float64Array, base: number): UtilityDraw => {
    const worths = Array.from({ length: 1 << moves.value.length }, (_, made) =>
      worthOfOutcomes(
        desk,
        moves.value.filter((__, k) => ((made >> k) & 1) === 1),
        inputs,
        base,
      ),
    );
    return scope.needed.map((_, p) =>
      Float64Array.from(outcome, ({ settled, made }) => utilityOf(worths[made]!, p, settled)),
    );
  };
  const middle = Float64Array.from(model.inputs, (input) =>
    input.group === "events" ? 0.5 : quantile(input.distribution, 0.5),
  );
  const medians = utilities(middle, 0);
  const derived = describe(model, scope, frame.value, moves.value, outcome, medians);
  const compiled = compileConflict(derived, options);
  if (!compiled.ok) return compiled;
  const settlements = settlementsOf(model, scope, desk, middle);
  const outcomes = [...settlements.map(({ state }) => outcome[state]!.settled), -1];
  const inWorlds = (
    count: number,
    seed: number | undefined,
    kept: Uint32Array | undefined,
    drawn: (inputs: Float64Array, base: number) => UtilityDraw,
  ): readonly UtilityDraw[] => {
    const worlds = kept === undefined ? count : Math.min(count, kept.length);
    const draws = new Draws(model, seed ?? model.method.seed, worlds, kept);
    draws.fill(0, worlds);
    return Array.from({ length: worlds }, (_, world) => drawn(draws.values, world * draws.width));
  };
  const idOf = (party: number): Id => model.parties[party]!.id;
  return succeed({
    model: derived,
    compiled: compiled.value,
    issues: scope.items.map((item) => model.items[item]!.id),
    forum: scope.forum.id,
    members: scope.needed.map(idOf),
    coalitions: scope.coalitions.map((coalition) => coalition.map((party) => scope.needed.indexOf(party))),
    leftOut: scope.idle.map(idOf),
    unknown: scope.needed
      .filter((party) =>
        scope.items.some((item) => !model.items[item]!.seats[model.items[item]!.seatOf[party]!]!.known),
      )
      .map(idOf),
    settlements,
    settledOn: (state) => {
      const settled = outcome[state]!.settled;
      return settled < 0 ? undefined : namesIn(model, scope, settled);
    },
    drawUtilities: (count, seed, kept) => inWorlds(count, seed, kept, utilities),
    drawSettlements: (count, seed, kept) =>
      inWorlds(count, seed, kept, (inputs, base) => {
        const worth = worthOfOutcomes(desk, [], inputs, base);
        return scope.needed.map((_, p) => Float64Array.from(outcomes, (settled) => utilityOf(worth, p, settled)));
      }),
  });
}

/** Options of a package, one per issue. */
function namesIn(model: Model, scope: Scope, k: number): readonly Id[] {
  return packageOptions(model, scope, k).map((option, i) => model.items[scope.items[i]!]!.options[option]!.id);
}

function findMoves(model: Model, ids: readonly Id[]): Result<readonly number[]> {
  const found: number[] = [];
  for (const id of ids) {
    const index = model.moves.findIndex((move) => move.id === id && move.ours);
    if (index < 0) {
      return failOnce(
        "conflict-unknown-option",
        ["moves"],
        `The brief has no move of ours "${id}".`,
        `Moves of ours are ${listShort(model.moves.filter((move) => move.ours).map((move) => move.id)) || "none"}.`,
      );
    }
    found.push(index);
  }
  return succeed(found);
}

/** One option per member and issue, then one per move of ours. */
function optionsOf(model: Model, scope: Scope, moves: readonly number[]): Result<readonly OptionInput[]> {
  const options: OptionInput[] = [];
  for (const party of scope.needed) {
    for (const item of scope.items) {
      const { id, options: values } = model.items[item]!;
      if (values.length < 2 || values.length > MOST_VALUES) {
        return failOnce(
          "conflict-brief-issue",
          ["agenda", id],
          `${id} has ${values.length} options; a conflict needs 2 to ${MOST_VALUES}.`,
          "With a single option there is nothing to hold out for.",
        );
      }
      const who = model.parties[party]!.id;
      options.push({
        name: scope.items.length === 1 ? who : `${who} on ${id}`,
        owner: who,
        values: values.map((value) => value.id),
      });
    }
  }
  const ours = model.us < 0 ? undefined : model.parties[model.us]!.id;
  if (moves.length > 0 && (ours === undefined || !scope.needed.includes(model.us))) {
    return failOnce(
      "conflict-unknown-option",
      ["moves"],
      "Moves of ours can be added only where we are needed for the settlement.",
    );
  }
  for (const move of moves) options.push({ name: model.moves[move]!.id, owner: ours!, change: "never undone" });
  return succeed(options);
}

interface Outcome {
  /** Package settled on, or -1. */
  readonly settled: number;
  /** Bits of the moves made. */
  readonly made: number;
}

/** Outcome of every state, in the order of state codes: the first member's options vary fastest, moves slowest. */
function outcomesOf(model: Model, scope: Scope, moves: number, states: number): readonly Outcome[] {
  const packages = countPackages(model, scope);
  const place = new Map(scope.needed.map((party, p) => [party, p]));
  const coalitions = scope.coalitions.map((coalition) => coalition.map((party) => place.get(party)!));
  const perMove = states / (1 << moves);
  const held = new Int32Array(scope.needed.length);
  return Array.from({ length: states }, (_, state) => {
    let rest = state % perMove;
    for (let p = 0; p < held.length; p++) {
      held[p] = rest % packages;
      rest = Math.floor(rest / packages);
    }
    const agreed = coalitions.find((coalition) => coalition.every((p) => held[p] === held[coalition[0]!]));
    return { settled: agreed === undefined ? -1 : held[agreed[0]!]!, made: Math.floor(state / perMove) };
  });
}

/** Float noise that must not turn an equal worth into a refusal. */
const NOISE = 1e-9;

function settlementsOf(model: Model, scope: Scope, desk: UtilityDesk, inputs: Float64Array): readonly Settlement[] {
  const packages = countPackages(model, scope);
  const worth = worthOfOutcomes(desk, [], inputs, 0);
  const agrees = (p: number, k: number): boolean => worth.packages[p]![k]! >= worth.none[p]! - NOISE;
  const who = (k: number, does: boolean): readonly Id[] =>
    scope.needed.filter((_, p) => agrees(p, k) === does).map((party) => model.parties[party]!.id);
  return Array.from({ length: packages }, (_, k) => ({
    options: namesIn(model, scope, k),
    state: stateOfAll(scope.needed.length, packages, k),
    accepts: who(k, true),
    refuses: who(k, false),
  }));
}

/** Package that the party, by its place, holds out for in a state. */
function heldBy(state: number, party: number, packages: number): number {
  let rest = state;
  for (let p = 0; p < party; p++) rest = Math.floor(rest / packages);
  return rest % packages;
}

function utilityOf(worth: OutcomeWorth, party: number, settled: number): number {
  return settled < 0 ? worth.none[party]! : worth.packages[party]![settled]!;
}

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";

function describe(
  model: Model,
  scope: Scope,
  options: readonly OptionInput[],
  moves: readonly number[],
  outcome: readonly Outcome[],
  medians: UtilityDraw,
): OptionModel {
  const issues = scope.items.map((item) => model.items[item]!);
  const members = scope.needed.map((party) => model.parties[party]!.id);
  const packages = countPackages(model, scope);
  const final = scope.coalitions.flatMap((coalition) =>
    Array.from({ length: packages }, (_, k) => {
      const digits = packageOptions(model, scope, k)
        .map((option) => DIGITS[option]!)
        .join("");
      const held = scope.needed
        .map((party) => (coalition.includes(party) ? digits : "-".repeat(digits.length)))
        .join("");
      return held + "-".repeat(moves.length);
    }),
  );
  const written = (k: number): string =>
    packageOptions(model, scope, k)
      .map((option, i) => issues[i]!.options[option]!.id)
      .join(" + ");
  const labelOf = ({ settled, made }: Outcome, state: number): string => {
    const done = moves.filter((_, k) => ((made >> k) & 1) === 1).map((move) => model.moves[move]!.id);
    const after = done.length === 0 ? "" : `, after ${done.join(" and ")}`;
    if (settled >= 0) return `settled: ${written(settled)}${after}`;
    const held = members.map((who, p) => `${who} ${written(heldBy(state, p, packages))}`);
    return `no agreement: ${held.join(", ")}${after}`;
  };
  return {
    form: "option",
    name: issues.map((issue) => issue.title).join(" and "),
    source: `Derived from the brief: ${issues.map((issue) => issue.id).join(", ")} before ${scope.forum.id}; utilities at the medians of its ranges.`,
    decisionMakers: members,
    options,
    final: [...new Set(final)],
    labels: Object.fromEntries(outcome.map((each, state) => [state, labelOf(each, state)])),
    preferences: Object.fromEntries(
      members.map((who, p) => [
        who,
        {
          payoffs: Object.fromEntries(
            Array.from(medians[p]!, (worth, state) => [state, Math.round(worth * 1e6) / 1e6]),
          ),
        },
      ]),
    ),
    statusQuo: openingState(model, scope, medians, packages),
  };
}
