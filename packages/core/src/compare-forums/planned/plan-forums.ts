/** The best plan found with an issue before each forum that could take it, and what each comes to in the same worlds. */
import type { Brief, Id, Step } from "../../brief/brief.ts";
import { categoriesOf, categoryOf } from "../../plan/categories.ts";
import { Draws } from "../../plan/draws.ts";
import { Roll } from "../../plan/roll.ts";
import { movesOf } from "../../plan/variants.ts";
import type { SearchBudget } from "../../search/budget.ts";
import type { Decision } from "../../search/decision.ts";
import { listTraces } from "../../search/list-traces.ts";
import { meanOfNone, searchParts } from "../../search/plan-parts.ts";
import { stepsOf } from "../../search/plan-steps.ts";
import { movesIn } from "../../search/policy.ts";
import { prunePolicy } from "../../search/prune.ts";
import { compileSteps } from "../../search/roll-best.ts";
import { sizesOf } from "../../search/search-engine.ts";
import type { Solved } from "../../search/solve.ts";
import { pointsOf, rowsFor } from "../../search/tabulate.ts";
import { tracesOfMoves } from "../../search/traces.ts";
import type { Candidates } from "../candidates.ts";
import type { Comparing } from "../prepare.ts";
import { type Bearing, bearingOf } from "./bearing.ts";
import { budgetOfForum, type ForumPlanSettings } from "./budget.ts";
import { PlaceTables, type Planning } from "./place-tables.ts";
import { type Placed, placeBefore } from "./placed.ts";

/** The plan of one forum. */
export interface ForumPlan {
  readonly forum: number;
  /** Moves that it may come to make, in the order in which they are met. */
  readonly moves: readonly Id[];
  readonly steps: readonly Step[];
  /** On the worlds searched, over making no move: the best found, and what none can exceed. */
  readonly found: number;
  readonly bound: number;
  /** By world of the run: our points of what is planned, under the plan found and under the plan as written. */
  readonly planned: Float64Array;
  readonly written: Float64Array;
  /** Worlds in each of the issue's categories under the plan found. */
  readonly categories: Float64Array;
}
export interface ForumPlans {
  readonly item: number;
  /** How many worlds the plans were searched on and held against. */
  readonly worlds: { readonly searched: number; readonly pruned: number };
  readonly forums: readonly ForumPlan[];
}

const worldsInBlock = 250;

/** One issue's forums, while they are planned for. */
interface Question {
  readonly item: number;
  readonly bearing: Bearing;
  readonly plannings: readonly Planning[];
}
/** A plan searched for one forum. */
interface Searched extends Pick<ForumPlan, "moves" | "steps" | "found" | "bound"> {
  readonly placed: Placed;
  readonly bearing: Bearing;
}

export class ForumPlanner {
  private readonly brief: Brief;
  private readonly comparing: Comparing;
  private readonly moves: readonly number[];
  private readonly settings: ForumPlanSettings;
  private readonly budget: SearchBudget;
  private readonly tables: PlaceTables;

  /** `moves`: those of the brief that a plan may be made of. */
  constructor(brief: Brief, comparing: Comparing, moves: readonly number[], settings: ForumPlanSettings) {
    this.brief = brief;
    this.comparing = comparing;
    this.moves = moves;
    this.settings = settings;
    this.budget = budgetOfForum(settings.budget);
    this.tables = new PlaceTables(settings);
  }

  /** One plan for each forum, in the order of each question; none for an issue that no move bears on, wherever it lies. */
  plan(questions: readonly Candidates[]): ForumPlans[] {
    const worlds = sizesOf({ ...this.settings, budget: this.budget });
    const asked = questions.map((question) => this.open(question));
    const all = asked.flatMap(({ plannings }) => plannings);
    const searched = this.tables.decisions(all, "searched", 0, worlds.searched);
    const solved = all.map(({ starts }, p) => searchParts(searched[p]!, this.budget, starts));
    // Only what was found, and what is simpler, is held against other worlds.
    const checked = all.map((planning, p) => onlyMovesOf(planning, solved[p]!));
    const pruned = this.tables.decisions(checked, "pruned", worlds.searched, worlds.pruned);
    const owners = asked.flatMap(({ bearing, plannings }) => plannings.map(() => bearing));
    const plans = all.map(({ placed }, p) => searchedFor(placed, owners[p]!, searched[p]!, pruned[p]!, solved[p]!));
    const valued = this.value(plans);
    let at = 0;
    return asked.map(({ item, plannings }) => ({
      item,
      worlds: { searched: worlds.searched, pruned: worlds.pruned },
      forums: plannings.map((): ForumPlan => {
        const { placed, moves, steps, found, bound } = plans[at]!;
        return { forum: placed.candidate.forum, moves, steps, found, bound, ...valued[at++]! };
      }),
    }));
  }

  private open({ item, forums }: Candidates): Question {
    const placed = forums.map((candidate) => placeBefore(this.brief, this.comparing, candidate, this.moves));
    const bearing = bearingOf(placed);
    const isPlanned = bearing.factors.some(({ moves }) => moves.length > 0);
    const plannings = (isPlanned ? placed : []).map((place, p): Planning => {
      const factors = bearing.factors[p]!;
      const tools = () => this.tables.toolsFor(place);
      const written = movesOf(place.model.plan);
      const listed = listTraces(place.model, factors, this.budget.traces, written, tools, { before: place.candidate });
      return { placed: place, factors, affected: bearing.affected, ...listed };
    });
    return { item, bearing, plannings };
  }

  /** Rolls each plan found, and the plan as written, out in the worlds of the run. */
  private value(plans: readonly Searched[]): Pick<ForumPlan, "planned" | "written" | "categories">[] {
    const { model } = this.comparing;
    const { seed, worlds, selection } = this.settings;
    const roll = new Roll(model, selection?.forced);
    const draws = new Draws(model, seed, worldsInBlock, selection?.worlds);
    const runs = plans.map(({ placed: { candidate, there }, bearing, steps }) => ({
      item: candidate.item,
      variation: { before: candidate },
      // The moves of the brief come first among those of the model with the looks.
      plan: compileSteps(this.brief, there, steps),
      terms: bearing,
      rows: rowsFor(model, bearing),
      planned: new Float64Array(worlds),
      written: new Float64Array(worlds),
      categories: new Float64Array(categoriesOf(model.items[candidate.item]!).count),
    }));
    for (let from = 0; from < worlds; from += worldsInBlock) {
      const count = Math.min(worldsInBlock, worlds - from);
      draws.fill(from, count);
      for (let w = 0; w < count; w++) {
        roll.begin(draws.values, w * draws.width);
        for (const { item, variation, plan, terms, rows, planned, written, categories } of runs) {
          roll.run(model.plan, variation);
          written[from + w] = pointsOf(roll, terms, rows);
          roll.run(plan, variation);
          planned[from + w] = pointsOf(roll, terms, rows);
          const category = categoryOf(roll, item);
          categories[category] = categories[category]! + 1;
        }
      }
    }
    return runs.map(({ planned, written, categories }) => ({ planned, written, categories }));
  }
}

/** The same with no ways of making moves but those of the plan found. */
function onlyMovesOf(planning: Planning, solved: readonly Solved[]): Planning {
  const moves = new Set(solved.flatMap(({ policies }) => policies.flatMap(({ policy }) => movesIn(policy))));
  const { factors } = planning.factors;
  return { ...planning, traces: planning.traces.map((traces, f) => tracesOfMoves(traces, factors[f]!, moves)) };
}

/** What is left of what was found once other worlds have taken out what they do not bear out. */
function searchedFor(
  placed: Placed,
  bearing: Bearing,
  searched: readonly Decision[],
  pruned: readonly Decision[],
  solved: readonly Solved[],
): Searched {
  const { there, looks } = placed;
  const policies = solved.map((part, k) => prunePolicy(pruned[k]!, part.policies[0]!.policy));
  const over = (of: (part: Solved) => number) =>
    solved.reduce((sum, part, k) => sum + of(part) - meanOfNone(searched[k]!), 0);
  const named = policies.flatMap(movesIn).map((m) => there.moves[m]!.id);
  return {
    placed,
    bearing,
    steps: looks.steps(stepsOf(there, policies, "best plan")),
    moves: named.filter((id) => looks.issueOf(id) === undefined),
    found: over(({ value }) => value),
    bound: over(({ value, bound }) => Math.max(value, bound)),
  };
}
